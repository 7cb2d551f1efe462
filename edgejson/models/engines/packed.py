"""Greedy decoding with continuous batching, in packed passes: as soon as an answer ends, the next one begins.

With drafts (see `edgejson.models.engines.lookup`) a pass gives a row several tokens: the model reads the last
token and the drafted ones at once, and those that it would have chosen itself are kept. Each row drafts as
much as it trusts its guess; none waits for another.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch

from edgejson.models.engines.answer_in_progress import AnswerInProgress
from edgejson.models.engines.constraint import TokenConstraint, mask_forbidden
from edgejson.models.engines.lookup import LONGEST, SHORTEST, Lookup
from edgejson.models.engines.model_properties import end_tokens_of, versions
from edgejson.models.engines.packed_attention import RowCache, packed_pass
from edgejson.models.engines.protocol import Generation, LanguageModel, Queue, Request
from edgejson.models.engines.request_queue import cache_tokens_of
from edgejson.models.precision import Numerics

CHUNK = 512
"""Prompt tokens that a pass reads: more are hardly faster, and each is compared with all keys so far."""

FIRST_TOKENS = 64
"""Tokens of an answer that a row's cache holds when it begins; it grows with a longer one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedEngine:
    """Takes the likeliest token at each step, the lowest id among equals.

    ``model`` and ``tokenizer`` are transformers'; the model attends by `packed_attention`. An answer ends at
    the tokenizer's end token or at one that the model's generation settings name. ``rows`` answers are under
    way at a time, as long as their caches fit in ``cache_tokens`` together should each reach its limit (one
    alone may need more). An answer depends on its own prompt only: which others are under way beside it
    changes neither what is computed for it nor, where `FEWEST_TOKENS` holds, a bit of the result.
    """

    model: LanguageModel
    tokenizer: Any
    numerics: Numerics
    constraint: TokenConstraint | None = None
    lookup: bool = False
    rows: int
    cache_tokens: int
    batch_rows: int = 1
    end_tokens: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "end_tokens", end_tokens_of(self.model, self.tokenizer))

    @property
    def description(self) -> Mapping[str, Any]:
        """Return what a report says of this way of decoding."""
        return {
            "engine": "transformers",
            "strategy": "greedy",
            "batching": "packed",
            "lookup": {"n_grams": [SHORTEST, LONGEST]} if self.lookup else None,
            "versions": versions(),
            "dtype": self.numerics.dtype,
            "device": self.numerics.device,
            "constrained": self.constraint.description if self.constraint else None,
        }

    @torch.inference_mode()
    def answer(
        self, queue: Queue, *, max_new_tokens: int, on_tokens: Callable[[int], None]
    ) -> Iterator[tuple[Sequence[Request], list[Generation]]]:
        """Answer requests, each as it is taken, and give each answer when it ends; see `Engine`."""
        beginning = RowCache(capacity=len(queue.shared))
        if queue.shared:
            self._read(beginning, queue.shared)
        under_way: list[_Row] = []
        while True:
            while len(under_way) < self.rows:
                free = self.cache_tokens - sum(row.cache_tokens for row in under_way)
                batch = queue.take(free if under_way else None)
                if not batch:
                    break
                (request,) = batch
                row = self._begin(request, beginning, max_new_tokens)
                on_tokens(1)
                under_way.append(row)
            if not under_way:
                return
            going = [row for row in under_way if not row.answer.is_finished]
            if going:
                on_tokens(self._step(going))
            for row in under_way:
                if row.answer.is_finished:
                    yield [row.answer.request], [row.answer.finish(self.tokenizer)]
            under_way = [row for row in going if not row.answer.is_finished]

    def _begin(self, request: Request, beginning: RowCache, max_new_tokens: int) -> "_Row":
        """Read a prompt and choose the first token of its answer."""
        answer = AnswerInProgress(
            request=request,
            limit=request.limit(max_new_tokens),
            ends=self.end_tokens,
            constraint=self.constraint.begin(request) if self.constraint else None,
            lookup=Lookup() if self.lookup else None,
        )
        most = cache_tokens_of([request], max_new_tokens=max_new_tokens)
        first = min(most, len(request.tokens) + FIRST_TOKENS)
        row = _Row(answer=answer, cache=beginning.copy(capacity=first, most=most), cache_tokens=most)
        logits = self._read(row.cache, request.tokens[row.cache.length :])
        self._choose([(row, [])], logits)
        return row

    def _read(self, cache: RowCache, tokens: Sequence[int]) -> torch.Tensor:
        """Read tokens into a cache; return the logits after the last of them, [1, vocabulary]."""
        for start in range(0, len(tokens), CHUNK):
            chunk = tokens[start : start + CHUNK]
            logits = packed_pass(self.model, [(cache, chunk)], last_only=True)
            cache.length += len(chunk)
        return logits

    def _step(self, rows: Sequence["_Row"]) -> int:
        """Give each row its next tokens, in one pass; return how many that is."""
        drafts = [(row, row.answer.draft()) for row in rows]
        entered = [(row.cache, [row.answer.tokens[-1], *draft]) for row, draft in drafts]
        logits = packed_pass(self.model, entered)
        counts = self._choose(drafts, logits)
        for row, count in zip(rows, counts, strict=True):
            row.cache.length += count
        return sum(counts)

    def _choose(self, drafts: Sequence[tuple["_Row", list[int]]], logits: torch.Tensor) -> list[int]:
        """Extend answers by what the model chooses; return by how many tokens each.

        `logits` are [positions, vocabulary]: for each row in turn one for what follows it, and one for each
        token of its draft.
        """
        counts = [1 + len(draft) for _, draft in drafts]
        if self.constraint:
            allowed = []
            for (row, draft), count in zip(drafts, counts, strict=True):
                assert row.answer.constraint is not None
                bits = row.answer.constraint.allowed(draft)
                # Positions of a draft's forbidden end are not looked at.
                allowed.append(np.pad(bits, ((0, count - len(bits)), (0, 0)), constant_values=-1))
            mask_forbidden(logits[: sum(counts)], np.concatenate(allowed))
        choices = logits.argmax(-1).tolist()
        taken, start = [], 0
        for (row, draft), count in zip(drafts, counts, strict=True):
            taken.append(row.answer.take(choices[start : start + count], draft))
            start += count
        return taken


@dataclass(slots=True, kw_only=True, eq=False)
class _Row:
    """An answer under way, its keys and values, and the tokens of cache that it may come to need."""

    answer: AnswerInProgress
    cache: RowCache
    cache_tokens: int
