"""The plots of a page: which numbers of the reports go into which chart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from edgejson.eval.formatting import format_interval, format_value
from edgejson.eval.page.breakdowns import breakdowns
from edgejson.eval.page.misses import KINDS, REASONS
from edgejson.eval.summary import Estimate
from edgejson.eval.tables import MAIN_SCORES, TITLES
from edgejson.reports.charts import (
    Estimated,
    LineChart,
    RowChart,
    count_rows,
    interval_lines,
    interval_rows,
)

Report: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plots:
    """What a page draws; None where there is nothing to draw: one report, no misses."""

    compared: RowChart | None
    schemas: RowChart
    lengths: tuple[LineChart, ...]
    reasons: RowChart | None
    kinds: RowChart | None


def plots(reports: Sequence[Report], names: Sequence[str]) -> Plots:
    """Return the plots of reports of the same records."""
    lengths = breakdowns(reports).get("label_length", {})
    scores = [name for name in MAIN_SCORES if name in reports[0]["scores"]]
    return Plots(
        compared=_compared(reports, names, scores) if len(reports) > 1 else None,
        schemas=interval_rows("JSONExact by schema", names, _estimates(reports, "schema", "json_exact")),
        lengths=tuple(
            interval_lines(
                f"{TITLES[score]} by length of the label",
                names,
                {_short(bin_): shown for bin_, shown in _estimates(reports, "label_length", score).items()},
            )
            for score in scores
            if lengths
        ),
        reasons=_reasons(reports, names),
        kinds=_kinds(reports, names),
    )


def _compared(reports: Sequence[Report], names: Sequence[str], scores: Sequence[str]) -> RowChart:
    rows: dict[str, Sequence[Estimated | None]] = {
        TITLES[score]: [_estimated(report["scores"][score]) for report in reports] for score in scores
    }
    for group, estimates in _estimates(reports, "complexity", "json_exact").items():
        rows[f"JSONExact, {group}"] = estimates
    return interval_rows("All records, and JSONExact by complexity", names, rows)


def _estimates(reports: Sequence[Report], by: str, score: str) -> dict[str, Sequence[Estimated | None]]:
    groups = breakdowns(reports).get(by, {})
    return {
        group: [_estimated(summary["scores"].get(score) if summary else None) for summary in summaries]
        for group, summaries in groups.items()
    }


def _estimated(estimate: Estimate | None) -> Estimated | None:
    """Return an estimate as charts show it."""
    if estimate is None:
        return None
    low, high = estimate["interval"] or (0.0, 0.0)
    of_n = f" ({estimate['hits']:,} of {estimate['n']:,})" if "hits" in estimate else ""
    return Estimated(
        value=estimate["value"],
        low=low,
        high=high,
        n=estimate["n"],
        text=f"{format_value(estimate)}{of_n}, 95 % interval {format_interval(estimate)}",
    )


def _short(bin_: str) -> str:
    """Return the name of a bin of lengths as it fits under an axis: ``251–500``."""
    return bin_.replace("up to ", "≤ ").replace("over ", "> ").replace(" to ", "–")


def _reasons(reports: Sequence[Report], names: Sequence[str]) -> RowChart | None:
    found = [report["misses"]["by_reason"] for report in reports]
    rows = {
        words: [counts.get(reason, 0) for counts in found]
        for reason, words in REASONS.items()
        if any(counts.get(reason) for counts in found)
    }
    return _counts("Why answers are not exact, records", names, rows, reports)


def _kinds(reports: Sequence[Report], names: Sequence[str]) -> RowChart | None:
    found = [report["misses"]["differences"] for report in reports]
    rows = {
        words: [kinds[kind]["records"] for kinds in found]
        for kind, words in KINDS.items()
        if any(kinds[kind]["records"] for kinds in found)
    }
    return _counts("What objects that differ have in them, records", names, rows, reports)


def _counts(
    title: str, names: Sequence[str], rows: Mapping[str, Sequence[int]], reports: Sequence[Report]
) -> RowChart | None:
    return count_rows(title, names, rows, largest=reports[0]["n"]) if rows else None
