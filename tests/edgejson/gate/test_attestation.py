"""What stands in an attestation's place is a statement of this gate, word for word, or it is refused."""

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from edgejson import admit_or_validate
from edgejson.gate.attestation import attestation_path
from tests.conftest import Project, broken_invoice
from tests.edgejson.gate.conftest import edit, refused

FORGERIES: dict[str, Callable[[dict[str, Any]], object]] = {
    "result alone": lambda d: d["predicate"].update(result="PASSED"),
    "failed rules taken out": lambda d: d["predicate"].update(result="PASSED", failedTests=[]),
    "failed rules not checked": lambda d: (
        d["predicate"]["configuration"][0]["annotations"]["not_checked"].update({"x.y": "because"}),
        d["predicate"].update(result="PASSED", failedTests=[]),
    ),
    "a rule named twice": lambda d: d["predicate"].update(
        result="PASSED", failedTests=[], passedTests=[*d["predicate"]["passedTests"], "envelope.id_is_unique"]
    ),
}


@pytest.mark.parametrize("name", FORGERIES)
def test_forged_result(project: Project, name: str) -> None:
    path = project.data("a.jsonl", broken_invoice(1))
    admit_or_validate(path, admit_with_findings=True)
    edit(path, FORGERIES[name])
    refused(path, "unreadable attestation")


def _set(document: dict[str, Any], where: str, value: object) -> None:
    at: Any = document
    *steps, last = [int(step) if step.isdigit() else step for step in where.split("/")]
    for step in steps:
        at = at[step]
    at[last] = value


@pytest.mark.parametrize(
    ("where", "value"),
    [
        ("_type", "https://in-toto.io/Statement/v0.1"),
        ("predicateType", "https://slsa.dev/provenance/v1"),
        ("subject", []),
        ("subject", None),
        ("subject/0/name", 5),
        ("subject/0/digest", {}),
        ("subject/0/digest/sha256", 5),
        ("subject/0/digest/sha256", None),
        ("subject/0/annotations/records", "two"),
        ("predicate", []),
        ("predicate/configuration", []),
        ("predicate/configuration/0/digest/sha256", None),
        ("predicate/configuration/0/annotations/notes", [5]),
        ("predicate/configuration/0/annotations/split", 5),
        ("predicate/result", "passed"),
        ("predicate/passedTests", "abc"),
        ("predicate/failedTests", [5]),
        ("predicate/failedTests", None),
    ],
)
def test_malformed_statement(data: Path, where: str, value: object) -> None:
    edit(data, lambda document: _set(document, where, value))
    refused(data, "unreadable attestation")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b"{}",
        b'"text"',
        b"5",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"_type":' * 5_000,
        b"9" * 5_000,
    ],
    ids=lambda content: content[:6],
)
def test_malformed_json(data: Path, content: bytes) -> None:
    attestation_path(data).write_bytes(content)
    refused(data, "unreadable attestation")


def test_folder_in_the_attestations_place(data: Path) -> None:
    attestation_path(data).unlink()
    attestation_path(data).mkdir()
    refused(data, "unreadable attestation")


def test_mending_command_names_the_settings_file(project: Project, data: Path) -> None:
    config = project.file("other settings.toml", "[tool.edgejson]\ntolerance = 1\n")
    error = refused(data, "another suite", config=config)
    assert shlex.split(error.mend) == ["pytest", "--edgejson", str(data), "--edgejson-config", str(config)]
