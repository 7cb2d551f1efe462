"""The course of a run as a picture: loss and validation loss, and the scores below, over the steps."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

from edgejson.train.scoring import SHOWN_SCORES

_WINDOW = 0.05
"""The smoothed loss is the mean over this share of the run's steps."""


def curve_png(training: Mapping[str, Any], curve: Sequence[Mapping[str, Any]]) -> bytes | None:
    """Return a PNG of about 900 x 600 pixels; None where matplotlib is not installed.

    `training` is that part of a manifest, `curve` has an entry for every step.
    """
    try:
        from matplotlib.figure import Figure
    except ImportError:
        return None

    steps = [point["step"] for point in curve]
    figure = Figure(figsize=(9, 6), dpi=100, layout="constrained")
    above, below = figure.subplots(2, 1, sharex=True) if training["scores"] else (figure.subplots(), None)
    above.plot(steps, [point["loss"] for point in curve], color="0.8", label="loss of a step")
    above.plot(steps, smoothed([point["loss"] for point in curve]), color="C0", label="loss, smoothed")
    validated = [epoch for epoch in training["epochs"] if epoch["validation_loss"] is not None]
    if validated:
        above.plot(
            [epoch["step"] for epoch in validated],
            [epoch["validation_loss"] for epoch in validated],
            "o-", color="C1", label="validation loss",
        )  # fmt: skip
    above.set_ylabel("nats a token")
    above.set_yscale("log")
    if below is not None:
        for name in SHOWN_SCORES:
            scores = training["scores"]
            below.plot([each["step"] for each in scores], [each[name] for each in scores], "o-", label=name)
        below.axvline(training["weights_of_step"], color="0.6", linestyle=":", label="weights kept")
        below.set_ylim(-0.02, 1.02)
        below.set_ylabel("score")
    (above if below is None else below).set_xlabel("step")
    for axes in (above, below):
        if axes is not None:
            axes.grid(alpha=0.3)
            axes.legend()
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", metadata={"Software": None})
    return buffer.getvalue()


def smoothed(losses: Sequence[float]) -> list[float]:
    """Return the running mean of `losses`, over the last twentieth of them (at least one)."""
    window = max(1, round(_WINDOW * len(losses)))
    return [
        sum(losses[max(0, stop - window) : stop]) / min(window, stop) for stop in range(1, len(losses) + 1)
    ]
