"""When two prompts are nearly the same: the words in which they differ, beside what all prompts share."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_low

NEARLY = 0.9
"""Least share of their own words that two prompts have in common to be nearly the same."""

_TOKEN = re.compile(r"(?<!\w)[-\u2212]?\d+(?:[.,:/]\d+)*|\d+(?:[.,:/]\d+)*|[^\W\d_]+|[$€£¥%]")
_NUMBER = re.compile(r"[-\u2212]?\d")


def tokens(text: str) -> list[str]:
    """Return the words, numbers and currency signs of a text, in lower case: all that can tell two apart."""
    return _TOKEN.findall(text.casefold())


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptDifference:
    """The tokens that one prompt has and the other has not, and how alike their own words are, from 0 to 1."""

    words: frozenset[str]
    likeness: float

    @property
    def has_numbers(self) -> bool:
        """Whether a number is among the words in which they differ."""
        return any(_NUMBER.match(word) for word in self.words)


def prompt_difference(one: str, other: str, background: Sequence[str]) -> PromptDifference:
    """Return in what two prompts differ.

    What they share with most prompts of the `background` at their beginnings and ends is a template, and no
    likeness between the two.
    """
    first, second = tokens(one), tokens(other)
    around = [tokens(text) for text in background]
    start = _shared(first, around, from_end=False)
    end = _shared(first[start:], around, from_end=True)
    length = max(1, max(len(first), len(second)) - start - end)
    counts, others = Counter(first), Counter(second)
    only = (counts - others, others - counts)
    differing = max(sum(part.values()) for part in only)
    return PromptDifference(
        words=frozenset(only[0]) | frozenset(only[1]), likeness=max(0.0, 1 - differing / length)
    )


def _shared(words: Sequence[str], around: Sequence[Sequence[str]], *, from_end: bool) -> int:
    """Return how many words at its beginning, or end, a text shares with most others."""
    lengths = []
    for other in around:
        pairs = (
            zip(reversed(words), reversed(other), strict=False)
            if from_end
            else zip(words, other, strict=False)
        )
        lengths.append(
            next((count for count, (a, b) in enumerate(pairs) if a != b), min(len(words), len(other)))
        )
    return median_low(lengths) if lengths else 0
