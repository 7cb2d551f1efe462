"""Values that stand with the values of another item or row."""

from bisect import bisect_left
from collections.abc import Iterator

from edgejson.alignment.binding import Binding
from edgejson.alignment.fields import Leaf
from edgejson.alignment.flaw import Flaw
from edgejson.alignment.mention import Mention
from edgejson.alignment.misplaced import misplaced

COLUMNS = 3
"""Cells of a row that make it one of a table, and not a name with its value."""


def in_other_rows(binding: Binding) -> Iterator[Flaw]:
    """Yield the flaws of values from another row of a table than their neighbours in the label."""
    document = binding.document
    rows: dict[str, list[tuple[Leaf, int]]] = {}
    for leaf in binding.leaves:
        if leaf.mention is not None and leaf.mention.end > 0:
            row = next(
                (
                    index
                    for index in reversed(document.path_of(document.place(leaf.mention)))
                    if document.regions[index].kind == "row"
                ),
                None,
            )
            if row is not None:
                rows.setdefault(leaf.owner, []).append((leaf, row))
    widths: dict[int, int] = {}
    for cell in document.cells if rows else ():
        if cell.kind == "cell":
            index = document.region_at(cell.start)
            widths[index] = widths.get(index, 0) + 1
    for found in rows.values():
        counts: dict[int, int] = {}
        for _, row in found:
            counts[row] = counts.get(row, 0) + 1
        if len(counts) < 2:
            continue
        for leaf, row in found:
            cells = document.cells_at(leaf.bound.start, leaf.bound.end)
            names = cells[0].names[0] if cells else None
            main = max(counts, key=lambda one: (counts[one], -one))
            if (
                row == main
                or counts[main] < counts[row]
                or (counts[main] == counts[row] and widths.get(main, 0) < COLUMNS)
                or document.parents[row] != document.parents[main]
                or leaf.flawed
                or names is None
            ):
                continue
            whole = document.regions[main]
            for cell in document.cells:
                if (
                    whole.start <= cell.start < whole.end
                    and cell.names[0] == names
                    and document.text[cell.start : cell.end] != str(leaf.value)
                    and not binding.is_taken(cell.start, cell.end)
                ):
                    yield misplaced(leaf, binding, Mention("text", cell.start, cell.end, frozenset()))
                    break


def in_other_items(binding: Binding) -> Iterator[Flaw]:
    """Yield the flaws of values of list items that stand with another item's values."""
    columns: dict[tuple[str, int], list[Leaf]] = {}
    for leaf in binding.leaves:
        if (
            leaf.holders
            and leaf.mention is not None
            and leaf.mention.end > 0
            and leaf.kind != "truth"
            and leaf.owner == leaf.holders[-1]
        ):
            stem = leaf.holders[-1].rpartition("/")[0]
            columns.setdefault((stem, leaf.field.index), []).append(leaf)
    if all(len(leaves) < 2 for leaves in columns.values()):
        return
    document = binding.document
    starts = sorted(
        leaf.bound.start for leaf in binding.leaves if leaf.holders and leaf.mention and leaf.mention.end > 0
    )
    for leaves in columns.values():
        if len(leaves) < 2:
            continue
        for leaf in leaves:
            if leaf.flawed:
                continue
            own = binding.anchors(leaf)
            if not own:
                continue
            mention = leaf.mention
            assert mention is not None
            binding.work += len(own)
            around = document.place(mention)
            while not any(document.holds(around, one) for one in own):
                around = document.parents[around]
            whole = document.regions[around]
            inside = bisect_left(starts, whole.end) - bisect_left(starts, whole.start)
            if inside == 1 + sum(whole.start <= one.start < whole.end for one in own):
                continue
            here = whole.end - whole.start
            for other in leaves:
                if (
                    other.holders[-1] == leaf.holders[-1]
                    or other.value == leaf.value
                    or binding.work > 60_000
                ):
                    continue
                theirs = binding.anchors(other)
                if not theirs or other.mention is None:
                    continue
                binding.work += 3 * len(theirs)
                there = min(document.common(mention, one) for one in theirs)
                if there >= here:
                    if there == here and _crossed(mention, own, other.mention, theirs):
                        yield misplaced(leaf, binding, other.mention)
                        break
                    continue
                back_here = min(document.common(other.mention, one) for one in own)
                back_there = min(document.common(other.mention, one) for one in theirs)
                if back_here < back_there:
                    yield misplaced(leaf, binding, other.mention)
                    break


def _crossed(one: Mention, own: list[Mention], other: Mention, theirs: list[Mention]) -> bool:
    """Whether two values of two items stand much nearer to each other's items than to their own."""
    straight = _gap(one, own) + _gap(other, theirs)
    across = _gap(one, theirs) + _gap(other, own)
    return straight > 2 * across + 12


def _gap(mention: Mention, others: list[Mention]) -> int:
    start, end = min(one.start for one in others), max(one.end for one in others)
    return max(start - mention.end, mention.start - end, 0)
