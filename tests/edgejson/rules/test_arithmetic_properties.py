"""Any sums of carts, invoices and orders: right ones pass, a changed one is one finding, and none raises."""

from decimal import Decimal
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from edgejson._typing import JSONObject as Label
from edgejson.core.record import Record
from edgejson.suite.rule_runner import run_rule
from edgejson.suite.suite import resolve_suite
from tests.edgejson.conftest import ARITHMETIC

_SUITE = resolve_suite(Path("any.jsonl"))


def mismatches(schema_id: str, label: Label) -> list[str]:
    """Return the pointers, below the label, of what the arithmetic rules say of it."""
    made = Record(line=1, offset=0, id="a", schema_id=schema_id, prompt="", label=label, envelope={})
    rules = [rule for rule in _SUITE.rules if rule.id in ARITHMETIC and schema_id in (rule.schemas or ())]
    found = [one for rule in rules for one in run_rule(rule, made, _SUITE.settings)]
    return [one.pointer.removeprefix("/expected_output") for one in found]


cents = st.integers(0, 10**7)
quantities = st.integers(1, 10**4)


def money(value: int) -> Decimal:
    return Decimal(value).scaleb(-2)


@st.composite
def invoices(draw: st.DrawFn) -> Label:
    """Invoices whose figures follow from each other."""
    lines: list[Label] = []
    subtotal = 0
    for _ in range(draw(st.integers(1, 6))):
        quantity, price = draw(quantities), draw(cents)
        subtotal += quantity * price
        lines.append({"quantity": quantity, "unit_price": money(price), "total": money(quantity * price)})
    tax = draw(cents)
    return {
        "line_items": [*lines],
        "subtotal": money(subtotal),
        "tax": money(tax),
        "total_amount": money(subtotal + tax),
    }


@given(invoices())
def test_figures_that_follow_from_each_other_are_never_accused(label: Label) -> None:
    assert mismatches("invoice", label) == []


@given(invoices(), st.sampled_from(["subtotal", "tax", "total_amount"]), st.integers(-(10**9), 10**9))
def test_one_changed_figure_is_one_finding(label: Label, name: str, change: int) -> None:
    if change == 0:
        return
    label[name] += money(change)  # type: ignore[operator]
    # A changed tax is not derived from anything: the total, which no longer follows, is accused.
    assert mismatches("invoice", label) == ["/total_amount" if name == "tax" else f"/{name}"]


@given(invoices(), st.data(), st.integers(1, 10**9))
def test_one_changed_line_total_is_one_finding(label: Label, data: st.DataObject, change: int) -> None:
    lines = label["line_items"]
    assert isinstance(lines, list)
    index = data.draw(st.integers(0, len(lines) - 1))
    line = lines[index]
    assert isinstance(line, dict)
    line["total"] += money(change)  # type: ignore[operator]
    assert mismatches("invoice", label) == [f"/line_items/{index}/total"]


@given(invoices(), st.sets(st.sampled_from(["subtotal", "totals"])))
def test_absent_figures_are_computed(label: Label, absent: set[str]) -> None:
    if "subtotal" in absent:
        del label["subtotal"]
    if "totals" in absent:
        lines = label["line_items"]
        assert isinstance(lines, list)
        label["line_items"] = [{k: v for k, v in line.items() if k != "total"} for line in lines]  # type: ignore[union-attr]
    assert mismatches("invoice", label) == []


numbers = st.integers(0, 10**308) | st.decimals(0, Decimal("1e308"), allow_nan=False, allow_infinity=False)


@given(st.lists(st.tuples(numbers, numbers, numbers), max_size=3), numbers, numbers, numbers)
def test_no_figures_make_a_rule_stumble(
    lines: list[tuple[Decimal, ...]], subtotal: Decimal, tax: Decimal, total: Decimal
) -> None:
    items: list[Label] = [{"quantity": q, "unit_price": p, "price": p, "total": t} for q, p, t in lines]
    labels: dict[str, Label] = {
        "invoice": {"line_items": [*items], "subtotal": subtotal, "tax": tax, "total_amount": total},
        "shopping_cart": {"items": [*items], "subtotal": subtotal, "tax": tax, "total": total},
        "order_details": {"items": [*items], "total_amount": total},
    }
    for schema_id, label in labels.items():
        assert not set(mismatches(schema_id, label)) & {""}
