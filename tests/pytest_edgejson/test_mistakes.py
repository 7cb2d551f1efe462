"""What a user gets wrong is said in one sentence, once, without a traceback, and nothing is attested."""

from pathlib import Path

import pytest

from tests.conftest import Project, contact
from tests.pytest_edgejson.conftest import Run, attested, outcomes


def said(result: pytest.RunResult) -> str:
    text = result.stdout.str() + result.stderr.str()
    assert "Traceback" not in text
    assert "INTERNALERROR" not in text
    return text


def test_missing_file(project: Project, run: Run) -> None:
    result = run("good.jsonl", "nothing.jsonl")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    assert "ERROR: file or directory not found: nothing.jsonl" in said(result)
    assert attested(project) == []


def test_file_that_cannot_be_read_is_one_sentence(project: Project, run: Run) -> None:
    project.file("data.json", '{\n "id": "a"\n}\n{\n "id": "b"\n}\n')
    result = run("data.json")
    assert result.ret == pytest.ExitCode.INTERRUPTED
    sentence = "data.json: holds pretty-printed JSON objects; JSON Lines has one a line"
    assert len([line for line in result.outlines if sentence in line]) == 1
    assert attested(project) == []


def test_compressed_file(project: Project, run: Run) -> None:
    project.file("data.jsonl.xz", "")
    result = run("good.jsonl", "data.jsonl.xz")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    assert "data.jsonl.xz: is compressed; unpack it, or compress it with gzip or zstd" in said(result)


def test_folder_without_data(project: Project, run: Run) -> None:
    (project.root / "empty").mkdir()
    assert run("empty").ret == pytest.ExitCode.NO_TESTS_COLLECTED


def test_settings_that_make_no_sense(project: Project, run: Run) -> None:
    project.settings('tolerence = 1\nfail_on = "never"\ndisable = ["invioce"]')
    result = run("good.jsonl")
    assert result.ret == pytest.ExitCode.INTERRUPTED
    text = said(result)
    assert "tolerence" in text
    assert "did you mean 'tolerance'" in text
    assert "fail_on" in text
    assert attested(project) == []


def test_settings_file_that_is_not_there(project: Project, run: Run) -> None:
    result = run("good.jsonl", "--edgejson-config", "other.toml")
    assert result.ret == pytest.ExitCode.INTERRUPTED
    assert "other.toml: cannot be read: " in said(result)


def test_check_file_with_a_mistake(project: Project, run: Run) -> None:
    project.file("check_mine.py", "from edgejson import check\nimport no_such_module\n")
    result = run("good.jsonl")
    assert result.ret == pytest.ExitCode.INTERRUPTED
    text = said(result)
    assert "check_mine.py" in text
    assert "No module named 'no_such_module'" in text
    assert attested(project) == []


@pytest.mark.parametrize("jobs", ["0", "-2", "many", "1.5"])
def test_number_of_jobs(project: Project, run: Run, jobs: str) -> None:
    result = run("good.jsonl", f"--edgejson-jobs={jobs}")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    assert jobs in said(result)


def test_link_that_leads_nowhere(project: Project, run: Run) -> None:
    (project.root / "link.jsonl").symlink_to("nowhere.jsonl")
    result = run(".")
    assert "bad.jsonl" in attested(project)
    assert "link.jsonl" not in attested(project)
    said(result)


def test_file_that_goes_away_during_the_run(project: Project, run: Run) -> None:
    """Every item of it says the same sentence; the other files are validated."""
    project.file(
        "conftest.py",
        "import pathlib\n\ndef pytest_collection_finish(session):\n"
        "    pathlib.Path(__file__).with_name('bad.jsonl').unlink()\n",
    )
    result = run("bad.jsonl", "good.jsonl")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert "bad.jsonl: No such file or directory" in said(result)
    assert attested(project) == ["good.jsonl"]


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="a file that not even root can read")
def test_unreadable_file_is_one_error(project: Project, run: Run) -> None:
    (project.root / "secret.jsonl").symlink_to("/proc/self/mem")
    result = run("secret.jsonl")
    assert result.ret == pytest.ExitCode.INTERRUPTED
    assert outcomes(result) == {"errors": 1}
    assert "secret.jsonl: Input/output error" in said(result)
    assert attested(project) == []


def test_folder_that_is_called_like_a_data_file(project: Project, run: Run) -> None:
    project.data("folder.jsonl/inside.jsonl", contact(1))
    assert run("folder.jsonl").ret == pytest.ExitCode.OK
    assert attested(project) == ["folder.jsonl/inside.jsonl"]


def test_rule_that_ends_its_process(project: Project, run_outside: Run) -> None:
    """It is tried once, not once for each of the rules, and the files after it are validated."""
    project.file(
        "bad/check_mine.py",
        "import os\nfrom pathlib import Path\nfrom edgejson import check\n\n@check\ndef ends(record):\n"
        "    with Path(__file__).with_name('trace.txt').open('a') as stream:\n"
        "        stream.write('x')\n    os._exit(1)\n",
    )
    project.data("bad/a.jsonl", contact(1))
    result = run_outside("bad/a.jsonl", "good.jsonl")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert "the process that ran the rules died" in said(result)
    assert (project.root / "bad/trace.txt").read_text() == "x"
    assert attested(project) == ["good.jsonl"]


def test_optimised_python(project: Project, pytester: pytest.Pytester) -> None:
    result = pytester.run("env", "PYTHONOPTIMIZE=1", *pytester._getpytestargs(), "--edgejson", "good.jsonl")
    assert result.ret == pytest.ExitCode.INTERRUPTED
    result.stdout.fnmatch_lines(["*does not run under python -O*run python without -O"])
    assert attested(project) == []
