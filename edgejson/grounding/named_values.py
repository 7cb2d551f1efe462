"""What is wrong with the values beside the names of fields in prose: left out, another choice, exchanged."""

import re
from collections.abc import Iterator, Sequence

from edgejson._typing import JSONObject, Pointer
from edgejson.grounding.cues import Cues
from edgejson.grounding.flaw import Flaw
from edgejson.grounding.leaf import Leaf
from edgejson.grounding.search import Sighting
from edgejson.grounding.shape import Shape
from edgejson.pointers import join

_ITEM = re.compile(r"/\d+(?:/|$)")


def left_out(
    label: JSONObject, shape: Shape, pointer: Pointer, cues: Cues, covered: bytearray
) -> Iterator[Flaw]:
    """Yield a flaw for each optional field that the label lacks though the prompt names it beside a value.

    The value must be of the field's kind and be none of those that the label has (`covered`).
    """
    for key, inner in shape.properties.items():
        here, value = pointer + join(key), label.get(key)
        if inner.kind == "object" and isinstance(value, dict):
            yield from left_out(value, inner, here, cues, covered)
        elif key not in label and key not in shape.required and inner.kind in ("text", "number", "boolean"):
            beside = (*cues.of(inner), *cues.loosely(inner, covered))
            cue = next((cue for cue in beside if not any(covered[cue.start : cue.end])), None)
            if cue is not None:
                yield Flaw(truth="dropped", pointer=here, expected=cue.text, actual=None)


def wrong_choices(sightings: Sequence[Sighting], cues: Cues) -> Iterator[Flaw]:
    """Yield a flaw for each enum value other than all that stand right beside its field's name."""
    for sighting in sightings:
        leaf = sighting.leaf
        if leaf.shape.choices and _has_own_name(leaf):
            named = {cue.text for cue in cues.of(leaf.shape)}
            if named and leaf.value not in named and not cues.names(sighting.spans, leaf.shape):
                expected = " or ".join(sorted(named))
                yield Flaw(truth="choice", pointer=leaf.pointer, expected=expected, actual=leaf.value)


def exchanged(sightings: Sequence[Sighting], cues: Cues) -> Iterator[Flaw]:
    """Yield a flaw for each two values that stand after each other's field's name, not after their own."""
    after = [
        (one, starts)
        for one in sightings
        if one.leaf.shape.kind in ("text", "number")
        and not one.leaf.shape.choices
        and _has_own_name(one.leaf)
        and (starts := {cue.start for cue in cues.of(one.leaf.shape)})
        and not _stands(one, starts)
    ]
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


def _has_own_name(leaf: Leaf) -> bool:
    """Whether a leaf has a name to itself: those in items of lists share theirs."""
    return bool(leaf.shape.name) and _ITEM.search(leaf.pointer) is None


def _stands(sighting: Sighting, starts: set[int]) -> bool:
    return any(start in starts for start, _ in sighting.spans)
