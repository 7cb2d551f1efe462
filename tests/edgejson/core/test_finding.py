"""A finding is a value: it goes out as a line of JSON and comes back the same."""

import json
from decimal import Decimal
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from edgejson._typing import JSONValue
from edgejson.core.finding import Finding
from tests.conftest import Project, broken_invoice, changed, invoice, jsonl, shopping_cart
from tests.edgejson.conftest import ARITHMETIC, examined

texts = st.text(st.characters(exclude_categories=["Cs"]))
values: st.SearchStrategy[JSONValue] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    # A number with a fraction or an exponent comes back as the decimal that it was.
    | st.decimals(allow_nan=False, allow_infinity=False).filter(lambda n: not str(n).lstrip("-").isdigit())
    | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)


@given(
    st.builds(
        Finding,
        file=texts,
        line=st.none() | st.integers(1),
        record_id=st.none() | texts,
        schema_id=st.none() | texts,
        rule=texts,
        kind=st.just("custom"),
        severity=st.sampled_from(["error", "warning"]),
        pointer=texts,
        message=texts,
        expected=values,
        actual=values,
    )
)
def test_round_trip(finding: Finding) -> None:
    text = finding.to_json()
    assert "\n" not in text
    assert Finding.from_dict(json.loads(text, parse_float=Decimal)) == finding


def test_a_finding_has_the_fields_that_programs_read(project: Project) -> None:
    (found,) = examined(project.data("data.jsonl", broken_invoice()), selected=ARITHMETIC).findings
    assert json.loads(found.to_json()) == {
        "file": found.file,
        "line": 1,
        "record_id": "edgejson_invoice_template_001",
        "schema_id": "invoice",
        "rule": "invoice.total_is_subtotal_plus_tax",
        "kind": "arithmetic",
        "severity": "error",
        "pointer": "/expected_output/total_amount",
        "message": "The total amount is the subtotal plus the tax.",
        "expected": "335.03",
        "actual": 1,
    }


def test_place_is_one_that_editors_open(project: Project) -> None:
    data = project.data("data.jsonl", invoice(), broken_invoice(2))
    (found,) = examined(data, selected=ARITHMETIC).findings
    assert found.location == f"{found.file}:2"
    assert Path(found.file).resolve() == data.resolve()


def test_findings_are_in_the_order_of_the_rules_and_then_of_the_lines(project: Project) -> None:
    carts = [changed(shopping_cart(n), subtotal=1, total=2) for n in range(3)]
    invoices = [changed(invoice(n), subtotal=1, total_amount=2) for n in range(3)]
    data = project.file("data.jsonl", jsonl(*carts, *invoices, b"", b"[]"))
    found = examined(data).findings
    rules = [one.rule for one in found]
    assert rules == sorted(rules, key=rules.index)
    for rule in set(rules):
        lines = [one.line or 0 for one in found if one.rule == rule]
        assert lines == sorted(lines)
