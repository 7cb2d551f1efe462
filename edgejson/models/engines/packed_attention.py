"""Attention in a packed pass: the new tokens of many answers stand in one line, and none sees another's.

A pass over a padded batch computes as many tokens for each row as for the longest, and reads as many keys. In
a packed pass a row has just its own: transformers' model sees one long row, and this attention takes it apart
(as do vLLM and the flash-attention kernels with variable lengths, there in one kernel, here row by row).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import torch
from transformers import AttentionInterface

from edgejson.models.engines.kv_cache import can_share, growing_cache

NAME = "edgejson_packed"
"""The name under which the attention is known to transformers."""

GROWTH = 1.5
"""How many times the tokens that it must hold a row's buffers get when they are too small."""


class RowCache:
    """The keys and values of one row, a pair of [key heads, capacity, head size] for each layer.

    ``length`` tokens of them count. A pass writes behind those; what it wrote counts once `length` says so,
    and tokens of a draft that were wrong are just not counted.
    """

    def __init__(self, *, capacity: int, most: int | None = None) -> None:
        """Hold `capacity` tokens at first; `most` is how many may come to be needed, where that is known."""
        self.length = 0
        self._capacity = capacity
        self._most = most
        self._layers: list[tuple[torch.Tensor, torch.Tensor]] = []

    @property
    def bytes_per_token(self) -> int:
        """Return the bytes of a token's keys and values in all layers written so far."""
        return sum(2 * keys.shape[0] * keys.shape[2] * keys.element_size() for keys, _ in self._layers)

    def copy(self, *, capacity: int, most: int | None = None) -> "RowCache":
        """Return a cache with the same tokens that can hold `capacity`; `most` as for a new one."""
        made = RowCache(capacity=max(capacity, self.length), most=most)
        made.length = self.length
        made._layers = [(made._grown(keys), made._grown(values)) for keys, values in self._layers]
        return made

    def write(
        self, layer: int, keys: torch.Tensor, values: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Write the new tokens of a layer, [key heads, new tokens, head size]; return all up to them."""
        end = self.length + keys.shape[1]
        if end > self._capacity:
            self._capacity = max(end, min(int(GROWTH * end), self._most or int(GROWTH * end)))
        if layer == len(self._layers):
            empty = (each.new_empty(each.shape[0], self._capacity, each.shape[2]) for each in (keys, values))
            self._layers.append((next(empty), next(empty)))
        held_keys, held_values = self._layers[layer]
        if held_keys.shape[1] < end:
            held_keys, held_values = self._grown(held_keys), self._grown(held_values)
            self._layers[layer] = held_keys, held_values
        held_keys[:, self.length : end] = keys
        held_values[:, self.length : end] = values
        return held_keys[:, :end], held_values[:, :end]

    def _grown(self, old: torch.Tensor) -> torch.Tensor:
        grown = old.new_empty(old.shape[0], self._capacity, old.shape[2])
        grown[:, : self.length] = old[:, : self.length]
        return grown


@dataclass(slots=True, kw_only=True)
class Segment:
    """The new tokens of one row, ``start`` to ``end`` of a pass."""

    cache: RowCache
    start: int
    end: int
    _mask: torch.Tensor | None = None

    def mask(self, group: int, like: torch.Tensor) -> torch.Tensor | None:
        """Return what is added to scores, [1, 1, group * new tokens, all tokens]; None for one new token.

        Each new token sees those before it and itself; `group` times, for the queries that share keys.
        """
        new = self.end - self.start
        if new == 1:
            return None
        if self._mask is None:
            total = self.cache.length + new
            unseen = torch.full((new, total), float("-inf"), dtype=like.dtype, device=like.device)
            self._mask = unseen.triu(self.cache.length + 1).repeat(group, 1)[None, None]
        return self._mask


@dataclass(slots=True, kw_only=True)
class Packing:
    """What stands where in a pass. It travels with the pass: passes of several threads do not meet."""

    segments: Sequence[Segment] = field(default_factory=list)


def use_packed_attention(model: Any) -> int | None:
    """Let a transformers model attend by `packed_attention`; return the bytes that a token's cache takes.

    None if the model cannot, which is left as it was: its layers look at a window only or keep a state, or
    something in it attends otherwise or takes no keywords. The latter is tried: two rows in one pass have to
    come out as each by itself does.
    """
    AttentionInterface.register(NAME, packed_attention)
    before = getattr(getattr(model, "config", None), "_attn_implementation", None)
    if before == NAME:
        # Another engine has it packed; whether it can be is tried again.
        before = "sdpa"
        model.set_attn_implementation(before)
    if before not in ("sdpa", "eager") or not can_share(growing_cache(model.config)):
        return None
    vocabulary = model.get_input_embeddings().num_embeddings
    device = next(model.parameters()).device
    rows = [[n * 7919 % vocabulary for n in range(first, last)] for first, last in ((1, 8), (50, 54))]
    with torch.inference_mode():
        alone = [
            model(input_ids=torch.tensor([row], device=device), use_cache=False).logits[0] for row in rows
        ]
        model.set_attn_implementation(NAME)
        try:
            caches = [RowCache(capacity=8) for _ in rows]
            packed = packed_pass(model, list(zip(caches, rows, strict=True)))
            tolerance = 1e-3 if packed.dtype is torch.float32 else 5e-2
            scale = float(packed.abs().max())
            if torch.allclose(packed[: sum(map(len, rows))], torch.cat(alone), atol=tolerance * scale):
                return caches[0].bytes_per_token
        except (TypeError, ValueError, RuntimeError, KeyError, AttributeError):
            pass
        model.set_attn_implementation(before)
    return None


FEWEST_TOKENS = 4
"""Tokens in a pass at least. For fewer, matrix products round otherwise (MKL in float32, oneDNN in bfloat16:
the result for a token had the same bits with 4 tokens in the pass or more, whatever the others were, and not
with 1 to 3). With as many, no answer depends on which others are decoded beside it."""


def packed_pass(
    model: Any, rows: Sequence[tuple[RowCache, Sequence[int]]], *, last_only: bool = False
) -> torch.Tensor:
    """Compute a pass over the new tokens of `rows`; return the logits, [new tokens, vocabulary].

    With `last_only` those of the very last token alone. Caches are written, and their lengths left alone.
    """
    tokens: list[int] = []
    positions: list[int] = []
    segments = []
    for cache, new in rows:
        segments.append(Segment(cache=cache, start=len(tokens), end=len(tokens) + len(new)))
        tokens += new
        positions += range(cache.length, cache.length + len(new))
    lacking = 0 if last_only else max(0, FEWEST_TOKENS - len(tokens))
    device = next(model.parameters()).device
    logits: torch.Tensor = model(
        input_ids=torch.tensor([tokens + [0] * lacking], device=device),
        position_ids=torch.tensor([positions + [0] * lacking], device=device),
        use_cache=False,
        logits_to_keep=1 if last_only else 0,
        packing=Packing(segments=segments),
    ).logits[0]
    return logits


def packed_attention(
    module: torch.nn.Module,
    query: torch.Tensor,
    key: torch.Tensor,
    value: torch.Tensor,
    _attention_mask: torch.Tensor | None,
    *,
    packing: Packing,
    scaling: float | None = None,
    **options: Any,
) -> tuple[torch.Tensor, None]:
    """Return attention of each row's new tokens to all of its tokens, [1, tokens, heads, head size].

    ``query`` is [1, heads, tokens, head size]; ``key`` and ``value`` have fewer heads, of which each serves a
    group of the query's: the queries of a group stand in line as if they were more new tokens. Tokens that
    belong to no row get zeros. Raises ValueError for a window, capped scores or sinks, which it has not.
    """
    lacking = [name for name in ("sliding_window", "softcap", "s_aux") if options.get(name) is not None]
    if lacking:
        raise ValueError(f"attention in packed passes knows no {', '.join(lacking)}")
    _, heads, tokens, size = query.shape
    key_heads = key.shape[1]
    group = heads // key_heads
    attended = query.new_zeros(1, tokens, heads, size)
    for segment in packing.segments:
        new = slice(segment.start, segment.end)
        keys, values = segment.cache.write(module.layer_idx, key[0, :, new], value[0, :, new])  # type: ignore[arg-type]
        inline = query[0, :, new].reshape(1, key_heads, -1, size)
        out = torch.nn.functional.scaled_dot_product_attention(
            inline, keys[None], values[None], attn_mask=segment.mask(group, query), scale=scaling
        )
        attended[0, new] = out.view(heads, -1, size).transpose(0, 1)
    return attended, None
