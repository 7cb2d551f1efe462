"""How a text differs from the one that a prompt states."""

import re

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel, Levenshtein

from edgejson.grounding.flaw import Truth
from edgejson.grounding.folding import folded, plain, spaced

NEAR = 2
"""The edit distance up to which a text is a near copy of another."""
_WORD = re.compile(r"\S+")


def difference(actual: str, stated: str) -> Truth | None:
    """Return in what `actual` differs from `stated`: nothing (None), space, case, copy, words or text."""
    if plain(actual) == plain(stated):
        return None
    if spaced(actual) == spaced(stated) or _commas(actual) == _commas(stated):
        return "space"
    if folded(actual) == folded(stated):
        return "case"
    if is_near(actual, stated):
        return "copy"
    return "words" if _shares_words(actual, stated) else "text"


def is_near(actual: str, stated: str) -> bool:
    """Whether the texts are at an edit distance of 1 or 2, and alike in most of their characters."""
    return Levenshtein.distance(actual, stated, score_cutoff=NEAR) <= min(NEAR, max(len(actual), len(stated)) // 3)


def _commas(text: str) -> str:
    """Return `text` with line breaks written as commas, in `spaced` form."""
    return spaced(re.sub(r",?[ \t]*\n[ \t]*", ", ", plain(text)))


def _shares_words(actual: str, stated: str) -> bool:
    """Whether at least half of the words of the longer text stand in both, in order."""
    one, other = folded(actual).split(), folded(stated).split()
    if max(len(one), len(other)) < 2:
        return False
    shared = (len(one) + len(other) - Indel.distance(one, other)) // 2
    return 2 * shared >= max(len(one), len(other)) or shared == min(len(one), len(other))


def closest(value: str, text: str) -> tuple[Truth, str] | None:
    """Return the part of `text` that `value` is a near copy or a rewording of, and which of them it is."""
    if not value or not text:
        return None
    size = len(_WORD.findall(value))
    words = list(_WORD.finditer(text))
    if size > 1:
        found = _reworded(value, words, text)
        if found is not None:
            return found
    best: tuple[int, str] | None = None
    around = fuzz.partial_ratio_alignment(value, text, score_cutoff=50)
    spans = [(around.dest_start - 1, around.dest_end + 1)] if around is not None else []
    for start, end in spans:
        inside = [word for word in words if word.end() > start and word.start() < end]
        for first in range(len(inside)):
            for count in (size, size - 1, size + 1):
                if count < 1 or first + count > len(inside):
                    continue
                piece = text[inside[first].start() : inside[first + count - 1].end()].strip(".,;:!?()[]\"'<>|*")
                if is_near(value, piece):
                    distance = Levenshtein.distance(value, piece)
                    best = min(best or (distance, piece), (distance, piece))
    return ("copy", best[1]) if best is not None and best[0] > 0 else None


def _reworded(value: str, words: list[re.Match[str]], text: str) -> tuple[Truth, str] | None:
    """Find a stretch of `text` that holds at least half of the words of `value` in order, little else between."""
    own = value.split()
    clean = [word[0].strip(".,;:!?()[]\"'<>|*") for word in words]
    bare = [word.strip(".,;:!?()[]\"'<>|*") for word in own]
    if len(own) < 3:
        return None
    best: tuple[float, str] | None = None
    for start in (index for index, word in enumerate(clean) if word in bare[:2]):
        for size in range(max(2, len(own) - 3), min(len(own) + 4, len(clean) - start + 1)):
            if clean[start + size - 1] not in bare[-2:]:
                continue
            shared = (size + len(own) - Indel.distance(clean[start : start + size], bare)) / 2
            share = shared / max(size, len(own))
            if share >= 0.6 and (best is None or share > best[0]):
                best = (share, text[words[start].start() : words[start + size - 1].end()])
    if best is None:
        return None
    piece = best[1].strip(",;:()[]\"'<>|*")
    near = is_near(value, piece) or is_near(value, piece.rstrip("."))
    return ("copy" if near else "words"), piece
