"""The judgement of a record: everything in its label that is not as its prompt states it."""

from collections.abc import Iterator
from functools import cache

from edgejson._typing import JSONObject
from edgejson.alignment.binding import Binding
from edgejson.alignment.cues import Cues, lexicon
from edgejson.alignment.cuts import cut_texts
from edgejson.alignment.document import Document
from edgejson.alignment.dropped import dropped
from edgejson.alignment.elsewhere import in_other_items, in_other_rows
from edgejson.alignment.evidence import Evidence
from edgejson.alignment.fields import LABEL, Fields, Leaf, fields_of, leaves_of
from edgejson.alignment.flaw import Flaw
from edgejson.alignment.items import lost_groups, lost_objects, object_order
from edgejson.alignment.lists import list_flaws, repeated_items
from edgejson.alignment.misplaced import rivals, shared, swapped, twice
from edgejson.alignment.missing import flaw_of, truth_flaw
from edgejson.suite.settings import Settings

_CUES: dict[int, Cues] = {}


def judge(prompt: str, label: JSONObject, fields: Fields) -> list[Flaw]:
    """Return the flaws of a label, at most one for each of its leaves, in the label's order."""
    document = Document(prompt)
    leaves = [leaf for leaf in leaves_of(label, fields) if not _refused(leaf)]
    binding = Binding(document, leaves, cues_for(fields))
    flaws = []
    for leaf in leaves:
        if leaf.kind == "truth":
            flaw = truth_flaw(leaf, binding)
        elif leaf.mention is None:
            flaw = flaw_of(leaf, binding)
        elif leaf.pointer in binding.manner:
            mention = leaf.mention
            manner = binding.manner[leaf.pointer]
            expected = document.text[mention.start : mention.end]
            flaw = Flaw(truth=manner, pointer=leaf.pointer, expected=expected, actual=leaf.value)  # type: ignore[arg-type]
        else:
            continue
        if flaw is not None:
            leaf.flawed = True
            flaws.append(flaw)
    evidence = Evidence(binding)
    flaws += swapped(binding, evidence)
    flaws += rivals(binding, evidence)
    flaws += shared(binding)
    flaws += twice(binding)
    flaws += in_other_items(binding)
    flaws += in_other_rows(binding)
    flaws += cut_texts(binding)
    flaws += repeated_items(binding)
    flaws += object_order(binding)
    flaws += list_flaws(binding)
    flaws += _empty_items(label, LABEL)
    flaws += list(lost_objects(binding)) or list(lost_groups(binding))
    flaws += dropped(binding, label, fields.known)
    order = {leaf.pointer: number for number, leaf in enumerate(leaves)}
    best: dict[str, Flaw] = {}
    for flaw in flaws:
        best.setdefault(flaw.pointer, flaw)
    return sorted(best.values(), key=lambda flaw: order.get(flaw.pointer, len(order)))


def _empty_items(value: object, pointer: str) -> Iterator[Flaw]:
    """Yield the flaws of items of lists that are empty objects."""
    if isinstance(value, dict):
        for key, inner in value.items():
            token = key.replace("~", "~0").replace("/", "~1")
            yield from _empty_items(inner, f"{pointer}/{token}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            if inner == {}:
                yield Flaw(truth="empty", pointer=f"{pointer}/{number}", expected=None, actual=None)
            yield from _empty_items(inner, f"{pointer}/{number}")


def _refused(leaf: Leaf) -> bool:
    """Whether the schema refuses the value anyway: that is the schema's finding."""
    return bool(leaf.field.choices) and leaf.kind != "choice"


def cues_for(fields: Fields) -> Cues:
    """Return the cues of a schema's fields."""
    found = _CUES.get(id(fields))
    if found is None:
        found = _CUES[id(fields)] = Cues(fields, lexicon().get(fields.schema_id, {}))
    return found


@cache
def built_in(schema_id: str) -> Fields:
    """Return the fields of a built-in schema."""
    return fields_of(schema_id, Settings(root=None))
