"""The digest of the suite: whatever can change a verdict changes it, and nothing else does."""

import ast
import shutil
from pathlib import Path

import pytest

import edgejson
from edgejson.suite import suite_digest
from edgejson.suite.schema_registry import registry
from edgejson.suite.suite import Suite, resolve_suite
from tests.conftest import Project
from tests.project.conftest import imports_of

RULE = "from edgejson import check\n\n@check\ndef {}(record):\n    assert True\n"


def suite(project: Project, data: str = "data.jsonl") -> Suite:
    return resolve_suite(project.root / data)


def test_digest_is_stable(project: Project) -> None:
    project.file("check_mine.py", RULE.format("one"))
    assert suite(project).sha256 == suite(project).sha256 == suite(project, "other.jsonl").sha256


def test_new_edited_or_removed_check_file_changes_it(project: Project) -> None:
    digests = [suite(project).sha256]
    path = project.file("check_mine.py", RULE.format("one"))
    digests.append(suite(project).sha256)
    path.write_text(RULE.format("one") + "# a comment\n")
    digests.append(suite(project).sha256)
    assert len(set(digests)) == 3
    path.unlink()
    assert suite(project).sha256 == digests[0]


def test_each_of_two_check_files_of_one_name_counts(tmp_path: Path) -> None:
    """Without a [tool.edgejson] table there is no folder to name them from."""
    project = Project(tmp_path)
    project.file("pyproject.toml", "[project]\nname = 'x'\n")
    outer = project.file("check_mine.py", RULE.format("outer"))
    inner = project.file("data/check_mine.py", RULE.format("inner"))
    digests = {suite(project, "data/a.jsonl").sha256}
    for path in (outer, inner):
        path.write_text(path.read_text() + "# edited\n")
        digests.add(suite(project, "data/a.jsonl").sha256)
    assert len(digests) == 3


@pytest.mark.parametrize(
    "settings",
    [
        "tolerance = 0.02",
        'fail_on = "warning"',
        'disable = ["invoice"]',
        'severity = { invoice = "warning" }',
        "max_depth = 10",
        'fields = { prompt = "question" }',
        'waivers = [{ rule = "invoice.subtotal_is_sum_of_lines", id = "a", reason = "r" }]',
        '[tool.edgejson.splits]\ntrain = ["data.jsonl"]',
    ],
)
def test_every_setting_changes_it(project: Project, settings: str) -> None:
    before = suite(project).sha256
    project.settings(settings)
    assert suite(project).sha256 != before


def test_settings_written_in_another_way_do_not(project: Project) -> None:
    before = suite(project).sha256
    project.file("pyproject.toml", "# a comment\n[tool.edgejson]\ntolerance = 0\n\n[tool.other]\nx = 1\n")
    assert suite(project).sha256 == before


def test_place_of_the_project_does_not(project: Project, tmp_path: Path) -> None:
    project.file("check_mine.py", RULE.format("one"))
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(project.root, elsewhere, ignore=shutil.ignore_patterns("elsewhere"))
    assert resolve_suite(elsewhere / "data.jsonl").sha256 == suite(project).sha256


def test_users_schemas_change_it(project: Project) -> None:
    project.settings('schemas = "schemas"')
    path = project.file("schemas/thing.schema.json", '{"type": "object"}')
    before = suite(project).sha256
    path.write_text('{"type": "object", "required": ["id"]}')
    registry.cache_clear()
    assert suite(project).sha256 != before


def test_digest_of_a_schema_is_that_of_the_validator_in_use(project: Project) -> None:
    """In a process that outlives an edit, the old validator is not attested as the new one."""
    project.settings('schemas = "schemas"')
    path = project.file("schemas/thing.schema.json", '{"type": "object"}')
    before = suite(project).sha256
    path.write_text('{"type": "object", "required": ["id"]}')
    assert suite(project).sha256 == before


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package's files."""
    copy = tmp_path_factory.mktemp("copy") / "edgejson"
    linked = shutil.ignore_patterns("__pycache__", "eval", "train", "generators")
    shutil.copytree(Path(edgejson.__file__).parent, copy, ignore=linked)
    return copy


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("core/decoding.py", True),
        ("suite/verdict.py", True),
        ("dataset/minhash.py", True),
        ("rules/invoice.py", True),
        ("constraints/chronology.py", True),
        ("grounding/folding.py", True),
        ("gate/attestation.py", False),
        ("reports/terminal_text.py", False),
        ("commands/validate.py", False),
        ("models/precision.py", False),
        ("scoring/answer.py", False),
        ("__init__.py", False),
        ("py.typed", False),
    ],
)
def test_files_of_the_package(
    project: Project, package: Path, monkeypatch: pytest.MonkeyPatch, name: str, counts: bool
) -> None:
    """The rooms that decide about records count; those that show or pass on the decision do not."""
    monkeypatch.setattr(suite_digest, "_PACKAGE", package)
    before = suite(project).sha256
    with (package / name).open("a") as stream:
        stream.write("\n")
    assert (suite(project).sha256 != before) is counts


def test_version_of_the_package_changes_it(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    before = suite(project).sha256
    monkeypatch.setattr(suite_digest, "__version__", "999")
    assert suite(project).sha256 != before


@pytest.mark.parametrize("room", suite_digest.ROOMS)
def test_rooms_import_only_what_the_digest_covers(room: str) -> None:
    """Else a change elsewhere could change a verdict. The top level holds types, errors and the version."""
    covered = {*suite_digest.ROOMS, "_typing", "_version", "errors"}
    for path in sorted((Path(edgejson.__file__).parent / room).rglob("*.py")):
        package = f"edgejson.{room}"
        names = [item.name for item in imports_of(ast.parse(path.read_text("utf-8")), package)]
        own = {name.split(".")[1] for name in names if name.startswith("edgejson.")}
        assert own <= covered, path
