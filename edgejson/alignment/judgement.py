"""The judgement of a record: everything in its label that is not as its prompt states it."""

from collections.abc import Sequence
from functools import cache

from edgejson._typing import JSONObject
from edgejson.alignment.binding import Binding
from edgejson.alignment.cues import Cues, lexicon
from edgejson.alignment.cuts import cut_texts
from edgejson.alignment.document import Document
from edgejson.alignment.dropped import dropped
from edgejson.alignment.elsewhere import in_other_items, in_other_rows
from edgejson.alignment.fields import Fields, Leaf, fields_of, leaves_of
from edgejson.alignment.flaw import Flaw
from edgejson.alignment.items import lost_groups, lost_objects, object_order
from edgejson.alignment.lists import list_flaws, repeated_items
from edgejson.alignment.misplaced import rivals, shared, swapped, twice
from edgejson.alignment.missing import flaw_of, truth_flaw
from edgejson.suite.settings import Settings

_CUES: dict[str, Cues] = {}


def judge(prompt: str, label: JSONObject, fields: Fields) -> list[Flaw]:
    """Return the flaws of a label, at most one for each of its leaves, in the label's order."""
    document = Document(prompt)
    leaves, empty = leaves_of(label, fields)
    leaves = [leaf for leaf in leaves if not _refused(leaf)]
    binding = Binding(document, leaves, cues_for(fields, leaves))
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
    flaws += swapped(binding)
    flaws += rivals(binding)
    flaws += shared(binding)
    flaws += twice(binding)
    flaws += in_other_items(binding)
    flaws += in_other_rows(binding)
    flaws += cut_texts(binding)
    flaws += repeated_items(binding)
    flaws += object_order(binding)
    flaws += list_flaws(binding)
    flaws += [Flaw(truth="empty", pointer=at, expected=None, actual=None) for at in empty]
    flaws += list(lost_objects(binding)) or list(lost_groups(binding))
    flaws += dropped(binding, label)
    order = {leaf.pointer: number for number, leaf in enumerate(leaves)}
    best: dict[str, Flaw] = {}
    for flaw in flaws:
        best.setdefault(flaw.pointer, flaw)
    return sorted(best.values(), key=lambda flaw: order.get(flaw.pointer, len(order)))


def _refused(leaf: Leaf) -> bool:
    """Whether the schema refuses the value anyway: that is the schema's finding."""
    return bool(leaf.field.choices) and leaf.kind != "choice"


def cues_for(fields: Fields, leaves: Sequence[Leaf]) -> Cues:
    """Return the cues of a schema's fields, and of those that only the leaves have."""
    found = _CUES.get(fields.schema_id)
    if found is None or found.fields is not fields:
        found = _CUES[fields.schema_id] = Cues(fields, lexicon().get(fields.schema_id, {}))
    declared = len(fields.all)
    undeclared = {leaf.field.index: leaf.field for leaf in leaves if leaf.field.index >= declared}
    return Cues(fields, found.weights, [*undeclared.values()], found) if undeclared else found


@cache
def built_in(schema_id: str) -> Fields:
    """Return the fields of a built-in schema."""
    return fields_of(schema_id, Settings(root=None))
