"""What the tests of rules over whole files share: records that pass, and what such rules say of a file."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

from edgejson.generators import generate
from edgejson.suite.engine import examine
from edgejson.suite.suite import resolve_suite
from tests.conftest import JSONObject

Said = tuple[str, int | None]
"""A rule's name and the line that it accuses."""


def made(schema_id: str, number: int = 1) -> JSONObject:
    """Return a generated record, which passes every rule; numbers with a fraction are floats."""
    record: JSONObject = json.loads(generate(schema_id, number).line())
    return record


def telling(schema_id: str, number: int = 1, *, least: int = 8) -> JSONObject:
    """Return a generated record whose label has `least` leaves or more: the first from `number` on."""
    while leaves(made(schema_id, number)["expected_output"]) < least:
        number += 1000
    return made(schema_id, number)


def leaves(value: Any) -> int:
    """Return the number of scalars in a label."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return 1 if inner is None else sum(map(leaves, inner))


def edited(record: JSONObject, **fields: Any) -> JSONObject:
    """Return a copy of `record` with other envelope fields."""
    return {**deepcopy(record), **fields}


def restated(record: JSONObject, before: Any, after: Any) -> JSONObject:
    """Return a copy in which a value is another one, in the prompt and in the label, wherever it stands."""
    text = json.dumps({"prompt": record["prompt"], "expected_output": record["expected_output"]})
    spelled = [json.dumps(value)[1:-1] if isinstance(value, str) else str(value) for value in (before, after)]
    assert spelled[0] in text
    return edited(record, **json.loads(text.replace(spelled[0], spelled[1])))


def said(data: Path, family: str) -> list[Said]:
    """Return what the rules of a family say of a data file, in the suite's order."""
    suite = resolve_suite(data)
    selected = frozenset(rule.id for rule in suite.rules if rule.family == family)
    assert selected
    found = examine(data, suite, selected=selected).findings
    return [(finding.rule.partition(".")[2], finding.line) for finding in found]
