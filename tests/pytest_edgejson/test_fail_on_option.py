"""``--edgejson-fail-on`` fails items of this run; what is attested follows the settings alone."""

import json

import pytest

from edgejson.gate.attestation import attestation_path
from tests.conftest import Project
from tests.pytest_edgejson.conftest import Run, outcomes

WARN = 'severity = { invoice = "warning" }\n'


def result_of(project: Project) -> str:
    statement = json.loads(attestation_path(project.root / "bad.jsonl").read_bytes())
    return str(statement["predicate"]["result"])


def test_warning_is_shown_and_passes(project: Project, run: Run) -> None:
    project.settings(WARN)
    result = run("bad.jsonl")
    assert result.ret == pytest.ExitCode.OK
    assert outcomes(result)["warned"] == 1
    result.stdout.fnmatch_lines(
        [
            "*edgejson warnings*",
            "bad.jsonl::invoice::total_is_subtotal_plus_tax",
            "bad.jsonl:2 edgejson_invoice_template_004 /expected_output/total_amount",
            "bad.jsonl: WARNED (*, 0 errors, 1 warning; *)",
        ]
    )
    assert result_of(project) == "WARNED"


def test_warning_fails_where_that_is_asked_for(project: Project, run: Run) -> None:
    project.settings(WARN)
    result = run("bad.jsonl", "--edgejson-fail-on", "warning")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert outcomes(result)["failed"] == 1
    assert result_of(project) == "WARNED"


def test_the_option_goes_before_the_settings_but_not_in_the_attestation(project: Project, run: Run) -> None:
    project.settings(WARN + 'fail_on = "warning"')
    result = run("bad.jsonl", "--edgejson-fail-on", "error")
    assert result.ret == pytest.ExitCode.OK
    assert result_of(project) == "FAILED"


def test_settings_fail_warnings(project: Project, run: Run) -> None:
    project.settings(WARN + 'fail_on = "warning"')
    assert run("bad.jsonl").ret == pytest.ExitCode.TESTS_FAILED


def test_unknown_severity(project: Project, run: Run) -> None:
    result = run("bad.jsonl", "--edgejson-fail-on", "never")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*--edgejson-fail-on*never*"])
