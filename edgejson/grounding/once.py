"""The flaws of the record that was judged last: each rule of the family asks for the same ones."""

from dataclasses import replace
from threading import local

from edgejson.core.record import Record
from edgejson.grounding.flaw import Flaw
from edgejson.grounding.judgement import LABEL, judge
from edgejson.grounding.shape import Shape, shape_of_schema
from edgejson.suite.embedded_json import unfolded
from edgejson.suite.schema_registry import registry
from edgejson.suite.settings import Settings

_ITEMS = "items"
_last = local()


def flaws_of(record: Record, settings: Settings) -> list[Flaw]:
    """Return the flaws of a record, which is judged when the first rule asks."""
    if getattr(_last, "record", None) is not record or _last.settings is not settings:
        _last.record, _last.settings, _last.flaws = record, settings, _judged(record, settings)
    found: list[Flaw] = _last.flaws
    return found


def _judged(record: Record, settings: Settings) -> list[Flaw]:
    folder = settings.root / settings.schemas if settings.schemas and settings.root else None
    schema = registry(folder).of_record(record)
    if schema is None:
        raise KeyError(record.schema_id)
    label, shape = unfolded(record.label, schema, max_depth=settings.max_depth), shape_of_schema(schema)
    if isinstance(label, dict):
        return judge(record.prompt, label, shape)
    # Judged as the one field of an object.
    whole = Shape(kind="object", properties={_ITEMS: shape})
    flaws = judge(record.prompt, {_ITEMS: label}, whole)
    return [replace(flaw, pointer=LABEL + flaw.pointer.removeprefix(f"{LABEL}/{_ITEMS}")) for flaw in flaws]
