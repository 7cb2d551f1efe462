"""The rules of the family: what each is called, and that a record is judged once for all of them."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from edgejson.grounding import Flaw, Shape, judge, once
from edgejson.suite.engine import examine
from edgejson.suite.suite import resolve_suite
from tests.conftest import JSONObject, Project

ROOT = Path(__file__).parents[3]
UPSTREAM = ROOT.parent / "shared" / "upstream"
PROMPT = (
    "Product\n\nProduct Name: Desk Lamp, Brass\nSku: BL-90-EU\nPrice: 45.90\nQuantity: 12\nCategory: Lighting"
    "\n\nAnswer in JSON."
)
LABEL = {
    "product_name": "Desk Lamp, Brass",
    "sku": "BL-90-EU",
    "price": 45.9,
    "quantity": 12,
    "category": "Lighting",
}


@pytest.fixture
def grounding(tmp_path: Path) -> Project:
    project = Project(tmp_path, families=["grounding"])
    project.settings()
    return project


def record(number: int, label: JSONObject, prompt: str = PROMPT) -> JSONObject:
    return {
        "id": f"r{number}", "schema_id": "product_info", "complexity": "simple", "source": "template",
        "prompt": prompt, "expected_output": label,
    }  # fmt: skip


def found(project: Project, *records: JSONObject) -> list[tuple[str, str, str, str]]:
    data = project.data("data.jsonl", *records)
    return [
        (one.rule, one.kind, one.severity, one.pointer) for one in examine(data, resolve_suite(data)).findings
    ]


def test_a_good_record_has_no_finding(grounding: Project) -> None:
    assert found(grounding, record(1, LABEL)) == []


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"sku": "BL-91-EU"}, "copies_are_exact"),
        ({"price": 54.9}, "numbers_are_as_stated"),
        ({"category": "lighting"}, "letter_case_is_as_stated"),
        ({"category": "Kitchen"}, "texts_are_as_stated"),
        ({"product_name": "Desk Lamp,  Brass"}, "white_space_is_as_stated"),
        ({"product_name": "Desk Lamp"}, "texts_keep_every_word"),
        ({"sku": "Lighting", "category": "BL-90-EU"}, "values_stand_under_their_own_field"),
    ],
)
def test_each_rule_accuses_its_own(grounding: Project, fields: JSONObject, rule: str) -> None:
    pointer = f"/expected_output/{next(iter(fields))}"
    assert found(grounding, record(1, {**LABEL, **fields})) == [
        (f"grounding.{rule}", "grounding", "error", pointer)
    ]


def test_signs(grounding: Project) -> None:
    prompt = "Position\n\nLatitude: 52.52\nLongitude: 13.405\n\nAnswer in JSON."
    one = {**record(1, {"latitude": -52.52, "longitude": 13.405}, prompt), "schema_id": "location"}
    assert found(grounding, one) == [
        ("grounding.signs_are_as_stated", "grounding", "error", "/expected_output/latitude")
    ]


def test_dropped_and_invented(grounding: Project) -> None:
    without = {name: value for name, value in LABEL.items() if name != "sku"}
    assert found(grounding, record(1, without)) == [
        ("grounding.stated_values_are_in_the_label", "grounding", "error", "/expected_output/sku")
    ]
    prompt = PROMPT.replace("Sku: BL-90-EU\n", "")
    assert found(grounding, record(1, LABEL, prompt)) == [
        ("grounding.values_are_stated_in_the_prompt", "grounding", "error", "/expected_output/sku")
    ]


def test_ambiguity_is_a_warning(grounding: Project) -> None:
    prompt = "Response\n\nStatus Code: 422\nMessage: No\nErrors:\n  Field: a\n  Message: b\n\nAnswer in JSON."
    label = {"status_code": 422, "message": "No", "errors": [{"field": "a"}, {"message": "b"}]}
    one = {**record(1, label, prompt), "schema_id": "api_response", "complexity": "medium"}
    assert found(grounding, one) == [
        ("grounding.list_items_can_be_told_apart", "ambiguity", "warning", "/expected_output/errors")
    ]


def test_a_record_is_judged_once_for_all_rules(grounding: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(prompt: str, label: Any, shape: Shape) -> list[Flaw]:
        asked.append(prompt)
        return judge(prompt, label, shape)

    monkeypatch.setattr(once, "judge", counted)
    assert len(found(grounding, record(1, {**LABEL, "sku": "X"}), record(2, LABEL))) == 1
    assert len(asked) == 2


def test_schemas_of_ones_own_are_read_for_their_fields(tmp_path: Path) -> None:
    project = Project(tmp_path, families=["grounding"])
    project.file(
        "schemas/parcel.schema.json",
        '{"type": "object",'
        ' "properties": {"parcelNumber": {"type": "string"}, "weightKg": {"type": "number"}}}',
    )
    project.settings('schemas = "schemas"')
    one = {**record(1, {"parcelNumber": "PN-7", "weightKg": 3}), "schema_id": "parcel"}
    one["prompt"] = "Parcel\n\nParcel number: PN-7\nWeight (kg): 2.5\n\nAnswer in JSON."
    assert [rule for rule, *_ in found(project, one)] == ["grounding.numbers_are_as_stated"]


@pytest.mark.skipif(not UPSTREAM.is_dir(), reason="the public files are not here")
def test_the_public_file_has_the_defects_that_were_counted_by_hand(tmp_path: Path) -> None:
    data = tmp_path / "train_v3.jsonl"
    shutil.copyfile(UPSTREAM / "train_v3.jsonl", data)
    findings = examine(data, resolve_suite(data)).findings
    wrong = [one for one in findings if one.kind == "grounding"]
    # Counted by rewriting each prompt from its label and comparing line by line.
    assert len({one.record_id for one in wrong}) == 19
    assert len(wrong) == 23
    unclear = {one.record_id for one in findings if one.kind == "ambiguity"}
    assert len(unclear) == 70
