"""Small charts as geometry, in units of an SVG view box; a template draws them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from edgejson.eval.details import interval_words, value_words
from edgejson.eval.tally import Figure

WIDTH = 760
_LEFT, _RIGHT = 230, 30
_ROW, _STEP, _BAR, _TOP = 10, 9, 12, 8
_LINES_WIDTH, _LINES_HEIGHT, _LINES_LEFT, _LINES_TOP, _LINES_FOOT = 460, 220, 44, 12, 42

Series: TypeAlias = Sequence[str]
"""The names of the reports, in the order of their colours and shapes."""


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
class Rows:
    """A chart of rows: values run to the right, from ``left`` (0) to ``right`` (the last tick)."""

    title: str
    left: float
    right: float
    height: float
    ticks: tuple[Tick, ...]
    rows: tuple[Tick, ...]
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """A chart of lines: values run upward, the groups to the right, one line a report."""

    title: str
    width: float
    height: float
    left: float
    top: float
    foot: float
    ticks: tuple[Tick, ...]
    groups: tuple[Tick, ...]
    dots: tuple[Dot, ...]
    lines: tuple[str, ...]


def interval_rows(title: str, names: Series, rows: Mapping[str, Sequence[Figure | None]]) -> Rows:
    """Return a chart of figures with their intervals from 0 to 100 %: one row a key, one dot a report."""
    ends = [_TOP]
    dots = []
    for row, figures in rows.items():
        for series, figure in enumerate(figures):
            if figure is None or figure["value"] is None:
                continue
            low, high = figure["interval"]
            dots.append(
                Dot(
                    series=series,
                    x=_across(figure["value"]),
                    y=ends[-1] + _STEP * (series + 1),
                    low=_across(low),
                    high=_across(high),
                    title=_title(f"{names[series]}, {row}", figure),
                )
            )
        ends.append(ends[-1] + _ROW + _STEP * len(names))
    return _rows(title, rows, ends, _percent_ticks(), dots, [_records(figures) for figures in rows.values()])


def count_rows(title: str, names: Series, rows: Mapping[str, Sequence[int]], *, largest: int) -> Rows:
    """Return a chart of counts, as bars from 0 to `largest`: one row a key, one bar a report."""
    ends = [_TOP]
    bars = []
    for row, counts in rows.items():
        for series, count in enumerate(counts):
            x = _across(count / max(1, largest))
            y = ends[-1] + _BAR * (series + 1)
            shown = f"{names[series]}, {row}: {count:,}"
            bars.append(Dot(series=series, x=x, y=y, low=_across(0), high=x, title=shown))
        ends.append(ends[-1] + _ROW + _BAR * len(names))
    ticks = [Tick(at=_across(0), text="0"), Tick(at=_across(1), text=f"{largest:,}")]
    return _rows(title, rows, ends, ticks, bars, ["" for _ in rows])


def interval_lines(title: str, names: Series, groups: Mapping[str, Sequence[Figure | None]]) -> Lines:
    """Return a chart of figures with their intervals over ordered groups, one line a report."""
    room = _LINES_WIDTH - _LINES_LEFT
    width = room / max(1, len(groups))
    dots = []
    for place, (group, figures) in enumerate(groups.items()):
        for series, figure in enumerate(figures):
            if figure is None or figure["value"] is None:
                continue
            low, high = figure["interval"]
            aside = (series - (len(names) - 1) / 2) * 7
            dots.append(
                Dot(
                    series=series,
                    x=_LINES_LEFT + width * (place + 0.5) + aside,
                    y=_up(figure["value"]),
                    low=_up(low),
                    high=_up(high),
                    title=_title(f"{names[series]}, {group}", figure),
                )
            )
    return Lines(
        title=title,
        width=_LINES_WIDTH,
        height=_LINES_TOP + _LINES_HEIGHT + _LINES_FOOT,
        left=_LINES_LEFT,
        top=_LINES_TOP,
        foot=_LINES_TOP + _LINES_HEIGHT,
        ticks=tuple(Tick(at=_up(share / 100), text=f"{share} %") for share in range(0, 101, 25)),
        groups=tuple(
            Tick(at=_LINES_LEFT + width * (place + 0.5), text=group, note=_records(figures))
            for place, (group, figures) in enumerate(groups.items())
        ),
        dots=tuple(dots),
        lines=tuple(
            " ".join(f"{dot.x:.1f},{dot.y:.1f}" for dot in dots if dot.series == series)
            for series in range(len(names))
        ),
    )


def _rows(
    title: str,
    names: Sequence[str] | Mapping[str, object],
    ends: Sequence[float],
    ticks: Sequence[Tick],
    dots: Sequence[Dot],
    notes: Sequence[str],
) -> Rows:
    middles = [(start + end) / 2 for start, end in pairwise(ends)]
    return Rows(
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


def _up(share: float) -> float:
    return round(_LINES_TOP + (1 - share) * _LINES_HEIGHT, 1)


def _percent_ticks() -> list[Tick]:
    return [Tick(at=_across(share / 100), text=f"{share} %") for share in range(0, 101, 25)]


def _records(figures: Sequence[Figure | None]) -> str:
    known = [figure["n"] for figure in figures if figure is not None]
    return f"n = {known[0]:,}" if known else ""


def _title(what: str, figure: Figure) -> str:
    hits = f" ({figure['hits']:,} of {figure['n']:,})" if "hits" in figure else ""
    return f"{what}: {value_words(figure)}{hits}, 95 % interval {interval_words(figure)}"
