"""The table of a file's records: what stands around prompts and labels."""

import pytest

from edgejson.dataset import envelope_model
from edgejson.dataset.envelope_model import Envelope
from edgejson.suite.suite import built_in_rules
from tests.conftest import JSONObject, Project
from tests.edgejson.rules.records import edited, made, said


def without(record: JSONObject, *names: str) -> JSONObject:
    return {name: value for name, value in record.items() if name not in names}


def test_generated_records_have_good_envelopes(project: Project) -> None:
    data = project.data(
        "data.jsonl", *(made(schema, n) for n in range(3) for schema in ("rating", "invoice"))
    )
    assert said(data, "envelope") == []


@pytest.mark.parametrize("name", ["id", "schema_id", "complexity", "source", "prompt", "expected_output"])
@pytest.mark.parametrize("value", [None, 3, "missing"])
def test_field_that_is_missing_or_of_another_type(project: Project, name: str, value: object) -> None:
    one = (
        without(made("rating", 1), name) if value == "missing" else edited(made("rating", 1), **{name: value})
    )
    data = project.data("data.jsonl", made("rating", 2), one)
    assert said(data, "envelope") == [("fields_are_present", 2)]


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"schema_id": "ratings"}, "schema_id_is_known"),
        ({"complexity": "medium"}, "complexity_is_that_of_the_schema"),
        ({"source": "Template"}, "source_is_known"),
        ({"teacher": "x"}, "fields_do_not_drift"),
        ({"id": "edgejson_invoice_template_1"}, "id_names_its_schema"),
    ],
)
def test_wrong_field_is_one_finding(project: Project, fields: JSONObject, rule: str) -> None:
    data = project.data(
        "data.jsonl", made("rating", 1), edited(made("rating", 2), **fields), made("rating", 3)
    )
    assert said(data, "envelope") == [(rule, 2)]


@pytest.mark.parametrize(
    "record_id", ["invoice_1", "x_edgejson_invoice_1", "edgejson_invoices_1", "edgejson_rating_invoice_1"]
)
def test_ids_of_another_form_name_no_schema(project: Project, record_id: str) -> None:
    assert said(project.data("data.jsonl", edited(made("rating"), id=record_id)), "envelope") == []


def test_longest_schema_name_is_the_one_that_an_id_names(project: Project) -> None:
    schema = '{"type": "object"}'
    for name in ("rating", "rating_of_a_film"):
        project.file(f"schemas/{name}.schema.json", schema)
    project.settings('schemas = "schemas"')
    one = edited(made("rating"), schema_id="rating_of_a_film", id="edgejson_rating_of_a_film_1")
    data = project.data("data.jsonl", one, edited(one, schema_id="rating", id="edgejson_rating_of_a_film_2"))
    assert said(data, "envelope") == [("id_names_its_schema", 2)]


def test_id_of_another_record_is_one_finding(project: Project) -> None:
    data = project.data("data.jsonl", made("invoice"), edited(made("rating"), id=made("invoice")["id"]))
    assert said(data, "envelope") == [("id_is_unique", 2)]


def test_old_name_of_the_schema_id(project: Project) -> None:
    old = {("schema_name" if name == "schema_id" else name): value for name, value in made("rating").items()}
    assert said(project.data("data.jsonl", old), "envelope") == [("schema_id_is_not_called_schema_name", 1)]


def test_drift_is_judged_by_what_most_records_have(project: Project) -> None:
    with_teacher = [edited(made("rating", n), teacher="x") for n in range(3)]
    data = project.data("data.jsonl", made("rating", 9), *with_teacher)
    assert said(data, "envelope") == [("fields_do_not_drift", 1)]


def test_fields_that_the_settings_switch_off(project: Project) -> None:
    project.settings("fields = { complexity = false, source = false }")
    data = project.data("data.jsonl", *(without(made("rating", n), "complexity", "source") for n in range(2)))
    assert said(data, "envelope") == []
    other = project.data("other.jsonl", without(made("rating", 1), "prompt", "source"))
    assert said(other, "envelope") == [("fields_are_present", 1)]


def test_every_check_of_the_model_is_a_rule_of_the_family() -> None:
    checks = {check.name for check in Envelope.to_schema().checks}
    assert checks == {rule.name for rule in built_in_rules() if rule.family == "envelope"}


def test_size_of_the_validated_blocks_changes_nothing(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = [made("rating", number) for number in range(5)]
    bad = [edited(one, id=f"x{row}", source="web", schema_id="none") for row, one in enumerate(good)]
    data = project.data("data.jsonl", *good, *bad, edited(good[0], prompt="?", id=good[1]["id"]), {"id": 1})
    whole = said(data, "envelope")
    monkeypatch.setattr(envelope_model, "BLOCK_ROWS", 3)
    assert said(data, "envelope") == whole
    assert {name for name, _ in whole} >= {"source_is_known", "id_is_unique", "fields_are_present"}
