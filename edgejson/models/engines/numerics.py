"""Which number type a model is evaluated in, and on which device."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

import torch

from edgejson.eval.errors import EvaluationError

DtypeName: TypeAlias = Literal["float32", "bfloat16"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Numerics:
    """A device and a number type, as a report names them."""

    device: str
    dtype: DtypeName

    @property
    def torch_dtype(self) -> torch.dtype:
        """Return the type as torch knows it."""
        return torch.bfloat16 if self.dtype == "bfloat16" else torch.float32


def choose_numerics(wanted: str) -> Numerics:
    """Return what `wanted` asks for: ``float32``, ``bfloat16``, or ``auto``.

    ``auto`` is bfloat16 where the hardware computes in it (a GPU that can, a CPU with AVX512-BF16 or AMX),
    else float32: without such hardware bfloat16 is many times slower. Raises EvaluationError for another
    word.
    """
    if wanted not in ("auto", "float32", "bfloat16"):
        raise EvaluationError(f"--dtype is {wanted!r}, expected auto, float32 or bfloat16")
    device = "cuda" if torch.cuda.is_available() else "cpu"
    if wanted == "auto":
        dtype: DtypeName = "bfloat16" if _computes_in_bfloat16(device) else "float32"
    else:
        dtype = "bfloat16" if wanted == "bfloat16" else "float32"
    return Numerics(device=device, dtype=dtype)


def _computes_in_bfloat16(device: str) -> bool:
    if device == "cuda":
        return bool(torch.cuda.is_bf16_supported(including_emulation=False))
    capabilities = [
        getattr(torch.cpu, name, None) for name in ("_is_avx512_bf16_supported", "_is_amx_tile_supported")
    ]
    return any(capability is not None and capability() for capability in capabilities)
