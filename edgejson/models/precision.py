"""Which number type a model computes in: decided by what the hardware can do, never by timing.

A processor or GPU that computes in bfloat16 natively is far faster in it; one that does not emulates it, many
times slower than float32. The answer is the same at every call on a machine, whatever else runs there.
"""

import os
from dataclasses import dataclass
from typing import Literal, TypeAlias

import torch

from edgejson.errors import EdgejsonError

Precision: TypeAlias = Literal["fp32", "bf16"]
Wanted: TypeAlias = Literal["auto", "fp32", "bf16"]
DtypeName: TypeAlias = Literal["float32", "bfloat16"]

VARIABLE = "EDGEJSON_PRECISION"
"""The environment variable that decides wherever a recipe or a command line does not name a precision."""

_DTYPE_NAMES: dict[Precision, DtypeName] = {"fp32": "float32", "bf16": "bfloat16"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Numerics:
    """A device and a precision. Recipes and manifests say ``precision``, evaluation reports ``dtype``."""

    device: str
    precision: Precision

    @property
    def dtype(self) -> DtypeName:
        """Return the precision as evaluation reports spell it."""
        return _DTYPE_NAMES[self.precision]

    @property
    def torch_dtype(self) -> torch.dtype:
        """Return the precision as torch knows it."""
        return torch.bfloat16 if self.precision == "bf16" else torch.float32

    def autocast(self) -> torch.autocast:
        """Return the context in which float32 weights are computed with in this precision."""
        return torch.autocast(self.device, dtype=self.torch_dtype, enabled=self.precision == "bf16")


def choose_numerics(wanted: Wanted | None, device: str) -> Numerics:
    """Return the numerics for a device type such as ``cpu``.

    `wanted` is ``fp32``, ``bf16``, ``auto`` (bf16 where the hardware computes in it), or None (fp32).
    ``$EDGEJSON_PRECISION`` takes the place of the latter two; EdgejsonError when it is neither fp32 nor bf16.
    """
    if wanted in (None, "auto"):
        wanted = _from_environment() or wanted or "fp32"
    if wanted == "auto":
        wanted = "bf16" if computes_in_bf16(device) else "fp32"
    return Numerics(device=device, precision=wanted)


def computes_in_bf16(device: str) -> bool:
    """Whether a GPU, or a processor with AVX512-BF16 or AMX, computes in bfloat16 without emulation."""
    if device == "cuda":
        return bool(torch.cuda.is_bf16_supported(including_emulation=False))
    if device == "xpu":
        return bool(torch.xpu.is_bf16_supported(including_emulation=False))
    # torch has no public name for these before 2.10 (torch.cpu.get_capabilities).
    flags = ("_is_avx512_bf16_supported", "_is_amx_tile_supported")
    return device == "cpu" and any(getattr(torch.cpu, flag, lambda: False)() for flag in flags)


def _from_environment() -> Precision | None:
    match os.environ.get(VARIABLE):
        case "fp32" | "bf16" as forced:
            return forced
        case None | "":
            return None
        case other:
            raise EdgejsonError(f"${VARIABLE} is {other!r}, expected fp32 or bf16")
