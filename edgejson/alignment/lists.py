"""Lists: items that the prompt has and the label lacks, and items in another order."""

import re
from collections.abc import Iterator
from itertools import pairwise

from edgejson.alignment.binding import Binding
from edgejson.alignment.fields import Leaf
from edgejson.alignment.flaw import Flaw
from edgejson.alignment.vocabulary import words_for

TOGETHER = 12
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
        if leaf.field.path[-1:] == ("*",):
            lists.setdefault(leaf.pointer.rpartition("/")[0], []).append(leaf)
    for pointer, leaves in lists.items():
        bound = [leaf for leaf in leaves if leaf.mention is not None and leaf.mention.end > 0]
        if len(bound) != len(leaves) or not bound:
            continue
        crossed = next(
            (two for one, two in pairwise(bound) if two.mention.start < one.mention.start),
            None,
        )  # type: ignore[union-attr]
        if crossed is not None:
            text = ", ".join(str(leaf.value) for leaf in sorted(bound, key=lambda one: one.mention.start))  # type: ignore[union-attr]
            yield Flaw(truth="order", pointer=crossed.pointer, expected=text, actual=crossed.value)
            continue
        split = next(
            (
                two
                for one, two in pairwise(bound)
                if binding.document.text[one.mention.end : two.mention.start] == " "
            ),
            None,
        )  # type: ignore[union-attr]
        if split is not None and all(isinstance(leaf.value, str) for leaf in bound):
            first = bound[bound.index(split) - 1].mention
            yield Flaw(
                truth="words",
                pointer=split.pointer,
                expected=binding.document.text[first.start : split.mention.end],
                actual=split.value,
            )  # type: ignore[union-attr]
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
        left, right = one.mention, two.mention
        assert left is not None and right is not None
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
    spans = [(leaf.mention.start, leaf.mention.end) for leaf in bound]  # type: ignore[union-attr]
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
        for cell in binding.document.cells:
            if (
                cell.kind == "item"
                and cell.names == own[0].names
                and cell.parents == own[0].parents
                and not binding.is_taken(cell.start, cell.end)
            ):
                inside = binding.document.common
                if (
                    inside(_probe(cell.start), bound[0].mention)
                    <= inside(_probe(own[0].start), bound[0].mention) + 400
                ):  # type: ignore[arg-type]
                    return text[cell.start : cell.end]
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


def _probe(start: int):  # type: ignore[no-untyped-def]
    from edgejson.alignment.mention import Mention

    return Mention("text", start, start + 1, frozenset())


def lost_objects(binding: Binding) -> Iterator[Flaw]:
    """Yield the flaws of lists of objects beside whose items stands another one, of the same form, that no leaf is bound to."""
    document = binding.document
    lists: dict[str, dict[str, list[Leaf]]] = {}
    for leaf in binding.leaves:
        if leaf.mention is not None and leaf.mention.end > 0:
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


def _region(document, leaves: list[Leaf]) -> int | None:  # type: ignore[no-untyped-def]
    """Return the smallest region that holds all mentions of an item."""
    paths = [document.place(leaf.mention) for leaf in leaves]
    last = None
    for steps in zip(*paths, strict=False):
        if len(set(steps)) > 1:
            break
        last = steps[0]
    if last is not None and all(len(path) > paths[0].index(last) + 1 for path in paths) is False:
        return last
    return last


def _alike(binding: Binding, region, stem: str, least: int) -> bool:  # type: ignore[no-untyped-def]
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
        ):
            scores = binding.cues.scores(document, mention)
            best = max(scores, key=lambda key: scores[key], default=-1)
            if best in wanted and scores[best] >= 5:
                found.add(best)
    return len(found) >= min(2, least) and len(found) > 0


def lost_groups(binding: Binding) -> Iterator[Flaw]:
    """Yield the flaws of lists of objects beside which values of several of its fields stand together, unbound."""
    document = binding.document
    fields = binding.cues.fields.all
    present = {leaf.field.index for leaf in binding.leaves}
    values = {leaf.value for leaf in binding.leaves}
    groups: dict[tuple[int, tuple[str, ...]], dict[int, tuple[int, int, int]]] = {}
    for mention in (*document.numbers, *document.moment_mentions, *document.emails, *document.texts()):
        if (
            binding.is_taken(mention.start, mention.end)
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
    """Yield the flaws of lists of objects whose items stand in another order in the prompt, or are repeated."""
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
                and leaf.mention.end > 0
                and len(leaf.candidates) == 1
                and len(leaf.mention.leaves) == 1
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


def repeated_items(binding: Binding) -> Iterator[Flaw]:
    """Yield the flaws of plain values that a list has more often than the prompt."""
    counts: dict[tuple[str, str], int] = {}
    for leaf in binding.leaves:
        if leaf.field.path[-1:] == ("*",) and leaf.mention is not None and leaf.mention.end > 0:
            key = (leaf.pointer.rpartition("/")[0], str(leaf.value))
            counts[key] = counts.get(key, 0) + 1
            if counts[key] > len(leaf.candidates) or (counts[key] > 1 and leaf.mention.leaves[0] is not leaf):
                yield Flaw(truth="repeated", pointer=leaf.pointer, expected=None, actual=leaf.value)
