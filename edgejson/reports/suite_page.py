"""The page on a run of the suite: verdicts, rules, balance, and the worst records with marks on them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from edgejson.core.decoding import decode
from edgejson.core.finding import Finding
from edgejson.core.regular_files import open_regular
from edgejson.core.source import BLOCK_BYTES, Line
from edgejson.reports.html_page import page
from edgejson.reports.marks import Mark, Piece, marked_json, marked_text
from edgejson.reports.summary import FileSummary, RuleSummary
from edgejson.reports.terminal_text import shown, shown_value

MOST_RECORDS = 200
"""Records that a page shows of a file: enough to look at, little enough to open quickly."""

_SHOWN_OF_A_LINE = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class WorstRecord:
    """A record with findings: its prompt and its label in pieces, some of them marked."""

    line: int
    record_id: str
    schema_id: str
    findings: tuple[Finding, ...]
    prompt: tuple[Piece, ...]
    label: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaBar:
    """A schema's records against an even share of the file; shares are of the longest bar."""

    schema_id: str
    records: int
    broken: int
    share: float
    broken_share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FileView:
    """What the page shows of a file."""

    summary: FileSummary
    loud: list[RuleSummary]
    quiet: list[RuleSummary]
    bars: list[SchemaBar]
    even: float
    even_share: float
    records: list[WorstRecord]
    n_hidden: int
    of_the_file: list[Finding]


def render_suite_page(summaries: Sequence[FileSummary]) -> str:
    """Return the page; it reads the worst records of each file again."""
    views = [_view(summary) for summary in summaries]
    return page("suite.html.jinja", title="edgejson report", views=views, shown=shown)


def _view(summary: FileSummary) -> FileView:
    by_line: dict[int, list[Finding]] = defaultdict(list)
    for finding in summary.findings:
        if finding.line is not None:
            by_line[finding.line].append(finding)
    worst = sorted(by_line, key=lambda line: (-_weight(by_line[line]), line))[:MOST_RECORDS]
    raw = dict(_lines(Path(summary.path), set(worst)))
    broken: dict[str, set[int]] = defaultdict(set)
    for line, findings in by_line.items():
        broken[findings[0].schema_id or ""].add(line)
    longest = max(summary.schemas.values(), default=1)
    even = summary.n_records / max(1, len(summary.schemas))
    return FileView(
        summary=summary,
        loud=sorted((r for r in summary.rules if r.n_findings), key=lambda r: (r.status, -r.n_findings)),
        quiet=[rule for rule in summary.rules if not rule.n_findings],
        bars=[
            SchemaBar(
                schema_id=schema_id,
                records=count,
                broken=len(broken[schema_id]),
                share=count / longest,
                broken_share=min(1.0, len(broken[schema_id]) / longest),
            )
            for schema_id, count in summary.schemas.items()
        ],
        even=even,
        even_share=min(1.0, even / longest),
        records=[_record(line, raw[line], tuple(by_line[line])) for line in worst if line in raw],
        n_hidden=max(0, len(by_line) - MOST_RECORDS),
        of_the_file=[finding for finding in summary.findings if finding.line is None],
    )


def _weight(findings: Sequence[Finding]) -> int:
    return sum(1000 if finding.severity == "error" else 1 for finding in findings)


def _lines(path: Path, wanted: set[int]) -> Iterator[tuple[int, bytes]]:
    last = max(wanted, default=0)
    with open_regular(path) as stream:
        for number in range(1, last + 1):
            raw = stream.readline(BLOCK_BYTES)
            while not raw.endswith(b"\n") and (more := stream.readline(BLOCK_BYTES)):
                raw = raw if len(raw) > BLOCK_BYTES else raw + more
                if more.endswith(b"\n"):
                    break
            if number in wanted:
                yield number, raw.removesuffix(b"\n")


def _record(line: int, raw: bytes, findings: tuple[Finding, ...]) -> WorstRecord:
    decoded = decode(
        Line(number=line, offset=0, raw=raw, size=len(raw)), max_bytes=len(raw) + 1, max_depth=500
    )
    marks = [Mark(pointer=f.pointer, severity=f.severity, text=_note(f)) for f in findings]
    if decoded.value is None:
        beginning = raw[:_SHOWN_OF_A_LINE].decode("utf-8", "replace")
        prompt: tuple[Piece, ...] = ()
        label: tuple[Piece, ...] = (Piece(text=beginning, severity="error", note=findings[0].message),)
    else:
        stated = decoded.value.get("prompt")
        prompt = marked_text(stated if isinstance(stated, str) else "", decoded.value, marks)
        label = marked_json(decoded.value, marks)
    return WorstRecord(
        line=line,
        record_id=findings[0].record_id or "(no id)",
        schema_id=findings[0].schema_id or "",
        findings=findings,
        prompt=prompt,
        label=label,
    )


def _note(finding: Finding) -> str:
    return f"{finding.rule}: expected {shown(finding.expected)}, actual {shown_value(finding.actual)}"
