"""`edgejson waivers`: which waivers are idle, and what is taken out of their file."""

import tomllib

import pytest

from edgejson.__main__ import main
from tests.conftest import Project, broken_invoice, invoice

TOTAL = "invoice.total_is_subtotal_plus_tax"
NEEDED, IDLE = "edgejson_invoice_template_001", "edgejson_invoice_template_002"
HEAD = "# Read one by one.\n"


def waiver(record_id: str, comment: str = "") -> str:
    return f'{comment}[[waivers]]\nrule = "{TOTAL}"\nid = "{record_id}"\nreason = "agreed"\n'


def run(project: Project, *arguments: str) -> int:
    data = project.data("data.jsonl", broken_invoice(1), invoice(2))
    return main(["waivers", str(data), *arguments])


@pytest.fixture
def waived(project: Project) -> Project:
    """A project with two waivers, of which one is needed."""
    project.settings('waivers_file = "accepted.toml"')
    project.file("accepted.toml", "\n".join([HEAD, waiver(IDLE, "# once wrong\n"), waiver(NEEDED)]))
    return project


def test_idle_waiver_is_named_and_stays(waived: Project, capsys: pytest.CaptureFixture[str]) -> None:
    before = (waived.root / "accepted.toml").read_bytes()
    assert run(waived) == 1
    assert (
        capsys.readouterr().out == f"no finding needs the waiver of {TOTAL} for record {IDLE}; take it out\n"
    )
    assert (waived.root / "accepted.toml").read_bytes() == before


def test_idle_waiver_is_dropped_with_its_comment(waived: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(waived, "--drop") == 0
    assert "accepted.toml: waivers taken out: 1" in capsys.readouterr().out
    assert (waived.root / "accepted.toml").read_text("utf-8") == "\n".join([HEAD, waiver(NEEDED)])
    assert run(waived) == 0


def test_waiver_in_the_settings_is_named_and_stays(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = project.settings(f'waivers = [{{ rule = "{TOTAL}", id = "{IDLE}", reason = "agreed" }}]')
    before = settings.read_bytes()
    assert run(project, "--drop") == 1
    assert IDLE in capsys.readouterr().out
    assert settings.read_bytes() == before


def test_waivers_that_are_not_apart_are_left_and_that_is_said(
    waived: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    path = waived.file("accepted.toml", waiver(IDLE) + waiver(NEEDED))
    before = path.read_bytes()
    assert run(waived, "--drop") == 2
    assert "put an empty line between" in capsys.readouterr().err
    assert path.read_bytes() == before


def test_our_own_file_can_lose_any_of_its_waivers() -> None:
    from edgejson.commands.waivers import without
    from tests.acceptance.conftest import ROOT

    path = ROOT / "data/natural/waivers.toml"
    text = path.read_text("utf-8")
    waivers = tomllib.loads(text)["waivers"]
    half = {(one["rule"], one["id"]) for one in waivers[::2]}
    assert tomllib.loads(without(text, half, path))["waivers"] == waivers[1::2]
    assert without(text, set(), path) == text
