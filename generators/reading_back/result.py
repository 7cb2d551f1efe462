"""How many labels of a file can be read back from their prompts, by style, and which cannot."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from edgejson._typing import Label
from edgejson.core.json_text import compact
from edgejson.core.pointers import leaves
from edgejson.core.record import Record
from edgejson.dataset.tables import canonical
from edgejson.errors import SourceError
from edgejson.formats.reader import read_records
from edgejson.generators.progress import ProgressCallback, no_progress
from edgejson.generators.reading_back.listing_parser import parse_listing
from edgejson.suite.suite import resolve_suite

UNKNOWN_STYLE = "not stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A label that was not read exactly: the first leaf in which it differs, its value, and what was read."""

    line: int
    id: str
    style: str
    pointer: str
    expected: str
    read: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBackResult:
    """How many labels were read, and how many exactly, by style; and every miss."""

    records: Counter[str]
    exact: Counter[str]
    misses: tuple[Miss, ...]

    def percent(self, style: str) -> float:
        """Return the share of exact labels in a style, in per cent; 0 where it has no records."""
        return 100 * self.exact[style] / max(1, self.records[style])

    def to_json(self, path: Path) -> dict[str, Any]:
        """Return the report, which names the file by its digest."""
        return {
            "file": path.name,
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
            "styles": {
                style: {
                    "records": number,
                    "exact": self.exact[style],
                    "percent": round(self.percent(style), 2),
                }
                for style, number in sorted(self.records.items())
            },
            "misses": [asdict(miss) for miss in self.misses],
        }


def read_back(
    path: Path, *, config: Path | None = None, on_progress: ProgressCallback = no_progress
) -> ReadBackResult:
    """Return what can be read back of a data file; records of unknown schemas are passed over.

    Raises SourceError when the file cannot be read or holds no record of a known schema.
    """
    suite = resolve_suite(path, config)
    schemas = suite.registry.schemas
    found = [
        record for record in read_records(path, suite.settings.record_format) if record.schema_id in schemas
    ]
    if not found:
        raise SourceError(path, "there is no record of a known schema in it; name a data file")
    records: Counter[str] = Counter()
    exact: Counter[str] = Counter()
    misses: list[Miss] = []
    for done, record in enumerate(found):
        on_progress("reading back", done, len(found))
        style = _style(record)
        records[style] += 1
        read = parse_listing(record.prompt, schemas[record.schema_id].document)
        difference = next(_differences(record.label, read), None)
        if difference is None:
            exact[style] += 1
        else:
            pointer, expected, actual = difference
            misses.append(
                Miss(
                    line=record.line,
                    id=record.id,
                    style=style,
                    pointer=pointer,
                    expected=expected,
                    read=actual,
                )
            )
    return ReadBackResult(records=records, exact=exact, misses=tuple(misses))


def _style(record: Record) -> str:
    meta = record.envelope.get("meta")
    style = meta.get("style") if isinstance(meta, dict) else None
    return style if isinstance(style, str) else UNKNOWN_STYLE


def _differences(label: Label, read: Label) -> Iterator[tuple[str, str, str]]:
    """Yield the leaves in which two labels differ: pointer, the label's value, what was read."""
    expected, actual = _by_pointer(label), _by_pointer(read)
    for pointer in [*expected, *(extra for extra in actual if extra not in expected)]:
        if expected.get(pointer) != actual.get(pointer):
            yield pointer, expected.get(pointer, "nothing"), actual.get(pointer, "nothing")


def _by_pointer(label: Label) -> dict[str, str]:
    return {pointer: compact(canonical(value)) for pointer, value in leaves(label)}
