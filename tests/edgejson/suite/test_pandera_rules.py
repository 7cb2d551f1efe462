"""Users' pandera models and schemas: rules for the record table, with findings by line."""

from typing import Any

import pytest

from edgejson.core.finding import Finding
from edgejson.errors import SettingsError
from edgejson.suite.suite import resolve_suite
from tests.conftest import Project, changed, contact, invoice
from tests.edgejson.conftest import examined

MODEL = '''
import pandera.polars as pa
import polars as pl


class Ids(pa.DataFrameModel):
    """Ids are short and occur once."""

    id: str = pa.Field(str_length={"max_value": 34}, unique=True)
    label_leaves: int = pa.Field(ge=3)

    @pa.dataframe_check
    @classmethod
    def invoices_are_complex(cls, data):
        return data.lazyframe.select((pl.col("schema_id") != "invoice") | (pl.col("complexity") == "complex"))


class _Base(pa.DataFrameModel):
    id: int


only_templates = pa.DataFrameSchema({"source": pa.Column(str, pa.Check.isin(["template"]))}, strict=True)
'''


def found(project: Project, *records: Any, model: str = MODEL) -> list[Finding]:
    project.file("check_table.py", model)
    data = project.data("data.jsonl", *records)
    rules = {rule.id for rule in resolve_suite(data).rules if rule.family == "table"}
    assert rules
    return list(examined(data, selected=rules).findings)


def test_each_model_and_schema_is_a_rule(project: Project) -> None:
    project.file("check_table.py", MODEL)
    rules = [rule for rule in resolve_suite(project.root / "data.jsonl").rules if rule.family == "table"]
    assert [(rule.name, rule.scope, rule.line) for rule in rules] == [
        ("Ids", "file", 6),
        ("only_templates", "file", 22),
    ]
    assert [rule.sentence for rule in rules] == [
        "Ids are short and occur once.",
        "The record table is as only_templates describes it.",
    ]


def test_good_records_pass(project: Project) -> None:
    assert found(project, contact(1), contact(2)) == []


def test_a_value_is_accused_at_its_line_and_field(project: Project) -> None:
    records = [contact(1), {**contact(2), "id": "x" * 40, "source": "llm"}, changed(contact(3), name="Ada")]
    del records[2]["expected_output"]["phone"]
    one, few, source = found(project, *records)
    assert (one.rule, one.line, one.record_id, one.pointer) == ("table.Ids", 2, "x" * 40, "/id")
    assert (one.expected, one.actual) == ("id: str_length(None, 34)", "x" * 40)
    assert (few.line, few.pointer, few.actual) == (3, "/expected_output", 2)
    assert few.expected == "label_leaves: greater_than_or_equal_to(3)"
    assert (source.rule, source.line, source.pointer, source.actual) == (
        "table.only_templates",
        2,
        "/source",
        "llm",
    )


def test_blank_lines_do_not_shift_the_lines(project: Project) -> None:
    assert [one.line for one in found(project, b"", contact(1), b"[]", invoice(2))] == [4]


def test_a_check_of_whole_rows_names_the_line(project: Project) -> None:
    (one,) = found(project, contact(1), invoice(2))
    assert (one.line, one.pointer, one.expected) == (2, "", "invoices_are_complex")


def test_unique_looks_at_the_whole_file(project: Project) -> None:
    assert [one.line for one in found(project, contact(1), contact(2), contact(1))] == [1, 3]


def test_another_type_is_about_the_file(project: Project) -> None:
    model = MODEL.replace("label_leaves: int = pa.Field(ge=3)", "label_leaves: str")
    (one,) = found(project, contact(1), model=model)
    assert (one.line, one.pointer) == (None, "/expected_output")
    assert one.expected == "label_leaves: dtype('String')"


def test_a_check_that_fails_itself_is_a_finding(project: Project) -> None:
    model = MODEL.replace('pl.col("complexity") == "complex"', 'pl.col("no_such") == 1')
    (one,) = found(project, contact(1), model=model)
    assert (one.line, one.expected) == (None, "invoices_are_complex")
    assert "no_such" in str(one.actual)


def test_severity_is_that_of_the_settings(project: Project) -> None:
    project.settings('[tool.edgejson.severity]\n"table.Ids" = "warning"')
    assert {one.severity for one in found(project, invoice(1))} == {"warning"}


@pytest.mark.parametrize(
    ("model", "problem"),
    [
        (
            "class M(pa.DataFrameModel):\n    prompt: str",
            "M (line 2): the record table has no 'prompt'",
        ),
        (
            "s = pa.DataFrameSchema({'x': pa.Column(int)})",
            "s (line 2): the record table has no 'x'; it has line,",
        ),
        ("class M(pa.DataFrameModel):\n    id: object()", "M (line 2): "),
    ],
)
def test_a_model_that_cannot_be_asked_is_a_mistake_of_the_settings(
    project: Project, model: str, problem: str
) -> None:
    project.file("check_table.py", f"import pandera.polars as pa\n{model}\n")
    with pytest.raises(SettingsError) as caught:
        resolve_suite(project.root / "data.jsonl")
    assert f"check_table.py: {problem}" in str(caught.value)


def test_a_schema_that_is_not_for_polars_is_a_mistake(project: Project) -> None:
    text = (
        "from pandera.api.base.schema import BaseSchema\n\n\nclass _Other(BaseSchema):\n    pass\n\n\n"
        "other = _Other()\n"
    )
    project.file("check_table.py", text)
    with pytest.raises(SettingsError, match=r"other \(line 8\): it is not for polars; take it from pandera"):
        resolve_suite(project.root / "data.jsonl")
