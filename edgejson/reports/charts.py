"""Charts of pages as geometry, in units of an SVG view box; ``charts.jinja`` draws them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

WIDTH = 760
_LEFT, _RIGHT = 230, 30
_ROW, _STEP, _BAR, _TOP = 10, 9, 12, 8
_LINES_WIDTH, _LINES_HEIGHT, _LINES_LEFT, _LINES_TOP, _LINES_FOOT = 460, 220, 44, 12, 42

Names: TypeAlias = Sequence[str]
"""The names of the series of a chart, in the order of their colours and shapes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimated:
    """A share from 0 to 1 with its interval; ``text`` tells it in words, ``n`` of how many it was estimated.

    ``value`` is None where there is nothing to show.
    """

    value: float | None
    low: float
    high: float
    n: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A value with its interval; ``low`` and ``high`` are where the interval ends on the axis of values."""

    series: int
    x: float
    y: float
    low: float
    high: float
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A place on an axis and the text there; ``note`` is a second, smaller line."""

    at: float
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChart:
    """A chart of rows: values run to the right, from ``left`` (0) to ``right`` (the last tick)."""

    title: str
    left: float
    right: float
    height: float
    ticks: tuple[Tick, ...]
    rows: tuple[Tick, ...]
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineChart:
    """A chart of lines: values run upward, columns to the right; ``lines`` are the points of each series.

    ``marker`` is a column to point at.
    """

    title: str
    width: float
    height: float
    left: float
    top: float
    foot: float
    ticks: tuple[Tick, ...]
    columns: tuple[Tick, ...]
    dots: tuple[Dot, ...]
    lines: tuple[str, ...]
    marker: Tick | None = None


def interval_rows(title: str, names: Names, rows: Mapping[str, Sequence[Estimated | None]]) -> RowChart:
    """Return a chart of estimates with their intervals from 0 to 100 %: one row a key, one dot a series."""
    ends = [_TOP]
    dots = []
    for row, estimates in rows.items():
        for series, estimate in enumerate(estimates):
            if estimate is None or estimate.value is None:
                continue
            dots.append(
                Dot(
                    series=series,
                    x=_across(estimate.value),
                    y=ends[-1] + _STEP * (series + 1),
                    low=_across(estimate.low),
                    high=_across(estimate.high),
                    title=f"{names[series]}, {row}: {estimate.text}",
                )
            )
        ends.append(ends[-1] + _ROW + _STEP * len(names))
    ticks = [Tick(at=_across(share / 100), text=f"{share} %") for share in range(0, 101, 25)]
    return _row_chart(title, rows, ends, ticks, dots, [_n(estimates) for estimates in rows.values()])


def count_rows(title: str, names: Names, rows: Mapping[str, Sequence[int]], *, largest: int) -> RowChart:
    """Return a chart of counts, as bars from 0 to `largest`: one row a key, one bar a series."""
    ends = [_TOP]
    bars = []
    for row, counts in rows.items():
        for series, count in enumerate(counts):
            x = _across(count / max(1, largest))
            y = ends[-1] + _BAR * (series + 1)
            text = f"{names[series]}, {row}: {count:,}"
            bars.append(Dot(series=series, x=x, y=y, low=_across(0), high=x, title=text))
        ends.append(ends[-1] + _ROW + _BAR * len(names))
    ticks = [Tick(at=_across(0), text="0"), Tick(at=_across(1), text=f"{largest:,}")]
    return _row_chart(title, rows, ends, ticks, bars, ["" for _ in rows])


def interval_lines(title: str, names: Names, groups: Mapping[str, Sequence[Estimated | None]]) -> LineChart:
    """Return a chart of estimates with their intervals over ordered groups, one line a series."""
    width = (_LINES_WIDTH - _LINES_LEFT) / max(1, len(groups))
    middles = [_LINES_LEFT + width * (index + 0.5) for index in range(len(groups))]
    dots = []
    for middle, (group, estimates) in zip(middles, groups.items(), strict=True):
        for series, estimate in enumerate(estimates):
            if estimate is None or estimate.value is None:
                continue
            dots.append(
                Dot(
                    series=series,
                    x=middle + (series - (len(names) - 1) / 2) * 7,
                    y=up(estimate.value),
                    low=up(estimate.low),
                    high=up(estimate.high),
                    title=f"{names[series]}, {group}: {estimate.text}",
                )
            )
    return line_chart(
        title,
        ticks=[Tick(at=up(share / 100), text=f"{share} %") for share in range(0, 101, 25)],
        columns=[
            Tick(at=middle, text=group, note=_n(estimates))
            for middle, (group, estimates) in zip(middles, groups.items(), strict=True)
        ],
        dots=dots,
        lines=[[(dot.x, dot.y) for dot in dots if dot.series == series] for series in range(len(names))],
    )


def line_chart(
    title: str,
    *,
    ticks: Sequence[Tick],
    columns: Sequence[Tick],
    dots: Sequence[Dot],
    lines: Sequence[Sequence[tuple[float, float]]],
    marker: Tick | None = None,
) -> LineChart:
    """Return a chart of these parts; `along` and `up` give the places in it."""
    return LineChart(
        title=title,
        width=_LINES_WIDTH,
        height=_LINES_TOP + _LINES_HEIGHT + _LINES_FOOT,
        left=_LINES_LEFT,
        top=_LINES_TOP,
        foot=_LINES_TOP + _LINES_HEIGHT,
        ticks=tuple(ticks),
        columns=tuple(columns),
        dots=tuple(dots),
        lines=tuple(" ".join(f"{x:.1f},{y:.1f}" for x, y in line) for line in lines),
        marker=marker,
    )


def along(share: float) -> float:
    """Return where a share of a line chart's width is, from 0 (left) to 1."""
    return round(_LINES_LEFT + share * (_LINES_WIDTH - _LINES_LEFT), 1)


def up(share: float) -> float:
    """Return where a share of a line chart's height is, from 0 (at the foot) to 1."""
    return round(_LINES_TOP + (1 - share) * _LINES_HEIGHT, 1)


def _row_chart(
    title: str,
    names: Sequence[str] | Mapping[str, object],
    ends: Sequence[float],
    ticks: Sequence[Tick],
    dots: Sequence[Dot],
    notes: Sequence[str],
) -> RowChart:
    middles = [(start + end) / 2 for start, end in pairwise(ends)]
    return RowChart(
        title=title,
        left=_LEFT,
        right=WIDTH - _RIGHT,
        height=ends[-1] + 24,
        ticks=tuple(ticks),
        rows=tuple(
            Tick(at=at, text=name, note=note) for at, name, note in zip(middles, names, notes, strict=True)
        ),
        dots=tuple(dots),
    )


def _across(share: float) -> float:
    return round(_LEFT + share * (WIDTH - _LEFT - _RIGHT), 1)


def _n(estimates: Sequence[Estimated | None]) -> str:
    known = [estimate.n for estimate in estimates if estimate is not None]
    return f"n = {known[0]:,}" if known else ""
