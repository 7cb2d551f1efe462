"""Charts as geometry: where values and intervals stand."""

from edgejson.reports.charts import Estimated, count_rows, interval_lines, interval_rows

HALF = Estimated(value=0.5, low=0.25, high=0.75, n=8, text="half of them")
NOTHING = Estimated(value=None, low=0, high=0, n=0, text="")


def test_rows_put_value_and_interval_on_one_scale() -> None:
    chart = interval_rows("t", ["one", "two"], {"a": [HALF, None], "b": [NOTHING, HALF]})
    first, second = chart.dots
    places = {tick.text: tick.at for tick in chart.ticks}
    assert (first.low, first.x, first.high) == (places["25 %"], places["50 %"], places["75 %"])
    assert (places["0 %"], places["100 %"]) == (chart.left, chart.right)
    assert (first.series, second.series) == (0, 1)
    assert first.y < second.y < chart.height
    assert first.title == "one, a: half of them"
    assert [row.note for row in chart.rows] == ["n = 8", "n = 0"]


def test_lines_run_through_the_groups_in_order() -> None:
    high = Estimated(value=1.0, low=0.9, high=1.0, n=8, text="all")
    chart = interval_lines("t", ["one"], {"short": [high], "long": [HALF]})
    short, long = chart.dots
    places = {tick.text: tick.at for tick in chart.ticks}
    assert (short.y, long.y) == (places["100 %"], places["50 %"])
    assert short.y < long.y  # upward is more
    assert [column.at for column in chart.columns] == [short.x, long.x]
    assert chart.lines == (f"{short.x:.1f},{short.y:.1f} {long.x:.1f},{long.y:.1f}",)


def test_bars_end_where_the_count_does() -> None:
    chart = count_rows("t", ["one", "two"], {"omitted": [0, 10], "invented": [5, 0]}, largest=10)
    assert [bar.low for bar in chart.dots] == [chart.left] * 4
    middle = (chart.left + chart.right) / 2
    assert [bar.high for bar in chart.dots] == [chart.left, chart.right, middle, chart.left]
