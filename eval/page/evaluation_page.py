"""The page on evaluations of the same records: headline, plots, breakdowns, where it comes from, misses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from edgejson.core.files import write_atomically
from edgejson.eval.breakdowns import TITLES as BREAKDOWN_TITLES
from edgejson.eval.comparison import check_comparable, compare_reports
from edgejson.eval.errors import EvaluationError
from edgejson.eval.formatting import format_interval, format_value
from edgejson.eval.page.breakdowns import breakdowns
from edgejson.eval.page.misses import KINDS, REASONS, Miss, as_shown
from edgejson.eval.page.plots import plots
from edgejson.eval.page.stored_misses import choose_misses, read_misses
from edgejson.eval.provenance import names, report_provenance, shared_provenance
from edgejson.eval.report import read_report
from edgejson.eval.scored_records import scored_records_path
from edgejson.eval.tables import TITLES
from edgejson.reports.html_page import page

MOST_REPORTS = 6
"""Reports side by side on a page: as many as there are colours that can be told apart."""

MOST_MISSES = 200
"""Misses that a page shows of all its reports: enough to look at, little enough to open quickly."""

Report: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Misses of a report that its page does not show; ``file`` holds all of them."""

    name: str
    misses: int
    file: str


def write_page(output: Path, paths: Sequence[Path]) -> None:
    """Write the page on stored reports; it is whole or not there; raises what `evaluation_page` does."""
    # Half of a surrogate pair, which an answer may hold, has no UTF-8.
    write_atomically(output, evaluation_page(paths).encode("utf-8", "backslashreplace"))


def evaluation_page(paths: Sequence[Path]) -> str:
    """Return the page on one report or on several of the same records, compared with the first.

    Reads the per-record results beside each report. Raises ReportError when a report or those results cannot
    be used or are of other data, protocol or records, EvaluationError when there are more than MOST_REPORTS.
    """
    if len(paths) > MOST_REPORTS:
        raise EvaluationError(f"{len(paths)} reports were named; a page shows at most {MOST_REPORTS}")
    reports = [read_report(path) for path in paths]
    for path, report in zip(paths[1:], reports[1:], strict=True):
        check_comparable(paths[0], path, reports[0], report)
    called = names(reports)
    misses, left_out = _misses(paths, reports, called)
    return page(
        "evaluation.html.jinja",
        title="Evaluation of " + " against ".join(reversed(called)),
        names=called,
        named=list(zip(called, reports, strict=True)),
        reports=reports,
        shared_provenance=shared_provenance(reports[0]),
        report_provenance=[
            report_provenance(path, report) for path, report in zip(paths, reports, strict=True)
        ],
        comparisons=[compare_reports(paths[0], path)["scores"] for path in paths[1:]],
        plots=plots(reports, called),
        breakdowns=breakdowns(reports),
        misses=misses,
        left_out=left_out,
        schemas=sorted({miss.stored.schema_id for miss in misses}),
        kinds=[kind for kind in (*REASONS, *KINDS) if any(kind in miss.kinds for miss in misses)],
        titles=TITLES,
        words={**REASONS, **KINDS},
        breakdown_titles=BREAKDOWN_TITLES,
        format_value=format_value,
        format_interval=format_interval,
    )


def _misses(
    paths: Sequence[Path], reports: Sequence[Report], called: Sequence[str]
) -> tuple[list[Miss], list[LeftOut]]:
    """Return the misses to show of each report, and what is left out."""
    shown: list[Miss] = []
    left_out = []
    for index, (path, report, name) in enumerate(zip(paths, reports, called, strict=True)):
        found = read_misses(path, records=report["n"])
        chosen = choose_misses(found, MOST_MISSES // len(paths))
        shown += [as_shown(miss, index) for miss in chosen]
        if len(chosen) < len(found):
            file = scored_records_path(path).name
            left_out.append(LeftOut(name=name, misses=len(found) - len(chosen), file=file))
    return shown, left_out
