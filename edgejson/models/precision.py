"""Which floating-point type to compute in: the one that this machine multiplies matrices fastest in."""

import time
from typing import Literal

import torch

_GAIN = 1.3
"""bf16 has to be so much faster than fp32 to be worth its rounding."""
_HOPELESS = 50
"""A first try this many times slower than fp32 is not the preparation of a fast kernel any more."""


def choose_dtype(wish: Literal["auto", "fp32", "bf16"], device: torch.device) -> torch.dtype:
    """Return float32 or bfloat16; 'auto' times both for a fraction of a second on `device`.

    Processors without native bf16 emulate it, several times slower than fp32.
    """
    if wish == "fp32" or (wish == "auto" and device.type not in ("cpu", "cuda", "xpu")):
        return torch.float32
    if wish == "bf16":
        return torch.bfloat16
    fp32 = _seconds(torch.float32, device, give_up=float("inf"))
    bf16 = _seconds(torch.bfloat16, device, give_up=_HOPELESS * fp32)
    return torch.bfloat16 if bf16 * _GAIN < fp32 else torch.float32


def _seconds(dtype: torch.dtype, device: torch.device, *, give_up: float) -> float:
    """Return the best time of a few matrix products in the shapes of a small model's feed-forward layer.

    The first one that takes longer than `give_up` seconds is the last: an emulated one takes 200 times as
    long as it should.
    """
    left = torch.ones(128, 576, dtype=dtype, device=device)
    right = torch.ones(576, 1536, dtype=dtype, device=device)
    best = float("inf")
    for _ in range(10):
        _finish(device)
        begun = time.perf_counter()
        torch.mm(left, right)
        _finish(device)
        best = min(best, time.perf_counter() - begun)
        if best > give_up:
            break
    return best


def _finish(device: torch.device) -> None:
    if device.type != "cpu":
        torch.accelerator.synchronize(device)
