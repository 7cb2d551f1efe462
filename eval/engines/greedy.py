"""Greedy decoding with transformers: batched with left padding, a key-value cache, the end token honoured.

With drafts (see `edgejson.eval.engines.lookup`) a step gives a row several tokens: the model reads the last
token and the drafted ones at once, and those that it would have chosen itself are kept. The answers are the
same, up to the rounding of numbers in passes of another shape.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Any, Protocol

import torch

from edgejson.eval.engines.attention import use_grouped_attention
from edgejson.eval.engines.kv_cache import GrowingLayer, can_pack, growing_cache
from edgejson.eval.engines.lookup import LONGEST, SHORTEST, Lookup
from edgejson.eval.engines.numerics import Numerics
from edgejson.eval.engines.protocol import Generation, Request
from edgejson.prompt_format import end_token

LEAVING_SHARE = 0.25
"""Share of a batch's rows that have to be finished before they are taken out of the cache."""

WASTE = 1.25
"""How many times the longest row's tokens the cache may hold before what drafts left in it is taken out."""


class Restriction(Protocol):
    """What may forbid tokens: constrained decoding is greedy decoding under one."""

    @property
    def description(self) -> Mapping[str, Any]:
        """Return what a report says of it."""

    def begin(self, requests: Sequence[Request]) -> "BatchRestriction":
        """Return the restriction of one batch, at its beginning."""


class BatchRestriction(Protocol):
    """What may forbid tokens in one batch; a row is its request's number there."""

    def forced(self, row: int) -> list[int]:
        """Return the next tokens of a row where the grammar leaves one text only."""

    def forbid(self, logits: torch.Tensor, rows: Sequence[int], drafts: Sequence[list[int]]) -> None:
        """Set the logits of forbidden tokens to -inf.

        `logits` is [rows, 1 + longest draft, vocabulary]: what follows a row, and what follows each token of
        its draft; drafts are cut, in place, in front of a token that is forbidden itself.
        """

    def advance(self, tokens: Sequence[int], row: int) -> None:
        """Take note of the chosen tokens of a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GreedyEngine:
    """Takes the likeliest token at each step, the lowest id among equals.

    ``model`` and ``tokenizer`` are transformers' (or peft's around them). An answer ends at the tokenizer's
    end token or at one that the model's generation settings name. ``tokens_per_pass`` above 1 lets a batch
    draft: as many tokens a row as fit, with all rows, into a pass of so many.
    """

    model: Any
    tokenizer: Any
    numerics: Numerics
    restriction: Restriction | None = None
    tokens_per_pass: int = 1
    end_tokens: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        configured = getattr(getattr(self.model, "generation_config", None), "eos_token_id", None)
        more = configured if isinstance(configured, list) else [configured]
        ends = {end_token(self.tokenizer), *(token for token in more if token is not None)}
        object.__setattr__(self, "end_tokens", frozenset(ends))
        self.model.to(device=self.numerics.device, dtype=self.numerics.torch_dtype).eval()
        if self.tokens_per_pass > 1:
            use_grouped_attention(self.model)

    @property
    def description(self) -> Mapping[str, Any]:
        """Return what a report says of this way of decoding."""
        looked_up = {"tokens_per_pass": self.tokens_per_pass, "n_grams": [SHORTEST, LONGEST]}
        return {
            "engine": "transformers",
            "strategy": "greedy",
            "lookup": looked_up if self.tokens_per_pass > 1 else None,
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
        finished: dict[int, Generation] = {}
        cache = growing_cache(self.model.config)
        plain = can_pack(cache)
        drafting = self.tokens_per_pass > 1 and plain
        rows = [
            _Row.of(number, request, limit=request.limit(max_new_tokens), drafting=drafting)
            for number, request in enumerate(batch)
        ]
        shared = self._read_once(batch, cache) if plain else 0
        tokens, mask = self._padded([request.tokens[shared:] for request in batch])
        mask = torch.nn.functional.pad(mask, (shared, 0), value=1)
        positions = (mask.cumsum(-1) - 1).clamp(min=0)[:, shared:]
        drafts: list[list[int]] = [[] for _ in rows]
        restriction = self.restriction.begin(batch) if self.restriction else None
        while True:
            width = 1 + max(map(len, drafts))
            logits = self.model(
                input_ids=tokens,
                attention_mask=mask,
                position_ids=positions,
                past_key_values=cache,
                use_cache=True,
                logits_to_keep=width,
            ).logits
            if restriction:
                restriction.forbid(logits, [row.number for row in rows], drafts)
            best: list[list[int]] = logits.argmax(-1).tolist()
            kept, count = [], 0
            for row, draft, choices in zip(rows, drafts, best, strict=True):
                if row.number in finished:
                    kept.append(1)
                    continue
                chosen = self._accepted(choices, draft, row)
                row.extend(chosen)
                kept.append(len(chosen))
                count += len(chosen)
                if restriction:
                    restriction.advance(chosen, row.number)
                if row.answer[-1] in self.end_tokens or len(row.answer) == row.limit:
                    finished[row.number] = self._finish(row.answer, time.perf_counter() - began)
            on_tokens(count)
            if len(finished) == len(batch):
                return [finished[number] for number in range(len(batch))]
            if width > 1:
                wide = torch.tensor(kept, device=mask.device)[:, None]
                mask[:, -width:] = torch.arange(width, device=mask.device) < wide
                positions = positions[:, :1] + wide
            else:
                positions = positions[:, -1:] + 1
            staying = [place for place, row in enumerate(rows) if row.number not in finished]
            if len(rows) - len(staying) >= LEAVING_SHARE * len(rows):
                keep = torch.tensor(staying, device=mask.device)
                cache.batch_select_indices(keep)
                mask, positions = mask[keep], positions[keep]
                rows = [rows[place] for place in staying]
            if drafting:
                mask = _packed(cache, mask)
            drafts = self._drafts(rows, finished, restriction) if drafting else [[] for _ in rows]
            longest = max(map(len, drafts))
            entered = [
                [row.answer[-1], *draft, *[row.answer[-1]] * (longest - len(draft))]
                for row, draft in zip(rows, drafts, strict=True)
            ]
            tokens = torch.tensor(entered, device=mask.device)
            positions = positions + torch.arange(1 + longest, device=mask.device)
            mask = torch.nn.functional.pad(mask, (0, 1 + longest), value=1)

    def _accepted(self, choices: Sequence[int], draft: Sequence[int], row: "_Row") -> list[int]:
        """Return what the model chooses after a row, and after the part of its draft that it confirms."""
        accepted = [choices[0]]
        for guess, choice in zip(draft, choices[1:], strict=False):
            if accepted[-1] != guess or guess in self.end_tokens:
                break
            accepted.append(choice)
        return accepted[: row.limit - len(row.answer)]

    def _drafts(
        self,
        rows: Sequence["_Row"],
        finished: Mapping[int, Generation],
        restriction: BatchRestriction | None,
    ) -> list[list[int]]:
        """Return a guess, possibly empty, of what follows each row."""
        going = sum(row.number not in finished for row in rows)
        most = max(0, self.tokens_per_pass // going - 1)
        drafts = []
        for row in rows:
            draft: list[int] = []
            room = min(most, row.limit - len(row.answer) - 1)
            if room > 0 and row.number not in finished:
                draft = restriction.forced(row.number)[:room] if restriction else []
                draft = draft or row.draft(room)
            drafts.append(draft)
        return drafts

    def _read_once(self, batch: Sequence[Request], cache: Any) -> int:
        """Read what all prompts begin with, once for all rows; return how many tokens that is.

        A chat template's system message is the same for every record, and so are examples in front.
        """
        shortest = min(len(request.tokens) for request in batch) - 1
        first = batch[0].tokens[: max(shortest, 0)]
        shared = 0
        while shared < len(first) and all(each.tokens[shared] == first[shared] for each in batch):
            shared += 1
        if len(batch) == 1 or not shared:
            return 0
        tokens = torch.tensor([first[:shared]], device=self.numerics.device)
        self.model(
            input_ids=tokens,
            attention_mask=torch.ones_like(tokens),
            past_key_values=cache,
            use_cache=True,
            logits_to_keep=1,
        )
        cache.batch_repeat_interleave(len(batch))
        return shared

    def _padded(self, rows: Sequence[Sequence[int]]) -> tuple[torch.Tensor, torch.Tensor]:
        """Return token ids and attention mask, each [rows, longest row], padded on the left."""
        longest = max(map(len, rows))
        # What stands in the padding is masked, so any token will do; the end token is one that exists.
        padding = min(self.end_tokens)
        tokens = [[padding] * (longest - len(row)) + list(row) for row in rows]
        mask = [[0] * (longest - len(row)) + [1] * len(row) for row in rows]
        device = self.numerics.device
        return torch.tensor(tokens, device=device), torch.tensor(mask, device=device)

    def _finish(self, tokens: list[int], seconds: float) -> Generation:
        ended = tokens[-1] in self.end_tokens
        text = self.tokenizer.decode(
            tokens[:-1] if ended else tokens, skip_special_tokens=False, clean_up_tokenization_spaces=False
        )
        return Generation(text=text, stop="eos" if ended else "length", tokens=len(tokens), seconds=seconds)


@dataclass(slots=True, kw_only=True)
class _Row:
    """A request on its way: its number in the batch, its limit, its answer so far, what it can look up."""

    number: int
    limit: int
    lookup: Lookup | None
    answer: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, number: int, request: Request, *, limit: int, drafting: bool) -> "_Row":
        lookup = Lookup() if drafting else None
        if lookup:
            lookup.extend(request.tokens)
        return cls(number=number, limit=limit, lookup=lookup)

    def extend(self, tokens: Sequence[int]) -> None:
        self.answer += tokens
        if self.lookup:
            self.lookup.extend(tokens)

    def draft(self, most: int) -> list[int]:
        return self.lookup.draft(most) if self.lookup else []


def _packed(cache: Any, mask: torch.Tensor) -> torch.Tensor:
    """Take out of the cache what no row attends to, where that is worth it; return the new mask."""
    longest = int(mask.sum(-1).max())
    if mask.shape[1] <= WASTE * longest:
        return mask
    # Slots that count move to the right, in their order.
    slots = mask.argsort(dim=-1, stable=True)[:, -longest:]
    for layer in cache.layers:
        assert isinstance(layer, GrowingLayer)
        layer.pack(slots)
    return mask.gather(1, slots)
