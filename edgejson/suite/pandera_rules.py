"""Users' pandera models and schemas, as rules for the record table."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from edgejson._typing import Pointer
from edgejson.core.finding import Mismatch
from edgejson.core.record_format import RECORD_FIELDS
from edgejson.errors import SettingsError
from edgejson.suite.checks import Rule
from edgejson.suite.dataset import Dataset

if TYPE_CHECKING:
    from pandera.polars import DataFrameSchema

COLUMNS = (
    "line", "id", "schema_id", "complexity", "source", "fields", "label_fields", "label_leaves", "listed",
    "alias",
)  # fmt: skip
"""The columns of the record table that a model can name (see `edgejson.dataset.tables.Table`)."""


def model_rules(module: ModuleType, *, family: str) -> list[Rule]:
    """Return a rule for each pandera model and schema that a check file defines, in their order there.

    A name that begins with an underscore makes no rule, nor does what the file imports. Raises SettingsError
    for a model that is not for polars, or that asks for a column that the record table does not have.
    """
    if "pandera" not in sys.modules:
        return []
    path = Path(str(module.__file__))
    rules: list[Rule] = []
    problems: list[str] = []
    for name, line in _definitions(path):
        value = vars(module).get(name)
        if name.startswith("_") or not _is_pandera(value):
            continue
        try:
            schema = _polars_schema(value)
        except Exception as error:
            problems.append(f"{name} (line {line}): {error}")
            continue
        unknown = [c.name for c in schema.columns.values() if not c.regex and c.name not in COLUMNS]
        if unknown:
            known = ", ".join(COLUMNS)
            problems.append(f"{name} (line {line}): the record table has no {unknown[0]!r}; it has {known}")
        rules.append(_rule(name, schema, family=family, path=path, line=line))
    if problems:
        raise SettingsError(path, problems)
    return rules


def _definitions(path: Path) -> Iterator[tuple[str, int]]:
    """Yield the name and line of each class and variable that a file defines at its top level."""
    for node in ast.parse(path.read_bytes()).body:
        match node:
            case ast.ClassDef(name=name) | ast.AnnAssign(target=ast.Name(id=name)):
                yield name, node.lineno
            case ast.Assign(targets=[ast.Name(id=name)]):
                yield name, node.lineno


def _is_pandera(value: object) -> bool:
    from pandera.api.base.model import BaseModel
    from pandera.api.base.schema import BaseSchema

    return isinstance(value, BaseSchema) or (isinstance(value, type) and issubclass(value, BaseModel))


def _polars_schema(value: Any) -> "DataFrameSchema":
    import pandera.polars as pa

    schema = value.to_schema() if hasattr(value, "to_schema") else value
    if not isinstance(schema, pa.DataFrameSchema):
        raise TypeError("it is not for polars; take it from pandera.polars")
    return schema


def _rule(name: str, schema: "DataFrameSchema", *, family: str, path: Path, line: int) -> Rule:
    sentence = " ".join((schema.description or f"The record table is as {name} describes it.").split())
    return Rule(
        id=f"{family}.{name}",
        family=family,
        name=name,
        sentence=sentence,
        kind="custom",
        severity="error",
        scope="file",
        schemas=None,
        needs=None,
        function=lambda dataset: _mismatches(schema, dataset),
        path=path,
        line=line,
        takes_settings=False,
    )


def _mismatches(schema: "DataFrameSchema", dataset: Dataset) -> Iterator[Mismatch]:
    """Yield what pandera finds: at a line where it names a row, else about the file."""
    from pandera.errors import SchemaErrors

    columns = [column for column in COLUMNS if column in schema.columns] if schema.strict else list(COLUMNS)
    table = dataset.table.frame.select(COLUMNS)
    try:
        schema.validate(table.select(columns), lazy=True)
    except SchemaErrors as errors:
        for failure in errors.failure_cases.sort("index", nulls_last=False).iter_rows(named=True):
            index, column, actual = failure["index"], failure["column"], failure["failure_case"]
            of_column = column in COLUMNS
            if index is not None and of_column:
                actual = table[column][index]
            yield Mismatch(
                pointer=_pointer(column) if of_column else "",
                expected=f"{column}: {failure['check']}" if of_column else str(failure["check"]),
                actual=actual,
                line=None if index is None else table["line"][index],
            )


def _pointer(column: str) -> Pointer:
    if column in RECORD_FIELDS:
        return f"/{column}"
    return "/expected_output" if column.startswith("label_") else ""
