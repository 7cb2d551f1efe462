"""What a check file imports from the settings' folder, and that what ran is what the digest is of."""

import sys
from pathlib import Path

import pytest

from edgejson import admit
from edgejson.errors import NotAdmitted, SettingsError
from edgejson.gate.attestation import attestation_path
from edgejson.suite.suite import Suite, resolve_suite
from tests.conftest import Project, contact
from tests.edgejson.commands.test_validate import validate
from tests.edgejson.conftest import examined

RULE = """
{imports}
from edgejson import check

@check
def names_are_short(record):
    "Names are short."
    assert len(record.label["name"]) < {limit}
"""


def suite(project: Project) -> Suite:
    return resolve_suite(project.root / "data.jsonl")


@pytest.mark.parametrize(
    ("imports", "limit", "file", "content"),
    [
        ("import helpers", "helpers.LIMIT", "helpers.py", "LIMIT = {}"),
        ("from helpers import LIMIT", "LIMIT", "helpers.py", "LIMIT = {}"),
        ("import deep.inner.limits as limits", "limits.LIMIT", "deep/inner/limits.py", "LIMIT = {}"),
        ("from deep import limits", "limits.LIMIT", "deep/limits.py", "LIMIT = {}"),
        ("import deep.limits", "deep.limits.LIMIT", "deep/limits.py", "LIMIT = {}"),
        ("from package import LIMIT", "LIMIT", "package/limits.py", "LIMIT = {}"),
    ],
)
def test_import_from_the_folder_of_the_settings(
    project: Project, imports: str, limit: str, file: str, content: str
) -> None:
    project.file("package/__init__.py", "from .limits import LIMIT\n")
    project.file("data/check_mine.py", RULE.format(imports=imports, limit=limit))
    digests = []
    for value, found in ((1, 1), (100, 0)):
        project.file(file, content.format(value) + "\n")
        data = project.data("data/data.jsonl", contact(1))
        assert sum(one.rule == "mine.names_are_short" for one in examined(data).findings) == found
        digests.append(resolve_suite(data).sha256)
    assert len(set(digests)) == 2
    assert not {"helpers", "deep", "package"} & sys.modules.keys()


def test_import_within_a_rule(project: Project) -> None:
    project.file("helpers.py", "LIMIT = 1\n")
    text = (
        RULE.format(imports="", limit="limit()")
        + "\ndef limit():\n    import helpers\n    return helpers.LIMIT\n"
    )
    project.file("check_mine.py", text)
    before = suite(project).sha256
    data = project.data("data.jsonl", contact(1))
    assert "mine.names_are_short" in {one.rule for one in examined(data).findings}
    project.file("helpers.py", "LIMIT = 2\n")
    assert suite(project).sha256 != before


def test_installed_packages_come_first(project: Project) -> None:
    for name in ("polars.py", "json.py", "edgejson/__init__.py", "rich/__init__.py"):
        project.file(name, "raise RuntimeError('the wrong module')\n")
    project.file("check_mine.py", RULE.format(imports="import json, polars, rich", limit="9"))
    before = suite(project).sha256
    project.file("polars.py", "")
    assert suite(project).sha256 == before


def test_module_that_is_nowhere(project: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    project.file("check_mine.py", RULE.format(imports="import no_such_helpers", limit="9"))
    with pytest.raises(SettingsError, match=r"No module named 'no_such_helpers' \(line 2\)"):
        suite(project)


def test_imports_in_a_circle(project: Project) -> None:
    project.file("one.py", "import two\nX = 1\n")
    project.file("two.py", "import one\n")
    project.file("check_mine.py", RULE.format(imports="import one", limit="one.X"))
    assert "mine.names_are_short" in suite(project).by_id


HIDES = """
from pathlib import Path
import edgejson.suite.rule_runner as runner
from edgejson import check

runner.run_rule = lambda rule, subject, settings: iter(())
Path(__file__).write_text("from edgejson import check\\n\\n@check\\ndef harmless(record):\\n    pass\\n")

@check
def harmless(record):
    pass
"""


def test_check_file_that_rewrites_itself_is_not_admitted(project: Project) -> None:
    data = project.data("data.jsonl", contact(1), b"[]")
    path = project.file("check_mine.py", HIDES)
    assert validate(str(data)) == 0
    assert attestation_path(data).exists()
    assert path.read_text() != HIDES
    with pytest.raises(NotAdmitted) as caught:
        admit(data)
    assert caught.value.refusal == "another suite"


def test_check_file_is_not_run_before_it_is_known_to_be_the_attested_one(project: Project) -> None:
    data = project.data("data.jsonl", contact(1))
    path = project.file("check_mine.py", RULE.format(imports="", limit="99"))
    assert validate(str(data)) == 0
    assert admit(data).result == "PASSED"
    path.write_text("raise RuntimeError('it was run')\n")
    with pytest.raises(NotAdmitted) as caught:
        admit(data)
    assert caught.value.refusal == "another suite"


@pytest.mark.parametrize("how", ["option", "setting"])
def test_check_files_are_not_run_where_that_is_asked_for(
    project: Project, how: str, capsys: pytest.CaptureFixture[str]
) -> None:
    project.settings("checks = false" if how == "setting" else "")
    data = project.data("data.jsonl", contact(1))
    path = project.file(
        "check_mine.py", "from pathlib import Path\nPath(__file__).with_name('trace').touch()\n"
    )
    assert validate(str(data), *(["--no-check-files"] if how == "option" else [])) == 0
    assert not path.with_name("trace").exists()
    assert "check file not run: check_mine.py" in capsys.readouterr().out
    if how == "setting":
        assert admit(data).notes == ("check file not run: check_mine.py",)
    else:
        with pytest.raises(NotAdmitted) as caught:
            admit(data)
        assert caught.value.refusal == "another suite"


def test_workers_run_no_check_files_either(project: Project) -> None:
    data = project.data("data.jsonl", contact(1))
    project.file("check_mine.py", "from pathlib import Path\nPath(__file__).with_name('trace').touch()\n")
    assert validate(str(data), "--no-check-files", "--jobs", "2") == 0
    assert not (project.root / "trace").exists()
