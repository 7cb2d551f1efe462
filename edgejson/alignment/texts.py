"""Texts of a label in a document: where they stand, exactly or nearly."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from edgejson.alignment.document import Document
from edgejson.alignment.mention import Mention
from edgejson.alignment.words import is_whole, lowered

_MOST = 40
_SPACES = re.compile(r"\s+")
_SAME = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " ", "\u202f": " ", "−": "-"}
)


def find_text(document: Document, value: str) -> list[Mention]:
    """Return where a text stands in a document as it is."""
    text, at = document.text, document.text.find(value)
    found: list[Mention] = []
    while at >= 0 and len(found) < _MOST:
        if is_whole(text, at, at + len(value)):
            found.append(Mention("text", at, at + len(value), frozenset({value})))
        at = text.find(value, at + 1)
    return found


def find_loosely(document: Document, value: str) -> Iterator[tuple[Mention, str]]:
    """Yield where a text stands nearly, and what differs: nothing that counts (""), "space" or "case"."""
    for cell in document.cells:
        if cell.text is not None and value in cell.text:
            yield Mention("text", cell.start, cell.end, frozenset({value})), ""
    text = document.text.translate(_SAME)
    wanted = value.translate(_SAME)
    parts = wanted.split()
    if not parts or len(wanted) > 20_000:
        return
    pattern = r"[ \t]*(?:-?\n[ \t>|*#-]*|[ \t]+)".join(map(re.escape, parts))
    for match in re.finditer(pattern, text):
        if is_whole(text, *match.span()):
            wrapped = (
                "\n" in match[0]
                or match[0] == wanted
                or (" ".join(match[0].split()) == wanted and len(match[0]) > len(wanted))
            )
            yield Mention("text", *match.span(), frozenset({value})), "" if wrapped else "space"
            return
    listed = r"[\s,;]+".join(re.escape(part.strip(",;")) for part in parts if part.strip(",;"))
    if "," in wanted and "\n" in text and len(listed) > 3:
        spread = re.search(listed, text)
        if spread and "\n" in spread[0] and is_whole(text, *spread.span()):
            yield Mention("text", *spread.span(), frozenset({value})), "space"
            return
    at = document.lower.find(lowered(value))
    while at >= 0:
        if is_whole(document.text, at, at + len(value)):
            yield (
                Mention("text", at, at + len(value), frozenset({value})),
                "" if document.is_careless else "case",
            )
            return
        at = document.lower.find(lowered(value), at + 1)
    squeezed = _SPACES.sub("", wanted)
    if len(squeezed) >= 4 and len(parts) < 12 and len(squeezed) < 60:
        loose = re.compile(r"\s*".join(map(re.escape, squeezed)))
        apart = loose.search(text)
        if apart and is_whole(text, *apart.span()):
            yield (
                Mention("text", *apart.span(), frozenset({value})),
                ""
                if "\n" in apart[0] and "\n" not in value and len(apart[0].split()) == len(parts)
                else "space",
            )


class Near(NamedTuple):
    """The place in a document that a text comes near to, with the whole words that stand there."""

    start: int
    end: int
    text: str
    truth: str


def nearest(document: Document, value: str) -> Near | None:
    """Return the place that a text was copied from with a mistake, if there is one."""
    wanted = lowered(value)
    words = re.findall(r"\w+", wanted)
    if not words or len(value) > 5000:
        return None
    places: dict[str, list[int]] = {}
    for index, word in enumerate(document.words):
        if word[0].isalnum():
            places.setdefault(word, []).append(index)
    own = [index for index, word in enumerate(document.words) if word[0].isalnum()]
    order = {index: number for number, index in enumerate(own)}
    votes: dict[int, int] = {}
    for offset, word in enumerate(words[:200]):
        for index in places.get(word, ())[:50]:
            votes[order[index] - offset] = votes.get(order[index] - offset, 0) + 1
    best: Near | None = None
    limit = max(1, len(value) // 4)
    starts = sorted(votes, key=lambda key: (-votes[key], key))[:4]
    if len(words) <= 3:
        spans = _similar(document, wanted)
    else:
        spans = []
        for start in starts:
            for more in (-1, 0, 1):
                low, high = max(0, start), min(len(own), start + len(words) + more)
                if low < high:
                    last = own[high - 1]
                    spans.append(
                        (document.starts[own[low]], document.starts[last] + len(document.words[last]))
                    )
    closest = limit + 1
    for begin, end in spans:
        there = document.text[begin:end]
        edits = Levenshtein.distance(lowered(there), wanted, score_cutoff=closest)
        if edits < closest:
            closest = edits
            best = Near(begin, end, there, "copy" if edits <= 2 else "words")
    if best is None and len(words) > 3 and starts and votes[starts[0]] * 2 >= len(words):
        low, high = max(0, starts[0]), min(len(own), starts[0] + len(words))
        begin, last = document.starts[own[low]], own[high - 1]
        end = document.starts[last] + len(document.words[last])
        return Near(begin, end, document.text[begin:end], "words")
    return best


def _similar(document: Document, wanted: str) -> list[tuple[int, int]]:
    """Return spans of whole tokens without blanks inside that are about as long as a short text."""
    spans = []
    letters = set(wanted)
    parts = len(wanted.split())
    runs = [match.span() for match in re.finditer(r"\S+", document.lower)][:4000]
    for number in range(len(runs) - parts + 1):
        start, end = runs[number][0], runs[number + parts - 1][1]
        start += len(document.lower[start:end]) - len(document.lower[start:end].lstrip("\"'([<“„«"))
        end -= len(document.lower[start:end]) - len(document.lower[start:end].rstrip("\"').,;:]>”“»!?"))
        if (
            abs(end - start - len(wanted)) <= 2
            and len(letters.intersection(document.lower[start:end])) * 3 >= len(letters) * 2
        ):
            spans.append((start, end))
    return spans


def stands_apart(document: Document, value: str) -> str | None:
    """Return the place where the words of a text stand in order, parted only by what names or marks them."""
    parts = value.translate(_SAME).split()
    if not 2 <= len(parts) <= 4:
        return None
    text = document.text.translate(_SAME)
    first = text.find(parts[0])
    tries = 0
    while first >= 0 and tries < 20:
        at, fits = first + len(parts[0]), is_whole(text, first, first + len(parts[0]))
        for part in parts[1:]:
            found = text.find(part, at, at + 25 + len(part))
            if (
                not fits
                or found < 0
                or not is_whole(text, found, found + len(part))
                or (text[at:found].strip() and not re.search(r"[:=<>|{}\n]", text[at:found]))
            ):
                fits = False
                break
            at = found + len(part)
        if fits:
            return document.text[first:at]
        first, tries = text.find(parts[0], first + 1), tries + 1
    return None
