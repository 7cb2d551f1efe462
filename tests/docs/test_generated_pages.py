"""The committed pages are those that docs/generate.py writes; the list on the terminal has their source."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from edgejson.suite.settings import Settings
from edgejson.suite.suite import built_in_rules
from tests.docs.conftest import DOCS


@pytest.fixture(scope="module")
def program() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_generate", DOCS / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["rules.md", "settings.md"])
def test_committed_page_is_current(program: ModuleType, name: str) -> None:
    current: dict[Path, str] = program.pages()
    committed = (DOCS / name).read_text("utf-8")
    assert committed == current[DOCS / name], f"{name} is out of date: run python docs/generate.py"


def test_every_rule_is_on_its_page_with_its_sentence() -> None:
    page = (DOCS / "rules.md").read_text("utf-8")
    for rule in built_in_rules():
        assert re.search(
            rf"^\| `{re.escape(rule.id)}` \| {rule.severity} \| {rule.kind} \|", page, re.MULTILINE
        )


def test_every_setting_is_on_its_page() -> None:
    page = (DOCS / "settings.md").read_text("utf-8")
    named = set(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE))
    assert named == {name for name, field in Settings.model_fields.items() if not field.exclude}


def test_terminal_lists_the_same_rules(pytester: pytest.Pytester) -> None:
    lines = pytester.runpytest_subprocess("--edgejson-rules").stdout.str()
    listed = re.findall(r"^([\w.]+) \((error|warning), (\w+)\)$", lines, re.MULTILINE)
    page = (DOCS / "rules.md").read_text("utf-8")
    assert listed == re.findall(r"^\| `([\w.]+)` \| (\w+) \| (\w+) \|", page, re.MULTILINE)


def test_a_page_without_marks_is_an_error(program: ModuleType) -> None:
    with pytest.raises(ValueError, match="begin"):
        program.settings_page("# Settings\n")


@pytest.mark.parametrize("page", sorted(path.name for path in DOCS.glob("*.md")))
def test_links_between_pages_lead_somewhere(page: str) -> None:
    text = (DOCS / page).read_text("utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (DOCS / target).is_file(), target
