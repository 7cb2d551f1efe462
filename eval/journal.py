"""Answers as they come, ``R.partial.jsonl`` beside a report: an interrupted evaluation goes on from there."""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from edgejson.eval.scored_records import beside
from edgejson.scoring.prediction import Prediction


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    """A file of whole batches of answers. ``key`` is the digest of all that the answers depend on.

    A file with another key is another evaluation's, and is begun anew.
    """

    path: Path
    key: str

    def read(self) -> dict[str, Prediction]:
        """Return the answers of all whole batches so far, by record id; a torn last one is left out."""
        try:
            first, *lines = self.path.read_bytes().splitlines()
            if json.loads(first) != {"key": self.key}:
                return {}
        except (OSError, ValueError):
            return {}
        answers: dict[str, Prediction] = {}
        for line in lines:
            try:
                batch = json.loads(line)
                answers.update({entry["id"]: Prediction(**entry) for entry in batch})
            except (ValueError, TypeError, KeyError):
                break
        return answers

    def begin(self, answers: Mapping[str, Prediction]) -> None:
        """Start the file with the answers that were read from it, so that nothing torn stays in front."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        lines = [json.dumps({"key": self.key}).encode()]
        if answers:
            lines.append(_line(list(answers.values())))
        self.path.write_bytes(b"\n".join(lines) + b"\n")

    def append(self, batch: Sequence[Prediction]) -> None:
        """Add a whole batch; it is on the disk when this returns."""
        with self.path.open("ab") as stream:
            stream.write(_line(batch) + b"\n")
            stream.flush()
            os.fsync(stream.fileno())

    def remove(self) -> None:
        """Remove the file: the report is there."""
        self.path.unlink(missing_ok=True)


def journal_for(report: Path, key: Mapping[str, Any]) -> Journal:
    """Return the journal of the evaluation that writes `report` and depends on `key` (JSON)."""
    digest = sha256(json.dumps(key, sort_keys=True).encode()).hexdigest()
    return Journal(path=beside(report, "partial"), key=digest)


def _line(batch: Sequence[Prediction]) -> bytes:
    entries = [
        {"id": each.id, "text": each.text, "stop": each.stop, "tokens": each.tokens, "seconds": each.seconds}
        for each in batch
    ]
    return json.dumps(entries).encode()
