"""The flaws of the record that was judged last: each rule of the family asks for the same ones."""

from threading import local

from edgejson.alignment.fields import fields_of
from edgejson.alignment.flaw import Flaw
from edgejson.alignment.judgement import judge
from edgejson.core.record import Record
from edgejson.suite.settings import Settings

_last = local()


def flaws_of(record: Record, settings: Settings) -> list[Flaw]:
    """Return the flaws of a record, which is judged when the first rule asks."""
    if getattr(_last, "record", None) is not record or _last.settings is not settings:
        flaws = judge(record.prompt, record.label, fields_of(record.schema_id, settings))
        _last.record, _last.settings, _last.flaws = record, settings, flaws
    found: list[Flaw] = _last.flaws
    return found
