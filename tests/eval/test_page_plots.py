"""The plots of a page: which numbers of the reports they hold."""

from typing import Any

import pytest

from edgejson.eval.page.plots import plots

from .conftest import Score, gold


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
    assert rated.title == "second, rating: 100.0 % (1 of 1), 95 % interval 20.7–100.0"
    assert [chart.title.split(" by ")[0] for chart in drawn.lengths] == [
        "JSONExact",
        "Field F1",
        "Schema Compliance",
    ]
    assert [column.note for column in drawn.lengths[0].columns] == ["n = 4"]
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
