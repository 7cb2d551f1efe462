"""The learning rate over a run, and the choice of the floating-point type."""

import pytest
import torch

from edgejson.models import precision
from edgejson.models.precision import choose_dtype
from edgejson.train.schedule import learning_rate


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        ("cosine", [0.5, 1.0, 1.0, 0.9619, 0.8536, 0.6913, 0.5, 0.3087, 0.1464, 0.0381]),
        ("linear", [0.5, 1.0, 1.0, 0.875, 0.75, 0.625, 0.5, 0.375, 0.25, 0.125]),
        ("constant", [0.5] + [1.0] * 9),
    ],
)
def test_rises_and_falls(schedule: str, expected: list[float]) -> None:
    rates = [
        learning_rate(step, n_steps=10, highest=1.0, warmup_share=0.2, schedule=schedule)  # type: ignore[arg-type]
        for step in range(10)
    ]
    assert rates == pytest.approx(expected, abs=1e-4)


def test_without_warm_up_the_first_rate_is_the_highest() -> None:
    assert learning_rate(0, n_steps=1, highest=0.3, warmup_share=0, schedule="cosine") == 0.3


@pytest.mark.parametrize(
    ("wish", "seconds", "expected"),
    [
        ("auto", {torch.float32: 3.0, torch.bfloat16: 1.0}, torch.bfloat16),
        ("auto", {torch.float32: 1.0, torch.bfloat16: 0.9}, torch.float32),
        ("auto", {torch.float32: 1.0, torch.bfloat16: 30.0}, torch.float32),
        ("fp32", {}, torch.float32),
        ("bf16", {}, torch.bfloat16),
    ],
)
def test_takes_what_is_clearly_faster(
    monkeypatch: pytest.MonkeyPatch, wish: str, seconds: dict[torch.dtype, float], expected: torch.dtype
) -> None:
    monkeypatch.setattr(precision, "_seconds", lambda dtype, device, **_: seconds[dtype])
    assert choose_dtype(wish, torch.device("cpu")) is expected  # type: ignore[arg-type]


def test_the_trial_itself_is_quick_and_decides() -> None:
    assert choose_dtype("auto", torch.device("cpu")) in (torch.float32, torch.bfloat16)
