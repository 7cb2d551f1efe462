"""Enumerations in prose (``soup, winter and kids``): what stands between and beside their items."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from edgejson._typing import JSONValue, Pointer
from edgejson.core.pointers import join, leaves
from edgejson.grounding.coverage import Coverage
from edgejson.grounding.figures import Span
from edgejson.grounding.flaw import Flaw

_PURE = re.compile(r"[\s,;/|&#\"'`*()-]*(?:\b(?:and|or|plus|und|et|y)\b[\s\"'`#*]*)?")
_BETWEEN = re.compile(
    r"[\"'`]?\s*[,;/|]\s*(?:and\s+)?[\"'`#]?(?P<item>[^,;/|.:\n]{2,40}?)[\"'`]?\s*(?:[,;/|]\s*(?:and\s+)?|\s(?:and|&)\s+)[\"'`#]?"
)
_AFTER = re.compile(r"[\"'`]?,?\s(?:and|&)\s[\"'`#]?(?P<item>[^,;/|.:\n]{2,30}?)[\"'`]?(?=[.;\n]|$)")
_GOES_ON = re.compile(r" [^\W\d_]")
_LINKS = re.compile(r"\s*(?:and|or|&|und)\b")
_MARKED = re.compile(r"^[ \t]*(?P<mark>[-*•·]|\d{1,3}[.)]|\d+\s?[x×])[ \t]", re.MULTILINE)
_MOST_WORDS = 4
_NO_ITEM = re.compile(
    r"\s*(?:the|a|an|my|our|his|her|their|who|which|that|also|as|please|thanks|so|but|it|he|she|they|we|i|you)\b",
    re.IGNORECASE,
)


def gap_flaws(
    value: JSONValue,
    pointer: Pointer,
    places: Mapping[Pointer, tuple[Span, ...]],
    text: str,
    covered: Coverage,
) -> Iterator[Flaw]:
    """Yield a flaw for each item, or part of one, that a list in `value` leaves out of an enumeration."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from gap_flaws(inner, pointer + join(key), places, text, covered)
    elif isinstance(value, list):
        if all(isinstance(item, str) for item in value):
            yield from _enumerated(value, pointer, places, text, covered)
        else:
            yield from _marked(value, pointer, places, text, covered)
            for index, inner in enumerate(value):
                yield from gap_flaws(inner, f"{pointer}/{index}", places, text, covered)


def _enumerated(
    values: Sequence[JSONValue],
    pointer: Pointer,
    places: Mapping[Pointer, tuple[Span, ...]],
    text: str,
    covered: Coverage,
) -> Iterator[Flaw]:
    spans = [places.get(f"{pointer}/{index}", ()) for index in range(len(values))]
    if len(values) < 2 or any(len(one) != 1 for one in spans):
        return
    ordered = sorted((one[0], index) for index, one in enumerate(spans))
    gaps = [(left[1], right[0]) for (left, _), (right, _) in pairwise(ordered)]
    pure = [gap for gap in gaps if _PURE.fullmatch(text, *gap)]
    ends = [(end, text.find("\n", end) if "\n" in text[end:] else len(text)) for (_, end), _ in ordered]
    for (_, index), gap in zip(ordered, gaps, strict=False):
        if gap in pure or len(pure) < len(gaps) - 1:
            continue
        between = _BETWEEN.fullmatch(text, *gap)
        if between is not None and _is_item(between["item"], between.start("item"), covered):
            yield Flaw(truth="dropped", pointer=pointer, expected=between["item"], actual=None)
        elif _cut(text, gap[0], covered):
            yield _cut_flaw(values, pointer, index, text, ordered)
    if pure or len(gaps) == 1:
        end = ends[-1][0]
        after = _AFTER.match(text, end)
        joined = bool(gaps) and re.search(r"\b(?:and|&)\b", text[gaps[-1][0] : gaps[-1][1]])
        if (
            after is not None
            and not joined
            and pure
            and _is_item(after["item"], after.start("item"), covered)
        ):
            yield Flaw(truth="dropped", pointer=pointer, expected=after["item"], actual=None)


def _cut(text: str, at: int, covered: Coverage) -> bool:
    """Whether a word follows directly, which nothing of the label covers."""
    return (
        _GOES_ON.match(text, at) is not None
        and not _LINKS.match(text, at)
        and not covered.touches(at + 1, at + 2)
    )


def _cut_flaw(
    values: Sequence[JSONValue], pointer: Pointer, index: int, text: str, ordered: list[tuple[Span, int]]
) -> Flaw:
    start = next(span[0] for span, at in ordered if at == index)
    stated = re.match(r"[^,;.\n]*", text[start:])
    return Flaw(
        truth="words",
        pointer=f"{pointer}/{index}",
        expected=stated[0] if stated else None,
        actual=values[index],
    )


def _is_item(item: str, at: int, covered: Coverage) -> bool:
    """Whether an uncovered stretch of text between separators looks like an item: short, and no clause."""
    return (
        len(item.split()) <= _MOST_WORDS
        and not covered.touches(at, at + len(item))
        and not _NO_ITEM.match(item)
    )


def _marked(
    values: Sequence[JSONValue],
    pointer: Pointer,
    places: Mapping[Pointer, tuple[Span, ...]],
    text: str,
    covered: Coverage,
) -> Iterator[Flaw]:
    """Look for marked lines (``- ``, ``2 x ``) beside the items', with no value of the label in them."""
    lines = [
        (match.start(), _end_of_line(text, match.start()), match["mark"][-1])
        for match in _MARKED.finditer(text)
    ]
    own = {
        number
        for index, value in enumerate(values)
        for place, _ in leaves(value, f"{pointer}/{index}")
        for start, _ in places.get(place, ())
        for number, (left, right, _) in enumerate(lines)
        if left <= start < right and len(places[place]) == 1
    }
    if len(own) < len(values) or not own:
        return
    for number, (left, right, mark) in enumerate(lines):
        near = {number - 1, number + 1} & own
        if number in own or covered.touches(left, right) or not any(lines[at][2] == mark for at in near):
            continue
        if any(text[min(lines[at][1], right) : max(lines[at][0], left)].count("\n\n") for at in near):
            continue
        own.add(number)
        yield Flaw(truth="dropped", pointer=pointer, expected=text[left:right].strip(), actual=None)


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end
