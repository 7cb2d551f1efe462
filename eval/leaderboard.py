"""LEADERBOARD.md: stored reports of the same records as one Markdown table, built by command only."""

import os
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias

from edgejson.eval.comparison import check_comparable
from edgejson.eval.errors import ReportError
from edgejson.eval.formatting import format_interval, format_value
from edgejson.eval.provenance import ProvenanceEntry, report_provenance, shared_provenance, training_overlap
from edgejson.eval.report import read_report, recorded_command, scoring
from edgejson.eval.summary import Estimate
from edgejson.eval.tables import MAIN_SCORES, TITLES, model_name

Report: TypeAlias = Mapping[str, Any]
Entry: TypeAlias = tuple[Path, Report]
"""A report and the path that it was read from."""

_ONE_SEED = (
    "A row of a trained model is one training run; what holds for its recipe takes at least three seeds.",
)
_MARKUP = re.compile(r"[\\`*{}\[\]<>#|~]|(?<!\w)_|_(?!\w)")


def leaderboard(paths: Sequence[Path], *, output: Path) -> str:
    """Return the text of `output`: the same for the same reports, in whatever order they are named.

    Raises ReportError for the first report that has no place beside the others: of other data, another
    protocol or sample, of data that was admitted with findings, of a model trained on the very data, or
    named twice. The suites that passed the data are shown, not compared. Links lead from `output`'s folder
    to the reports.
    """
    entries = [(path, read_report(path)) for path in sorted(paths)]
    seen: set[Path] = set()
    for path, report in entries:
        if path.resolve() in seen:
            raise ReportError(path, "is named twice; name each report once")
        seen.add(path.resolve())
        _check(path, report)
    for (first, one), (second, other) in pairwise(entries):
        check_comparable(first, second, one, other)
    entries.sort(key=lambda entry: (*_rank(entry[1]), model_name(entry[1]), str(entry[0])))
    return "\n".join([*_head(entries, output), *_table(entries), *_provenance(entries, output)])


def how_decoded(report: Report) -> str:
    """Return how a report's answers were decoded, in a few words; free and constrained are never the same."""
    decoding = report["decoding"]
    if decoding is None:
        return "decoding not recorded"
    looked_up = " with look-up" if decoding.get("lookup") else ""
    return f"{decoding['strategy']}{looked_up}, {'constrained' if decoding['constrained'] else 'free'}"


def _check(path: Path, report: Report) -> None:
    data = report["data"]
    if data["result"] == "FAILED":
        problem = (
            f"its data, {data['file']}, was admitted with findings, which keeps it out of the leaderboard"
        )
        raise ReportError(path, f"{problem}; evaluate on data that passes the suite")
    recorded = _training(report).get("data", {}).get("sha256")
    if recorded == data["sha256"] or report["contamination"].get("same_file"):
        problem = f"its model was trained on {data['file']}, the very data that it is evaluated on"
        raise ReportError(path, f"{problem}; evaluate it on other data")


def _rank(report: Report) -> tuple[float, float]:
    """Return what rows are ordered by: JSONExact, then Field F1, the best first."""
    return -report["scores"]["json_exact"]["value"], -report["scores"]["field_f1"]["value"]


def _head(entries: Sequence[Entry], output: Path) -> list[str]:
    report = entries[0][1]
    data, selection = report["data"], report["selection"]
    command = recorded_command(
        ["leaderboard", *sorted(str(path) for path, _ in entries), "--output", str(output)]
    )
    records = f"{report['n']} of its {data['records']} records" if selection else f"all {report['n']} records"
    return [
        "# Leaderboard",
        "",
        "Built from stored reports by this command, which builds it again; do not edit by hand:",
        "",
        *_code(command),
        "",
        f"Evaluated on {records}: {_plain(data['file'])}, protocol {scoring(report['protocol'])}.",
        "In brackets: 95 % intervals. Rows are in order of JSONExact. Where intervals overlap the order says",
        "little; `python -m edgejson.eval compare A.json B.json` tests two reports record by record.",
        *(_ONE_SEED if any("seed" in _training(each) for _, each in entries) else ()),
        "",
    ]  # fmt: skip


def _table(entries: Sequence[Entry]) -> list[str]:
    scores = [name for name in MAIN_SCORES if name in entries[0][1]["scores"]]
    titles = ["", "model", "decoding", *(TITLES[name] for name in scores), "records"]
    rows = [titles, ["--:", "---", "---", *("--:" for _ in scores), "--:"]]
    for rank, (_, report) in enumerate(entries, 1):
        cells = [_cell(report["scores"][name]) for name in scores]
        rows.append([str(rank), _model(report), how_decoded(report), *cells, str(report["n"])])
    return ["| " + " | ".join(row) + " |" for row in rows]


def _model(report: Report) -> str:
    """Return the model of a row, with the seed of its training where it has one."""
    seed = _training(report).get("seed")
    return _plain(model_name(report)) + ("" if seed is None else f" (seed {seed})")


def _training(report: Report) -> Mapping[str, Any]:
    adapter = (report["model"] or {}).get("adapter") or {}
    training: Mapping[str, Any] = adapter.get("training", {})
    return training


def _cell(estimate: Estimate) -> str:
    return f"{format_value(estimate)} [{format_interval(estimate)}]"


def _provenance(entries: Sequence[Entry], output: Path) -> list[str]:
    """Return the commands and digests that the rows can be had again with."""
    lines = ["", "## Data and scoring", "", *map(_line, shared_provenance(entries[0][1]))]
    for rank, (path, report) in enumerate(entries, 1):
        lines += ["", f"## {rank}. {_plain(model_name(report))}, {how_decoded(report)}", ""]
        lines += [*_code(report["command"]), "", f"- report: {_link(path, output)}"]
        shown = [
            entry for entry in report_provenance(path, report) if entry.what not in ("report", "command")
        ]
        lines += map(_line, [*shown, training_overlap(report)])
        lines += [f"- remark: {_plain(remark)}" for remark in report["remarks"]]
    return [*lines, ""]


def _line(entry: ProvenanceEntry) -> str:
    code = f"`{entry.code}`" if entry.code else ""
    return f"- {entry.what}: {', '.join(filter(None, [_plain(entry.text), code]))}"


def _link(path: Path, output: Path) -> str:
    """Return a link from `output`'s folder to a report."""
    return f"[{_plain(path.name)}](<{Path(os.path.relpath(path, output.parent)).as_posix()}>)"


def _code(command: str) -> list[str]:
    """Return a command as an indented code block, in which nothing is markup."""
    return [f"    {line}" for line in command.splitlines()]


def _plain(text: str) -> str:
    """Return `text` as Markdown that shows it as it is, on one line."""
    return _MARKUP.sub(r"\\\g<0>", " ".join(text.split()))
