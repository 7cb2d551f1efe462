"""Greedy decoding with transformers: batched with left padding, a key-value cache, the end token honoured."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Any, Protocol

import torch

from edgejson.eval.engines.kv_cache import growing_cache
from edgejson.eval.engines.numerics import Numerics
from edgejson.eval.engines.protocol import Generation, Request
from edgejson.prompt_format import end_token

LEAVING_SHARE = 0.25
"""Share of a batch's rows that have to be finished before they are taken out of the cache."""


class Restriction(Protocol):
    """What may forbid tokens: constrained decoding is greedy decoding under one."""

    @property
    def description(self) -> Mapping[str, Any]:
        """Return what a report says of it."""

    def begin(self, requests: Sequence[Request]) -> None:
        """Start a batch."""

    def forbid(self, logits: torch.Tensor, rows: Sequence[int]) -> None:
        """Set the logits, [rows, vocabulary], of forbidden next tokens to -inf; `rows` are the batch's."""

    def advance(self, tokens: Sequence[int], rows: Sequence[int]) -> None:
        """Take note of the chosen tokens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GreedyEngine:
    """Takes the likeliest token at each step, the lowest id among equals.

    ``model`` and ``tokenizer`` are transformers' (or peft's around them). An answer ends at the tokenizer's
    end token or at one that the model's generation settings name.
    """

    model: Any
    tokenizer: Any
    numerics: Numerics
    restriction: Restriction | None = None
    end_tokens: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        configured = getattr(getattr(self.model, "generation_config", None), "eos_token_id", None)
        more = configured if isinstance(configured, list) else [configured]
        ends = {end_token(self.tokenizer), *(token for token in more if token is not None)}
        object.__setattr__(self, "end_tokens", frozenset(ends))
        self.model.to(device=self.numerics.device, dtype=self.numerics.torch_dtype).eval()

    @property
    def description(self) -> Mapping[str, Any]:
        """Return what a report says of this way of decoding."""
        return {
            "engine": "transformers",
            "strategy": "greedy",
            "versions": {name: version(name) for name in ("torch", "transformers")},
            "dtype": self.numerics.dtype,
            "device": self.numerics.device,
            "constrained": self.restriction.description if self.restriction else None,
        }

    @torch.inference_mode()
    def generate(
        self, batch: Sequence[Request], *, max_new_tokens: int, on_tokens: Callable[[int], None]
    ) -> list[Generation]:
        """Answer all requests of a batch, in their order; see `Engine`."""
        began = time.perf_counter()
        answers: list[list[int]] = [[] for _ in batch]
        finished: dict[int, Generation] = {}
        rows = list(range(len(batch)))
        cache = growing_cache(self.model.config)
        tokens, mask = self._padded(batch)
        positions = (mask.cumsum(-1) - 1).clamp(min=0)
        if self.restriction:
            self.restriction.begin(batch)
        while True:
            logits = self.model(
                input_ids=tokens,
                attention_mask=mask,
                position_ids=positions,
                past_key_values=cache,
                use_cache=True,
                logits_to_keep=1,
            ).logits[:, -1]
            if self.restriction:
                self.restriction.forbid(logits, rows)
            chosen = logits.argmax(-1)
            step: list[int] = chosen.tolist()
            if self.restriction:
                self.restriction.advance(step, rows)
            on_tokens(sum(row not in finished for row in rows))
            for row, token in zip(rows, step, strict=True):
                if row in finished:
                    continue
                answers[row].append(token)
                if token in self.end_tokens or len(answers[row]) == max_new_tokens:
                    finished[row] = self._finish(answers[row], time.perf_counter() - began)
            if len(finished) == len(batch):
                return [finished[row] for row in range(len(batch))]
            mask = torch.nn.functional.pad(mask, (0, 1), value=1)
            positions = positions[:, -1:] + 1
            staying = [place for place, row in enumerate(rows) if row not in finished]
            if len(rows) - len(staying) >= LEAVING_SHARE * len(rows):
                keep = torch.tensor(staying, device=tokens.device)
                cache.batch_select_indices(keep)
                chosen, mask, positions = chosen[keep], mask[keep], positions[keep]
                rows = [rows[place] for place in staying]
            tokens = chosen[:, None]

    def _padded(self, batch: Sequence[Request]) -> tuple[torch.Tensor, torch.Tensor]:
        """Return token ids and attention mask, each [rows, longest prompt], padded on the left."""
        longest = max(len(request.tokens) for request in batch)
        # What stands in the padding is masked, so any token will do; the end token is one that exists.
        padding = min(self.end_tokens)
        tokens = [[padding] * (longest - len(each.tokens)) + list(each.tokens) for each in batch]
        mask = [[0] * (longest - len(each.tokens)) + [1] * len(each.tokens) for each in batch]
        device = self.numerics.device
        return torch.tensor(tokens, device=device), torch.tensor(mask, device=device)

    def _finish(self, tokens: list[int], seconds: float) -> Generation:
        ended = tokens[-1] in self.end_tokens
        text = self.tokenizer.decode(
            tokens[:-1] if ended else tokens, skip_special_tokens=False, clean_up_tokenization_spaces=False
        )
        return Generation(text=text, stop="eos" if ended else "length", tokens=len(tokens), seconds=seconds)
