"""Curves over steps: scales, dots and a marker."""

import pytest

from edgejson.reports.charts import LineChart, Tick
from edgejson.reports.curves import Curve, log_chart, share_chart


def points(chart: LineChart, series: int = 0) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in (pair.split(",") for pair in chart.lines[series].split())]


def test_equal_factors_are_equal_distances_on_a_logarithmic_scale() -> None:
    chart = log_chart("t", [Curve(name="loss", points=[(1, 4.0), (2, 2.0), (3, 0.0), (4, 1.0)])], n_steps=4)
    (first, high), (second, middle), (last, low) = points(chart)
    assert high < middle < low  # upward is more
    assert low - middle == pytest.approx(middle - high, abs=0.2)
    assert first < second < last == chart.width
    assert {tick.text: tick.at for tick in chart.ticks} == {"1": low, "2": middle}


def test_equal_values_have_a_scale_too() -> None:
    chart = log_chart("t", [Curve(name="loss", points=[(1, 0.5), (2, 0.5)])], n_steps=2)
    assert points(chart)[0][1] == points(chart)[1][1] == chart.foot
    assert log_chart("t", [Curve(name="loss", points=[])], n_steps=1).lines == ("",)


def test_shares_have_dots_and_a_marker_at_their_steps() -> None:
    marker = Tick(at=6, text="weights kept")
    curves = [Curve(name="JSONExact", points=[(3, 0.25), (6, 1.0)], dots=True)]
    chart = share_chart("t", curves, n_steps=6, marker=marker)
    places = {tick.text: tick.at for tick in chart.ticks}
    assert [(dot.x, dot.y) for dot in chart.dots] == points(chart)
    assert [dot.y for dot in chart.dots] == [places["0.25"], places["1"]]
    assert chart.dots[1].title == "JSONExact, step 6: 1"
    assert chart.marker == Tick(at=chart.dots[1].x, text="weights kept")


def test_long_curves_are_thinned_and_keep_their_end() -> None:
    many = [(step, 1 / step) for step in range(1, 10_001)]
    drawn = points(log_chart("t", [Curve(name="loss", points=many)], n_steps=10_000))
    assert 400 < len(drawn) < 1000
    assert (
        drawn[-1]
        == points(log_chart("t", [Curve(name="loss", points=many[:1] + many[-1:])], n_steps=10_000))[-1]
    )
