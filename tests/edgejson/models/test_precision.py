"""Which precision is computed in: a matter of the hardware and of what is asked for, not of time or load."""

from typing import Any

import pytest
import torch

from edgejson.errors import EdgejsonError
from edgejson.models.precision import VARIABLE, choose_numerics, computes_in_bf16


@pytest.fixture(autouse=True)
def nothing_forced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)


def processor_with(monkeypatch: pytest.MonkeyPatch, *flags: str) -> None:
    for flag in ("_is_avx512_bf16_supported", "_is_amx_tile_supported"):
        monkeypatch.setattr(torch.cpu, flag, lambda flag=flag: flag in flags, raising=False)


@pytest.mark.parametrize(
    ("flags", "precision"),
    [((), "fp32"), (("_is_avx512_bf16_supported",), "bf16"), (("_is_amx_tile_supported",), "bf16")],
)
def test_auto_is_what_the_processor_computes_in(
    monkeypatch: pytest.MonkeyPatch, flags: tuple[str, ...], precision: str
) -> None:
    processor_with(monkeypatch, *flags)
    assert choose_numerics("auto", "cpu").precision == precision


def test_auto_is_what_the_gpu_computes_in(monkeypatch: pytest.MonkeyPatch) -> None:
    for native in (False, True):
        monkeypatch.setattr(torch.cuda, "is_bf16_supported", lambda **_: native)  # noqa: B023 called at once
        assert choose_numerics("auto", "cuda").precision == ("bf16" if native else "fp32")
    assert choose_numerics("auto", "mps").precision == "fp32"


def test_the_choice_takes_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is computed, so no other load can tip it."""

    def computed(*_: Any, **__: Any) -> Any:
        raise AssertionError("something was computed")

    monkeypatch.setattr(torch, "mm", computed)
    monkeypatch.setattr("time.perf_counter", computed)
    monkeypatch.setattr("time.monotonic", computed)
    assert choose_numerics("auto", "cpu").precision == ("bf16" if computes_in_bf16("cpu") else "fp32")


def test_without_a_word_it_is_single_precision(monkeypatch: pytest.MonkeyPatch) -> None:
    processor_with(monkeypatch, "_is_avx512_bf16_supported")
    assert choose_numerics(None, "cpu").precision == "fp32"


@pytest.mark.parametrize("forced", ["fp32", "bf16"])
def test_the_environment_decides_where_nothing_is_named(monkeypatch: pytest.MonkeyPatch, forced: str) -> None:
    processor_with(monkeypatch, *(["_is_avx512_bf16_supported"] if forced == "fp32" else []))
    monkeypatch.setenv(VARIABLE, forced)
    assert choose_numerics("auto", "cpu").precision == forced
    assert choose_numerics(None, "cpu").precision == forced
    assert choose_numerics("fp32", "cpu").precision == "fp32"
    assert choose_numerics("bf16", "cpu").precision == "bf16"


def test_another_word_in_the_environment_is_a_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "fp16")
    with pytest.raises(EdgejsonError, match=r"EDGEJSON_PRECISION is 'fp16', expected fp32 or bf16"):
        choose_numerics("auto", "cpu")
    assert choose_numerics("fp32", "cpu").precision == "fp32"
    monkeypatch.setenv(VARIABLE, "")
    assert choose_numerics(None, "cpu").precision == "fp32"


@pytest.mark.parametrize(
    ("precision", "dtype", "of_torch"),
    [("fp32", "float32", torch.float32), ("bf16", "bfloat16", torch.bfloat16)],
)
def test_each_precision_has_its_names(precision: Any, dtype: str, of_torch: torch.dtype) -> None:
    numerics = choose_numerics(precision, "cpu")
    assert (numerics.dtype, numerics.torch_dtype) == (dtype, of_torch)
    with numerics.autocast():
        assert torch.is_autocast_enabled("cpu") is (precision == "bf16")
        assert (torch.ones(2, 2) @ torch.ones(2, 2)).dtype is of_torch
