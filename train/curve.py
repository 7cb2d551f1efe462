"""The course of a run as charts: loss and validation loss, and the scores, over the steps."""

from collections.abc import Mapping, Sequence
from typing import Any

from edgejson.reports.charts import LineChart, Tick
from edgejson.reports.curves import Curve, log_chart, share_chart
from edgejson.train.validation_scores import SHOWN_SCORES

_WINDOW = 0.05
"""The smoothed loss is the mean over this share of the run's steps."""


def training_charts(
    training: Mapping[str, Any], curve: Sequence[Mapping[str, Any]]
) -> list[tuple[LineChart, list[str]]]:
    """Return each chart with the names of its lines.

    `training` is that part of a manifest, `curve` has an entry for every step.
    """
    steps = [point["step"] for point in curve]
    losses = [point["loss"] for point in curve]
    lines = [
        Curve(name="loss, smoothed", points=list(zip(steps, smoothed(losses), strict=True))),
        Curve(
            name="validation loss",
            points=[
                (epoch["step"], epoch["validation_loss"])
                for epoch in training["epochs"]
                if epoch["validation_loss"] is not None
            ],
            dots=True,
        ),
        Curve(name="loss of a step", points=list(zip(steps, losses, strict=True))),
    ]
    shown = [each for each in lines if each.points]
    charts = [(log_chart("Loss, nats a token", shown, n_steps=len(curve)), [each.name for each in shown])]
    if training["scores"]:
        scores = [
            Curve(
                name=title,
                points=[(scoring["step"], scoring[name]) for scoring in training["scores"]],
                dots=True,
            )
            for name, title in SHOWN_SCORES.items()
        ]
        kept = Tick(at=training["weights_of_step"], text="weights kept")
        chart = share_chart("Scores on validation records", scores, n_steps=len(curve), marker=kept)
        charts.append((chart, [each.name for each in scores]))
    return charts


def smoothed(losses: Sequence[float]) -> list[float]:
    """Return the running mean of `losses`, over the last twentieth of them (at least one)."""
    window = max(1, round(_WINDOW * len(losses)))
    return [
        sum(losses[max(0, stop - window) : stop]) / min(window, stop) for stop in range(1, len(losses) + 1)
    ]
