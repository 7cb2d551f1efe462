"""Texts of which the prompt states more: a cell, a quotation or a name that goes on."""

import re
from collections.abc import Iterator

from edgejson.alignment.binding import Binding
from edgejson.alignment.cues import shape_of
from edgejson.alignment.fields import Leaf
from edgejson.alignment.flaw import Flaw
from edgejson.alignment.vocabulary import words_for
from edgejson.alignment.words import ORDINARY

WHOLE = ("email", "link", "zone", "tag", "type", "file", "version")
"""Shapes of texts to which no word belongs that stands beside them."""
_TITLES = words_for("titles of persons")
_DANGLING = words_for("words that end no text")
_MORE = re.compile(r" ?[^\W_]\S*| /\S+")
_FIGURES = re.compile(r" (?:[A-Z]{2} )?\d{4,6}\b(?!\s?[€$%:])")
_COPULAS = words_for("words before a whole text")
_REST = re.compile(r"\w")
_NAME_BEHIND = re.compile(
    r" (?:(?:de|van|von|da|del|la|der|den|bin|al|O'|Mc)\s?)?([A-ZÀ-ÞŁŚŻ][\w'’-]+)(?![\w@:.]*[@:=])"
)
_NAME_BEFORE = re.compile(r"(?<![\w@.])([A-ZÀ-ÞŁŚŻ][\w'’-]+) $")


def cut_texts(binding: Binding) -> Iterator[Flaw]:
    """Yield the flaws of texts that are parts of what a cell or a quotation states."""
    for leaf in binding.leaves:
        if (
            leaf.kind != "text"
            or leaf.mention is None
            or leaf.mention.end == 0
            or leaf.flawed
            or not isinstance(leaf.value, str)
            or shape_of(leaf.value) in WHOLE
        ):
            continue
        if any(_whole(binding, leaf, m.start, m.end) is None for m in leaf.candidates):
            continue
        more = _whole(binding, leaf, leaf.mention.start, leaf.mention.end)
        if more is not None:
            leaf.flawed = True
            yield Flaw(truth="words", pointer=leaf.pointer, expected=more, actual=leaf.value)


def _whole(binding: Binding, leaf: Leaf, start: int, end: int) -> str | None:
    """Return the whole that a text is a part of, if there is one that no other leaf shares."""
    document = binding.document
    text = document.text
    if all(c in "+0123456789 ()-./" for c in text[start:end]):
        for phone in document.phones():
            if phone.start <= start and end <= phone.end and phone.end - phone.start > end - start + 1:
                return (
                    None
                    if binding.is_taken(phone.start, start) or binding.is_taken(end, phone.end)
                    else text[phone.start : phone.end]
                )
    for left, right in document.layout.quotes:
        if left <= start and end <= right:
            return _more(binding, left, right, start, end)
    for cell in document.cells_at(start, end)[:1]:
        if cell.text is not None and leaf.value in cell.text and cell.text.strip() == str(leaf.value).strip():
            return None
        found = _more(binding, cell.start, cell.end, start, end)
        if found is not None and 5 * (end - start) >= 2 * (cell.end - cell.start):
            return found
        return _name(binding, start, end)
    line = document.regions[document.region_at(start)]
    if line.kind == "line" and 5 * (end - start) >= 3 * (line.end - line.start):
        left = (
            line.start + len(text[line.start : line.end]) - len(text[line.start : line.end].lstrip(" -*•>\t"))
        )
        found = _more(binding, left, line.end, start, end)
        if found is not None and found.startswith(text[start:end]):
            return found
    return _name(binding, start, end)


def _name(binding: Binding, start: int, end: int) -> str | None:
    """Return the name that a name is a part of: capital letters beside it without a mark between."""
    text = binding.document.text
    value = text[start:end]
    last = value.rsplit(None, 1)[-1]
    if " " in value and (last.lower() in _DANGLING or last[-1:] in ",-–&/(") and _MORE.match(text, end):
        more = _MORE.match(text, end)
        assert more is not None
        return None if binding.is_taken(end, more.end()) else text[start : more.end()]
    if " " in value and any(c.isdigit() for c in value) and "," in value:
        number = _FIGURES.match(text, end)
        if number and not binding.is_taken(end, number.end()):
            return text[start : number.end()]
    if (
        not value[:1].isupper()
        or not all(word[:1].isupper() or len(word) < 4 for word in value.split())
        or any(c.isdigit() for c in value)
    ):
        return None
    behind = None if value.endswith(".") else _NAME_BEHIND.match(text, end)
    if behind and not binding.is_taken(end, behind.end()) and not _is_cue(binding, behind[1]):
        return text[start : behind.end()]
    before = _NAME_BEFORE.search(text, max(0, start - 30), start)
    if (
        (
            before
            and not binding.is_taken(before.start(), start)
            and text[max(0, before.start() - 2) : before.start()].strip(" \n(")
            not in ("", "\n", ".", "!", "?", ":", '"', "-", "—", "“", ",")
        )
        and not _is_cue(binding, before[1])
        and before[1] not in _TITLES
    ):
        return text[before.start() : end]
    return None


def _is_cue(binding: Binding, word: str) -> bool:
    lower = word.lower()
    index = binding.cues.index
    return bool(binding.cues.words.get(lower)) or any(f"{sort} {lower}" in index for sort in "LlRrwK")


def _more(binding: Binding, left: int, right: int, start: int, end: int) -> str | None:
    text = binding.document.text
    before, after = text[left:start], text[end:right]
    if start - left > 2 and right - end > 2:
        return None
    rest = before if len(before) > len(after) else after
    if not _REST.search(rest) or len(rest) > 400:
        return None
    if (
        end - start < 30
        and (" " not in text[start:end] or (not text[start:end].replace(" ", "").isalpha() and start > left))
        and any(c.isdigit() for c in text[start:end])
    ):
        return None
    if binding.is_taken(left, start) or binding.is_taken(end, right):
        return None
    quoted = (left, right) in binding.document.layout.quotes
    if not quoted:
        words = [word.strip(",.:;()") for word in rest.split()]
        if rest is before and (
            (
                len(words) < 4
                and all(
                    _is_cue(binding, word) or word.lower() in ORDINARY or word[:1].islower() for word in words
                )
            )
            or before.rstrip()[-1:] in ",.;'→="
            or "  " in before.strip("| ")
            or "|" in before
        ):
            return None
        if (
            rest is after
            and shape_of(text[start:end]) in ("Name", "Word")
            and words
            and words[0][:1].islower()
        ):
            return None
        if rest is after and (after.lstrip()[:1] in (".", ";") or (words and words[0].lower() in ORDINARY)):
            return None
        if rest is before and len(words) < 9 and words and words[-1].lower() in ORDINARY | _COPULAS:
            return None
    if after is rest and after.lstrip()[:1] in ("(", "[", "<", "–", "—", "#", "|", "→", "/"):
        return None
    if before is rest and before.rstrip()[-1:] in (")", "]", ">", ":", "–", "—", "|"):
        return None
    return text[left:right]
