"""Lists: items that the prompt has and the label lacks, and items in another order."""

import re
from collections.abc import Iterator
from itertools import pairwise

from edgejson.alignment.binding import Binding
from edgejson.alignment.fields import Leaf
from edgejson.alignment.flaw import Flaw
from edgejson.alignment.mention import Mention
from edgejson.alignment.vocabulary import words_for

_AND = r"(?:and|&|und|et|y|e|og|och|en|i|oraz|as well as|plus|sowie|then|ja|та|и)"
_BETWEEN = re.compile(
    rf"[\s\"'“”‘’»«*.)\]`]*(?:[,;/|·•+]|\n|\b{_AND}\b)+(?:[\s\"'“”‘’»«*`(-]|\b{_AND}\s|\d\.|[-•*–])*",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"(?P<quote>[\"'”’`]?)(?P<mark>,\s?(?:{_AND}\s)?|\s{_AND}\s|;\s?|\s?/\s?|\s?\|\s?)(?P<open>[\"'“‘`]?)(?P<item>[^\W_][^\n,;.|/()\[\]:!?\"”]{{0,40}}?)(?P<end>[\"'”’`]?\s*(?:[,;.|/)\]\n!?]|$|\s{_AND}\s))",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:[:\[(=]\s?|[\"“])(?P<item>[^\W_][^\n,;.|()\[\]:!?=\"”]{0,40}?)[\"”']?(?:,\s?|;\s?|\s?\|\s?|\s?/\s?|\s(?:and|&|und|et|y|e)\s)[\"“']?$"
)
_FILLERS = words_for("fillers")
_JOINED = re.compile(r"(?P<item>[^\W_][\w-]{2,30}) (?:and|&|und|et|y|e) [\"'“]?$")
_CONJUNCTION = re.compile(rf"\s{_AND}\s", re.IGNORECASE)


def list_flaws(binding: Binding) -> Iterator[Flaw]:
    """Yield the flaws of lists of plain values: lost items, crossed order."""
    lists: dict[str, list[Leaf]] = {}
    for leaf in binding.leaves:
        if leaf.field.is_item:
            lists.setdefault(leaf.parent, []).append(leaf)
    for pointer, leaves in lists.items():
        bound = [leaf for leaf in leaves if leaf.mention is not None and leaf.bound.end > 0]
        if len(bound) != len(leaves) or not bound:
            continue
        crossed = next(
            (two for one, two in pairwise(bound) if two.bound.start < one.bound.start),
            None,
        )
        if crossed is not None:
            text = ", ".join(str(leaf.value) for leaf in sorted(bound, key=lambda one: one.bound.start))
            yield Flaw(truth="order", pointer=crossed.pointer, expected=text, actual=crossed.value)
            continue
        split = next(
            (
                two
                for one, two in pairwise(bound)
                if binding.document.text[one.bound.end : two.bound.start] == " "
            ),
            None,
        )
        if split is not None and all(isinstance(leaf.value, str) for leaf in bound):
            first = bound[bound.index(split) - 1].bound
            yield Flaw(
                truth="words",
                pointer=split.pointer,
                expected=binding.document.text[first.start : split.bound.end],
                actual=split.value,
            )
            continue
        cut = _cut(binding, bound)
        if cut is not None:
            yield cut
            continue
        lost = _lost(binding, bound)
        if lost is not None:
            yield Flaw(truth="dropped", pointer=f"{pointer}/{len(leaves)}", expected=lost, actual=None)


def _cut(binding: Binding, bound: list[Leaf]) -> Flaw | None:
    """Return the flaw of an item beside which words stand that no separator parts from it."""
    text = binding.document.text
    for one, two in pairwise(bound):
        left, right = one.bound, two.bound
        gap = text[left.end : right.start]
        if not 1 < len(gap) < 80 or binding.is_taken(left.end, right.start):
            continue
        found = list(_BETWEEN.finditer(gap))
        if not found:
            continue
        behind, before = gap[: found[0].start()], gap[found[-1].end() :]
        if _plain(behind) and behind[:1] == " ":
            return Flaw(
                truth="words",
                pointer=one.pointer,
                expected=text[left.start : left.end] + behind.rstrip(),
                actual=one.value,
            )
        if _plain(before) and before[-1:] == " ":
            return Flaw(
                truth="words",
                pointer=two.pointer,
                expected=before.lstrip() + text[right.start : right.end],
                actual=two.value,
            )
    return None


def _plain(rest: str) -> bool:
    words = rest.split()
    return 0 < len(words) <= 2 and all(word.isalpha() and word.lower() not in _FILLERS for word in words)


def _lost(binding: Binding, bound: list[Leaf]) -> str | None:
    text = binding.document.text
    spans = [(leaf.bound.start, leaf.bound.end) for leaf in bound]
    marks = [text[left[1] : right[0]] for left, right in pairwise(spans)]
    for (_, end), (start, _) in pairwise(spans):
        gap = text[end:start]
        if (
            0 < len(gap) < 120
            and not _CONJUNCTION.match(gap.replace(",", " "))
            and not binding.is_taken(end, start)
        ):
            parts = [part for part in _BETWEEN.split(gap) if part and re.search(r"\w", part)]
            edges = _BETWEEN.match(gap) is not None
            if len(parts) == 1 and edges and len(parts[0].split()) <= 4 and len(_BETWEEN.findall(gap)) > 1:
                return parts[0].strip()
    own = [
        cell for cell in binding.document.cells_at(spans[0][0], spans[0][1]) if cell.end - cell.start < 2000
    ]
    if own and own[0].kind == "item":
        for other in binding.document.cells:
            if (
                other.kind == "item"
                and other.names == own[0].names
                and other.parents == own[0].parents
                and not binding.is_taken(other.start, other.end)
            ):
                inside = binding.document.common
                if (
                    inside(_probe(other.start), bound[0].bound)
                    <= inside(_probe(own[0].start), bound[0].bound) + 400
                ):
                    return text[other.start : other.end]
    last = spans[-1][1]
    closed = any(_CONJUNCTION.search(mark) for mark in marks[-1:])
    after = _AFTER.match(text, last)
    if after is not None and bound[0].kind == "email":
        after = next(
            (
                _AFTER.match(text, last)
                for m in binding.document.emails
                if after.start("item") <= m.start <= after.end("item") + 2
            ),
            None,
        )
    if after is not None and not binding.is_taken(last, after.end("item")):
        conjunction = _CONJUNCTION.search(after["mark"]) is not None
        same = bool(marks) and any(mark.strip("\"'“” ") == after["mark"].strip() for mark in marks)
        short = len(after["item"].split()) <= 3
        if short and not closed and (conjunction or same) and (marks or conjunction):
            return after["item"]
        cell = own[0] if own else None
        if (
            cell is not None
            and cell.end >= after.end("item")
            and cell.kind != "element"
            and short
            and len(bound) > 0
            and _is_list(text[cell.start : cell.end])
        ):
            return after["item"]
    before = _BEFORE.search(text, max(0, spans[0][0] - 60), spans[0][0])
    if (
        before is not None
        and len(bound) > 1
        and not binding.is_taken(before.start("item"), spans[0][0])
        and len(before["item"].split()) <= 3
    ):
        return before["item"]
    joined = _JOINED.search(text, max(0, spans[0][0] - 40), spans[0][0])
    if (
        joined is not None
        and not binding.is_taken(joined.start("item"), spans[0][0])
        and joined["item"].lower() not in _FILLERS
    ):
        return joined["item"]
    return None


def _is_list(value: str) -> bool:
    parts = re.split(r"[,;/|]", value)
    return len(parts) > 1 and all(0 < len(part.split()) <= 4 for part in parts)


def _probe(start: int) -> Mention:
    return Mention("text", start, start + 1, frozenset())


def repeated_items(binding: Binding) -> Iterator[Flaw]:
    """Yield the flaws of plain values that a list has more often than the prompt."""
    counts: dict[tuple[str, str], int] = {}
    for leaf in binding.leaves:
        if leaf.field.is_item and leaf.mention is not None and leaf.bound.end > 0:
            key = (leaf.parent, str(leaf.value))
            counts[key] = counts.get(key, 0) + 1
            if counts[key] > len(leaf.candidates) or (counts[key] > 1 and leaf.bound.leaves[0] is not leaf):
                yield Flaw(truth="repeated", pointer=leaf.pointer, expected=None, actual=leaf.value)
