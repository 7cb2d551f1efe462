"""``pytest.main`` called by a script that does not say ``if __name__ == "__main__"``, as most do not."""

import sys

import pytest

from tests.conftest import Project
from tests.pytest_edgejson.conftest import QUIET, attested

SCRIPT = """
import pytest, sys
print("the script runs")
sys.exit(pytest.main(sys.argv[1:]))
"""


def test_the_script_is_not_run_again(project: Project, pytester: pytest.Pytester) -> None:
    script = project.file("run.py", SCRIPT)
    result = pytester.run(sys.executable, script, "--edgejson", *QUIET, "good.jsonl")
    assert result.ret == pytest.ExitCode.OK
    assert result.stdout.str().count("the script runs") == 1
    assert attested(project) == ["good.jsonl"]
