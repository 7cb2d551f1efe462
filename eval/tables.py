"""Reports as tables on the terminal: one alone, or two side by side with their difference."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from edgejson.eval.breakdowns import BREAKDOWNS
from edgejson.eval.breakdowns import TITLES as BREAKDOWN_TITLES
from edgejson.eval.report import scoring
from edgejson.eval.summary import Estimate

TITLES = {
    "json_exact": "JSONExact",
    "field_f1": "Field F1",
    "schema_compliance": "Schema Compliance",
    "leaf_precision": "Leaf precision",
    "leaf_recall": "Leaf recall",
    "leaf_f1": "Leaf F1",
    "gold_shape_compliance": "Gold-shape (historical)",
    "valid_json": "Valid JSON",
    "byte_exact": "Exact to the last byte",
    "text_around": "Text around the JSON",
    "truncated": "Cut at the token limit",
    "stopped_by_itself": "Stopped by itself",
    "omission": "Something omitted",
    "invention": "Something invented",
    "wrong_value": "Some wrong value",
    "wrong_type": "Some wrong type",
    "arithmetic_broken": "Figures do not add up",
}
MAIN_SCORES = {"json_exact": "JSONExact", "field_f1": "Field F1", "schema_compliance": "Compliance"}
"""What the tables by complexity and schema show, under titles that leave room for estimates."""

Report = Mapping[str, Any]
Named = tuple[str, Report]


def terminal() -> Console:
    """Return the console for tables: what stands in brackets in a name is no markup."""
    return Console(markup=False, emoji=False, highlight=False)


def print_reports(reports: Sequence[Report], *, console: Console) -> None:
    """Print one report, or two of the same records side by side (difference: second minus first)."""
    named = list(zip(_names(reports), reports, strict=True))
    broken_down = _broken_down if len(reports) == 1 else _side_by_side
    console.print(Group(_heading(named), _overall(named)))
    for by in BREAKDOWNS:
        if reports[0]["breakdowns"][by]:
            console.print(broken_down(reports, by))
    for name, report in named:
        console.print(Text(f"{name}: {_shared_with_training(report)}"))
        _print_misses(name, report, console)
        for remark in report["remarks"]:
            console.print(Text(f"{name}: {remark}", style="yellow"))


def print_comparison(comparison: Mapping[str, Any], *, console: Console) -> None:
    """Print a paired comparison (see `compare_reports`)."""
    first, second = comparison["first"]["report"], comparison["second"]["report"]
    table = _table(f"Second against first, on the same {comparison['n']} records")
    for column in ("first", "second", "difference", "95 %", "only", "p"):
        table.add_column(column, justify="right", no_wrap=True)
    for name, compared in comparison["scores"].items():
        low, high = compared["interval"]
        tested = ("", "")
        if "p_value" in compared:
            tested = (f"{compared['only_first']}/{compared['only_second']}", f"{compared['p_value']:.2g}")
        table.add_row(
            TITLES.get(name, name),
            f"{compared['first']:.3f}",
            f"{compared['second']:.3f}",
            f"{compared['difference']:+.3f}",
            f"[{low:+.2f} {high:+.2f}]",
            *tested,
        )
    console.print(Text(f"first: {first}\nsecond: {second}"), table)
    console.print(
        Text(
            "only: records that just the first / the second got right; p: McNemar's exact test on them. "
            "95 %: paired bootstrap, drawn by schema."
        )
    )


def print_seeds(combined: Mapping[str, Any], *, console: Console) -> None:
    """Print what several seeds of a recipe give together (see `combine_seeds`)."""
    table = _table(f"{len(combined['seeds'])} seeds of one recipe, on the same {combined['n']} records")
    for column in ("mean", "spread", "95 % of the mean", "each"):
        table.add_column(column, justify="right", no_wrap=True)
    for name, estimate in combined["scores"].items():
        low, high = estimate["interval"]
        table.add_row(
            TITLES.get(name, name),
            f"{estimate['mean']:.3f}",
            f"{estimate['spread']:.3f}",
            f"[{low:.2f} {high:.2f}]",
            " ".join(f"{value:.3f}" for value in estimate["values"]),
        )
    console.print(table, Text("spread: standard deviation from run to run. 95 %: Student's t over the runs."))


def model_name(report: Report) -> str:
    """Return what a report's answers came from, in a few words: ``base + tuned, 3-shot``."""
    model = report["model"]
    if model is None:
        return str(report["predictions"]["file"])
    adapter = model.get("adapter")
    name = f"{model['name']} + {adapter['folder']}" if adapter else str(model["name"])
    return ", ".join([name, *report["protocol"].split("+")[1:]])


def _names(reports: Sequence[Report]) -> list[str]:
    names = [model_name(report) for report in reports]
    # Two runs of one model are told apart by their number.
    return names if len(set(names)) == len(names) else [f"{name} ({i})" for i, name in enumerate(names, 1)]


def _heading(named: Sequence[Named]) -> Text:
    report = named[0][1]
    data = report["data"]
    shown = f"{report['n']} of {data['records']} records" if report["selection"] else f"{report['n']} records"
    lines = [f"{data['file']} ({data['sha256'][:12]}), {shown}, protocol {scoring(report['protocol'])}"]
    for name, each in named:
        if decoding := each["decoding"]:
            how = "constrained by the schema" if decoding["constrained"] else "free"
            limit = f"at most {decoding['max_new_tokens']} tokens"
            if decoding.get("max_new_tokens_by") == "prompt":
                limit += ", less for short prompts"
            lines.append(
                f"{name}: {each['protocol']}, {decoding['strategy']}, {how}, {decoding['dtype']}, {limit}"
            )
    return Text("\n".join(lines))


def _overall(named: Sequence[Named]) -> Table:
    table = _table("All records, with 95 % intervals")
    for name, _ in named:
        table.add_column(name, justify="right")
    if len(named) > 1:
        table.add_column("difference", justify="right", no_wrap=True)
    scores, counts = named[0][1]["scores"], named[0][1]["counts"]
    for name in (*scores, *counts):
        estimates = [{**report["scores"], **report["counts"]}.get(name) for _, report in named]
        differences = [_difference(estimates[0], estimates[1])] if len(estimates) > 1 else []
        table.add_row(TITLES.get(name, name), *map(_cell, estimates), *differences)
        if name == list(scores)[-1]:
            table.add_section()
    return table


def _broken_down(reports: Sequence[Report], by: str) -> Table:
    """Return the table of one report by complexity, schema, ...: each score with its interval."""
    report = reports[0]
    scores = [score for score in MAIN_SCORES if score in report["scores"]]
    table = _table(f"By {BREAKDOWN_TITLES[by]}, with 95 % intervals")
    for title in ("n", *(MAIN_SCORES[score] for score in scores)):
        table.add_column(title, justify="right", no_wrap=True)
    for group, summary in report["breakdowns"][by].items():
        cells = [_cell(summary["scores"][score], of_n=False) for score in scores]
        table.add_row(group, str(summary["n"]), *cells)
    return table


def _side_by_side(reports: Sequence[Report], by: str) -> Table:
    """Return the table of two reports by complexity, schema, ...: first, second and their difference."""
    first, second = reports
    scores = [score for score in MAIN_SCORES if score in first["scores"]]
    table = _table(f"By {BREAKDOWN_TITLES[by]}: first > second, difference")
    for title in ("n", *(MAIN_SCORES[score] for score in scores)):
        table.add_column(title, justify="right", no_wrap=True)
    for group, summary in first["breakdowns"][by].items():
        other = second["breakdowns"][by].get(group, {"scores": {}})
        cells = [_change(summary["scores"].get(score), other["scores"].get(score)) for score in scores]
        table.add_row(group, str(summary["n"]), *cells)
    return table


def _table(title: str) -> Table:
    table = Table(box=SIMPLE_HEAD, title=title, title_justify="left", padding=0, pad_edge=False)
    table.add_column("", no_wrap=True)
    return table


def _cell(estimate: Estimate | None, *, of_n: bool = True) -> str:
    if estimate is None or estimate["value"] is None:
        return "-"
    low, high = estimate["interval"]
    if "hits" in estimate:
        hits = f"{estimate['hits']}/{estimate['n']}" if of_n else f"{estimate['hits']}"
        return f"{hits} {estimate['value']:4.0%} [{100 * low:.0f}-{100 * high:.0f}]"
    return f"{estimate['value']:.2f} [{low:.2f}-{high:.2f}]"


def _change(first: Estimate | None, second: Estimate | None) -> str:
    if first is None or second is None:
        return "-"
    if "hits" in first:
        return f"{first['hits']} > {second['hits']}  {second['hits'] - first['hits']:+d}"
    return f"{first['value']:.2f} > {second['value']:.2f}  {second['value'] - first['value']:+.2f}"


def _difference(first: Estimate | None, second: Estimate | None) -> str:
    if first is None or second is None or first["value"] is None or second["value"] is None:
        return "-"
    if "hits" in first and first["n"] == second["n"]:
        return f"{second['hits'] - first['hits']:+d} of {first['n']}"
    return f"{second['value'] - first['value']:+.3f}"


def _shared_with_training(report: Report) -> str:
    """Return the sentence about contamination that every report shows."""
    shared = report["contamination"]
    if shared["status"] != "measured":
        return f"shared with training data: not known ({shared['reason']})"
    found = [f"{kind} {overlap['records']}" for kind, overlap in shared["overlaps"].items()]
    source, templates = shared["training_data"], shared["templates"]
    return (
        f"shared with {source['file']} ({source['sha256'][:12]}"
        f"{'' if source['proven_by_adapter'] else ', named by hand'}), records of {report['n']}: "
        f"{', '.join(found)}; of known templates {templates['records_of_shared']} (by {templates['by']})"
    )


def _print_misses(name: str, report: Report, console: Console) -> None:
    misses = report["misses"]
    if misses["records"]:
        reasons = ", ".join(f"{reason} {count}" for reason, count in misses["by_reason"].items())
        console.print(Text(f"{name}: {misses['records']} of {report['n']} records missed ({reasons})"))
