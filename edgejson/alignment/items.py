"""Lists of objects: items that the prompt has and the label lacks, items in another order or repeated."""

from collections.abc import Iterator
from itertools import pairwise

from edgejson.alignment.binding import Binding
from edgejson.alignment.cells import Region
from edgejson.alignment.document import Document
from edgejson.alignment.fields import Leaf
from edgejson.alignment.flaw import Flaw

TOGETHER = 12


def lost_objects(binding: Binding) -> Iterator[Flaw]:
    """Yield the flaws of lists of objects beside whose items another one of their form stands, unbound."""
    document = binding.document
    lists: dict[str, dict[str, list[Leaf]]] = {}
    for leaf in binding.leaves:
        if leaf.mention is not None and leaf.bound.end > 0:
            for holder in leaf.holders:
                lists.setdefault(holder.rpartition("/")[0], {}).setdefault(holder, []).append(leaf)
    children: dict[int, list[int]] = {}
    for index, parent in enumerate(document.parents):
        children.setdefault(parent, []).append(index)
    for pointer, items in lists.items():
        regions = {}
        for holder, leaves in items.items():
            region = _region(document, leaves)
            if region is not None:
                regions[holder] = region
        if not regions or len(regions) != len(items):
            continue
        parents = {document.parents[region] for region in regions.values()}
        kinds = {document.regions[region].kind for region in regions.values()}
        if len(parents) != 1 or len(kinds) != 1 or len(set(regions.values())) != len(items):
            continue
        parent, kind = parents.pop(), kinds.pop()
        stem = "/".join(pointer.split("/")[2:])
        for child in children.get(parent, ()):
            other = document.regions[child]
            if any(left <= other.start < right for left, right in document.layout.heads):
                continue
            if child in regions.values() or other.kind != kind or binding.is_taken(other.start, other.end):
                continue
            if _alike(
                binding,
                other,
                stem,
                min(len({one.field.index for one in leaves}) for leaves in items.values()),
            ):
                yield Flaw(
                    truth="dropped",
                    pointer=f"{pointer}/{len(items)}",
                    expected=document.text[other.start : other.end].strip(),
                    actual=None,
                )
                break


def _region(document: Document, leaves: list[Leaf]) -> int | None:
    """Return the smallest region that holds all mentions of an item."""
    paths = [document.place(leaf.bound) for leaf in leaves]
    last: int | None = None
    for steps in zip(*paths, strict=False):
        if len(set(steps)) > 1:
            break
        last = steps[0]
    return last


def _alike(binding: Binding, region: Region, stem: str, least: int) -> bool:
    """Whether a region states values of several fields of a list's items by their names."""
    document = binding.document
    path = tuple("*" if part.isdigit() else part for part in stem.split("/"))
    wanted = {one.index for one in binding.cues.fields.all if one.path[: len(path) + 1] == (*path, "*")}
    found = set()
    values = {leaf.value for leaf in binding.leaves if leaf.kind != "number"}
    for mention in (*document.numbers, *document.moment_mentions, *document.emails, *document.texts()):
        if (
            region.start <= mention.start
            and mention.end <= region.end
            and document.text[mention.start : mention.end] not in values
            and not document.is_name(mention)
        ):
            scores = binding.cues.scores(document, mention)
            best = max(scores, key=lambda key: scores[key], default=-1)
            if best in wanted and scores[best] >= 5:
                found.add(best)
    return len(found) >= min(2, least) and len(found) > 0


def lost_groups(binding: Binding) -> Iterator[Flaw]:
    """Yield the flaws of lists of objects beside which values of several fields stand together, unbound."""
    document = binding.document
    fields = binding.cues.fields.all
    present = {leaf.field.index for leaf in binding.leaves}
    values = {leaf.value for leaf in binding.leaves}
    groups: dict[tuple[int, tuple[str, ...]], dict[int, tuple[int, int, int]]] = {}
    for mention in (*document.numbers, *document.moment_mentions, *document.emails, *document.texts()):
        if (
            binding.is_taken(mention.start, mention.end)
            or document.is_name(mention)
            or document.text[mention.start : mention.end] in values
            or not values.isdisjoint(mention.readings)
        ):
            continue
        if mention.kind == "number" and not any(
            c.isdigit() for c in document.text[mention.start : mention.end]
        ):
            continue
        scores = binding.cues.scores(document, mention)
        best = max(scores, key=lambda key: scores[key], default=-1)
        if best < 0 or best not in present or scores[best] < 3 or "*" not in fields[best].path[:-1]:
            continue
        path = fields[best].path
        stem = path[: len(path) - 1 - path[::-1].index("*")]
        group = groups.setdefault((document.region_at(mention.start), stem), {})
        if best not in group or group[best][0] < scores[best]:
            group[best] = (scores[best], mention.start, mention.end)
    for (_, stem), group in groups.items():
        if len(group) > 1 and sum(score for score, _, _ in group.values()) >= TOGETHER:
            start, end = min(one[1] for one in group.values()), max(one[2] for one in group.values())
            pointer = next(
                leaf.holders[0].rpartition("/")[0]
                for leaf in binding.leaves
                if leaf.holders and leaf.field.path[: len(stem)] == stem
            )
            number = sum(
                1
                for _ in {
                    leaf.holders[0]
                    for leaf in binding.leaves
                    if leaf.holders and leaf.field.path[: len(stem)] == stem
                }
            )
            yield Flaw(
                truth="dropped", pointer=f"{pointer}/{number}", expected=document.text[start:end], actual=None
            )
            return


def object_order(binding: Binding) -> Iterator[Flaw]:
    """Yield the flaws of lists of objects whose items stand in another order, or are repeated."""
    lists: dict[str, dict[str, list[Leaf]]] = {}
    for leaf in binding.leaves:
        if leaf.holders:
            holder = leaf.holders[-1]
            lists.setdefault(holder.rpartition("/")[0], {}).setdefault(holder, []).append(leaf)
    for items in lists.values():
        spans, seen = [], set()
        for holder, leaves in items.items():
            content = tuple((leaf.field.index, str(leaf.value)) for leaf in leaves)
            if content in seen and any(
                len(leaf.candidates)
                < sum(str(one.value) == str(leaf.value) and one.field is leaf.field for one in binding.leaves)
                for leaf in leaves
                if leaf.kind != "truth"
            ):
                yield Flaw(truth="repeated", pointer=holder, expected=None, actual=str(leaves[0].value))
            seen.add(content)
            sure = [
                leaf.mention
                for leaf in leaves
                if leaf.mention is not None
                and leaf.bound.end > 0
                and len(leaf.candidates) == 1
                and len(leaf.bound.leaves) == 1
            ]
            if sure:
                spans.append((min(one.start for one in sure), max(one.end for one in sure), holder))
        if len(spans) != len(items) or len(spans) < 2:
            continue
        ordered = sorted(spans)
        if all(one[1] <= two[0] for one, two in pairwise(ordered)) and ordered != spans:
            wrong = next(two for one, two in zip(spans, ordered, strict=True) if one != two)
            yield Flaw(
                truth="order",
                pointer=wrong[2],
                expected=binding.document.text[ordered[0][0] : ordered[0][1]],
                actual=None,
            )
