"""The plots of a page: which figures they hold, and where these stand."""

from typing import Any

import pytest

from edgejson.eval.page.charts import count_rows, interval_lines, interval_rows
from edgejson.eval.page.plots import plots

from .conftest import Score, gold

HALF = {"value": 0.5, "interval": [0.25, 0.75], "n": 8, "hits": 4, "method": "wilson"}
NONE = {"value": None, "interval": None, "n": 0, "hits": 0, "method": "wilson"}


def test_rows_put_value_and_interval_on_one_scale() -> None:
    chart = interval_rows("t", ["one", "two"], {"a": [HALF, None], "b": [NONE, HALF]})
    first, second = chart.dots
    places = {tick.text: tick.at for tick in chart.ticks}
    assert (first.low, first.x, first.high) == (places["25 %"], places["50 %"], places["75 %"])
    assert (places["0 %"], places["100 %"]) == (chart.left, chart.right)
    assert (first.series, second.series) == (0, 1)
    assert first.y < second.y < chart.height
    assert first.title == "one, a: 50.0 % (4 of 8), 95 % interval 25.0–75.0"
    assert [row.note for row in chart.rows] == ["n = 8", "n = 0"]


def test_lines_run_through_the_groups_in_order() -> None:
    high = {**HALF, "value": 1.0, "interval": [0.9, 1.0]}
    chart = interval_lines("t", ["one"], {"short": [high], "long": [HALF]})
    short, long = chart.dots
    places = {tick.text: tick.at for tick in chart.ticks}
    assert (short.y, long.y) == (places["100 %"], places["50 %"])
    assert short.y < long.y  # upward is more
    assert [group.at for group in chart.groups] == [short.x, long.x]
    assert chart.lines == (f"{short.x:.1f},{short.y:.1f} {long.x:.1f},{long.y:.1f}",)


def test_bars_end_where_the_count_does() -> None:
    chart = count_rows("t", ["one", "two"], {"omitted": [0, 10], "invented": [5, 0]}, largest=10)
    assert [bar.low for bar in chart.dots] == [chart.left] * 4
    middle = (chart.left + chart.right) / 2
    assert [bar.high for bar in chart.dots] == [chart.left, chart.right, middle, chart.left]


@pytest.fixture
def reports(score: Score) -> list[dict[str, Any]]:
    wrong = {**gold(), "rating-1": {"rating": "4"}, "order-1": '{"order_id": "O'}
    return [score(wrong, report="A.json"), score(gold(), report="B.json")]


def test_plots_show_the_figures_of_the_reports(reports: list[dict[str, Any]]) -> None:
    drawn = plots(reports, ["first", "second"])
    assert [row.text for row in drawn.schemas.rows] == ["contact_info", "order_details", "rating"]
    assert len(drawn.schemas.dots) == 6
    [rated] = [dot for dot in drawn.schemas.dots if dot.title.startswith("second, rating:")]
    assert rated.x == drawn.schemas.right
    assert rated.low < rated.x
    assert [chart.title.split(" by ")[0] for chart in drawn.lengths] == [
        "JSONExact",
        "Field F1",
        "Schema Compliance",
    ]
    assert [group.note for group in drawn.lengths[0].groups] == ["n = 4"]
    assert drawn.compared is not None
    assert [row.text for row in drawn.compared.rows] == [
        "JSONExact", "Field F1", "Schema Compliance", "JSONExact, simple", "JSONExact, medium",
    ]  # fmt: skip
    assert drawn.reasons is not None
    assert {bar.title for bar in drawn.reasons.dots} == {
        "first, ends inside the object: 1",
        "second, ends inside the object: 0",
        "first, an object that differs: 1",
        "second, an object that differs: 0",
    }
    assert drawn.kinds is not None
    assert [row.text for row in drawn.kinds.rows] == ["omitted", "wrong type"]


def test_nothing_is_drawn_where_there_is_nothing(reports: list[dict[str, Any]]) -> None:
    drawn = plots(reports[1:], ["second"])
    assert (drawn.compared, drawn.reasons, drawn.kinds) == (None, None, None)
