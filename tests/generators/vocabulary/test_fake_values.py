"""Values from Faker: a function of the drawn number in every process, for the version that is named."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from edgejson.errors import NotInstalled
from edgejson.generators import __main__ as command_line
from edgejson.generators import generate
from edgejson.generators.vocabulary import fake_values
from edgejson.generators.vocabulary.fake_values import FAKER_VERSION, fake_of

ROOT = Path(__file__).resolve().parents[3]
ALL_THAT_IS_ASKED_FOR = """
from edgejson.generators.seeds import draws_for
from edgejson.generators.vocabulary import firms, people, places
for number in range(250):
    draws = draws_for("train", "all", number, "values")
    who = people.person(draws)
    where = places.place(draws)
    print(who, people.job(draws, who), firms.firm(draws), firms.slogan(draws), where, sep="|")
    print(places.address(draws, where), places.us_address_place(draws), sep="|")
"""


def test_every_process_makes_the_same_values() -> None:
    printed = set()
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", ALL_THAT_IS_ASKED_FOR],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        )
        printed.add(done.stdout)
    assert len(printed) == 1


def test_the_order_of_questions_does_not_matter() -> None:
    first = fake_of("de_DE", 5).company()
    fake_of("de_DE", 6).company()
    fake_of("fr_FR", 5).company()
    assert fake_of("de_DE", 5).company() == first


def test_the_version_is_pinned_and_named() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert f"faker=={FAKER_VERSION}" in project["optional-dependencies"]["generate"]
    constraints = (ROOT / "requirements" / "constraints.txt").read_text("utf-8").casefold()
    assert f"faker=={FAKER_VERSION}\n" in constraints
    assert generate("invoice", 1).meta["faker"] == FAKER_VERSION


def test_another_version_is_said_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(fake_values, "installed_faker_version", lambda: "1.0.0")
    output = str(tmp_path / "new.jsonl")
    command_line.main(["new", "--records", "1", "--seed", "1", "--schemas", "rating", "--output", output])
    [sentence] = capsys.readouterr().err.splitlines()
    assert f"Faker 1.0.0 is installed, but the same bytes are promised for Faker {FAKER_VERSION}" in sentence
    assert f"pip install faker=={FAKER_VERSION}" in sentence


def test_the_named_version_is_passed_over_in_silence() -> None:
    assert fake_values.other_faker_version() is None


def test_without_faker_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "faker", None)
    fake_values._faker.cache_clear()
    with pytest.raises(NotInstalled, match=r"faker is not installed; .*edgejson\[generate\]"):
        fake_of("en_US", 1)
