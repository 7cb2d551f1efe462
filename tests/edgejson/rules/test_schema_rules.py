"""Each rule of each schema: a good label passes, and the least defect gives exactly its one finding."""

from typing import Any

import pytest

from edgejson.suite.suite import Suite
from tests.edgejson.rules.conftest import Judge
from tests.edgejson.rules.defects import DEFECTS
from tests.edgejson.rules.labels import LABELS, edited
from tests.edgejson.rules.rights import RIGHTS


def _full(schema_id: str, rule: str) -> str:
    return rule if "." in rule else f"{schema_id}.{rule}"


def _defects() -> list[Any]:
    rows = [(schema_id, *row) for schema_id, rows in DEFECTS.items() for row in rows]
    return [
        pytest.param(schema_id, _full(schema_id, rule), edits, place, id=f"{_full(schema_id, rule)}-{place}")
        for schema_id, rule, edits, place in rows
    ]


@pytest.mark.parametrize("schema_id", LABELS)
def test_good_labels_have_no_findings(judge: Judge, schema_id: str) -> None:
    assert judge(schema_id, edited(schema_id, {})) == []


@pytest.mark.parametrize(("schema_id", "rule", "edits", "pointer"), _defects())
def test_one_defect_gives_its_one_finding(
    judge: Judge, schema_id: str, rule: str, edits: dict[str, Any], pointer: str
) -> None:
    assert judge(schema_id, edited(schema_id, edits)) == [(rule, pointer)]


@pytest.mark.parametrize(
    ("schema_id", "edits", "prompt"),
    [(schema_id, *row) for schema_id, rows in RIGHTS.items() for row in rows],
)
def test_what_is_right_is_left_alone(
    judge: Judge, schema_id: str, edits: dict[str, Any], prompt: str
) -> None:
    assert judge(schema_id, edited(schema_id, edits), prompt) == []


@pytest.mark.parametrize(
    ("price", "prompt"),
    [
        (149.505, "Price (USD): 149.505"),
        (149.505, "ALL PRICES ARE OUR TOP PRICES. Price: 149.505"),
        (149.5055, "Price (BHD): 149.5055"),
        (149.5, "All amounts are in JPY. Price: 149.5"),
        (149.5, "Prices in yen. Price: 149.5"),
    ],
)
def test_price_finer_than_the_currency_of_the_prompt(judge: Judge, price: float, prompt: str) -> None:
    found = judge("product_info", edited("product_info", {"/price": price}), prompt)
    assert found == [("product_info.price_is_in_minor_units", "/price")]


@pytest.mark.parametrize("place", ["/from", "/to/0"])
def test_address_with_a_name_before_it(judge: Judge, place: str) -> None:
    found = judge("email_metadata", edited("email_metadata", {place: "Ann Ax <ann@ax.example>"}))
    assert found == [("structure.formats_are_kept", place)]


def test_every_rule_of_these_families_has_a_defect(default_suite: Suite) -> None:
    arithmetic = {rule.id for rule in default_suite.rules if rule.kind == "arithmetic"}  # tested in core/
    ours = {rule.id for rule in default_suite.rules if rule.family in {*LABELS, "semantics"}} - arithmetic
    assert {_full(schema_id, rule) for schema_id, rows in DEFECTS.items() for rule, _, _ in rows} == ours
