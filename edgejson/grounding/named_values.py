"""What is wrong with the values beside the names of fields in prose: left out, another choice, exchanged."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from edgejson._typing import JSONObject, JSONValue, Pointer
from edgejson.core.pointers import join
from edgejson.grounding.clauses import is_within
from edgejson.grounding.coverage import Coverage
from edgejson.grounding.cues import Cues
from edgejson.grounding.flaw import Flaw
from edgejson.grounding.leaf import Leaf
from edgejson.grounding.search import Sighting
from edgejson.grounding.shape import Shape

_FEW = 40
"""Characters that the lost words of a text may have."""
_WORDS = re.compile(r"(?:[^\W_][\w'-]*\s+){1,3}")
_REST = re.compile(r"(?:[ ][\w'’-]+){1,4}(?=[.;\n]|$)")
_NO_REST = re.compile(
    r"\b(?:and|or|but|so|with|which|who|that|for|from|of|in|on|at|by|as|to|since|because|while|when|if|until|after|before|"
    r"please|now|today|tomorrow|yesterday|right|already|still|again|too|thanks|thank|is|was|are|were|has|have|had|will|"
    r"would|can|could|should|via|per|only|also|currently|there|here|this|last|next|each|apiece|called|named|json)\b",
    re.IGNORECASE,
)
_ITEM = re.compile(r"/\d+(?:/|$)")


def left_out(
    label: JSONObject, shape: Shape, pointer: Pointer, cues: Cues, covered: Coverage
) -> Iterator[Flaw]:
    """Yield a flaw for each field, object or item that the label lacks and the prompt names beside a value.

    The value must be of the field's kind and be none of those that the label has (`covered`).
    """
    for key, inner in shape.properties.items():
        here, value = pointer + join(key), label.get(key)
        if inner.kind == "object" and isinstance(value, dict):
            yield from left_out(value, inner, here, cues, covered)
        elif inner.kind == "array" and inner.items is not None and inner.items.properties:
            yield from _left_out_items(inner.items, here, cues, covered)
        elif key in label or key in shape.required:
            continue
        elif inner.kind == "object":
            parts = [flaw.expected for flaw in left_out({}, inner, here, cues, covered)]
            if len(parts) > 1 or (parts and (len(inner.properties) == 1 or _is_told(inner, cues, covered))):
                yield Flaw(truth="dropped", pointer=here, expected=parts, actual=None)
        else:
            cue = _uncovered(inner, cues, covered)
            if cue is not None:
                yield Flaw(truth="dropped", pointer=here, expected=cue, actual=None)


def _left_out_items(shape: Shape, pointer: Pointer, cues: Cues, covered: Coverage) -> Iterator[Flaw]:
    """Yield a flaw for a list of whose items' fields the prompt names two or more beside values left over."""
    found: list[JSONValue] = []
    for inner in shape.properties.values():
        if inner.kind == "boolean":
            continue
        beside = (
            cue for cue in cues.of(inner) if not cue.is_loose and not covered.touches(cue.start, cue.end)
        )
        cue = next(beside, None)
        if cue is not None:
            found.append(cue.text)
    if len(found) > 1:
        yield Flaw(truth="dropped", pointer=pointer, expected=found, actual=None)


def _uncovered(shape: Shape, cues: Cues, covered: Coverage) -> str | None:
    """Return what the prompt states beside the name of a field and the label does not have."""
    kind = shape.items.kind if shape.kind == "array" and shape.items is not None else shape.kind
    if kind not in ("text", "number", "boolean"):
        return None
    for cue in (*cues.of(shape), *cues.loosely(shape, covered)):
        if covered.touches(cue.start, cue.end) or (cue.is_qualified and "_" not in shape.name):
            continue
        if not cue.is_loose or (cue.is_said and cues.states(cue)):
            return cue.text
    if shape.kind == "array":
        return None
    alone = cues.alone(shape, covered)
    return None if alone is None else alone.text


def _is_told(shape: Shape, cues: Cues, covered: Coverage) -> bool:
    """Whether a field of an object with a name of several words is said to have a value left over."""
    return any(
        cue.is_said and "_" in inner.name and not cue.is_loose and not covered.touches(cue.start, cue.end)
        for inner in shape.properties.values()
        for cue in cues.of(inner)
    )


def wrong_choices(sightings: Sequence[Sighting], cues: Cues) -> Iterator[Flaw]:
    """Yield a flaw for each enum value other than all that stand right beside its field's name."""
    for sighting in sightings:
        leaf = sighting.leaf
        if leaf.shape.choices and _has_own_name(leaf):
            named = {cue.text for cue in cues.of(leaf.shape)}
            if named and leaf.value not in named and not cues.names(sighting.spans, leaf.shape):
                expected = " or ".join(sorted(named))
                yield Flaw(truth="choice", pointer=leaf.pointer, expected=expected, actual=leaf.value)


def begun_later(sightings: Sequence[Sighting], cues: Cues, covered: Coverage) -> Iterator[Flaw]:
    """Yield a flaw for each text that lacks the words between its field's name and its beginning."""
    text = cues.passage.plain
    for sighting in sightings:
        leaf = sighting.leaf
        shape = leaf.shape
        if shape.kind != "text" or shape.choices or shape.format or not _has_own_name(leaf):
            continue
        starts = [cue.start for cue in cues.of(shape)]
        if not starts or _stands(sighting, set(starts)):
            continue
        for start, end in sighting.spans:
            first = next((at for at in starts if at < start <= at + _FEW), None)
            if (
                first is not None
                and not covered.touches(first, start)
                and _WORDS.fullmatch(text, first, start)
                and not is_within(text[start:end], text[first:end])
            ):
                yield Flaw(truth="words", pointer=leaf.pointer, expected=text[first:end], actual=leaf.value)
                break


def exchanged(sightings: Sequence[Sighting], cues: Cues) -> Iterator[Flaw]:
    """Yield a flaw for each two values that stand after each other's field's name, not after their own.

    One is enough where that name is said with a verb or a mark behind it.
    """
    named = [
        (one, {cue.start for cue in cues.of(one.leaf.shape)})
        for one in sightings
        if one.leaf.shape.kind in ("text", "number")
        and not one.leaf.shape.choices
        and _has_own_name(one.leaf)
    ]
    after = [(one, starts) for one, starts in named if starts and not _stands(one, starts)]
    seen: set[Pointer] = set()
    for index, (one, own) in enumerate(after):
        for other, others in after[index + 1 :]:
            if {one.pointer, other.pointer} & seen or one.leaf.value == other.leaf.value:
                continue
            if _stands(other, own) and _stands(one, others):
                seen |= {one.pointer, other.pointer}
                yield Flaw(
                    truth="place",
                    pointer=one.pointer,
                    expected=other.leaf.value,
                    actual=one.leaf.value,
                    message=f"the prompt states this for {other.pointer}, and the value there for this field",
                )
    yield from _taken(named, cues, seen)


def _taken(named: Sequence[tuple[Sighting, set[int]]], cues: Cues, seen: set[Pointer]) -> Iterator[Flaw]:
    """Yield a flaw for each value in whose stead the prompt states another one's right behind its name."""
    names = Counter(one.leaf.shape.name for one, _ in named)
    for one, _ in named:
        if names[one.leaf.shape.name] > 1 or ("_" not in one.leaf.shape.name and one.pointer.count("/") > 2):
            continue
        said = {cue.start for cue in cues.of(one.leaf.shape) if cue.is_said}
        if one.pointer in seen or not said or _stands(one, said):
            continue
        others = (other for other, _ in named if other.leaf.value != one.leaf.value and _stands(other, said))
        other = next(others, None)
        if other is not None:
            seen.add(other.pointer)
            yield Flaw(
                truth="place",
                pointer=one.pointer,
                expected=other.leaf.value,
                actual=one.leaf.value,
                message=f"the prompt states the value of {other.pointer} for this field",
            )


def ended_early(sightings: Sequence[Sighting], cues: Cues, covered: Coverage) -> Iterator[Flaw]:
    """Yield a flaw for each text behind its field's name that lacks the last words of its clause."""
    text = cues.passage.plain
    for sighting in sightings:
        shape = sighting.leaf.shape
        if shape.kind != "text" or shape.choices or shape.format or not shape.name:
            continue
        said = {cue.start for cue in cues.of(shape) if cue.is_said}
        longer = [
            text[start : rest.end()]
            for start, end in sighting.spans
            if start in said
            and (rest := _REST.match(text, end)) is not None
            and not covered.touches(*rest.span())
            and not _NO_REST.search(rest[0])
        ]
        if longer and len(longer) == len(sighting.spans):
            yield Flaw(
                truth="words", pointer=sighting.pointer, expected=longer[0], actual=sighting.leaf.value
            )


def _has_own_name(leaf: Leaf) -> bool:
    """Whether a leaf has a name to itself: those in items of lists share theirs."""
    return bool(leaf.shape.name) and _ITEM.search(leaf.pointer) is None


def _stands(sighting: Sighting, starts: set[int]) -> bool:
    return any(start in starts for start, _ in sighting.spans)
