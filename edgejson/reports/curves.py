"""Curves over steps, such as a training's loss, as line charts (`edgejson.reports.charts`)."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from edgejson.reports.charts import Dot, LineChart, Tick, along, line_chart, up

_MOST_POINTS = 800
"""Points of a line at most: more would not be seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """(step, value) pairs in the order of their steps; with ``dots`` each is shown."""

    name: str
    points: Sequence[tuple[int, float]]
    dots: bool = False


def share_chart(
    title: str, curves: Sequence[Curve], *, n_steps: int, marker: Tick | None = None
) -> LineChart:
    """Return a chart of values from 0 to 1; `marker` is at a step."""
    return _chart(title, curves, lambda value: value, [0, 0.25, 0.5, 0.75, 1], n_steps=n_steps, marker=marker)


def log_chart(title: str, curves: Sequence[Curve], *, n_steps: int) -> LineChart:
    """Return a chart of positive values on a logarithmic scale; what is not positive is left out."""
    positive = [
        replace(curve, points=[(step, value) for step, value in curve.points if value > 0])
        for curve in curves
    ]
    values = [value for curve in positive for _, value in curve.points] or [1.0]
    lowest = math.log10(min(values))
    height = max(math.log10(max(values)) - lowest, 0.1)
    decades = range(math.floor(lowest), math.ceil(lowest + height) + 1)
    round_values = [digit * 10.0**decade for decade in decades for digit in (1, 2, 5)]

    def share(value: float) -> float:
        return (math.log10(value) - lowest) / height

    ticks = [value for value in round_values if 0 <= share(value) <= 1]
    return _chart(title, positive, share, ticks, n_steps=n_steps)


def _chart(
    title: str,
    curves: Sequence[Curve],
    share: Callable[[float], float],
    ticks: Sequence[float],
    *,
    n_steps: int,
    marker: Tick | None = None,
) -> LineChart:
    """Return a chart of curves; `share` is at which share of the height a value stands."""
    dots = [
        Dot(
            series=series, x=along(step / n_steps), y=up(share(value)),
            low=up(share(value)), high=up(share(value)), title=f"{curve.name}, step {step:,}: {value:.4g}",
        )
        for series, curve in enumerate(curves)
        if curve.dots
        for step, value in curve.points
    ]  # fmt: skip
    quarters = sorted({round(n_steps * quarter / 4) for quarter in range(5)})
    return line_chart(
        title,
        ticks=[Tick(at=up(share(value)), text=f"{value:g}") for value in ticks],
        columns=[Tick(at=along(step / n_steps), text=f"{step:,}") for step in quarters],
        dots=dots,
        lines=[
            [(along(step / n_steps), up(share(value))) for step, value in _thinned(curve.points)]
            for curve in curves
        ],
        marker=marker and Tick(at=along(marker.at / n_steps), text=marker.text),
    )


def _thinned(points: Sequence[tuple[int, float]]) -> Sequence[tuple[int, float]]:
    """Return every n-th point and the last one, so that there are not too many."""
    stride = -(-len(points) // _MOST_POINTS)
    return points if stride <= 1 else [*points[::stride], points[-1]]
