"""``--edgejson-rules``: every rule with its severity and its sentence."""

import pytest

from tests.conftest import Project
from tests.pytest_edgejson.conftest import QUIET


def test_list(project: Project, pytester: pytest.Pytester) -> None:
    project.file(
        "check_mine.py",
        "import edgejson\n\n@edgejson.check(severity='warning')\ndef own_rule(record):\n    'All is well.'\n",
    )
    result = pytester.runpytest_inprocess("--edgejson-rules", *QUIET)
    assert result.ret == pytest.ExitCode.OK
    result.stdout.fnmatch_lines(
        [
            "invoice.total_is_subtotal_plus_tax (error, arithmetic)",
            "    The total amount is the subtotal plus the tax.",
            "mine.own_rule (warning, custom)",
            "    All is well.",
        ]
    )


def test_settings_that_make_no_sense(project: Project, pytester: pytest.Pytester) -> None:
    project.settings("tolerence = 1")
    result = pytester.runpytest_inprocess("--edgejson-rules", *QUIET)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: *did you mean 'tolerance'*"])
