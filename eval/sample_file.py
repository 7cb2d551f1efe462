"""Sample files: which records of a data file an evaluation is about, fixed once."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from edgejson._typing import Digest
from edgejson.core.files import write_atomically
from edgejson.core.record import Record
from edgejson.eval.errors import EvaluationError

FORMAT = "edgejson.sample/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleFile:
    """Ids of chosen records, in the data's order, and all that is needed to choose them again.

    ``max_new_tokens`` is the token limit of every answer. ``data_sha256`` and ``tokenizer_sha256`` say for
    which file the ids and for which vocabulary the numbers of tokens hold.
    """

    command: str
    data_file: str
    data_sha256: Digest
    tokenizer: str
    tokenizer_sha256: Digest
    seed: int
    max_label_tokens: int | None
    longest_label_tokens: int
    max_new_tokens: int
    by_schema: Mapping[str, int]
    ids: Sequence[str]

    def summary(self, path: Path) -> dict[str, Any]:
        """Return what a report says of the sample: its file, seed and size."""
        return {
            "file": path.name,
            "seed": self.seed,
            "records": len(self.ids),
            "ids_sha256": ids_digest(self.ids),
        }


def ids_digest(ids: Iterable[str]) -> Digest:
    """Return the digest of record ids, in order."""
    return sha256(json.dumps(list(ids)).encode()).hexdigest()


def write_sample_file(path: Path, sample: SampleFile) -> None:
    """Write a sample file; it appears whole or not at all."""
    document = {"format": FORMAT, **asdict(sample)}
    write_atomically(path, (json.dumps(document, indent=1, ensure_ascii=False) + "\n").encode())


def read_sample_file(path: Path) -> SampleFile:
    """Read a sample file; raises EvaluationError when `path` holds none."""
    try:
        document = json.loads(path.read_bytes())
    except OSError as error:
        raise EvaluationError(f"{path}: cannot read the sample ({error.strerror})") from error
    except (ValueError, RecursionError) as error:
        raise EvaluationError(f"{path}: not JSON; write it with 'python -m edgejson.eval sample'") from error
    try:
        if document.pop("format") != FORMAT:
            raise ValueError
        sample = SampleFile(**document)
        ids = sample.ids
        if not (isinstance(ids, list) and ids and all(isinstance(each, str) for each in ids)):
            raise ValueError
        if len(set(ids)) < len(ids) or not isinstance(sample.data_sha256, str):
            raise ValueError
        return sample
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        message = f"{path}: not a sample file ({FORMAT}); write it with 'python -m edgejson.eval sample'"
        raise EvaluationError(message) from error


def sampled_records(
    sample: SampleFile, path: Path, records: Sequence[Record], sha256: Digest
) -> list[Record]:
    """Return the records that a sample names; EvaluationError when it was drawn from another file."""
    if sample.data_sha256 != sha256:
        raise EvaluationError(
            f"{path}: was drawn from data with SHA-256 {sample.data_sha256[:12]}…, but this data has "
            f"{sha256[:12]}…; draw it again with: {sample.command}"
        )
    by_id = {record.id: record for record in records}
    if unknown := [record_id for record_id in sample.ids if record_id not in by_id]:
        raise EvaluationError(
            f"{path}: names record {unknown[0]!a}, which the data does not have; draw it again with: "
            f"{sample.command}"
        )
    return [by_id[record_id] for record_id in sample.ids]
