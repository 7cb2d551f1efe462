"""A user's schemas take the place of the built-in ones, and so do the rules about them."""

import json
import shutil

from edgejson.suite.schema_registry import BUILT_IN
from edgejson.suite.suite import resolve_suite
from tests.conftest import Project, broken_invoice, record
from tests.edgejson.conftest import examined

INVOICE = {
    "type": "object",
    "properties": {"line_items": {"type": "array"}, "total_amount": {"type": "string"}},
}


def test_rules_of_a_built_in_schema_are_not_for_another_of_its_id(project: Project) -> None:
    project.settings('schemas = "schemas"')
    project.file("schemas/invoice.schema.json", json.dumps(INVOICE))
    label = {"line_items": [{"sku": "A-1"}], "total_amount": "5 apples"}
    found = examined(project.data("data.jsonl", record("invoice", 1, label)))
    assert not {one.rule for one in found.findings if one.rule.startswith("invoice.")}
    assert not {one.message for one in found.findings if "the rule itself failed" in one.message}


def test_copied_schema_keeps_its_rules(project: Project) -> None:
    project.settings('schemas = "schemas"')
    (project.root / "schemas").mkdir()
    shutil.copy(BUILT_IN / "invoice.schema.json", project.root / "schemas")
    data = project.data("data.jsonl", broken_invoice(1))
    assert {one.rule for one in examined(data).findings} == {"invoice.total_is_subtotal_plus_tax"}
    assert not [rule.id for rule in resolve_suite(data).rules if rule.family == "shopping_cart"]


def test_own_rule_for_an_own_schema(project: Project) -> None:
    project.settings('schemas = "schemas"')
    project.file("schemas/invoice.schema.json", json.dumps(INVOICE))
    project.file(
        "check_mine.py",
        "from edgejson import check\n\n@check(schemas=['invoice'])\ndef total_is_short(record):\n"
        "    assert len(record.label['total_amount']) < 5\n",
    )
    found = examined(project.data("data.jsonl", record("invoice", 1, {"total_amount": "5 apples"})))
    assert "mine.total_is_short" in {one.rule for one in found.findings}


def test_what_schemas_of_ones_own_take_away_is_told(project: Project) -> None:
    """Like a disabled rule: in the suite's notes, and so in reports, attestations and the model card."""
    project.settings('schemas = "schemas"')
    project.file("schemas/invoice.schema.json", json.dumps(INVOICE))
    (project.root / "schemas/rating.schema.json").write_bytes((BUILT_IN / "rating.schema.json").read_bytes())
    replaced, unused = resolve_suite(project.root / "data.jsonl").notes()
    assert replaced.startswith("built-in schema replaced: invoice (without invoice.")
    assert "invoice.total_is_subtotal_plus_tax" in replaced
    assert "not used: 23 built-in schemas and " in unused


def test_built_in_schemas_copied_whole_take_nothing_away(project: Project) -> None:
    project.settings('schemas = "schemas"')
    shutil.copytree(BUILT_IN, project.root / "schemas")
    assert resolve_suite(project.root / "data.jsonl").notes() == ()
