"""The statement beside a file on its validation: in-toto Statement v1, test-result v0.1.

https://github.com/in-toto/attestation/blob/main/spec/predicates/test-result.md names the fields. There is
no time in it: the same file, suite and peers give the same bytes.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self, get_type_hints

from pydantic import TypeAdapter, ValidationError

from edgejson._typing import Digest
from edgejson.core.files import write_atomically
from edgejson.core.record_format import FormatName
from edgejson.core.regular_files import read_regular
from edgejson.suite.examination import Examination
from edgejson.suite.suite import Suite
from edgejson.suite.verdict import Result, result_of, verdict_of

STATEMENT = "https://in-toto.io/Statement/v1"
PREDICATE = "https://in-toto.io/attestation/test-result/v0.1"
SUITE = "edgejson suite"


def attestation_path(data: Path) -> Path:
    """Return where the attestation of a data file stands: ``train.jsonl.attestation.json``."""
    return data.with_name(f"{data.name}.attestation.json")


class NotAStatement(Exception):  # noqa: N818 - it says what the file is
    """The file in an attestation's place is no statement of ours; the text says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attestation:
    """A statement as values.

    Of ``n_lines`` that were read in the format ``format``, ``n_refused`` could not be judged. ``peers`` are
    the digests of the files that split rules read, by path from the settings' folder;
    ``sha256`` is the digest of the statement's own bytes.
    """

    subject: str
    data_sha256: Digest
    n_records: int
    n_lines: int
    n_refused: int
    format: FormatName
    suite_sha256: Digest
    split: str | None
    peers: Mapping[str, Digest]
    result: Result
    passed: tuple[str, ...]
    warned: tuple[str, ...]
    failed: tuple[str, ...]
    not_checked: tuple[str, ...]
    notes: tuple[str, ...]
    sha256: Digest

    @classmethod
    def read(cls, data: Path) -> Self | None:
        """Return the attestation beside `data`, None when there is none; NotAStatement when it is not one."""
        try:
            content = read_regular(attestation_path(data))
        except FileNotFoundError:
            return None
        except OSError as error:
            raise NotAStatement(error.strerror or str(error)) from error
        return cls.parse(content)

    @classmethod
    def parse(cls, content: bytes) -> Self:
        """Return the statement in `content`; raises NotAStatement when that is not one of ours."""
        try:
            statement: Any = json.loads(content)
            if (statement["_type"], statement["predicateType"]) != (STATEMENT, PREDICATE):
                raise NotAStatement("its _type or predicateType is another")
            (subject,) = statement["subject"]
            predicate = statement["predicate"]
            suite, *peers = predicate["configuration"]
            values: dict[str, Any] = {
                "subject": subject["name"],
                "data_sha256": subject["digest"]["sha256"],
                "n_records": subject["annotations"]["records"],
                "n_lines": subject["annotations"]["lines"],
                "n_refused": subject["annotations"]["refused"],
                "format": subject["annotations"]["format"],
                "suite_sha256": suite["digest"]["sha256"],
                "split": suite["annotations"]["split"],
                "peers": {peer["name"]: peer["digest"]["sha256"] for peer in peers},
                "result": predicate["result"],
                "passed": tuple(predicate["passedTests"]),
                "warned": tuple(predicate["warnedTests"]),
                "failed": tuple(predicate["failedTests"]),
                "not_checked": tuple(suite["annotations"]["not_checked"]),
                "notes": tuple(suite["annotations"]["notes"]),
                "sha256": hashlib.sha256(content).hexdigest(),
            }
        except (ValueError, LookupError, TypeError, RecursionError) as error:
            raise NotAStatement(f"{type(error).__name__}: {error}") from error
        for name, kind in get_type_hints(cls).items():
            try:
                TypeAdapter(kind).validate_python(values[name], strict=True)
            except ValidationError as error:
                raise NotAStatement(f"{name}: {error.errors()[0]['msg'].lower()}") from error
        attestation = cls(**values)
        judged = subject["annotations"].get("judged")
        if judged != attestation.n_lines - attestation.n_refused:
            raise NotAStatement("its lines are not those that were judged and those that were refused")
        if attestation.result != "FAILED" and (attestation.n_refused or not attestation.n_records):
            raise NotAStatement(f"it says {attestation.result} of lines that were not judged")
        expected = result_of(warned=attestation.warned, failed=attestation.failed)
        if attestation.result != expected:
            raise NotAStatement(f"it says {attestation.result} where its tests say {expected}")
        return attestation


def statement(examination: Examination, suite: Suite) -> bytes:
    """Return the statement about a complete examination; ValueError for one that is not complete."""
    verdict = verdict_of(examination, suite)
    if not verdict.complete:
        raise ValueError("only a run of the whole suite is attested")
    settings = suite.settings
    annotations = {
        "split": examination.split,
        "fail_on": settings.fail_on,
        "notes": list(suite.notes()),
        "not_checked": dict(sorted(examination.not_checked.items())),
        "waived_findings": examination.waived,
    }
    configuration: list[dict[str, Any]] = [
        {"name": SUITE, "digest": {"sha256": examination.suite_sha256}, "annotations": annotations}
    ]
    configuration += [
        {"name": peer.file, "digest": {"sha256": peer.sha256}, "annotations": {"split": peer.split}}
        for peer in sorted(examination.peers, key=lambda peer: peer.file)
    ]
    document = {
        "_type": STATEMENT,
        "subject": [
            {
                "name": examination.path.name,
                "digest": {"sha256": examination.sha256},
                "annotations": {
                    "records": examination.n_records,
                    "format": examination.format,
                    "lines": examination.n_lines,
                    "judged": examination.n_judged,
                    "refused": examination.n_refused,
                    "unlabelled": examination.n_unlabelled,
                },
            }
        ],
        "predicateType": PREDICATE,
        "predicate": {
            "result": verdict.result,
            "configuration": configuration,
            "passedTests": list(verdict.passed),
            "warnedTests": list(verdict.warned),
            "failedTests": list(verdict.failed),
        },
    }
    text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    # A file's name may hold bytes that are no UTF-8; their escapes are JSON.
    return text.encode("utf-8", "backslashreplace")


def write_statement(data: Path, content: bytes) -> bool:
    """Put a statement beside `data`; return whether anything was written (an unchanged one is not)."""
    path = attestation_path(data)
    if path.is_file() and read_regular(path) == content:
        return False
    write_atomically(path, content)
    return True
