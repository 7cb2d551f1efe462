"""The published scoring, reproduced on purpose, faults included, so that numbers can stand beside its table.

Restated from the benchmark's own evaluation script. What it does differently: it reads JSON with Python's
floats and lets the last of repeated keys win; where the whole text is not JSON it tries what a regular
expression of two brace levels finds; it compares with Python's ``==`` (True equals 1); its compliance never
opens the JSON Schema; rows that name no complexity are in no row of its table by complexity; answers end at
512 tokens. It knew labels that are objects alone; an array is equal as a whole or not at all.
"""

import json
import re
from dataclasses import dataclass
from typing import Any

from edgejson._typing import Label
from edgejson.core.json_text import compact

MAX_NEW_TOKENS = 512
"""The published cap on an answer; many complex labels are longer."""

SCORES = ("json_exact", "field_f1", "schema_compliance")

_TWO_LEVELS = re.compile(r"\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoricalScores:
    """The three scores of one answer, as published."""

    json_exact: bool
    field_f1: float
    schema_compliance: bool


def score_historically(label: Label, text: str) -> HistoricalScores:
    """Score an answer as the published harness did; never raises."""
    expected: Any = json.loads(compact(label))
    answer = _read(text)
    return HistoricalScores(
        json_exact=answer is not None and bool(answer == expected),
        field_f1=_field_f1(expected, answer),
        schema_compliance=_looks_like(expected, answer),
    )


def _read(text: str) -> Any:
    """Return the whole text as JSON of any type, else the first brace match that is JSON, else None."""
    for candidate in [text.strip(), *_TWO_LEVELS.findall(text)]:
        try:
            return json.loads(candidate)
        except (ValueError, RecursionError):
            continue
    return None


def _field_f1(expected: Any, answer: Any) -> float:
    if not isinstance(expected, dict):
        return float(bool(answer == expected))
    if answer is not None and not expected and not answer:
        return 1.0
    if not expected or not answer or not isinstance(answer, dict):
        return 0.0
    correct = sum(bool(expected[key] == answer[key]) for key in expected.keys() & answer.keys())
    precision, recall = correct / len(answer), correct / len(expected)
    return 2 * precision * recall / (precision + recall) if correct else 0.0


def _looks_like(expected: Any, answer: Any) -> bool:
    if not isinstance(expected, dict):
        return isinstance(answer, type(expected))
    if not answer or not isinstance(answer, dict) or not expected.keys() <= answer.keys():
        return False
    for key, value in expected.items():
        kinds = {type(value), type(answer[key])}
        if len(kinds) > 1 and kinds != {int, float}:
            return False
    return True
