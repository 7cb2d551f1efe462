"""Whatever a conftest.py does to items, reports or the package: what is attested is what the rules say."""

import json

import pytest

from edgejson.gate.attestation import attestation_path
from tests.conftest import Project
from tests.pytest_edgejson.conftest import Run, attested

TOTAL = "invoice.total_is_subtotal_plus_tax"


def failed(project: Project) -> list[str]:
    statement = json.loads(attestation_path(project.root / "bad.jsonl").read_bytes())
    return list(statement["predicate"]["failedTests"])


@pytest.mark.parametrize(
    "mark", ["pytest.mark.skip(reason='later')", "pytest.mark.xfail", "pytest.mark.skipif(True, reason='x')"]
)
def test_marks(project: Project, run: Run, mark: str) -> None:
    project.file(
        "conftest.py",
        "import pytest\n\ndef pytest_collection_modifyitems(items):\n    for item in items:\n"
        f"        if 'total_is' in item.name:\n            item.add_marker({mark})\n",
    )
    result = run("bad.jsonl")
    assert result.ret == pytest.ExitCode.OK
    assert failed(project) == [TOTAL]


def test_all_skipped_is_not_run(project: Project, run: Run) -> None:
    project.file(
        "conftest.py",
        "import pytest\n\ndef pytest_collection_modifyitems(items):\n    for item in items:\n"
        "        item.add_marker(pytest.mark.skip)\n",
    )
    run("bad.jsonl")
    assert attested(project) == []


def test_items_taken_away(project: Project, run: Run) -> None:
    project.file(
        "conftest.py",
        "def pytest_collection_modifyitems(items):\n"
        "    items[:] = [item for item in items if 'total_is' not in item.name]\n",
    )
    result = run("bad.jsonl")
    assert result.ret == pytest.ExitCode.OK
    assert attested(project) == []


def test_items_run_twice_or_shuffled(project: Project, run: Run) -> None:
    project.file(
        "conftest.py", "def pytest_collection_modifyitems(items):\n    items[:] = items[::-1] + items\n"
    )
    run("bad.jsonl")
    assert failed(project) == [TOTAL]


@pytest.mark.parametrize(
    "hook",
    [
        "@pytest.hookimpl(wrapper=True)\ndef pytest_runtest_makereport(item, call):\n"
        "    report = yield\n    report.outcome = 'passed'\n    return report\n",
        "def pytest_runtest_call(item):\n    item.runtest = lambda: None\n",
        "def pytest_pyfunc_call(pyfuncitem):\n    return True\n",
        "def pytest_sessionfinish(session):\n    session.exitstatus = 0\n",
    ],
)
def test_reports_changed(project: Project, run: Run, hook: str) -> None:
    project.file("conftest.py", f"import pytest\n\n{hook}")
    run("bad.jsonl")
    # Where no item was let run, there is nothing to attest.
    if attested(project):
        assert failed(project) == [TOTAL]


PATCHES = """
import edgejson.suite.rule_runner, edgejson.suite.verdict, edgejson.gate.attestation
import edgejson.reports.summary, edgejson.core.money, edgejson.core.decoding
import edgejson.rules.invoice, edgejson.suite.suite
import edgejson.commands.file_validation, pytest_edgejson.session

edgejson.rules.invoice.total_is_subtotal_plus_tax.__code__ = (lambda record, settings: iter(())).__code__
edgejson.core.money.is_one_of = lambda *arguments: True
edgejson.constraints.amounts.is_one_of = lambda *arguments: True
edgejson.suite.rule_runner.run_rule = lambda rule, subject, settings: iter(())
edgejson.suite.verdict.fails = lambda severity, fail_on: False
edgejson.suite.verdict.Verdict.result = "PASSED"
edgejson.reports.summary.verdict_of = edgejson.gate.attestation.verdict_of = None
for module in (edgejson.commands.file_validation, edgejson.gate.attestation):
    module.statement = lambda examination, suite: b"{}"
edgejson.commands.file_validation.examine = None
"""


def test_package_patched(project: Project, run_outside: Run) -> None:
    project.file("conftest.py", PATCHES)
    result = run_outside("bad.jsonl")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert failed(project) == [TOTAL]


def test_rules_answer_for_the_folder_of_the_run(project: Project, run: Run) -> None:
    """A module beside the data that is called like one of the package's is not taken for it."""
    for name in ("edgejson.py", "money.py", "polars.py", "decimal.py"):
        project.file(name, "raise RuntimeError('the wrong module')\n")
    run("bad.jsonl")
    assert failed(project) == [TOTAL]
