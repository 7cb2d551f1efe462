"""The validation report of the v3 data: what was asked, what was found, what the files are made of.

It is made from the files by the suite, never by hand, and holds no times: the same data and rules give the
same bytes.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf
from pathlib import Path

from edgejson.generators.data_files import EXHIBIT, SHARES, TEST, TRAIN, VALIDATION
from edgejson.suite.engine import examine
from edgejson.suite.examination import Examination
from edgejson.suite.suite import Suite, resolve_suite
from edgejson.suite.verdict import Verdict, verdict_of

REPORT = Path("data/V3_VALIDATION_REPORT.md")
_HEAD = """\
# Validation report of the v3 data

Made by `python -m edgejson.generators report`; every figure below comes from the files and the suite named
here. Nobody has edited it. To see it made again: `make data`, then `git diff`.
"""
_WANTED = """\
The team of v2 had set these criteria for a v3 (see `v2/README.md` for what had happened):
"""


_OF_THE_PROMPT = ("style", "template", "kind", "language", "writer", "label")
_NATURAL = "natural"
"""The style of prompts that no generator wrote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    examination: Examination
    suite: Suite
    verdict: Verdict
    records: tuple[dict[str, str], ...]
    """One row a record: its schema_id and complexity, and what its ``meta`` says of the prompt."""


def report(folder: Path) -> str:
    """Return the report, in Markdown, on the data files below `folder`; SourceError when one is missing."""
    train, validation, test = (_examined(folder, path) for path in (TRAIN, VALIDATION, TEST))
    exhibit = _examined(folder, EXHIBIT)
    parts = [_HEAD]
    parts += ["## Verdicts\n", _verdicts((train, validation, test)), _criteria(train, test)]
    parts += ["## What was asked\n", _rule_families(train)]
    parts += ["## What the files are made of\n", _composition((train, validation, test))]
    parts += ["## Natural prompts\n", _natural((train, validation, test))]
    parts += ["## v2, the deprecated exhibit\n", _v2_findings(exhibit)]
    return "\n".join(parts)


def _examined(folder: Path, path: Path) -> _File:
    data = folder / path
    suite = resolve_suite(data)
    found = examine(data, suite)
    rows = []
    for line in data.read_bytes().splitlines():
        record = json.loads(line)
        meta = record.get("meta", {})
        row = {name: str(record.get(name, "")) for name in ("id", "schema_id", "complexity")}
        rows.append(row | {name: str(meta.get(name, "")) for name in _OF_THE_PROMPT})
    return _File(examination=found, suite=suite, verdict=verdict_of(found, suite), records=tuple(rows))


def _verdicts(files: Sequence[_File]) -> str:
    head = ("file", "result", "records", "rules asked", "errors", "warnings", "SHA-256 of the data")
    rows = [
        (
            f"`{file.examination.path.name}`",
            file.verdict.result,
            f"{file.examination.n_records:,}",
            str(len(file.examination.ran)),
            str(file.verdict.n_errors),
            str(file.verdict.n_warnings),
            f"`{file.examination.sha256[:16]}`",
        )
        for file in files
    ]
    suites = {file.suite.sha256[:16] for file in files}
    return _table(head, rows) + f"\nSuite: `{'`, `'.join(sorted(suites))}`.\n"


def _criteria(train: _File, test: _File) -> str:
    shares = [
        [rows[name] / len(file.records) for name in file.suite.registry.schema_ids]
        for file in (train, test)
        for rows in [Counter(row["schema_id"] for row in file.records)]
    ]
    gap = max(max(pair) / min(pair) if min(pair) else inf for pair in zip(*shares, strict=True))
    tested = Counter(row["schema_id"] for row in test.records)
    counts = [tested[name] for name in test.suite.registry.schema_ids]
    clean = sum(len(f.records) - len({x.line for x in f.examination.findings}) for f in (train, test))
    total = len(train.records) + len(test.records)
    rows = [
        ("records that pass every rule", "100 %", f"{clean:,} of {total:,}"),
        ("test records a schema", "10 or more", f"{min(counts)} to {max(counts)}"),
        ("share of a schema, train against test", "no gap over 2x", f"{gap:.2f}x at most"),
    ]
    return "\n" + _WANTED + "\n" + _table(("criterion", "wanted", "found"), rows)


def _rule_families(file: _File) -> str:
    rules = [rule for rule in file.suite.rules if rule.id in file.examination.ran]
    families = Counter(rule.id.partition(".")[0] for rule in rules)
    found = Counter(finding.rule.partition(".")[0] for finding in file.examination.findings)
    rows = [(name, str(count), str(found[name])) for name, count in families.items()]
    return _table(("family", "rules", f"findings in `{file.examination.path.name}`"), rows)


def _composition(files: Sequence[_File]) -> str:
    text = "".join(
        _counts(title, name, [file.records for file in files]) + "\n"
        for name, title in (("complexity", "complexity"), ("style", "prompt style"), ("schema_id", "schema"))
    )
    train, _, test = ([row for row in file.records if row["template"]] for file in files)
    templates = Counter(row["template"] for row in train)
    unseen = sum(row["template"] not in templates for row in test)
    [(commonest, most)] = templates.most_common(1)
    shares = ", ".join(f"{share} % {name}" for name, share in SHARES.items())
    return text + (
        f"The shares by complexity of the generated records ({shares}) are explained in "
        f"`README.md`.\n{len(templates):,} templates word the generated train prompts; the commonest, "
        f"`{commonest}`, words {most:,} of them. {unseen:,} of the {len(test):,} generated test prompts have "
        "a template that no train prompt has.\n"
    )


def _natural(files: Sequence[_File]) -> str:
    """Return what the prompts are that no generator wrote, and which findings on them are waived."""
    rows = [[row for row in file.records if row["style"] == _NATURAL] for file in files]
    text = (
        "Language models wrote these prompts; others, blind to the labels, checked them (`README.md`). "
        "The writers of one split wrote for no other.\n\n"
    )
    for name, title in (
        ("kind", "kind"),
        ("language", "language"),
        ("writer", "writer"),
        ("label", "label by"),
    ):
        text += _counts(title, name, rows) + "\n"
    ids = {row["id"] for several in rows for row in several}
    waived = Counter(waiver.rule for waiver in files[0].suite.settings.waivers if waiver.id in ids)
    total = sum(waived.values())
    text += f"Findings on them that were read one by one, are false alarms, and are waived: {total}.\n"
    if waived:
        text += "\n" + _table(("rule", "waived"), [(rule, str(n)) for rule, n in sorted(waived.items())])
    return text


def _counts(title: str, name: str, files: Sequence[Sequence[dict[str, str]]]) -> str:
    """Return a table of how often each value of `name` occurs in the train, validation and test records."""
    counted = [Counter(row[name] for row in rows) for rows in files]
    keys = sorted(set().union(*counted), key=lambda key: (len(key) if key.isdigit() else 0, key))
    return _table(
        (title, "train", "validation", "test"),
        [(key, *(_share(counts[key], counts.total()) for counts in counted)) for key in keys],
    )


def _v2_findings(file: _File) -> str:
    found = Counter((finding.severity, finding.rule) for finding in file.examination.findings)
    rows = [(rule, severity, str(count)) for (severity, rule), count in sorted(found.items())]
    summary = (
        f"`{file.examination.path.name}` ({len(file.records):,} records) is kept to show the historical "
        "fault: subtotal, tax and total drawn independently of each other. "
        f"The suite's verdict on it: {file.verdict.result}.\n\n"
    )
    return summary + _table(("rule", "severity", "findings"), rows)


def _share(count: int, total: int) -> str:
    return f"{count:,} ({100 * count / total:.1f} %)"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "".join(f"| {' | '.join(cells)} |\n" for cells in _with_separator(head, rows))


def _with_separator(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[Sequence[str]]:
    yield head
    yield ["---"] * len(head)
    yield from rows
