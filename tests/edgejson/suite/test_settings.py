"""`[tool.edgejson]`: where it is found, what it may say, and what is said of its mistakes."""

from decimal import Decimal
from pathlib import Path

import pytest

from edgejson.errors import SettingsError
from edgejson.suite.engine import examine
from edgejson.suite.field_names import FieldNames
from edgejson.suite.settings import Settings, load_settings, read_settings
from edgejson.suite.suite import resolve_suite
from edgejson.suite.verdict import verdict_of
from tests.conftest import Project, broken_invoice, changed, contact, invoice

TOTAL = "invoice.total_is_subtotal_plus_tax"


def problems(project: Project, text: str) -> list[str]:
    """Return what is said of settings of these lines."""
    project.settings(text)
    with pytest.raises(SettingsError) as caught:
        load_settings(project.root / "data.jsonl")
    assert caught.value.path == project.root / "pyproject.toml"
    return list(caught.value.problems)


def test_without_any_settings_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "data.jsonl") == Settings()


def test_nearest_table_upward_counts(project: Project) -> None:
    project.settings("max_depth = 7")
    project.file("a/pyproject.toml", "[tool.other]\nx = 1\n")
    project.file("a/b/pyproject.toml", "[tool.edgejson]\nmax_depth = 9\n")
    assert load_settings(project.root / "a" / "data.jsonl").max_depth == 7
    assert load_settings(project.root / "a" / "data.jsonl").root == project.root
    assert load_settings(project.root / "a" / "b" / "c" / "data.jsonl").max_depth == 9


def test_named_file_takes_the_place_of_the_nearest(project: Project) -> None:
    other = project.file("elsewhere/strict.toml", '[tool.edgejson]\nfail_on = "warning"\n')
    settings = load_settings(project.root / "data.jsonl", other)
    assert settings.fail_on == "warning"
    assert settings.root == other.parent


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, "cannot be read: No such file"),
        ("[tool.other]\n", r"there is no \[tool.edgejson\] table"),
        ("max_depth = 3\n", r"there is no \[tool.edgejson\] table"),
        ("[tool]\nedgejson = 3\n", "tool.edgejson is not a table"),
        ("tool = 3\n", r"there is no \[tool.edgejson\] table"),
        ("[tool.edgejson\n", "is not TOML: .*line 1"),
    ],
)
def test_named_file_that_holds_no_settings(project: Project, text: str | None, expected: str) -> None:
    config = project.root / "my.toml"
    if text is not None:
        config.write_text(text)
    with pytest.raises(SettingsError, match=expected):
        load_settings(project.root / "data.jsonl", config)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fail_onn = 1", "tool.edgejson.fail_onn: there is no such key; did you mean 'fail_on'?"),
        ('root = "x"', "tool.edgejson.root: there is no such key; there are fail_on, disable, "),
        ('fail_on = "warn"', "tool.edgejson.fail_on: expected 'error' or 'warning', but it is 'warn'"),
        ('tolerance = "0.02"', "tool.edgejson.tolerance: expected a number, but it is '0.02'"),
        ("tolerance = true", "tool.edgejson.tolerance: expected a number, but it is True"),
        ("tolerance = -1", "tool.edgejson.tolerance: expected greater than or equal to 0, but it is -1"),
        ("tolerance = nan", "tool.edgejson.tolerance: expected a finite number, but it is NaN"),
        ('max_depth = "5"', "tool.edgejson.max_depth: expected an integer, but it is '5'"),
        ("max_depth = 251", "tool.edgejson.max_depth: expected less than or equal to 250, but it is 251"),
        ("max_line_bytes = 0", "tool.edgejson.max_line_bytes: expected greater than or equal to 1, "),
        ('disable = "invoice"', "tool.edgejson.disable: expected a list, but it is 'invoice'"),
        ("disable = [1]", "tool.edgejson.disable[1]: expected a string, but it is 1"),
        ("severity = 3", "tool.edgejson.severity: expected a table, but it is 3"),
        (
            'severity = { invoice = "off" }',
            "tool.edgejson.severity.invoice: expected 'error' or 'warning', but it is 'off'; "
            "to switch it off, name it in disable: 'invoice'",
        ),
        ("fields = 3", "tool.edgejson.fields: expected a table, but it is 3"),
        ('fields = { promt = "x" }', "tool.edgejson.fields.promt: there is no such key; did you mean"),
        ("fields = { source = true }", "tool.edgejson.fields.source: expected a string, or false, but it"),
        ("fields = { prompt = false }", "tool.edgejson.fields.prompt: expected a string, or a list"),
        (
            'fields = { prompt = "id" }',
            "tool.edgejson.fields: id and prompt are both read from 'id'; each needs its own",
        ),
        ('schemas = "nowhere"', "tool.edgejson.schemas: there is no folder 'nowhere' beside the settings"),
        ('checks = ["nowhere"]', "tool.edgejson.checks: there is no folder 'nowhere' beside the settings"),
        ("waivers = [3]", "tool.edgejson.waivers[1]: expected a table, but it is 3"),
        (
            'waivers = [{ rule = "a.b", id = "1" }]',
            "tool.edgejson.waivers[1].reason is missing; expected why the finding is accepted",
        ),
        (
            'waivers = [{ rule = "a.b", id = "1", reason = " " }]',
            "tool.edgejson.waivers[1].reason: expected the reason, in words, but it is ' '",
        ),
        (
            'waivers = [{ rule = "a.b", id = "1", reason = "x", why = "y" }]',
            "tool.edgejson.waivers[1].why: there is no such key; there are rule, id, reason",
        ),
        ('splits = { trian = ["a"] }', "tool.edgejson.splits.trian: there is no such key; did you mean"),
        ('splits = { train = "a" }', "tool.edgejson.splits.train: expected a list, but it is 'a'"),
        ('splits = { test = ["/a"] }', "tool.edgejson.splits.test[1]: expected a pattern "),
        ('splits = { test = [""] }', "tool.edgejson.splits.test[1]: expected a pattern "),
        ("splits = { test = ['C:\\x'] }", "tool.edgejson.splits.test[1]: expected a pattern "),
    ],
)  # fmt: skip
def test_mistake_is_said_in_one_sentence(project: Project, text: str, expected: str) -> None:
    (problem,) = problems(project, text)
    assert problem.startswith(expected)


def test_all_mistakes_are_said_at_once(project: Project) -> None:
    found = problems(
        project,
        'fail_onn = 1\nmax_depth = "x"\nschemas = "nowhere"\nfields = { promt = "x", prompt = "id" }\n'
        'waivers = [{ rule = "a", id = "1", reason = "x" }, { rule = "a", id = "1", reason = "y" }, {}]\n'
        'splits = { trian = ["a"], test = ["/b"] }',
    )
    assert [problem.partition(":")[0].partition(" ")[0] for problem in found] == [
        "tool.edgejson.waivers[3].rule",
        "tool.edgejson.waivers[3].id",
        "tool.edgejson.waivers[3].reason",
        "tool.edgejson.fields.promt",
        "tool.edgejson.splits.trian",
        "tool.edgejson.splits.test[1]",
        "tool.edgejson.max_depth",
        "tool.edgejson.fail_onn",
        "tool.edgejson.fields",
        "tool.edgejson.waivers[2]",
        "tool.edgejson.schemas",
    ]


def test_what_is_right_is_handed_on_beside_the_mistakes(project: Project) -> None:
    project.settings('fail_on = "warn"\nmax_depth = 9\ndisable = ["rating", 3]\nchecks = ["nowhere"]')
    reading = read_settings(project.root / "data.jsonl")
    assert len(reading.problems) == 3
    assert (reading.settings.max_depth, reading.settings.disable, reading.settings.checks) == (
        9,
        ("rating",),
        (),
    )


def test_tolerance_is_exact(project: Project) -> None:
    project.settings("tolerance = 0.02")
    assert load_settings(project.root / "data.jsonl").tolerance == Decimal("0.02")


@pytest.mark.parametrize(("tolerance", "result"), [("0", "FAILED"), ("0.01", "FAILED"), ("0.02", "PASSED")])
def test_amounts_within_the_tolerance_pass(project: Project, tolerance: str, result: str) -> None:
    project.settings(f"tolerance = {tolerance}")
    total = invoice(1)["expected_output"]["total_amount"]
    data = project.data("data.jsonl", changed(invoice(1), total_amount=round(total + 0.02, 2)))
    suite = resolve_suite(data)
    found = examine(data, suite, selected=frozenset({TOTAL}))
    assert verdict_of(found, suite).result == result


@pytest.mark.parametrize("name", [TOTAL, "invoice", "invoice.*", "*.total_is_*"])
def test_disabled_rule_is_not_in_the_suite(project: Project, name: str) -> None:
    project.settings(f'disable = ["{name}"]')
    suite = resolve_suite(project.root / "data.jsonl")
    assert TOTAL not in suite.by_id
    assert any(name in note for note in suite.notes())


@pytest.mark.parametrize("name", [TOTAL, "invoice"])
def test_severity_of_a_rule_or_a_family(project: Project, name: str) -> None:
    project.settings(f'severity = {{ "{name}" = "warning" }}')
    data = project.data("data.jsonl", broken_invoice(1), contact(2))
    suite = resolve_suite(data)
    found = examine(data, suite, selected=frozenset({TOTAL}))
    assert [finding.severity for finding in found.findings] == ["warning"]
    assert verdict_of(found, suite).result == "WARNED"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('disable = ["invioce"]', "did you mean 'invoice'"),
        ('severity = { "invoice.total_is_subtotal_plus_taxes" = "error" }', f"did you mean '{TOTAL}'"),
        ('waivers = [{ rule = "nothing", id = "1", reason = "x" }]', "no rule is named 'nothing'"),
    ],
)
def test_names_of_rules_that_there_are_not(project: Project, text: str, expected: str) -> None:
    project.settings(text)
    with pytest.raises(SettingsError, match=expected):
        resolve_suite(project.root / "data.jsonl")


def test_settings_stand_for_themselves_as_json(project: Project) -> None:
    project.settings('tolerance = 0.02\nsplits = { train = ["a.jsonl"] }')
    canonical = load_settings(project.root / "data.jsonl").canonical()
    assert canonical["tolerance"] == "0.02"
    assert canonical["splits"] == {"train": ["a.jsonl"]}
    assert "root" not in canonical
    assert FieldNames.model_validate(canonical["fields"]) == FieldNames()
