"""Greedy decoding of padded batches with transformers: for GPUs, and for models that cannot be packed."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch

from edgejson.models.engines.answer_in_progress import AnswerInProgress
from edgejson.models.engines.constraint import TokenConstraint, mask_forbidden
from edgejson.models.engines.kv_cache import can_share, growing_cache
from edgejson.models.engines.model_properties import end_tokens_of, versions
from edgejson.models.engines.protocol import Generation, LanguageModel, Queue, Request
from edgejson.models.engines.request_queue import shared_beginning
from edgejson.models.precision import Numerics

LEAVING_SHARE = 0.25
"""Share of a batch's rows that have to be finished before they are taken out of the cache."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaddedEngine:
    """Takes the likeliest token at each step, the lowest id among equals.

    ``model`` and ``tokenizer`` are transformers' (or peft's around them). An answer ends at the tokenizer's
    end token or at one that the model's generation settings name. Prompts of a batch are padded on the left,
    so an answer may depend on the others of its batch, by the rounding of numbers.
    """

    model: LanguageModel
    tokenizer: Any
    numerics: Numerics
    constraint: TokenConstraint | None = None
    batch_rows: int = 32
    end_tokens: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "end_tokens", end_tokens_of(self.model, self.tokenizer))

    @property
    def description(self) -> Mapping[str, Any]:
        """Return what a report says of this way of decoding."""
        return {
            "engine": "transformers",
            "strategy": "greedy",
            "batching": "padded",
            "lookup": None,
            "versions": versions(),
            "dtype": self.numerics.dtype,
            "device": self.numerics.device,
            "constrained": self.constraint.description if self.constraint else None,
        }

    def answer(
        self, queue: Queue, *, max_new_tokens: int, on_tokens: Callable[[int], None]
    ) -> Iterator[tuple[Sequence[Request], list[Generation]]]:
        """Answer batches, one after the other; see `Engine`."""
        while batch := queue.take():
            yield batch, self.generate(batch, max_new_tokens=max_new_tokens, on_tokens=on_tokens)

    @torch.inference_mode()
    def generate(
        self, batch: Sequence[Request], *, max_new_tokens: int, on_tokens: Callable[[int], None]
    ) -> list[Generation]:
        """Answer all requests of a batch, in their order.

        At most `max_new_tokens` tokens each, the end token included, or a request's own limit. `on_tokens`
        is told after each step how many tokens it gave.
        """
        began = time.perf_counter()
        answers = [
            AnswerInProgress(
                request=request,
                limit=request.limit(max_new_tokens),
                ends=self.end_tokens,
                constraint=self.constraint.begin(request) if self.constraint else None,
                began=began,
            )
            for request in batch
        ]
        finished: dict[AnswerInProgress, Generation] = {}
        rows = list(answers)
        cache = growing_cache(self.model.config)
        shared = self._read_once(batch, cache) if can_share(cache) else 0
        tokens, mask = self._padded([request.tokens[shared:] for request in batch])
        mask = torch.nn.functional.pad(mask, (shared, 0), value=1)
        positions = (mask.cumsum(-1) - 1).clamp(min=0)[:, shared:]
        while True:
            logits = self.model(
                input_ids=tokens,
                attention_mask=mask,
                position_ids=positions,
                past_key_values=cache,
                use_cache=True,
                logits_to_keep=1,
            ).logits[:, -1]
            going = [index for index, row in enumerate(rows) if not row.is_finished]
            logits = logits[torch.tensor(going, device=logits.device)]
            if self.constraint:
                mask_forbidden(logits, np.concatenate([_allowed(rows[index]) for index in going]))
            for index, choice in zip(going, logits.argmax(-1).tolist(), strict=True):
                row = rows[index]
                row.take([choice], [])
                if row.is_finished:
                    finished[row] = row.finish(self.tokenizer)
            on_tokens(len(going))
            if len(finished) == len(batch):
                return [finished[answer] for answer in answers]
            positions = positions[:, -1:] + 1
            staying = [index for index in going if not rows[index].is_finished]
            if len(rows) - len(staying) >= LEAVING_SHARE * len(rows):
                keep = torch.tensor(staying, device=mask.device)
                cache.batch_select_indices(keep)
                mask, positions = mask[keep], positions[keep]
                rows = [rows[index] for index in staying]
            tokens = torch.tensor([[row.tokens[-1]] for row in rows], device=mask.device)
            mask = torch.nn.functional.pad(mask, (0, 1), value=1)

    def _read_once(self, batch: Sequence[Request], cache: Any) -> int:
        """Read what all prompts begin with, once for all rows; return how many tokens that is.

        A chat template's system message is the same for every record, and so are examples in front.
        """
        shared = shared_beginning(batch)
        if len(batch) == 1 or not shared:
            return 0
        tokens = torch.tensor([shared], device=self.numerics.device)
        self.model(
            input_ids=tokens,
            attention_mask=torch.ones_like(tokens),
            past_key_values=cache,
            use_cache=True,
            logits_to_keep=1,
        )
        cache.batch_repeat_interleave(len(batch))
        return len(shared)

    def _padded(self, rows: Sequence[Sequence[int]]) -> tuple[torch.Tensor, torch.Tensor]:
        """Return token ids and attention mask, each [rows, longest row], padded on the left."""
        longest = max(map(len, rows))
        # What stands in the padding is masked, so any token will do; the end token is one that exists.
        padding = min(self.end_tokens)
        tokens = [[padding] * (longest - len(row)) + list(row) for row in rows]
        mask = [[0] * (longest - len(row)) + [1] * len(row) for row in rows]
        device = self.numerics.device
        return torch.tensor(tokens, device=device), torch.tensor(mask, device=device)


def _allowed(row: AnswerInProgress) -> np.ndarray:
    assert row.constraint is not None
    return row.constraint.allowed([])
