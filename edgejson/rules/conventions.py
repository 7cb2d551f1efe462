"""One data set, one convention: where labels may be written in two ways, all are written in the same one.

Which side is wrong is for a person to say; a finding counts both. It stands at the lines of the side that
adds to or changes what the prompt says, where there is one, and else at those of the smaller side.
"""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from edgejson._typing import Pointer
from edgejson.core.finding import Mismatch
from edgejson.dataset.prompt_skeleton import spelled
from edgejson.rules.grounding import flaws_of
from edgejson.suite.checks import check
from edgejson.suite.dataset import Dataset
from edgejson.suite.schema_registry import Registry

if TYPE_CHECKING:
    from polars import DataFrame

LEAST_TO_MAKE_A_CONVENTION = 2
"""Records that do what their prompt does not say before it is a convention: one alone is a slip, which the
grounding rules find."""

_LABEL = "/expected_output"


def _shown(dataset: Dataset, kind: str) -> "DataFrame":
    """Return the rows (line, schema_id, path, side) of the file's conventions of a kind."""
    import polars as pl

    rows = dataset.table.frame.select("line", "schema_id", "conventions").drop_nulls("schema_id")
    rows = rows.explode("conventions").filter(pl.col("conventions").str.starts_with(f"{kind}\t"))
    parts = pl.col("conventions").str.split("\t")
    return rows.select("line", "schema_id", path=parts.list.get(1), side=parts.list.get(2))


@check(kind="convention", severity="warning", scope="file")
def unstated_fields_are_always_left_out(dataset: Dataset) -> Iterator[Mismatch]:
    """A field that the prompt does not state is filled in by no record, when others leave it out."""
    groups = []
    for (schema_id, path), rows in _groups(_shown(dataset, "unstated")):
        omitting = _omitting(dataset, schema_id, path.removeprefix("/"))
        if min(rows.height, omitting) >= LEAST_TO_MAKE_A_CONVENTION:
            groups.append((path, rows["line"].to_list(), omitting))
    invented = _invented(dataset, {line for _, lines, _ in groups for line in lines})
    for path, lines, omitting in groups:
        filling = [line for line in lines if (line, _LABEL + path) in invented]
        if len(filling) < LEAST_TO_MAKE_A_CONVENTION:
            continue
        for line in filling:
            yield Mismatch(
                pointer=_LABEL + path,
                expected=f"left out where the prompt does not state it, as in {omitting:,} records",
                actual=f"filled in, as in {len(filling):,} records",
                line=line,
            )


def _invented(dataset: Dataset, lines: set[int]) -> set[tuple[int, Pointer]]:
    """Return the line and pointer of what has no trace in the prompt, among the records of these lines."""
    if not lines:
        return set()
    return {
        (record.line, flaw.pointer)
        for record in dataset.all_records()
        if record.line in lines and record.schema_id in dataset.registry
        for flaw in flaws_of(record, dataset.settings)
        if flaw.truth == "invented"
    }


def _omitting(dataset: Dataset, schema_id: str, name: str) -> int:
    """Return how many records of a schema leave a field out whose name their prompt does not list either."""
    import polars as pl

    rows = dataset.table.frame.filter(pl.col("schema_id") == schema_id).drop_nulls(["label_fields", "listed"])
    return sum(
        name not in fields.split("\n") and spelled(name) not in listed.split("\n")
        for fields, listed in rows.select("label_fields", "listed").iter_rows()
    )


@check(kind="convention", severity="warning", scope="file")
def line_breaks_are_always_kept(dataset: Dataset) -> Iterator[Mismatch]:
    """A line break inside a value is rewritten by no record, when others keep it."""
    for (_, path), rows in _groups(_shown(dataset, "line break")):
        counts = Counter(rows["side"])
        if min(counts["kept"], counts["rewritten"]) < LEAST_TO_MAKE_A_CONVENTION:
            continue
        for line, side in rows.select("line", "side").iter_rows():
            if side == "rewritten":
                yield Mismatch(
                    pointer=_pointer(path),
                    expected=f"the prompt's line break, as {counts['kept']:,} records keep it",
                    actual=f"another gap, as in {counts['rewritten']:,} records",
                    line=line,
                )


@check(kind="convention", severity="warning", scope="file")
def amounts_of_a_type_have_one_sign(dataset: Dataset) -> Iterator[Mismatch]:
    """Amounts of transactions of one type are all positive, or all negative."""
    shown = _shown(dataset, "sign")
    slips = shown["side"].str.ends_with("against the prompt").sum()
    for (_, kind), rows in _groups(shown):
        signs = rows.select("line", "side").iter_rows()
        sides = [(line, side.split()[0], " " in side) for line, side in signs]
        counts = Counter(side for _, side, _ in sides)
        usual = counts.most_common(1)[0][0]
        for line, side, against in sides:
            if side != usual and (not against or slips >= LEAST_TO_MAKE_A_CONVENTION):
                yield Mismatch(
                    pointer=f"{_LABEL}/amount",
                    expected=f"a {usual} amount of type {kind}, as in {counts[usual]:,} records",
                    actual=f"a {side} one, as in {counts[side]:,} records",
                    line=line,
                )


@check(kind="convention", severity="warning", scope="file")
def times_of_a_field_have_one_form(dataset: Dataset) -> Iterator[Mismatch]:
    """Dates and times of one field are all written in the same form."""
    for (schema_id, path), rows in _groups(_shown(dataset, "time form")):
        if _has_format(dataset.registry, schema_id, path):
            continue
        counts = Counter(rows["side"])
        usual = counts.most_common(1)[0][0]
        for line, side in rows.select("line", "side").iter_rows():
            if side != usual:
                yield Mismatch(
                    pointer=_pointer(path),
                    expected=f"{usual}, as in {counts[usual]:,} records",
                    actual=f"{side}, as in {counts[side]:,} records",
                    line=line,
                )


def _has_format(registry: Registry, schema_id: str, path: str) -> bool:
    """Whether the schema itself says which form the times of a field have, so that they are found there."""
    schema: Any = registry.schema(schema_id) if schema_id in registry else {}
    for name in path.split("/")[1:]:
        schema = schema.get("items", {}) if name == "*" else schema.get("properties", {}).get(name, {})
        if not isinstance(schema, dict):
            return False
    return "format" in schema


def _pointer(path: str) -> Pointer:
    """Return the pointer to what has the `path`; to the first list on the way, where there is one."""
    return _LABEL + path.split("/*")[0]


def _groups(rows: "DataFrame") -> Iterator[tuple[tuple[str, str], "DataFrame"]]:
    """Yield the rows of each schema and path, in the file's order."""
    for (schema_id, path), group in sorted(rows.group_by("schema_id", "path", maintain_order=True)):
        yield (str(schema_id), str(path)), group.sort("line")
