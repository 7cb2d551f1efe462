"""How a text differs from the one that a prompt states."""

import re

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel, Levenshtein

from edgejson.grounding.flaw import Truth
from edgejson.grounding.folding import commas, folded, plain

NEAR = 2
"""The edit distance up to which a text is a near copy of another."""
_MOST = 0.6
"""Share of the longer text's words that two texts have in common if one is the other reworded."""
_EDGES = ".,;:!?()[]\"'<>|*"
_WORD = re.compile(r"\S+")


def difference(actual: str, stated: str) -> Truth | None:
    """Return in what `actual` differs from `stated`: nothing (None), space, case, copy, words or text."""
    if plain(actual) == plain(stated):
        return None
    if _tight(actual) == _tight(stated) or commas(actual) == commas(stated):
        return "space"
    if folded(actual) == folded(stated):
        return "case"
    if is_near(actual, stated):
        return "copy"
    return "words" if _shares_words(actual, stated) else "text"


def _tight(text: str) -> str:
    return "".join(plain(text).split())


def is_near(actual: str, stated: str) -> bool:
    """Whether the texts are at an edit distance of 1 or 2, and alike in most of their characters."""
    return Levenshtein.distance(actual, stated, score_cutoff=NEAR) <= min(
        NEAR, max(len(actual), len(stated)) // 3
    )


def _shares_words(actual: str, stated: str) -> bool:
    """Whether at least half of the words of the longer text stand in both, in order."""
    one, other = ([word.strip(_EDGES) for word in folded(text).split()] for text in (actual, stated))
    if max(len(one), len(other)) < 2:
        return False
    shared = (len(one) + len(other) - Indel.distance(one, other)) // 2
    return 2 * shared >= max(len(one), len(other)) or shared == min(len(one), len(other))


def closest(value: str, text: str) -> tuple[Truth, str] | None:
    """Return the part of `text` that `value` is a near copy or a rewording of, and which of them it is."""
    if not value.strip():
        return None
    words = [match for match in _WORD.finditer(text) if match[0].strip(_EDGES)]
    near = _near_piece(value, words, text)
    if near is not None:
        return ("space" if _tight(near) == _tight(value) else "copy"), near
    whole = _cut_in_word(value, words, text)
    return ("words", whole) if whole is not None else _reworded(value, words, text)


def _cut_in_word(value: str, words: list[re.Match[str]], text: str) -> str | None:
    """Return the whole words of `text` that `value` is a stretch of, if that begins or ends inside a word."""
    at = text.find(value) if len(value) > NEAR else -1
    inside = [word for word in words if at < word.end() and word.start() < at + len(value)] if at >= 0 else []
    return text[inside[0].start() : inside[-1].end()].strip(_EDGES) if inside else None


def _near_piece(value: str, words: list[re.Match[str]], text: str) -> str | None:
    """Return the stretch of whole words of `text` that is nearest to `value`, if it is near."""
    around = fuzz.partial_ratio_alignment(value, text, score_cutoff=50)
    if around is None:
        return None
    inside = [
        word
        for word in words
        if word.end() > around.dest_start - NEAR and word.start() < around.dest_end + NEAR
    ]
    size = len(_WORD.findall(value))
    pieces = {
        piece
        for first in range(len(inside))
        for count in (size, size - 1, size + 1)
        if 0 < count <= len(inside) - first
        for whole in [text[inside[first].start() : inside[first + count - 1].end()]]
        for piece in (whole, whole.strip(_EDGES), whole.strip(_EDGES.replace(".", "")))
        if piece != value and is_near(value, piece)
    }
    return min(pieces, key=lambda piece: (Levenshtein.distance(value, piece), piece), default=None)


def _reworded(value: str, words: list[re.Match[str]], text: str) -> tuple[Truth, str] | None:
    """Return the stretch of `text` that shares most words with `value`, in order, its ends among them."""
    own = [word.strip(_EDGES) for word in value.split()]
    clean = [word[0].strip(_EDGES) for word in words]
    if len(own) < 2:
        return None
    best: tuple[float, str] | None = None
    for start in (index for index, word in enumerate(clean) if word in own[:2]):
        for size in range(max(2, len(own) - 3), min(len(own) + 3, len(clean) - start) + 1):
            if clean[start + size - 1] not in own[-2:]:
                continue
            shared = (size + len(own) - Indel.distance(clean[start : start + size], own)) / 2
            share = shared / max(size, len(own))
            if share >= _MOST and shared >= 2 and (best is None or share > best[0]):
                best = (share, text[words[start].start() : words[start + size - 1].end()])
    return None if best is None else ("words", best[1].strip(_EDGES.replace(".", "")))
