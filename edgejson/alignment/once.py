"""The flaws of the record that was judged last: each rule of the family asks for the same ones."""

from dataclasses import replace
from threading import local

from edgejson.alignment.fields import fields_of_schema
from edgejson.alignment.flaw import Flaw
from edgejson.alignment.judgement import judge
from edgejson.core.record import Record
from edgejson.suite.label_view import label_view
from edgejson.suite.settings import Settings

_last = local()


def flaws_of(record: Record, settings: Settings) -> list[Flaw]:
    """Return the flaws of a record, which is judged when the first rule asks."""
    if getattr(_last, "record", None) is not record or _last.settings is not settings:
        _last.record, _last.settings, _last.flaws = record, settings, _judged(record, settings)
    found: list[Flaw] = _last.flaws
    return found


def _judged(record: Record, settings: Settings) -> list[Flaw]:
    view = label_view(record, settings)
    flaws = judge(record.prompt, view.label, fields_of_schema(view.schema))
    return [replace(flaw, pointer=view.pointer(flaw.pointer)) for flaw in flaws] if view.is_array else flaws
