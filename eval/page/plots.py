"""The plots of a page: which figures of the reports go into which chart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from edgejson.eval.page.breakdowns import breakdowns
from edgejson.eval.page.charts import Lines, Rows, count_rows, interval_lines, interval_rows
from edgejson.eval.page.misses import KINDS, REASONS
from edgejson.eval.tables import MAIN_SCORES, TITLES
from edgejson.eval.tally import Figure

Report: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plots:
    """What a page draws; None where there is nothing to draw: one report, no misses."""

    compared: Rows | None
    schemas: Rows
    lengths: tuple[Lines, ...]
    reasons: Rows | None
    kinds: Rows | None


def plots(reports: Sequence[Report], names: Sequence[str]) -> Plots:
    """Return the plots of reports of the same records."""
    lengths = breakdowns(reports).get("label_length", {})
    scores = [name for name in MAIN_SCORES if name in reports[0]["scores"]]
    return Plots(
        compared=_compared(reports, names, scores) if len(reports) > 1 else None,
        schemas=interval_rows("JSONExact by schema", names, _figures(reports, "schema", "json_exact")),
        lengths=tuple(
            interval_lines(
                f"{TITLES[score]} by length of the label",
                names,
                {_short(bin_): figures for bin_, figures in _figures(reports, "label_length", score).items()},
            )
            for score in scores
            if lengths
        ),
        reasons=_reasons(reports, names),
        kinds=_kinds(reports, names),
    )


def _compared(reports: Sequence[Report], names: Sequence[str], scores: Sequence[str]) -> Rows:
    rows: dict[str, Sequence[Figure | None]] = {
        TITLES[score]: [report["scores"][score] for report in reports] for score in scores
    }
    for group, figures in _figures(reports, "complexity", "json_exact").items():
        rows[f"JSONExact, {group}"] = figures
    return interval_rows("All records, and JSONExact by complexity", names, rows)


def _figures(reports: Sequence[Report], by: str, score: str) -> dict[str, Sequence[Figure | None]]:
    groups = breakdowns(reports).get(by, {})
    return {
        group: [tally["scores"].get(score) if tally else None for tally in tallies]
        for group, tallies in groups.items()
    }


def _short(bin_: str) -> str:
    """Return the name of a bin of lengths as it fits under an axis: ``251–500``."""
    return bin_.replace("up to ", "≤ ").replace("over ", "> ").replace(" to ", "–")


def _reasons(reports: Sequence[Report], names: Sequence[str]) -> Rows | None:
    found = [report["misses"]["by_reason"] for report in reports]
    rows = {
        words: [counts.get(reason, 0) for counts in found]
        for reason, words in REASONS.items()
        if any(counts.get(reason) for counts in found)
    }
    return _counts("Why answers are not exact, records", names, rows, reports)


def _kinds(reports: Sequence[Report], names: Sequence[str]) -> Rows | None:
    found = [report["misses"]["differences"] for report in reports]
    rows = {
        words: [kinds[kind]["records"] for kinds in found]
        for kind, words in KINDS.items()
        if any(kinds[kind]["records"] for kinds in found)
    }
    return _counts("What objects that differ have in them, records", names, rows, reports)


def _counts(
    title: str, names: Sequence[str], rows: Mapping[str, Sequence[int]], reports: Sequence[Report]
) -> Rows | None:
    return count_rows(title, names, rows, largest=reports[0]["n"]) if rows else None
