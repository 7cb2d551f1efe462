"""What the tests of the new grounding share: a judgement in short form, numbers and moments."""

import json
from decimal import Decimal
from typing import Any

from edgejson.alignment.document import Document
from edgejson.alignment.fields import Fields
from edgejson.alignment.judgement import built_in, judge


def flaws(schema_id: str, prompt: str, label: Any) -> list[tuple[str, str]]:
    """Return (truth, pointer) of each flaw of a label; a schema without a name declares nothing."""
    decoded = json.loads(json.dumps(label), parse_float=Decimal)
    fields = built_in(schema_id) if schema_id else Fields("")
    found = judge(prompt, decoded, fields)
    return [(flaw.truth, flaw.pointer.removeprefix("/expected_output")) for flaw in found]


def numbers(text: str) -> list[set[float]]:
    """Return the readings of each number of a text."""
    return [{float(reading) for reading in mention.readings} for mention in Document(text).numbers]


def moments(text: str) -> list[str]:
    """Return the moments of a text, one reading of each, as far as it names them."""
    found = []
    for one in Document(text).moments:
        day = "-".join(map(str, min(one.day.options, key=str))) if one.day else ""
        time = ":".join(map(str, min(one.time.options))) if one.time else ""
        offset = str(min(one.offset.options)) if one.offset and one.offset.options else ""
        found.append(" ".join(filter(None, (day, time, offset))))
    return found
