"""A request on its way to an answer, whichever engine decodes it."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from edgejson.models.engines.constraint import AnswerConstraint
from edgejson.models.engines.lookup import Lookup
from edgejson.models.engines.protocol import Generation, Request


@dataclass(slots=True, kw_only=True, eq=False)
class AnswerInProgress:
    """The answer to a request so far.

    ``limit`` is the most tokens it may have, the end token included; ``ends`` are the tokens that end it;
    ``began`` is when its batch began, by `time.perf_counter`.
    """

    request: Request
    limit: int
    ends: frozenset[int]
    constraint: AnswerConstraint | None = None
    lookup: Lookup | None = None
    tokens: list[int] = field(default_factory=list)
    began: float = field(default_factory=time.perf_counter)

    def __post_init__(self) -> None:
        if self.lookup:
            self.lookup.extend(self.request.tokens)

    @property
    def is_finished(self) -> bool:
        """Whether an end token or the limit ended the answer."""
        return bool(self.tokens) and (self.tokens[-1] in self.ends or len(self.tokens) >= self.limit)

    def draft(self) -> list[int]:
        """Return a guess, possibly empty, of the next tokens; one token more may follow it.

        What a constraint leaves no choice about comes first, then what followed the same tokens before.
        """
        left = self.limit - len(self.tokens) - 1
        if self.lookup is None or left <= 0:
            return []
        forced = self.constraint.forced()[:left] if self.constraint else []
        return forced + self.lookup.draft(left - len(forced), after=forced)

    def take(self, choices: Sequence[int], draft: Sequence[int]) -> int:
        """Extend the answer by what the model chooses; return by how many tokens.

        `choices` are the model's next token, and the ones after each token of `draft`: those count as far as
        the model chooses what the draft guessed.
        """
        chosen = [choices[0]]
        for guess, choice in zip(draft, choices[1:], strict=False):
            if chosen[-1] != guess or guess in self.ends:
                break
            chosen.append(choice)
        chosen = chosen[: self.limit - len(self.tokens)]
        self.tokens += chosen
        if self.lookup:
            self.lookup.extend(chosen)
        if self.constraint:
            self.constraint.advance(chosen)
        return len(chosen)

    def finish(self, tokenizer: Any) -> Generation:
        """Return the finished answer; `tokenizer` is transformers'."""
        ended = self.tokens[-1] in self.ends
        text = tokenizer.decode(
            self.tokens[:-1] if ended else self.tokens,
            skip_special_tokens=False,
            clean_up_tokenization_spaces=False,
        )
        return Generation(
            text=text,
            stop="eos" if ended else "length",
            tokens=len(self.tokens),
            seconds=time.perf_counter() - self.began,
        )
