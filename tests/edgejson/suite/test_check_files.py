"""Check files: where they are found, how they are loaded, what they may do."""

from hashlib import sha256
from pathlib import Path
from textwrap import dedent
from types import ModuleType

import pytest

from edgejson.core.finding import Finding
from edgejson.dataset.tables import Table, empty_columns
from edgejson.errors import DataChanged, SettingsError
from edgejson.suite.check_files import find_check_files
from edgejson.suite.check_modules import load_check_file
from edgejson.suite.check_sources import read_check_sources
from edgejson.suite.dataset import Dataset
from edgejson.suite.engine import examine
from edgejson.suite.settings import load_settings
from edgejson.suite.suite import resolve_suite
from tests.conftest import JSONObject, Project, contact, jsonl

EMPTY = "from edgejson import check\n"


def names(project: Project, data: str) -> list[str]:
    path = project.root / data
    found = find_check_files(path, load_settings(path))
    return [file.relative_to(project.root).as_posix() for file in found]


def test_found_from_the_data_upward_to_the_root_and_in_named_folders(project: Project) -> None:
    project.settings('checks = ["rules", "data"]')
    for name in (
        "check_a.py",
        "data/check_b.py",
        "data/x/check_c.py",
        "data/y/check_d.py",
        "rules/check_e.py",
    ):
        project.file(name, EMPTY)
    project.file("data/conftest.py", EMPTY)
    project.file("data/checks.py", EMPTY)
    assert names(project, "data/x/data.jsonl") == [
        "check_a.py", "data/check_b.py", "data/x/check_c.py", "rules/check_e.py",
    ]  # fmt: skip


def test_nothing_above_the_root_is_found(project: Project) -> None:
    project.file("check_above.py", EMPTY)
    project.file("inner/pyproject.toml", "[tool.edgejson]\n")
    project.file("inner/check_inner.py", EMPTY)
    assert names(project, "inner/data.jsonl") == ["inner/check_inner.py"]


@pytest.mark.parametrize(
    ("marker", "expected"), [("a/.git/HEAD", ["a/b/check_b.py", "a/check_a.py"]), (None, ["a/b/check_b.py"])]
)
def test_without_settings_the_project_ends_at_its_marker(
    tmp_path: Path, marker: str | None, expected: list[str]
) -> None:
    project = Project(tmp_path)
    for name in ("check_top.py", "a/check_a.py", "a/b/check_b.py"):
        project.file(name, EMPTY)
    if marker:
        project.file(marker, "")
    assert names(project, "a/b/data.jsonl") == expected


def test_rules_take_their_family_from_the_file(project: Project) -> None:
    project.file("check_phones.py", EMPTY + "@check\ndef are_good(record):\n    'Phones are good.'\n")
    rule = resolve_suite(project.root / "data.jsonl").by_id["phones.are_good"]
    assert (rule.kind, rule.severity, rule.sentence) == ("custom", "error", "Phones are good.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("def f(:\n", r"SyntaxError: .*line 1"),
        ("x = 1\ny = nothing\n", r"NameError: name 'nothing' is not defined \(line 2\)"),
        ("import no_such_module_at_all\n", r"ModuleNotFoundError: .* \(line 1\)"),
        ("raise SystemExit(3)\n", r"SystemExit: 3 \(line 1\)"),
        ("import pytest\npytest.skip('later', allow_module_level=True)\n", r"Skipped: later \(line 2\)"),
        (EMPTY + "@check(severity='warn')\ndef f(record): ...\n", r"severity is 'warn'.* \(line 2\)"),
    ],
)
def test_file_that_cannot_be_loaded(project: Project, text: str, expected: str) -> None:
    path = project.file("check_bad.py", text)
    with pytest.raises(SettingsError, match=expected) as caught:
        resolve_suite(project.root / "data.jsonl")
    assert str(path.name) in str(caught.value)


def test_file_that_cannot_be_read(project: Project) -> None:
    (project.root / "check_gone.py").symlink_to("gone.py")
    with pytest.raises(SettingsError, match=r"gone.py: the check file cannot be read: No such file"):
        resolve_suite(project.root / "data.jsonl")


def test_edited_file_is_loaded_anew(project: Project) -> None:
    path = project.file("check_a.py", "X = 1\n")

    def loaded() -> ModuleType:
        sources = read_check_sources([path], project.root)
        return load_check_file(sources.files[0], sources)

    first = loaded()
    assert loaded() is first
    path.write_text("X = 2\n")
    assert vars(loaded())["X"] == 2


def findings(project: Project, check: str, count: int = 3) -> list[Finding]:
    """Return what one rule, in a check file of its own, says of a file of contacts."""
    project.file("check_own.py", "from edgejson import Mismatch, check\n" + dedent(check))
    data = project.data("data.jsonl", *(contact(n) for n in range(1, count + 1)))
    suite = resolve_suite(data)
    own = frozenset(rule.id for rule in suite.rules if rule.family == "own")
    assert len(own) == 1
    return list(examine(data, suite, selected=own).findings)


def test_asserting_rule_tells_its_values(project: Project) -> None:
    check = """
        @check
        def f(record):
            "Names are short."
            name = record.label["name"]
            assert len(name) < 10
    """
    one, two = findings(project, check, count=2)
    assert one.message.startswith("assert 12 < 10\n +  where 12 = len('Grace Hopper')")
    assert (one.line, one.record_id) == (1, "edgejson_contact_info_template_001")
    assert (one.expected, one.actual) == ("Names are short.", "check_own.py:7")
    assert two.line == 2


def test_message_of_an_assert_comes_first(project: Project) -> None:
    check = """
        @check
        def f(record):
            "x"
            assert record.line > 1, f"line {record.line} is too early"
    """
    (one,) = findings(project, check)
    assert one.message.splitlines()[0] == "line 1 is too early"
    assert "assert 1 > 1" in one.message


def test_yielding_rule(project: Project) -> None:
    check = """
        @check(schemas=["contact_info"], kind="reference", severity="warning")
        def f(record):
            "x"
            yield Mismatch(pointer="/expected_output/name", expected="B", actual=record.label["name"])
    """
    one = findings(project, check)[0]
    assert (one.kind, one.severity, one.pointer) == ("reference", "warning", "/expected_output/name")
    assert (one.expected, one.actual) == ("B", "Grace Hopper")


def test_rule_of_a_file_reads_its_records(project: Project) -> None:
    check = """
        @check(scope="file")
        def f(dataset):
            "x"
            for record in dataset.records():
                if record.label["name"].startswith("G"):
                    yield Mismatch(line=record.line, actual=record.id)
    """
    (one,) = findings(project, check)
    assert (one.line, one.record_id) == (1, "edgejson_contact_info_template_001")
    assert (one.schema_id, one.actual) == ("contact_info", one.record_id)


def test_rule_of_a_file_that_asserts_is_about_the_file(project: Project) -> None:
    check = """
        @check(scope="file")
        def f(dataset):
            "x"
            assert sum(1 for _ in dataset.records()) == 4
    """
    (one,) = findings(project, check)
    assert one.line is None
    assert one.message.startswith("assert 3 == 4")


def test_records_that_fail_their_schema_are_not_handed_to_rules_of_files(project: Project) -> None:
    check = """
        @check(scope="file")
        def f(dataset):
            "x"
            assert [record.id for record in dataset.records()] == []
    """
    project.file("check_own.py", EMPTY + dedent(check))
    bad: list[JSONObject | bytes] = [
        contact(1) | {"expected_output": {"name": 3}},
        contact(2) | {"schema_id": "?"},
        b"{",
        b"{}",
    ]
    data = project.data("data.jsonl", *bad)
    assert examine(data, resolve_suite(data), selected=frozenset({"own.f"})).findings == ()


def test_rule_across_splits_reads_the_others(project: Project) -> None:
    project.settings('splits = { train = ["data.jsonl"], test = ["other.jsonl"] }')
    project.data("other.jsonl", contact(2), contact(9))
    check = """
        @check(scope="split")
        def f(dataset):
            "x"
            there = {record.id for record in dataset.records("test")}
            for record in dataset.records():
                if record.id in there:
                    yield Mismatch(line=record.line)
    """
    (one,) = findings(project, check)
    assert one.line == 2


def test_data_that_changes_while_it_is_judged_is_noticed(project: Project) -> None:
    data = project.data("data.jsonl", contact(1))
    suite = resolve_suite(data)
    table = Table(str(data), empty_columns(), sha256=sha256(data.read_bytes()).hexdigest())
    dataset = Dataset(table=table, registry=suite.registry, settings=suite.settings, split=None, splits={})
    assert [record.line for record in dataset.records()] == [1]
    data.write_bytes(jsonl(contact(1), contact(2)))
    with pytest.raises(DataChanged):
        list(dataset.records())


def test_what_a_rule_changes_in_a_record_reaches_no_other_rule(project: Project) -> None:
    project.file(
        "check_own.py",
        """
from edgejson import check

@check
def a_changes_the_label(record):
    "Does what no rule should do."
    record.label["name"] = "changed"
    record.envelope["prompt"] = "changed"

@check
def b_sees_the_record_as_it_was(record):
    "Sees what the file says."
    assert record.label["name"] != "changed"
    assert record.envelope["prompt"] != "changed"
    assert record.envelope["expected_output"] is record.label
""",
    )
    data = project.data("data.jsonl", contact(1), contact(2))
    own = frozenset({"own.a_changes_the_label", "own.b_sees_the_record_as_it_was"})
    assert examine(data, resolve_suite(data), selected=own).findings == ()
