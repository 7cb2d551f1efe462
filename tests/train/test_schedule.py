"""The learning rate over a run."""

import pytest

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
