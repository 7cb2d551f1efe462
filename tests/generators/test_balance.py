"""``balance``: enough records of every schema, and what was there byte for byte."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from edgejson.generators import __main__ as command_line
from edgejson.generators import used_records
from edgejson.suite.engine import examine
from edgejson.suite.schema_registry import registry
from edgejson.suite.suite import resolve_suite
from tests.conftest import Project, broken_invoice, contact, invoice, order_details


def balanced(data: Path, *options: str, name: str = "out.jsonl") -> tuple[int, Path, dict[str, Any]]:
    """Balance a file; return the exit code, the new file and the report."""
    output = data.with_name(name)
    code = command_line.main(["balance", str(data), str(output), *options])
    return code, output, json.loads(Path(f"{output}.balance.json").read_text("utf-8"))


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_every_schema_is_lifted_and_every_line_stays(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    data = project.data("data.jsonl", *map(invoice, range(1, 6)), contact(1))
    code, output, report = balanced(data, "--per-schema", "3")
    assert code == 0
    assert output.read_bytes().startswith(data.read_bytes())
    counts = Counter(row["schema_id"] for row in rows(output))
    assert counts == {**dict.fromkeys(registry().schema_ids, 3), "invoice": 5}
    assert report["added"] == {
        name: 3 - (name == "contact_info") for name in registry().schema_ids if name != "invoice"
    }
    assert report["after"]["errors"] == 0
    assert (report["before"]["records"], report["after"]["records"]) == (6, 77)
    assert "71 new records of 24 schemas after the 6 lines" in capsys.readouterr().out


def test_named_schemas_only(project: Project) -> None:
    data = project.data("data.jsonl", invoice())
    _, output, report = balanced(data, "--per-schema", "4", "--schemas", "rating,invoice")
    assert Counter(row["schema_id"] for row in rows(output)) == {"invoice": 4, "rating": 4}
    assert report["added"] == {"invoice": 3, "rating": 4}


def test_new_records_repeat_nothing(project: Project) -> None:
    only = ("--schemas", "simple_config", "--per-schema")
    first = balanced(project.data("data.jsonl", invoice()), *only, "60", name="a.jsonl")[1]
    more = balanced(first, *only, "120", name="b.jsonl")[1]
    other = balanced(
        project.data("other.jsonl", contact()), *only, "60", "--distinct-from", str(more), name="c.jsonl"
    )[1]
    made = [row for row in [*rows(more), *rows(other)] if row["schema_id"] == "simple_config"]
    assert len(made) == 180
    for texts in (
        {row["id"] for row in made},
        {row["prompt"] for row in made},
        {json.dumps(row["expected_output"]) for row in made},
        {(row["meta"]["split"], row["meta"]["seed"]) for row in made},
    ):
        assert len(texts) == 180


def test_a_file_that_has_enough_stays_as_it_is(project: Project) -> None:
    data = project.data("data.jsonl", invoice(), broken_invoice(2))
    code, output, report = balanced(data, "--per-schema", "2", "--schemas", "invoice")
    assert code == 0
    assert output.read_bytes() == data.read_bytes()
    assert report["added"] == {}
    assert report["before"]["errors"] == report["after"]["errors"] == 1


def test_a_last_line_without_an_end_gets_one(project: Project) -> None:
    data = project.file("data.jsonl", json.dumps(invoice()))
    _, output, _ = balanced(data, "--per-schema", "2", "--schemas", "invoice")
    assert output.read_bytes().startswith(data.read_bytes() + b"\n{")
    assert len(rows(output)) == 2


def test_new_records_have_the_fields_of_the_file(project: Project) -> None:
    project.settings('[tool.edgejson.fields]\nid = "uid"\nprompt = "text"\ncomplexity = false')
    names = {"id": "uid", "prompt": "text"}
    old = [
        {names.get(name, name): value for name, value in {"teacher": "template", **one}.items()}
        for one in (invoice(1), order_details(2))
    ]
    for row in old:
        del row["complexity"]
    data = project.data("data.jsonl", *old)
    code, output, report = balanced(data, "--per-schema", "2", "--schemas", "invoice")
    new = rows(output)[-1]
    assert code == 0
    assert list(new) == [*old[0], "meta"]
    assert new["teacher"] == "template"
    assert report["further_fields"] == {"teacher": "template"}
    assert examine(output, resolve_suite(output)).findings == ()


def test_a_field_that_nobody_can_make_up_is_refused(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    data = project.data("data.jsonl", {**invoice(1), "at": 1}, {**invoice(2), "at": 2})
    assert command_line.main(["balance", str(data), f"{data}.out", "--per-schema", "3"]) == 2
    assert "records have a field 'at' with no one value" in capsys.readouterr().err
    assert {path.name for path in project.root.iterdir()} == {"data.jsonl", "pyproject.toml"}


def test_declared_test_data_gets_test_seeds_and_nothing_of_train(project: Project) -> None:
    project.settings('splits = {train = ["train.jsonl"], test = ["test.jsonl"]}\ndisable = ["balance"]')
    only = ("--schemas", "simple_config,rating", "--per-schema", "40")
    train = balanced(project.data("base.jsonl", invoice()), *only, name="train.jsonl")[1]
    test = project.data("test.jsonl", contact())
    code, output, report = balanced(test, *only)
    assert (code, report["split"]) == (0, "test")
    made = rows(output)[1:]
    assert {row["meta"]["split"] for row in made} == {"test"}
    assert all("_te" in row["id"] for row in made)
    theirs = rows(train)
    assert not {row["prompt"] for row in made} & {row["prompt"] for row in theirs}
    labels = {json.dumps(row["expected_output"]) for row in theirs}
    assert not labels & {json.dumps(row["expected_output"]) for row in made}


def test_a_schema_without_a_generator_that_is_short_is_said(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    data = project.data("data.jsonl", invoice(), {**contact(), "schema_id": "job_posting"})
    code, _, report = balanced(data, "--per-schema", "2")
    assert code == 1
    assert report["still_short"] == ["job_posting"]
    assert "still short: job_posting" in capsys.readouterr().out
    code, _, report = balanced(data, "--per-schema", "2", "--schemas", "invoice")
    assert (code, report["still_short"]) == (0, [])


def test_a_schema_asked_for_that_the_settings_change_is_said(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.settings('schemas = "schemas"')
    project.file("schemas/rating.schema.json", '{"type": "object", "title": "another rating"}')
    code, _, report = balanced(project.data("data.jsonl"), "--per-schema", "2", "--schemas", "rating")
    assert code == 1
    assert report["still_short"] == ["rating"]
    assert "still short: rating" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--per-schema", "9000", "--schemas", "simple_config"], "there are no 9000 different new records"),
        (["--per-schema", "2", "--schemas", "invoce"], "did you mean invoice?"),
        (["--per-schema", "0"], "whole number of at least 1"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_written(
    project: Project,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    options: list[str],
    sentence: str,
) -> None:
    monkeypatch.setattr(used_records, "MAX_REPEATS", 1)
    data = project.data("data.jsonl", contact())
    try:
        code: object = command_line.main(["balance", str(data), f"{data}.out", *options])
    except SystemExit as ended:
        code = ended.code
    assert code == 2
    assert sentence in capsys.readouterr().err
    assert {path.name for path in project.root.iterdir()} == {"data.jsonl", "pyproject.toml"}
