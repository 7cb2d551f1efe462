"""Misses for people to read: prompt, label and answer, with every difference marked where it stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from edgejson._typing import JSONValue, Pointer
from edgejson.core.json_text import compact
from edgejson.eval.page.side_by_side import Hunk, beside_text, side_by_side
from edgejson.eval.page.stored_misses import StoredMiss
from edgejson.reports.marks import Piece
from edgejson.scoring.answer import read_answer
from edgejson.scoring.equality import Difference, differences

SHOWN_DIFFERENCES = 20
"""Differences that a miss lists by pointer; in the JSON below them all are marked."""

SHOWN_CHARACTERS = 6000
"""Characters that are shown of a prompt, and of an answer that is no object."""

REASONS = {
    "no_prediction": "no prediction",
    "nothing": "empty answer",
    "no_object": "no JSON object",
    "unfinished": "ends inside the object",
    "truncated": "cut at the token limit",
    "syntax": "not JSON",
    "duplicate_keys": "a key comes twice",
    "number": "a number that JSON forbids",
    "surrogate": "half a character",
    "too_deep": "nested too deep",
    "differs": "an object that differs",
    "unequal": "not equal",
}
"""Every reason of a miss (`edgejson.scoring.scored_record.MissReason`) in words."""

KINDS = {
    "omission": "omitted",
    "invention": "invented",
    "wrong_value": "wrong value",
    "wrong_type": "wrong type",
}
"""Every kind of difference in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A difference in words; ``expected`` and ``actual`` are JSON, empty where nothing stands."""

    kind: str
    pointer: str
    expected: str
    actual: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A miss as the page shows it.

    ``report`` is the index of its report. ``kinds`` are its reason and its kinds of difference.
    ``hunks`` set label and answer side by side. ``text`` is the whole answer where something stands around
    the object in it, else None.
    """

    stored: StoredMiss
    report: int
    kinds: tuple[str, ...]
    prompt: tuple[Piece, ...]
    hunks: tuple[Hunk, ...]
    changes: tuple[Change, ...]
    more_changes: int
    text: str | None


def as_shown(miss: StoredMiss, report: int) -> Miss:
    """Return a stored miss of the report at index `report`, its differences found again and marked."""
    label = read_answer(miss.label, flat_arrays=True).value or {}
    answer = read_answer(miss.prediction or "", flat_arrays=isinstance(label, list))
    found = () if answer.value is None else tuple(differences(label, answer.value))
    kinds = dict.fromkeys([miss.reason, *(difference.kind for difference in found)])
    return Miss(
        stored=miss,
        report=report,
        kinds=tuple(kinds),
        prompt=_prompt(miss.prompt, found),
        hunks=beside_text(label, _cut(answer.text))
        if answer.value is None
        else side_by_side(label, answer.value),
        changes=tuple(map(_change, found[:SHOWN_DIFFERENCES])),
        more_changes=max(0, len(found) - SHOWN_DIFFERENCES),
        text=_cut(answer.text) if answer.text_around else None,
    )


def _prompt(prompt: str, found: Sequence[Difference]) -> tuple[Piece, ...]:
    """Return the prompt with the expected values of the differences marked, each that it states just once."""
    shown = prompt[:SHOWN_CHARACTERS]
    spans: dict[tuple[int, int], Pointer] = {}
    for each in found:
        if each.kind != "invention" and (span := _only_span(_spelling(each.expected), shown)):
            spans.setdefault(span, each.pointer)
    pieces, at = [], 0
    for (start, end), pointer in sorted(spans.items()):
        if start >= at:
            pieces.append(Piece(text=shown[at:start]))
            pieces.append(Piece(text=shown[start:end], severity="warning", note=f"expected at {pointer}"))
            at = end
    pieces.append(Piece(text=shown[at:] + _cut(prompt)[len(shown) :]))
    return tuple(pieces)


def _spelling(value: JSONValue) -> str:
    return value if isinstance(value, str) else "" if isinstance(value, dict | list) else compact(value)


def _only_span(text: str, prompt: str) -> tuple[int, int] | None:
    """Return where `text` stands in the prompt as whole words, None where it does not or does twice."""
    found = re.finditer(rf"(?<![\w.-]){re.escape(text)}(?!\w|[.,]\d)", prompt) if text.strip() else iter(())
    spans = [match.span() for match in islice(found, 2)]
    return spans[0] if len(spans) == 1 else None


def _change(difference: Difference) -> Change:
    return Change(
        kind=difference.kind,
        pointer=difference.pointer,
        expected="" if difference.kind == "invention" else compact(difference.expected),
        actual="" if difference.kind == "omission" else compact(difference.actual),
    )


def _cut(text: str) -> str:
    rest = len(text) - SHOWN_CHARACTERS
    return text if rest <= 0 else f"{text[:SHOWN_CHARACTERS]}… ({rest:,} more characters)"
