"""Settings as pytest's users meet them: another file by option, and all mistakes in the report."""

import pytest

from tests.conftest import Project, broken_invoice, contact

TOTAL = "invoice.total_is_subtotal_plus_tax"


@pytest.fixture
def project(pytester: pytest.Pytester) -> Project:
    made = Project(pytester.path)
    made.settings()
    made.data("data.jsonl", contact(1), broken_invoice(2))
    return made


def run(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    options = ("--edgejson", "data.jsonl", "--edgejson-no-attest", "-p", "no:randomly")
    return pytester.runpytest_subprocess(*options, *arguments)


@pytest.mark.slow
def test_settings_file_named_by_option(project: Project, pytester: pytest.Pytester) -> None:
    project.file("other/lenient.toml", f'[tool.edgejson.severity]\n"{TOTAL}" = "warning"\n')
    assert run(pytester, "-k", "total_is_subtotal_plus_tax").ret == pytest.ExitCode.TESTS_FAILED
    result = run(pytester, "-k", "total_is_subtotal_plus_tax", "--edgejson-config", "other/lenient.toml")
    assert result.ret == pytest.ExitCode.OK
    result.stdout.fnmatch_lines(["*edgejson warnings*", "*data.jsonl: WARNED*"])


def test_all_mistakes_are_in_the_report(project: Project, pytester: pytest.Pytester) -> None:
    project.settings('fail_onn = "error"\ndisable = ["invioce"]\nchecks = ["nowhere"]')
    project.file("check_bad.py", "def f(:\n")
    result = run(pytester)
    assert result.ret != pytest.ExitCode.OK
    text = result.stdout.str()
    for expected in (
        "4 problems",
        "tool.edgejson.fail_onn: there is no such key; did you mean 'fail_on'?",
        "no rule or family is named 'invioce'; did you mean 'invoice'?",
        "tool.edgejson.checks: there is no folder 'nowhere' beside the settings",
        "check_bad.py: the check file cannot be loaded: SyntaxError",
    ):
        assert expected in text
    assert "Traceback" not in text
