"""The HTML page, read as text and looked at in a real headless browser."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from edgejson.reports.suite_page import MOST_RECORDS, render_suite_page
from edgejson.reports.summary import FileSummary

if TYPE_CHECKING:
    pass


def test_page_asks_for_nothing_from_a_network_and_escapes(judged: FileSummary) -> None:
    html = render_suite_page([judged])
    assert "http://" not in html
    assert "https://" not in html
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html


def test_page_says_how_many_records_it_leaves_out(judged: FileSummary) -> None:
    finding = judged.findings[0]
    many = tuple(replace(finding, line=line) for line in range(1, MOST_RECORDS + 8))
    assert "7 more records have findings" in render_suite_page([replace(judged, findings=many)])


@pytest.mark.slow
def test_page_in_a_browser(judged: FileSummary, browser: Any, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    page.write_text(render_suite_page([judged]), "utf-8")
    browser.get(page.as_uri())
    assert browser.title == "edgejson report"
    assert browser.find_element("css selector", "h2 .badge").text == "FAILED"

    marks = [mark.text for mark in browser.find_elements("css selector", ".sides mark")]
    assert "1" in marks
    cards = browser.find_elements("css selector", ".card")
    assert len(cards) == len({finding.line for finding in judged.findings if finding.line})

    browser.find_element("css selector", "[data-filter='invoice.total_is_subtotal_plus_tax']").click()
    shown = [card for card in cards if card.is_displayed()]
    assert [card.find_element("tag name", "b").text for card in shown] == ["edgejson_invoice_template_002"]
    assert "of" in browser.find_element("id", "count").text

    summary = shown[0].find_element("tag name", "summary")
    before = shown[0].get_attribute("open")
    summary.click()
    assert shown[0].get_attribute("open") != before

    picture = browser.get_screenshot_as_png()
    assert picture.startswith(b"\x89PNG")
    assert len(picture) > 10_000
    # A page that broke its own content policy, or its script, says so on the console.
    assert [entry for entry in browser.get_log("browser") if entry["level"] == "SEVERE"] == []
