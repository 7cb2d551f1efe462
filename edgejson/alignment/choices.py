# ruff: noqa: SIM905
"""Values of a closed set, and yes or no, as prompts tell them."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from edgejson.alignment.document import Document
from edgejson.alignment.mention import Mention
from edgejson.alignment.vocabulary import words_for
from edgejson.alignment.words import name_words

YES = words_for("yes")
NO = words_for("no")
_DENIALS = words_for("denials")
_NEGATION = re.compile(
    r"\b(?:not|never|no longer|rather than|instead of|isn't|wasn't|used to be|nicht|kein[e]?|statt|plutôt que"
    r"|en vez de|not yet|other than|from)\s(?:\w+\s){0,2}$"
)

_UNTICKED = re.compile(r"(?:\[\s?\]|\(\s?\)|☐|□)\s?$")
_ANSWER = re.compile(r"[\"']?\s?[:=]\s?[\"']?([^\W_]+|[✓✔✗✘☐☑])")


@lru_cache(maxsize=4096)
def _stems(choice: str) -> tuple[str, ...]:
    return tuple(word if len(word) <= 4 else word[: max(4, len(word) - 2)] for word in name_words(choice))


@lru_cache(maxsize=65536)
def _says(word: str, stem: str) -> bool:
    if len(stem) < 4:
        return word == stem or word == f"{stem}s"
    return word.startswith(stem) and len(word) - len(stem) <= 5


def _beginnings(
    document: Document, choices: Sequence[str]
) -> list[tuple[int, list[tuple[str, tuple[str, ...]]]]]:
    """Return the tokens that the first word of a choice begins, each with the choices, in order."""
    found: dict[int, list[tuple[str, tuple[str, ...]]]] = {}
    lower, starts = document.lower, document.starts
    for choice in choices:
        stems = _stems(choice)
        at = lower.find(stems[0]) if stems else -1
        while at >= 0:
            index = bisect_left(starts, at)
            if index < len(starts) and starts[index] == at:
                found.setdefault(index, []).append((choice, stems))
            at = lower.find(stems[0], at + 1)
    return sorted(found.items())


def find_choices(document: Document, choices: Sequence[str]) -> dict[str, list[Mention]]:
    """Return where a document states each of a set of values by its words, what is denied left out."""
    found: dict[str, list[Mention]] = {}
    words, starts = document.words, document.starts
    for index, options in _beginnings(document, choices):
        word = words[index]
        best: tuple[int, str, int] | None = None
        for choice, stems in options:
            if not _says(word, stems[0]):
                continue
            at, last, fits = index + 1, index, True
            for stem in stems[1:]:
                skipped = 0
                while at < len(words) and skipped < 4 and not _says(words[at], stem):
                    at, skipped = at + 1, skipped + 1
                if at >= len(words) or skipped >= 4:
                    fits = False
                    break
                last, at = at, at + 1
            if fits and (best is None or len(stems) > best[0]):
                best = (len(stems), choice, last)
        if best is not None:
            start, end = starts[index], starts[best[2]] + len(words[best[2]])
            mention = Mention("choice", start, end, frozenset({best[1]}))
            if _NEGATION.search(document.lower, max(0, start - 40), start):
                mention.unit = "not"
            if _UNTICKED.search(document.text, max(0, start - 6), start):
                mention.unit = "not"
            answer = _ANSWER.match(document.lower, end)
            if answer is not None and answer[1] in NO:
                mention.unit = "not"
            elif document.lower[end : end + 1] == "=" and (answer is None or answer[1] not in YES):
                continue
            found.setdefault(best[1], []).append(mention)
    return found


def truth_of(words: Sequence[str]) -> bool | None:
    """Return whether words say yes or no, None where they say neither or both."""
    yes, no = any(word in YES for word in words), any(word in NO for word in words)
    if yes and no:
        return False if any(word in _DENIALS for word in words) else None
    return True if yes else False if no else None


_STATES = YES | NO | frozenset("is are was has have set status state flag".split())


def truths_told(document: Document, words: Sequence[str], sure: bool = False) -> list[tuple[bool, int, int]]:
    """Return yes or no, and where, for each clause of a document that tells what a field's words name.

    If it must be `sure`, words for a state alone (``read``, ``enabled``) name nothing.
    A question tells nothing.
    """
    nouns = [word for word in words if word not in _STATES]
    stems = [word[: max(4, len(word) - 2)] for word in (nouns or words) if len(word) > 2]
    if not stems or (sure and not nouns):
        return []
    told = []
    tokens, starts = document.words, document.starts
    for index, word in enumerate(tokens):
        if not any(word.startswith(stem) for stem in stems):
            continue
        first, last = index, index
        while (
            first > 0
            and index - first < 9
            and tokens[first - 1] not in ".;!?|,"
            and "\n" not in document.text[starts[first - 1] : starts[first]]
        ):
            first -= 1
        while (
            last + 1 < len(tokens)
            and last - index < 9
            and tokens[last + 1] not in ".;!?|,"
            and "\n" not in document.text[starts[last] : starts[last + 1]]
        ):
            last += 1
        if tokens[last + 1 : last + 2] == ["?"]:
            continue
        near = [one for one in tokens[first : last + 1] if one != word or one in NO or not nouns]
        said = truth_of(near)
        if said is not None:
            told.append((said, starts[first], starts[last] + len(tokens[last])))
    return told
