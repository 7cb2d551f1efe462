"""Leaves that are bound to nothing: what the prompt states in their place, or that it states nothing."""

from collections import Counter
from decimal import Decimal

from rapidfuzz.distance import Levenshtein

from edgejson.alignment.binding import Binding
from edgejson.alignment.cells import Cell
from edgejson.alignment.choices import truth_of, truths_told
from edgejson.alignment.fields import Field, Leaf
from edgejson.alignment.flaw import TRACE, Flaw, Truth
from edgejson.alignment.mention import Mention
from edgejson.alignment.texts import nearest, stands_apart
from edgejson.alignment.words import name_words

SURE = 5
"""What the words beside a mention must tell at least for it to be taken as a field's."""


def flaw_of(leaf: Leaf, binding: Binding) -> Flaw | None:
    """Return the flaw of a leaf without a mention; None where the prompt may state it in words not known."""
    if leaf.kind == "number":
        return _number(leaf, binding)
    if leaf.kind == "moment":
        return _moment(leaf, binding)
    if leaf.kind == "choice":
        return _choice(leaf, binding)
    if leaf.kind == "truth":
        return None
    return _text(leaf, binding)


def _flaw(truth: Truth, leaf: Leaf, expected: object) -> Flaw:
    return Flaw(truth=truth, pointer=leaf.pointer, expected=expected, actual=leaf.value)  # type: ignore[arg-type]


def _spelled(binding: Binding, mention: Mention) -> str:
    return binding.document.text[mention.start : mention.end]


def best_mention(leaf: Leaf, binding: Binding, mentions: list[Mention]) -> tuple[Mention | None, int]:
    """Return the mention that the words beside it make most likely the leaf's, and what they tell."""
    anchors = binding.anchors(leaf)
    best, highest, nearest_ = None, -99, 0
    for mention in mentions:
        if binding.work > 60_000:
            break
        if mention.end and binding.is_taken(mention.start, mention.end):
            continue
        binding.work += 1 + len(anchors)
        score = binding.score(leaf.field, mention)
        if mention.leaves:
            score -= 4
        level = binding.document.distance(mention, anchors)
        if 2 * score - level > 2 * highest - nearest_:
            best, highest, nearest_ = mention, score, level
    return best, highest


def own_cell(leaf_field: Field, binding: Binding, leaf: Leaf | None = None) -> Cell | None:
    """Return the cell that names a field, with its own name or a tail of its path, if there is one."""
    joined = _joined(leaf_field)
    found = [cell for cell in binding.document.cells if any("".join(name) in joined for name in cell.names)]
    if leaf is not None and len(found) > 1:
        anchors = binding.anchors(leaf)
        if anchors:
            probe = [
                (binding.document.distance(Mention("text", c.start, c.end, frozenset()), anchors), c.start, c)
                for c in found[:50]
            ]
            return min(probe)[2]
        return None
    return found[0] if found else None


def _joined(one: Field) -> set[str]:
    return {"".join(name) for name in one.names}


def _number(leaf: Leaf, binding: Binding) -> Flaw:
    document = binding.document
    opposite = document.by_value.get(-leaf.value)
    if leaf.value and opposite:
        best, _ = best_mention(leaf, binding, opposite)
        return _flaw("sign", leaf, _spelled(binding, best or opposite[0]))
    best, score = best_mention(leaf, binding, document.numbers)
    if best is not None and score >= SURE - 2:
        return _flaw("number", leaf, _spelled(binding, best))
    if best is not None:
        digits = str(abs(leaf.value)).replace(".", "").strip("0")
        for mention in document.numbers:
            for reading in mention.readings:
                if (
                    isinstance(reading, Decimal)
                    and str(abs(reading)).replace(".", "").strip("0") == digits
                    and not mention.leaves
                ):
                    return _flaw("number", leaf, _spelled(binding, mention))
    return _flaw("invented", leaf, TRACE)


def _moment(leaf: Leaf, binding: Binding) -> Flaw:
    document = binding.document
    best, score = best_mention(leaf, binding, document.moment_mentions)
    if best is not None and score >= SURE - 3:
        return _flaw("date", leaf, _spelled(binding, best))
    moment = leaf.moment
    if moment is not None:
        for mention, stated in zip(document.moment_mentions, document.moments, strict=True):
            day = stated.day
            if day is not None and any(
                (month, number) == moment.day[1:] or (y, month) == moment.day[:2]
                for y, month, number in day.options
            ):
                return _flaw("date", leaf, _spelled(binding, mention))
            if stated.time is not None and moment.time is not None and moment.time in stated.time.options:
                return _flaw("date", leaf, _spelled(binding, mention))
    return _flaw("invented", leaf, TRACE)


def _choice(leaf: Leaf, binding: Binding) -> Flaw | None:
    table = binding.choices_of(leaf.field)
    others = [m for choice, found in table.items() if choice != leaf.value for m in found if m.unit != "not"]
    best, score = best_mention(leaf, binding, others)
    cell = own_cell(leaf.field, binding, leaf)
    if cell is not None:
        inside = [m for m in others if cell.start <= m.start < cell.end]
        if inside:
            return _flaw("choice", leaf, document_text(binding, cell))
    if best is not None and (score >= SURE or (not best.leaves and binding.document.is_english)):
        return _flaw("choice", leaf, _spelled(binding, best))
    if cell is not None or leaf.field.required or _is_named(leaf, binding) or not _is_listing(binding):
        return None
    return _flaw("invented", leaf, TRACE)


def _is_listing(binding: Binding) -> bool:
    """Whether the prompt names most of its values by the schema's own names: then it names every one."""
    named = total = 0
    for leaf in binding.leaves:
        if leaf.mention is not None and leaf.mention.end > 0:
            total += 1
            cells = binding.document.cells_at(leaf.mention.start, leaf.mention.end)[:1]
            named += any("".join(name) in _joined(leaf.field) for cell in cells for name in cell.names)
    return 5 * named >= 3 * total


def _is_named(leaf: Leaf, binding: Binding) -> bool:
    """Whether the prompt has a word of the field's name, or one that begins a value of it."""
    stems = [word[: max(4, len(word) - 2)] for word in leaf.field.words if len(word) > 2]
    stems += [
        name_words(choice)[0][:4]
        for choice in leaf.field.choices
        if choice == leaf.value and name_words(choice)
    ]
    return any(word.startswith(stem) for word in binding.document.words for stem in stems)


def document_text(binding: Binding, cell: Cell) -> str:
    """Return what a cell says, without escapes."""
    return cell.text if cell.text is not None else binding.document.text[cell.start : cell.end]


def _text(leaf: Leaf, binding: Binding) -> Flaw:
    value = str(leaf.value)
    apart = stands_apart(binding.document, value)
    if apart is not None:
        return _flaw("apart", leaf, apart)
    near = nearest(binding.document, value)
    is_item = leaf.field.path[-1:] == ("*",)
    cell = None if is_item else own_cell(leaf.field, binding, leaf)
    if cell is not None and not binding.is_taken(cell.start, cell.end):
        stated = document_text(binding, cell)
        edits = Levenshtein.distance(stated, value, score_cutoff=3)
        if edits < 3 and len(value) > edits:
            return _flaw("copy", leaf, stated)
        if len(value.split()) > 1 and _shares_words(stated, value):
            return _flaw("words", leaf, stated)
        if near is None and len(stated) < 2000:
            return _flaw("text", leaf, stated)
    if near is not None:
        return _flaw(near.truth, leaf, near.text)  # type: ignore[arg-type]
    return _flaw("invented", leaf, TRACE)


def _shares_words(stated: str, value: str) -> bool:
    """Whether more than half of a text's words are those stated."""
    own, theirs = value.lower().split(), set(stated.lower().split())
    return 2 * sum(word in theirs for word in own) > len(own)


def truth_flaw(leaf: Leaf, binding: Binding) -> Flaw | None:
    """Return the flaw of a yes or no that the prompt answers the other way where it names the field."""
    cells = [
        cell
        for cell in binding.document.cells
        if any("".join(name) in _joined(leaf.field) for name in cell.names)
    ]
    if leaf.holders and len(cells) < sum(one.field is leaf.field for one in binding.leaves):
        return None
    if len(cells) > 1:
        anchors = binding.anchors(leaf)
        if not anchors:
            return None
        here = Counter(binding.document.region_at(one.start) for one in anchors)
        cells = [cell for cell in cells if binding.document.region_at(cell.start) in here]
        most = max((here[binding.document.region_at(cell.start)] for cell in cells), default=0)
        cells = [cell for cell in cells if here[binding.document.region_at(cell.start)] == most]
        if len(cells) != 1:
            return None
    said = {truth: cell for cell in cells if (truth := _answer(binding, cell)) is not None}
    if said:
        return (
            _flaw("choice", leaf, document_text(binding, said[not leaf.value]))
            if leaf.value not in said
            else None
        )
    if (
        leaf.holders
        and len({one.holders[-1] for one in binding.leaves if one.field is leaf.field and one.holders}) > 1
    ):
        return None
    told = truths_told(binding.document, leaf.field.words)
    if told and all(said != leaf.value for said, _, _ in told):
        _, start, end = told[0]
        return _flaw("choice", leaf, binding.document.text[start:end])
    if told or leaf.field.required or leaf.holders or not _is_listing(binding) or _is_named(leaf, binding):
        return None
    return _flaw("invented", leaf, TRACE)


def _answer(binding: Binding, cell: Cell) -> bool | None:
    """Return the yes or no that a cell begins with."""
    words = _words(binding, cell.start, cell.end)
    stop = next((number for number, word in enumerate(words) if word in ".,;("), len(words))
    return truth_of(words[: max(1, stop)])


def _words(binding: Binding, start: int, end: int) -> list[str]:
    document = binding.document
    return document.words[document.word_at(start) : document.word_at(end)]
