"""Drafts by n-gram look-up: what followed the last tokens where they stood before, in prompt or answer.

A. Saxena, Prompt lookup decoding (2023). A draft is only ever a guess: the model's own choice decides, so the
answers are those of plain greedy decoding.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import cycle, islice

LONGEST, SHORTEST = 16, 2
"""Most and fewest tokens of an n-gram that is looked up; the longest that stood before decides.

Below two, digits, which are single tokens, would stand everywhere.
"""


@dataclass(slots=True, kw_only=True)
class Lookup:
    """The tokens of one row so far, and after which of them each n-gram last ended."""

    tokens: list[int] = field(default_factory=list)
    _after: dict[tuple[int, ...], int] = field(default_factory=dict)

    def extend(self, tokens: Sequence[int]) -> None:
        """Take note of the next tokens.

        The n-grams that end with the very last token are entered when one follows: they are what is asked.
        """
        for token in tokens:
            end = len(self.tokens)
            for length in range(SHORTEST, min(LONGEST, end) + 1):
                self._after[tuple(self.tokens[end - length : end])] = end
            self.tokens.append(token)

    def draft(self, most: int, after: Sequence[int] = ()) -> list[int]:
        """Return up to `most` tokens that may follow: one fewer than the tokens that stood there before.

        What they follow are the row's tokens, and `after`, which is known to come next.

        So much as is alike is as much as the guess is trusted. On the answers of a fine-tuned model that gave
        fewer wrong guesses for as many right ones than drafts of a fixed length. Where an answer goes round
        in circles, so does the draft.
        """
        last = [*self.tokens[-LONGEST:], *after][-LONGEST:]
        for length in range(len(last), SHORTEST - 1, -1):
            following = self._after.get(tuple(last[-length:]))
            if following is not None:
                return list(islice(cycle(self.tokens[following:]), min(most, length - 1)))
        return []
