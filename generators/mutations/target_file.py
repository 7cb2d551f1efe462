"""The file that is broken, with the files of the other declared splits, as lines and as objects."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

from edgejson._typing import JSONObject, SplitName
from edgejson.core.decoding import decode
from edgejson.core.source import Line
from edgejson.errors import SourceError
from edgejson.generators.mutations.operator import TargetRecord, copy_record
from edgejson.suite.suite import Suite


@dataclass(frozen=True, slots=True)
class TargetFile:
    """A data file with its suite; ``peers`` are the records of the other declared splits."""

    data: Path
    suite: Suite
    lines: list[bytes]
    records: list[JSONObject]
    peers: Mapping[SplitName, list[JSONObject]]
    split: SplitName | None

    @classmethod
    def read(cls, data: Path, suite: Suite) -> "TargetFile":
        """Read a file and its peers; EdgejsonError when a line of one is not a JSON object."""
        lines = _lines(data)
        own = suite.split_of(data)
        peers = {
            split: [_object(line, path, n) for path in paths for n, line in enumerate(_lines(path), 1)]
            for split, paths in suite.split_files().items()
            if own is not None and split != own
        }
        records = [_object(line, data, number) for number, line in enumerate(lines, 1)]
        return cls(data, suite, lines, records, peers, own)

    def by_schema(self) -> dict[str, list[int]]:
        """Return the indexes of the records of each schema."""
        found: dict[str, list[int]] = {}
        for index, record in enumerate(self.records):
            found.setdefault(str(record.get("schema_id")), []).append(index)
        return found

    def target(self, row: int, random: Random) -> TargetRecord:
        """Return the record in `row` as a target, whose choices come from `random`."""
        record = self.records[row]
        schema = self.suite.registry.schemas.get(str(record.get("schema_id")))
        return TargetRecord(
            record=copy_record(record),
            row=row,
            schema=schema.document if schema else {},
            others=[*self.records[:row], *self.records[row + 1 :]],
            peers=self.peers,
            split=self.split,
            random=random,
        )


def _lines(path: Path) -> list[bytes]:
    try:
        return path.read_bytes().removesuffix(b"\n").split(b"\n")
    except OSError as error:
        raise SourceError(path, error.strerror or str(error)) from error


def _object(raw: bytes, path: Path, number: int) -> JSONObject:
    decoded = decode(
        Line(number=number, offset=0, raw=raw, size=len(raw)), max_bytes=len(raw) + 1, max_depth=500
    )
    if decoded.value is None:
        raise SourceError(path, f"line {number} is not a JSON object; pytest --edgejson {path} shows why")
    return decoded.value
