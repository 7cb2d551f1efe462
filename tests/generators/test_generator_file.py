"""Users' files of generators: what one may be, and what is said of one that cannot be used."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from edgejson.generators import WORLDS, Generator, generate, load_generators
from edgejson.generators import __main__ as command_line
from edgejson.generators.generator_set import built_in_generators
from edgejson.suite.schema_registry import registry
from tests.conftest import Project

SCHEMA = {
    "type": "object",
    "x-complexity": "simple",
    "required": ["plate", "total"],
    "properties": {"plate": {"type": "string"}, "total": {"type": "number"}},
}
CLASS = """
from decimal import Decimal

class Receipts:
    subject = "receipt"
    headings = ["Receipt"]

    def build(self, draws):
        return {"plate": draws.letters(3), "total": draws.decimal("1.00", "9.00")}

    def check(self, label):
        assert label["total"] >= 1

GENERATORS = {"receipt": Receipts()}
"""


@pytest.fixture
def file(project: Project) -> Path:
    """A file with a generator that is a class, for a schema of its own."""
    project.settings('schemas = "schemas"\nfields = {id = "uid", source = false}')
    project.file("schemas/receipt.schema.json", json.dumps(SCHEMA))
    return project.file("mine.py", CLASS)


def new_record(file: Path, output: Path) -> int:
    """Ask for one record of a file's generator; return the exit code."""
    argv = ["new", "--records", "1", "--seed", "2", "--output", str(output), "--generator", str(file)]
    return command_line.main(argv)


def test_any_object_with_the_names_is_a_generator(file: Path) -> None:
    generator_set = load_generators(file)
    assert isinstance(WORLDS["invoice"], Generator)
    record = generator_set.generate("receipt", 7, "test")
    assert isinstance(record.label["total"], Decimal)
    assert record == generator_set.generate("receipt", 7, "test")
    assert record.label != generator_set.generate("receipt", 7, "train").label
    assert record.complexity == "simple"
    assert record.meta["split"] == "test"


def test_new_writes_the_fields_that_the_settings_name(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(file.parent)
    argv = ["new", "--records", "5", "--seed", "2", "--output", "data.jsonl", "--generator", "mine.py"]
    assert command_line.main([*argv, "--styles", "table,listing"]) == 0
    rows = [json.loads(line) for line in Path("data.jsonl").read_text("utf-8").splitlines()]
    assert len(rows) == 5
    assert {tuple(row) for row in rows} == {
        ("uid", "schema_id", "complexity", "prompt", "expected_output", "meta")
    }
    assert {row["meta"]["style"] for row in rows} <= {"table", "listing"}


def test_a_generator_of_a_built_in_schema_takes_its_place_beside_the_others(project: Project) -> None:
    file = project.file(
        "mine.py", "from edgejson.generators import WORLDS\nGENERATORS = {'rating': WORLDS['rating']}\n"
    )
    generator_set = load_generators(file)
    assert list(generator_set.generators) == ["rating"]
    both = generator_set.with_built_in()
    assert set(both.generators) == set(WORLDS)
    assert both.generate("invoice", 3).line() == generate("invoice", 3).line()
    assert both.covers("invoice", registry())
    assert not built_in_generators().covers("invoce", registry())


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "there is no dictionary GENERATORS in it"),
        ("GENERATORS = {}", "there is no dictionary GENERATORS in it"),
        ("GENERATORS = {'reciept': 1}", "no schema has this id; did you mean 'receipt'?"),
        ("GENERATORS = {'receipt': 1}", "has no build, check, subject, headings"),
        (CLASS.replace('["Receipt"]', "[]"), "headings is []; it is a tuple of one text or more"),
        (
            CLASS.replace('["Receipt"]', "'Receipt'"),
            "headings is 'Receipt'; it is a tuple of one text or more",
        ),
        ("import nothing_of_this_name", "the file itself failed with ModuleNotFoundError"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(
    file: Path, capsys: pytest.CaptureFixture[str], content: str, sentence: str
) -> None:
    file.write_text(content, "utf-8")
    assert command_line.main(["describe", "--generator", str(file)]) == 2
    assert sentence in capsys.readouterr().err


def test_a_schema_without_complexity_needs_files_without_it(
    file: Path, project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    plain = {name: value for name, value in SCHEMA.items() if name != "x-complexity"}
    project.file("schemas/receipt.schema.json", json.dumps(plain))
    monkeypatch.chdir(file.parent)
    argv = ["new", "--records", "2", "--seed", "2", "--output", "data.jsonl", "--generator", "mine.py"]
    registry.cache_clear()
    assert command_line.main(argv) == 2
    assert "states no x-complexity" in capsys.readouterr().err
    project.settings('schemas = "schemas"\nfields = {complexity = false}')
    assert command_line.main(argv) == 0


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("[]", "[] at /total"),
        ("[{}]", "{} at /total/0"),
        ("1.5", "1.5 at /total: values are str"),
    ],
)
def test_a_value_that_no_prompt_can_state_is_said(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], value: str, told: str
) -> None:
    file.write_text(CLASS.replace('draws.decimal("1.00", "9.00")', value), "utf-8")
    output = tmp_path / "x.jsonl"
    assert new_record(file, output) == 2
    assert f"the generator of receipt made {told}" in capsys.readouterr().err
    assert not output.exists()


def test_the_file_is_run_once_a_command(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text(f"print('run')\n{CLASS}", "utf-8")
    assert command_line.main(["describe", "--generator", str(file)]) == 0
    assert capsys.readouterr().out.count("run\n") == 1


def test_a_broken_invariant_is_one_sentence(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(CLASS.replace(">= 1", "> 100"), "utf-8")
    output = tmp_path / "x.jsonl"
    assert new_record(file, output) == 2
    line = CLASS.splitlines().index('        assert label["total"] >= 1') + 1
    said = capsys.readouterr().err
    assert f"mine.py, line {line}: the generator of receipt failed at seed 2" in said
    assert "in check: AssertionError" in said
    assert not output.exists()


@pytest.mark.parametrize(
    ("call", "told"),
    [
        ('int("three")', "ValueError: invalid literal for int()"),
        ("draws.choice([])", "ValueError: "),
    ],
)
def test_a_generator_that_fails_is_told_with_its_line(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], call: str, told: str
) -> None:
    file.write_text(CLASS.replace("draws.letters(3)", call), "utf-8")
    output = tmp_path / "x.jsonl"
    assert new_record(file, output) == 2
    said = capsys.readouterr().err
    assert f"in build: {told}" in said
    assert "mine.py, line 9: " in said
