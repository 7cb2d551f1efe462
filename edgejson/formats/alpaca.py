"""Alpaca: a row's ``instruction`` and ``input`` ask for its ``output``."""

from collections.abc import Iterator

from edgejson._typing import JSONObject
from edgejson.core.record import Turn
from edgejson.core.record_format import RecordFormat
from edgejson.formats.example import Example, places
from edgejson.formats.label_text import read_label


def fits(row: JSONObject) -> bool:
    """Whether a row is of this format."""
    return isinstance(row.get("instruction"), str) and "output" in row


def examples(row: JSONObject, record_format: RecordFormat) -> Iterator[Example]:
    """Yield the example of a row, none where it has no output."""
    output = row.get("output")
    if output is None or output == "":
        return
    read = read_label(output, "/output", max_depth=record_format.max_depth)
    asked = row.get("input")
    has_input = isinstance(asked, str) and bool(asked.strip())
    parts = [row.get("instruction"), asked if has_input else None]
    fields: JSONObject = {}
    if texts := [part for part in parts if isinstance(part, str)]:
        fields["prompt"] = "\n\n".join(texts)
    if read.value is not None:
        fields["expected_output"] = read.value
    yield Example(
        fields=fields,
        faults=read.faults,
        places=places(prompt="/input" if has_input else "/instruction", label="/output"),
        turns=tuple(_system(row, fields)),
    )


def _system(row: JSONObject, fields: JSONObject) -> Iterator[Turn]:
    """Yield the turns of a row that has a system turn, as some tools add one."""
    if isinstance(system := row.get("system"), str) and system.strip():
        yield Turn("system", system)
        yield Turn("user", str(fields.get("prompt", "")))
