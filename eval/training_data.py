"""The file that a model was trained on: found under its recorded name, and proved by its digest."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from edgejson._typing import Digest
from edgejson.core.record import Record
from edgejson.errors import SourceError
from edgejson.eval.errors import EvaluationError
from edgejson.formats.reader import read_records
from edgejson.gate.attestation import attestation_path
from edgejson.models.digests import file_digest
from edgejson.suite.suite import resolve_suite

OPTION = "--train-data FILE"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingData:
    """The records that a model has learnt from.

    ``proven``: the digest is the one that the adapter recorded; otherwise somebody has named the file.
    ``attestation``: what stands beside the file is the attestation that it was admitted by (``same``),
    ``another``, or ``none``; None where the adapter does not say by which. ``peers`` are the digests of the
    files that the rules against leakage compared it with then.
    """

    file: str
    sha256: Digest
    proven: bool
    attestation_sha256: Digest | None
    attestation: str | None
    peers: frozenset[Digest]
    records: tuple[Record, ...]


def find_training_data(
    recorded: Mapping[str, Any] | None, named: Path | None, *, data: Path, config: Path | None = None
) -> TrainingData | str:
    """Return the training data of a model, or a sentence that says why it is not told.

    `recorded` is what the manifest of the adapter says of its data, None for a model that edgejson did not
    train, or does not know. A file that is `named` must be that one: EvaluationError otherwise. Else it is
    looked for under its recorded name beside `data`, the test file, which may be that very file itself.
    `config` are the settings that say how records are spelled, where they are not the file's own.
    """
    if named is not None:
        return _named(named, recorded, config)
    if not recorded or not isinstance(recorded.get("sha256"), str):
        return f"no adapter of edgejson says what the model was trained on; {OPTION} compares with a file"
    looked = []
    for path in _candidates(recorded, data):
        if path.is_file():
            if _digest(path) == recorded["sha256"]:
                return _read(path, recorded["sha256"], recorded, config)
            if path != data:
                looked.append(f"{path} has other bytes")
    where = f" ({'; '.join(looked)})" if looked else ""
    return f"the training file {recorded.get('name')} was not found{where}; name it with {OPTION}"


def _named(path: Path, recorded: Mapping[str, Any] | None, config: Path | None) -> TrainingData:
    digest = _digest(path)
    told = recorded or {}
    if told.get("sha256") not in (None, digest):
        raise EvaluationError(
            f"{path}: has SHA-256 {digest[:12]}…, but the adapter was trained on {told.get('name')} with "
            f"{told['sha256'][:12]}…; name that file with {OPTION}, or leave the option out"
        )
    training = _read(path, digest, recorded, config)
    if not training.records:
        raise EvaluationError(f"{path}: holds no record to compare with; name the file that was trained on")
    return training


def _candidates(recorded: Mapping[str, Any], data: Path) -> Iterator[Path]:
    name = recorded.get("name")
    yield data  # evaluated on what it was trained on
    if isinstance(name, str):
        yield data.parent / Path(name).name


def _read(
    path: Path, expected: Digest, recorded: Mapping[str, Any] | None, config: Path | None
) -> TrainingData:
    record_format = resolve_suite(path, config).settings.record_format
    records = tuple(read_records(path, record_format, sha256=expected))
    told = recorded or {}
    by = told.get("attestation_sha256")
    return TrainingData(
        file=path.name,
        sha256=expected,
        proven=told.get("sha256") == expected,
        attestation_sha256=by,
        attestation=None if by is None else _beside(path, by),
        peers=frozenset((told.get("peers") or {}).values()),
        records=records,
    )


def _beside(path: Path, expected: Digest) -> str:
    statement = attestation_path(path)
    if not statement.is_file():
        return "none"
    return "same" if _digest(statement) == expected else "another"


def _digest(path: Path) -> Digest:
    try:
        return file_digest(path)
    except OSError as error:
        raise SourceError(path, error.strerror or str(error)) from error
