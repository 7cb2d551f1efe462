"""What the tests of the core share: one examination in this process, and the rules of one record."""

from collections.abc import Collection
from pathlib import Path

from edgejson.suite.engine import examine
from edgejson.suite.examination import Examination
from edgejson.suite.suite import resolve_suite
from tests.conftest import JSONObject, Project

ARITHMETIC = frozenset(
    {
        "invoice.line_total_is_quantity_times_price",
        "invoice.subtotal_is_sum_of_lines",
        "invoice.total_is_subtotal_plus_tax",
        "order_details.total_is_sum_of_items",
        "shopping_cart.subtotal_is_sum_of_items",
        "shopping_cart.total_is_subtotal_plus_shipping_plus_tax",
    }
)
STRUCTURE = frozenset(
    {"structure.label_matches_schema", "structure.list_items_are_not_empty", "structure.formats_are_kept"}
)


def examined(data: Path, *, selected: Collection[str] | None = None) -> Examination:
    """Examine a file in this process."""
    return examine(data, resolve_suite(data), selected=None if selected is None else frozenset(selected))


def accused(
    project: Project, *records: JSONObject | bytes, selected: Collection[str] = ARITHMETIC | STRUCTURE
) -> list[tuple[str, str]]:
    """Return (name of the rule, pointer in the label) of each finding of the `selected` rules."""
    found = examined(project.data("data.jsonl", *records), selected=selected).findings
    return [(one.rule.partition(".")[2], one.pointer.removeprefix("/expected_output")) for one in found]
