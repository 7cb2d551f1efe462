"""Errors pass between processes: the workers of a run raise them, and the run shows what they say."""

import copy
import pickle
from pathlib import Path

import pytest

from edgejson.errors import DataChanged, EdgejsonError, NotAdmitted, SettingsError, SourceError

ERRORS = [
    EdgejsonError("text"),
    SourceError(Path("data/a.jsonl"), "No such file or directory"),
    SettingsError("pyproject.toml", ["one problem"]),
    SettingsError("pyproject.toml", ["one problem", "and another"]),
    NotAdmitted("a.jsonl", "edited data", "its SHA-256 is another", "pytest --edgejson a.jsonl"),
    DataChanged(Path("a.jsonl")),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_error_survives_pickling(error: EdgejsonError) -> None:
    for made in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert type(made) is type(error)
        assert str(made) == str(error)
        assert vars(made) == vars(error)


def test_settings_error_shows_every_problem() -> None:
    text = str(SettingsError("pyproject.toml", ["tolerance is negative", "no rule is named x"]))
    assert text.splitlines() == [
        "pyproject.toml: 2 problems",
        "  - tolerance is negative",
        "  - no rule is named x",
    ]


def test_refusal_is_one_sentence_with_the_reason_and_what_mends_it() -> None:
    text = str(NotAdmitted("a.jsonl", "edited data", "its SHA-256 is another", "pytest --edgejson a.jsonl"))
    assert "\n" not in text
    for part in ("a.jsonl", "edited data", "its SHA-256 is another", "pytest --edgejson a.jsonl"):
        assert part in text
