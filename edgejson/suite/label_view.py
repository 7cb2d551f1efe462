"""A label as it is compared with its prompt: an object in any case, the JSON inside its texts decoded."""

from dataclasses import dataclass, replace
from functools import lru_cache

from edgejson._typing import JSONObject, Label, Pointer
from edgejson.core.record import Record
from edgejson.suite.embedded_json import unfolded, unfolded_document
from edgejson.suite.schema_registry import Schema, registry
from edgejson.suite.settings import Settings

_ITEMS = "items"
_LABEL = "/expected_output"


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelView:
    """A label and its schema; an array is the one field of an object."""

    label: JSONObject
    schema: Schema
    is_array: bool

    def pointer(self, pointer: Pointer) -> Pointer:
        """Return the pointer into the record for one into the record with this label."""
        if not self.is_array:
            return pointer
        return _LABEL + pointer.removeprefix(f"{_LABEL}/{_ITEMS}")


def label_view(record: Record, settings: Settings) -> LabelView:
    """Return the view of a record's label; KeyError when the record's schema is not known."""
    folder = settings.root / settings.schemas if settings.schemas and settings.root else None
    schema = registry(folder).of_record(record)
    if schema is None:
        raise KeyError(record.schema_id)
    label = unfolded(record.label, schema, max_depth=settings.max_depth)
    if record.is_call:
        # Which function is called is decided, not stated; its arguments are stated.
        label = _arguments(label)
    if isinstance(label, dict):
        return LabelView(label=label, schema=_viewed(schema, is_array=False), is_array=False)
    return LabelView(label={_ITEMS: label}, schema=_viewed(schema, is_array=True), is_array=True)


def _arguments(calls: Label) -> Label:
    if isinstance(calls, dict):
        return {name: value for name, value in calls.items() if name != "name"}
    return [_arguments(call) if isinstance(call, dict) else call for call in calls]


@lru_cache(maxsize=4096)
def _viewed(schema: Schema, *, is_array: bool) -> Schema:
    if not is_array and not schema.embeds_json:
        return schema
    document = unfolded_document(schema)
    if is_array:
        document = {"type": "object", "properties": {_ITEMS: document}}
    return replace(schema, document=document)
