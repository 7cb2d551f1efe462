"""The command ``read-back``: how many labels of a file can be read from their prompts by layout alone."""

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from edgejson._typing import JSONObject
from edgejson.core.files import write_atomically
from edgejson.core.json_text import compact
from edgejson.core.pointers import leaves
from edgejson.core.record import Record
from edgejson.core.record_reader import read_records
from edgejson.dataset.tables import canonical
from edgejson.errors import SourceError
from edgejson.generators.bars import bar
from edgejson.generators.inverse import read_back
from edgejson.generators.whole_numbers import at_least
from edgejson.suite.suite import resolve_suite

WANTED_PERCENT = 99
"""Per cent of the labels of listings that must come back exactly."""

LISTING = "listing"
UNKNOWN = "not stated"

_EXPLANATION = """\
Read every label of FILE back from its prompt, guided by the schema alone: no rule of the suite, no model.

The share that comes back exactly is a ceiling for what copying a layout can reach on listings. The other
styles are counted apart: this reader knows lines and items, not sentences. Styles are those of meta.style;
records without one are counted as "not stated".
"""
_EXAMPLES = """\
examples:
  python -m edgejson.generators read-back data/test_v3.jsonl
  python -m edgejson.generators read-back data/test_v3.jsonl --show 20 --report ceiling.json

exit codes: 0 at least 99 % of the listings came back exactly; 1 fewer did; 2 the file cannot be used
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A label that did not come back: the first leaf in which it differs, what it is, and what was read."""

    line: int
    id: str
    style: str
    pointer: str
    expected: str
    read: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceiling:
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
            "misses": [{name: getattr(miss, name) for name in Miss.__slots__} for miss in self.misses],
        }


def ceiling(path: Path, *, config: Path | None = None) -> Ceiling:
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
    with bar("reading back", len(found)) as advance:
        for record in found:
            style = _style(record)
            records[style] += 1
            read = read_back(record.prompt, schemas[record.schema_id].document)
            miss = next(_differences(record.label, read), None)
            exact[style] += miss is None
            if miss is not None:
                misses.append(_miss(record, style, *miss))
            advance()
    return Ceiling(records=records, exact=exact, misses=tuple(misses))


def add_parser(verbs: Any) -> None:
    """Add the command's parser to the subparsers `verbs`."""
    parser = verbs.add_parser(
        "read-back",
        help="read labels back from their prompts by layout alone",
        description=_EXPLANATION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="a .jsonl file")
    parser.add_argument(
        "--show", type=at_least(0), default=5, metavar="N", help="misses shown, listings first (5)"
    )
    parser.add_argument(
        "--report", type=Path, metavar="FILE", help="write counts and all misses there, as JSON"
    )
    parser.add_argument(
        "--config", type=Path, metavar="FILE", help="settings file (default: nearest pyproject.toml)"
    )


def run(args: argparse.Namespace) -> tuple[int, list[str]]:
    """Read back; return the exit code, and a line for each style and each of the first misses."""
    found = ceiling(args.file, config=args.config)
    ordered = sorted(found.records, key=lambda style: (-found.percent(style), style))
    told = [
        f"{style:<12} {found.exact[style]:6,} of {found.records[style]:6,} exact "
        f"({found.percent(style):.2f} %)"
        for style in ordered
    ]
    told += [
        f"miss ({miss.style}) {args.file}:{miss.line} {miss.id} {miss.pointer}: "
        f"expected {miss.expected}, read {miss.read}"
        for miss in sorted(found.misses, key=lambda miss: (miss.style != LISTING, miss.line))[: args.show]
    ]
    if args.report:
        text = json.dumps(found.to_json(args.file), indent=2, ensure_ascii=False)
        write_atomically(args.report, f"{text}\n".encode())
    reached = not found.records[LISTING] or found.percent(LISTING) >= WANTED_PERCENT
    return 0 if reached else 1, told


def _miss(record: Record, style: str, pointer: str, expected: str, read: str) -> Miss:
    return Miss(line=record.line, id=record.id, style=style, pointer=pointer, expected=expected, read=read)


def _style(record: Record) -> str:
    meta = record.envelope.get("meta")
    style = meta.get("style") if isinstance(meta, dict) else None
    return style if isinstance(style, str) else UNKNOWN


def _differences(label: JSONObject, read: JSONObject) -> Iterator[tuple[str, str, str]]:
    """Yield the leaves in which two labels differ: pointer, the label's value, what was read."""
    ours, theirs = _by_pointer(label), _by_pointer(read)
    for pointer in [*ours, *(extra for extra in theirs if extra not in ours)]:
        if ours.get(pointer) != theirs.get(pointer):
            yield pointer, ours.get(pointer, "nothing"), theirs.get(pointer, "nothing")


def _by_pointer(label: JSONObject) -> dict[str, str]:
    return {pointer: compact(canonical(value)) for pointer, value in leaves(label)}
