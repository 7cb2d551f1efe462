"""Fields that prose names beside a value: ``coupon code SPRING25``, ``high priority``, ``due 3 April``."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from edgejson._typing import JSONObject, JSONValue, Pointer
from edgejson.grounding.choices import pattern
from edgejson.grounding.continuation import coverage
from edgejson.grounding.flaw import Flaw
from edgejson.grounding.folding import name_words
from edgejson.grounding.leaf import Leaf
from edgejson.grounding.passage import Passage
from edgejson.grounding.search import Sighting
from edgejson.grounding.shape import Shape
from edgejson.pointers import join, split

_LINK = re.compile(
    r"(?P<sign>\s*(?:[:=#|]|\.{3,})\s*)?(?:\s*\b(?:is|was|are|set|of|to|as|at|by|on|for|the|now|still)\b)*[\s(\"'*`-]*"
)
_PLAIN_LINK = re.compile(r"(?P<sign>\s*[:=#]\s*)|[\s(\"'*`]+")
_GENERIC = frozenset(["code", "id", "date", "number", "name", "address", "amount", "time", "at", "by"])
_TELLING_NOTHING = _GENERIC | frozenset(
    [
        "start",
        "end",
        "value",
        "price",
        "unit",
        "type",
        "status",
        "cost",
        "percentage",
        "rate",
        "is",
        "has",
        "per",
        "to",
        "in",
        "on",
        "of",
    ]
)
_CLAUSE_END = re.compile(r"[.;!?\n]\s|\n|,\s")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")
_NEAR = 30
"""Characters within which a name and a value stand near each other."""
_BOOLEAN = re.compile(r"(?:true|false|yes|no|on|off|enabled|disabled)\b")
_TOKEN = re.compile(r"[^\s,;:()\"|]+")
_TEXT = re.compile(r"[^\n,;|\"]+")
_MONEY = re.compile(r"(?:[A-Z]{3}\s?)?[-−+]?\s?[$€£¥₹]?\s?[-−]?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A value that stands right after a field's name: its span, and the text, for people."""

    start: int
    end: int
    text: str


def dropped_by_cue(
    label: JSONObject,
    shape: Shape,
    pointer: Pointer,
    passage: Passage,
    sightings: Sequence[Sighting],
    phrases: Sequence[str],
) -> Iterator[Flaw]:
    """Yield a flaw for each optional field that the label lacks though `passage` names it before a value.

    The value must be of the field's kind and be none of those that the label has (`sightings`); `phrases`
    are all names of the schema's fields, so that *total* is not read in *total amount*.
    """
    covered = coverage(sightings, passage.plain)
    for key, inner in shape.properties.items():
        here = pointer + join(key)
        value = label.get(key)
        if inner.kind == "object" and isinstance(value, dict):
            yield from dropped_by_cue(value, inner, here, passage, sightings, phrases)
        elif key not in label and key not in shape.required and inner.kind in ("text", "number", "boolean"):
            free = (cue for cue in (*cues(inner, passage, phrases), *_loosely(inner, passage, covered)))
            cue = next((cue for cue in free if not any(covered[cue.start : cue.end])), None)
            if cue is not None:
                yield Flaw(truth="dropped", pointer=here, expected=cue.text, actual=None)


def cues(shape: Shape, passage: Passage, phrases: Sequence[str]) -> Iterator[Cue]:
    """Yield the values of the kind of `shape` that stand right after its name in `passage`."""
    words = name_words(shape.name)
    for phrase in {words, words[:-1] if words[-1] in _GENERIC and len(words) > 1 else words}:
        link = _LINK if phrase == words else _PLAIN_LINK
        for match in _named(phrase).finditer(passage.lower):
            if _is_longer(match, passage.lower, phrases):
                continue
            linked = link.match(passage.lower, match.end())
            if linked is not None:
                yield from _value_at(linked.end(), shape, passage, bool(linked["sign"]))
            if shape.choices:
                yield from _choice_before(match.start(), shape, passage)


def _loosely(shape: Shape, passage: Passage, covered: bytearray) -> Iterator[Cue]:
    """Yield dates, addresses and amounts before which their clause has the telling words of the field's name.

    ``ordered on 5 May`` states *order_date*, ``shipping came to $4.95`` *shipping_cost*.
    """
    stems = [
        word[: max(4, len(word) - 2)]
        for word in name_words(shape.name)
        if word not in _TELLING_NOTHING and len(word) > 2
    ]
    if not stems:
        return
    for start, end in _strong(shape, passage):
        clause = _CLAUSE_END.split(passage.lower[max(0, start - 30) : start])[-1]
        first = start - len(clause)
        told = [re.search(rf"(?<!\w){re.escape(stem)}", clause) for stem in stems]
        if all(at is not None and not any(covered[first + at.start() : start]) for at in told):
            yield Cue(start=start, end=end, text=passage.plain[start:end])


def _strong(shape: Shape, passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield where values stand whose form alone says that they are of the field's kind."""
    if shape.format in ("date", "date-time"):
        yield from (span for _, span in passage.moments.days)
    elif shape.format == "email":
        yield from (match.span() for match in _EMAIL.finditer(passage.plain))
    elif shape.kind == "number":
        for figure in passage.figures:
            start, end = figure.span
            around = passage.plain[max(0, start - 4) : start] + passage.plain[end : end + 4]
            if re.search(r"[$€£¥%]|\b[A-Z]{3}\b", around) or re.search(r"\.\d\d$", passage.plain[start:end]):
                yield figure.span


@lru_cache(maxsize=2048)
def _named(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<![^\W_])" + r"[\s_-]?".join(map(re.escape, words)) + r"(?![^\W_])")


def _is_longer(match: re.Match[str], text: str, phrases: Sequence[str]) -> bool:
    """Whether a longer name of a field stands where `match` stands."""
    size = match.end() - match.start()
    around = text[max(0, match.start() - 30) : match.end() + 30]
    return any(len(phrase) > size and match[0] in phrase and phrase in around for phrase in phrases)


def _value_at(at: int, shape: Shape, passage: Passage, signed: bool) -> Iterator[Cue]:
    text = passage.plain
    if shape.kind == "boolean":
        found = _BOOLEAN.match(passage.lower, at)
        if found is not None:
            yield Cue(start=at, end=found.end(), text=found[0])
    elif shape.choices:
        for choice in shape.choices:
            found = pattern(choice).match(passage.lower, at)
            if found is not None:
                yield Cue(start=found.start(), end=found.end(), text=choice)
    elif shape.kind == "number":
        money = _MONEY.match(text, at)
        start = money.end() if money else at
        for figure in passage.figures:
            if figure.span[0] == start and not figure.is_word:
                yield Cue(start=start, end=figure.span[1], text=text[at : figure.span[1]])
    elif shape.format in ("date", "date-time"):
        for _, (start, end) in passage.moments.days:
            if at <= start <= at + 5:
                yield Cue(start=start, end=end, text=text[start:end])
    elif shape.format == "email":
        token = _TOKEN.match(text, at)
        if token and "@" in token[0]:
            yield Cue(start=token.start(), end=token.end(), text=token[0])
    elif signed:
        found = _TEXT.match(text, at)
        if found is not None and found[0].strip():
            yield Cue(start=found.start(), end=found.end(), text=found[0].strip())
    else:
        token = _TOKEN.match(text, at)
        if token and any(map(str.isdigit, token[0])) and any(map(str.isalpha, token[0])):
            yield Cue(start=token.start(), end=token.end(), text=token[0])


def _choice_before(at: int, shape: Shape, passage: Passage) -> Iterator[Cue]:
    """Yield the enum value that stands right before the name: ``high-priority``, ``dark theme``."""
    for choice in shape.choices:
        before = passage.lower[max(0, at - len(choice) - 2) : at]
        found = re.search(rf"(?<!\w){re.escape(choice.lower()).replace('_', '[ _-]')}[ -]$", before)
        if found is not None:
            start = at - len(found[0])
            yield Cue(start=start, end=at - 1, text=choice)


def wrong_choices(sightings: Sequence[Sighting], passage: Passage, phrases: Sequence[str]) -> Iterator[Flaw]:
    """Yield a flaw for each enum value other than all that stand right beside its field's name."""
    for sighting in sightings:
        shape = sighting.leaf.shape
        if shape.choices and not any(token.isdigit() for token in split(sighting.pointer)):
            named = {cue.text for cue in cues(shape, passage, phrases)}
            if named and sighting.leaf.value not in named and not _beside_name(sighting, passage):
                expected: JSONValue = " or ".join(sorted(named))
                yield Flaw(
                    truth="choice", pointer=sighting.pointer, expected=expected, actual=sighting.leaf.value
                )


def _beside_name(sighting: Sighting, passage: Passage) -> bool:
    """Whether the value stands near its field's name: ``we have high as the priority``."""
    name = _named(name_words(sighting.leaf.shape.name))
    return any(
        name.search(passage.lower, max(0, start - _NEAR), end + _NEAR) for start, end in sighting.spans
    )


def exchanged(sightings: Sequence[Sighting], passage: Passage, phrases: Sequence[str]) -> Iterator[Flaw]:
    """Yield a flaw for each two values that stand after each other's field's name, not after their own."""
    after: Mapping[Pointer, set[int]] = {
        one.pointer: {cue.start for cue in cues(one.leaf.shape, passage, phrases)}
        for one in sightings
        if _may(one.leaf)
    }
    seen: set[Pointer] = set()
    for one in sightings:
        for other in sightings:
            if one is other or one.pointer in seen or other.pointer in seen:
                continue
            if (
                not after.get(one.pointer)
                or not after.get(other.pointer)
                or one.leaf.value == other.leaf.value
            ):
                continue
            if (
                _stands(other, after[one.pointer])
                and _stands(one, after[other.pointer])
                and not (_stands(one, after[one.pointer]) or _stands(other, after[other.pointer]))
            ):
                seen |= {one.pointer, other.pointer}
                yield Flaw(
                    truth="place",
                    pointer=one.pointer,
                    expected=other.leaf.value,
                    actual=one.leaf.value,
                    message=f"the prompt states this for {other.pointer}, and the value there for this field",
                )


def _may(leaf: Leaf) -> bool:
    """Whether a leaf has a name of its own: those in items of lists share theirs."""
    if any(token.isdigit() for token in split(leaf.pointer)):
        return False
    return not leaf.shape.choices and leaf.shape.kind in ("text", "number") and bool(leaf.shape.name)


def _stands(sighting: Sighting, starts: set[int]) -> bool:
    return any(start in starts for start, _ in sighting.spans)


def phrases_of(shape: Shape) -> list[str]:
    """Return the names of all fields of a schema as they stand in folded text."""
    found = []
    for key, inner in shape.properties.items():
        found.append(" ".join(name_words(key)))
        found += phrases_of(inner.items if inner.items is not None else inner)
    return found
