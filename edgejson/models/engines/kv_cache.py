"""A key-value cache that grows by doubling, where transformers' own copies everything for each new token."""

from typing import Any

import torch
from transformers import DynamicCache
from transformers.cache_utils import DynamicLayer


class GrowingLayer(DynamicLayer):  # type: ignore[no-untyped-call]
    """One layer's keys and values, [rows, heads, tokens, head size], in buffers with spare capacity."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._buffers: tuple[torch.Tensor, torch.Tensor] | None = None

    def update(
        self, key_states: torch.Tensor, value_states: torch.Tensor, *_args: Any, **_kwargs: Any
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Append the new tokens' keys and values; return all of them."""
        held = self.get_seq_length()
        total = held + key_states.shape[-2]
        if self._buffers is None or self._buffers[0].shape[-2] < total:
            self._grow(key_states, value_states, capacity=max(2 * total, 256))
        assert self._buffers is not None
        for buffer, new in zip(self._buffers, (key_states, value_states), strict=True):
            buffer[:, :, held:total] = new
        self.keys, self.values = (buffer[:, :, :total] for buffer in self._buffers)
        return self.keys, self.values

    def batch_select_indices(self, indices: torch.Tensor) -> None:
        """Keep only the rows `indices`."""
        held = self.get_seq_length()
        if self._buffers is None:
            return
        self._buffers = self._buffers[0][indices], self._buffers[1][indices]
        self.keys, self.values = (buffer[:, :, :held] for buffer in self._buffers)

    def batch_repeat_interleave(self, repeats: int) -> None:
        """Give every row `repeats` times."""
        held = self.get_seq_length()
        if self._buffers is None:
            return
        self._buffers = (
            self._buffers[0].repeat_interleave(repeats, dim=0),
            self._buffers[1].repeat_interleave(repeats, dim=0),
        )
        self.keys, self.values = (buffer[:, :, :held] for buffer in self._buffers)

    def _grow(self, key_states: torch.Tensor, value_states: torch.Tensor, *, capacity: int) -> None:
        held = self.get_seq_length()
        buffers = []
        for old, new in zip((self.keys, self.values), (key_states, value_states), strict=True):
            rows, heads, _, size = new.shape
            buffer = new.new_empty(rows, heads, capacity, size)
            if old is not None:
                buffer[:, :, :held] = old
            buffers.append(buffer)
        self._buffers = buffers[0], buffers[1]
        self.is_initialized = True


def growing_cache(config: Any) -> DynamicCache:
    """Return an empty cache for a model of `config`.

    Layers that are not plain full attention (sliding windows, state spaces) stay transformers' own.
    """
    cache = DynamicCache(config=config)
    cache.layers = [GrowingLayer() if type(layer) is DynamicLayer else layer for layer in cache.layers]
    return cache


def can_share(cache: DynamicCache) -> bool:
    """Return whether one row of `cache` can be given several times: every layer attends to all tokens."""
    return all(type(layer) is GrowingLayer for layer in cache.layers)
