"""The cache of a row in packed passes, and what packed attention refuses."""

import pytest
import torch

from edgejson.models.engines.packed_attention import Packing, RowCache, packed_attention


def test_cache_grows_and_is_copied() -> None:
    draw = torch.Generator().manual_seed(1)
    cache = RowCache(capacity=2)
    given: list[torch.Tensor] = []
    for length in (5, 1, 300, 1):
        new = torch.rand(2, length, 16, generator=draw)
        given.append(new)
        for layer in (0, 1):
            keys, values = cache.write(layer, new + layer, new - layer)
            assert torch.equal(keys, torch.cat(given, dim=1) + layer)
            assert torch.equal(values, torch.cat(given, dim=1) - layer)
        cache.length += length
    assert cache.bytes_per_token == 2 * 2 * 2 * 16 * 4
    copy = cache.copy(capacity=400)
    # A draft's wrong end is written over.
    cache.length -= 1
    other = torch.rand(2, 1, 16, generator=draw)
    assert torch.equal(cache.write(0, other, other)[0], torch.cat([*given[:-1], other], dim=1))
    assert torch.equal(copy.write(1, other, other)[0][:, :-1], torch.cat(given, dim=1) + 1)


def test_cache_takes_no_more_than_may_be_needed() -> None:
    cache = RowCache(capacity=0).copy(capacity=4, most=100)
    for length in (5, 60, 35):
        new = torch.zeros(2, length, 16)
        keys, _ = cache.write(0, new, new)
        cache.length += length
    assert keys.shape[1] == 100
    assert keys.untyped_storage().nbytes() == 2 * 100 * 16 * 4


@pytest.mark.parametrize("option", ["sliding_window", "softcap", "s_aux"])
def test_attention_refuses_what_it_has_not(option: str) -> None:
    query = torch.zeros(1, 4, 1, 8)
    with pytest.raises(ValueError, match=f"knows no {option}"):
        packed_attention(torch.nn.Module(), query, query, query, None, packing=Packing(), **{option: 30})
