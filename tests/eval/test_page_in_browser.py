"""The evaluation page in a real headless browser: looked at, filtered, opened, by mouse and by keyboard."""

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from edgejson.eval.page.evaluation_page import write_page

from .conftest import Score, gold

if TYPE_CHECKING:
    from selenium.webdriver.remote.webelement import WebElement

pytestmark = pytest.mark.slow


@pytest.fixture
def page(score: Score, folder: Path, browser: Any) -> Iterator[Any]:
    """The page of two reports; the second misses a price of order-1 and the name of contact-1."""
    good = gold()
    score({"rating-1": good["rating-1"], "order-1": '{"order_id": "ORD'}, report="base.json")
    wrong = deepcopy(good)
    wrong["order-1"]["items"][0]["price"] = 19.75
    del wrong["order-1"]["status"]
    wrong["contact-1"]["name"] = "Ada Bryon"
    score(wrong, report="tuned.json")
    write_page(folder / "page.html", [folder / "base.json", folder / "tuned.json"])
    browser.set_window_size(1200, 1600)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    browser.get((folder / "page.html").as_uri())
    yield browser
    # A page that broke its own content policy, or its script, says so on the console.
    assert [entry for entry in browser.get_log("browser") if entry["level"] == "SEVERE"] == []


def find(within: Any, selector: str) -> list["WebElement"]:
    found: list[WebElement] = within.find_elements("css selector", selector)
    return found


def shown(page: Any) -> list[str]:
    return [card.find_element("tag name", "b").text for card in find(page, ".card") if card.is_displayed()]


def test_miss_is_found_and_its_difference_seen(page: Any) -> None:
    assert shown(page) == ["contact-1", "contact-2", "order-1", "contact-1", "order-1"]
    page.find_element("id", "filter").send_keys("order-1 /items/0/price")
    assert shown(page) == ["order-1"]
    assert page.find_element("id", "count").text == "1 of 5 misses"

    [card] = [card for card in find(page, ".card") if card.is_displayed()]
    [run] = find(card, "[data-pointer='/items/0/price']")
    assert not run.is_displayed()
    card.find_element("tag name", "summary").click()
    assert run.is_displayed()
    expected, actual = find(run, "mark")
    assert (expected.text, actual.text) == ("19.5", "19.75")
    paints = [mark.value_of_css_property("background-color") for mark in (expected, actual)]
    assert paints == ["rgba(223, 243, 230, 1)", "rgba(251, 227, 225, 1)"]  # the toolkit's green and red
    assert actual.get_attribute("title") == "wrong value at /items/0/price"
    [omitted] = find(card, ".pair.omission mark")
    assert omitted.text == '"status": "shipped"'
    # Label and answer stand beside each other, and what is wrong is marked in the prompt, too.
    left, right = find(run, "pre")
    assert left.rect["y"] == right.rect["y"]
    assert left.rect["x"] + left.rect["width"] <= right.rect["x"]
    assert "shipped" in [mark.text for mark in find(card, ".text mark")]


def test_facets_narrow_down_what_the_words_leave(page: Any) -> None:
    from selenium.webdriver.support.select import Select

    facets = {name: Select(page.find_element("css selector", f"[data-facet={name}]")) for name in
              ("report", "schema", "kind")}  # fmt: skip
    facets["schema"].select_by_visible_text("contact_info")
    assert shown(page) == ["contact-1", "contact-2", "contact-1"]
    facets["kind"].select_by_visible_text("wrong value")
    assert shown(page) == ["contact-1"]
    facets["schema"].select_by_visible_text("all")
    assert shown(page) == ["contact-1", "order-1"]
    page.find_element("id", "filter").send_keys("order")
    assert shown(page) == ["order-1"]
    facets["report"].select_by_index(1)
    assert shown(page) == []
    assert page.find_element("id", "count").text == "0 of 5 misses"


def test_page_can_be_used_with_a_keyboard(page: Any) -> None:
    from selenium.webdriver import ActionChains, Keys

    ActionChains(page).send_keys("/").send_keys("Bryon").perform()
    assert page.switch_to.active_element.get_attribute("id") == "filter"
    assert page.find_element("id", "filter").get_attribute("value") == "Bryon"
    assert shown(page) == ["contact-1"]
    [card] = [card for card in find(page, ".card") if card.is_displayed()]
    page.execute_script("arguments[0].focus()", find(page, "[data-facet=kind]")[0])
    for keys in (Keys.TAB, Keys.ENTER):
        ActionChains(page).send_keys(keys).perform()
    [mark] = find(card, ".pair mark.wrong_value")
    assert (mark.is_displayed(), mark.text) == (True, "ry")
    ActionChains(page).send_keys(Keys.TAB, Keys.ENTER).perform()
    assert page.current_url.endswith("/name")


def test_plots_are_drawn_and_nothing_runs_over_the_edge(page: Any) -> None:
    charts = find(page, "svg.chart")
    assert len(charts) == 7
    assert all(chart.rect["width"] > 300 and chart.rect["height"] > 60 for chart in charts)
    for width in (1200, 700):
        page.set_window_size(width, 1600)
        assert page.execute_script("return document.documentElement.scrollWidth <= innerWidth")
    crossing = page.execute_script(
        """return [...document.querySelectorAll("svg.chart")].flatMap(chart => {
          const boxes = [...chart.querySelectorAll("text")].map(text => text.getBoundingClientRect());
          return boxes.flatMap((one, i) => boxes.slice(i + 1).filter(other =>
            one.left < other.right && other.left < one.right
            && one.top + 4 < other.bottom && other.top + 4 < one.bottom
          )).map(_ => chart.getAttribute("aria-label"));
        });"""
    )
    assert crossing == []


def test_page_is_light_and_dark(page: Any, tmp_path: Path) -> None:
    colours, pictures = [], []
    for scheme in ("light", "dark"):
        media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
        page.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
        body, dot = page.find_element("tag name", "body"), find(page, "svg.chart .s0 circle")[0]
        colours.append([body.value_of_css_property("background-color"), dot.value_of_css_property("fill")])
        pictures.append(page.get_screenshot_as_png())
        (tmp_path / f"{scheme}.png").write_bytes(pictures[-1])
    assert colours[0][0] != colours[1][0]
    assert colours[0][1] != colours[1][1]
    assert all(picture.startswith(b"\x89PNG") and len(picture) > 10_000 for picture in pictures)
    assert pictures[0] != pictures[1]
