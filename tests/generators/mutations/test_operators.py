"""What every operator is: named, aimed at a rule of the suite, a function of its target alone."""

import ast
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

import edgejson.generators.mutations
from edgejson.core.json_text import compact
from edgejson.generators.mutations import OPERATORS
from edgejson.generators.mutations.operator import Mutant, Operator
from edgejson.generators.mutations.target_file import TargetFile
from edgejson.suite.schema_registry import registry
from edgejson.suite.suite import built_in_rules

_FOLDER = Path(str(edgejson.generators.mutations.__file__)).parent
_KNOWLEDGE_OF_THE_SUITE = ("rules", "grounding", "judging", "constraints", "dataset", "suite.checks")

# A split that is declared and has no file is a matter of the settings, which no operator changes.
_BEYOND_OPERATORS = {"balance.every_declared_split_has_records"}


def caught_by(operator: Operator) -> set[str]:
    """Return all the rules that are meant to catch what an operator breaks."""
    return {operator.caught_by} if isinstance(operator.caught_by, str) else set(operator.caught_by.values())


def imports(path: Path) -> Iterator[str]:
    """Yield the names of the modules that a file imports, functions included."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_there_are_many_and_each_has_its_name() -> None:
    names = [operator.name for operator in OPERATORS]
    assert len(names) == len(set(names)) >= 60


def test_every_rule_has_an_operator() -> None:
    meant = {rule for operator in OPERATORS for rule in caught_by(operator)}
    assert meant == {rule.id for rule in built_in_rules()} - _BEYOND_OPERATORS


@pytest.mark.parametrize("path", sorted(_FOLDER.glob("*.py")), ids=lambda path: path.stem)
def test_no_operator_knows_how_the_suite_looks(path: Path) -> None:
    for name in imports(path):
        assert not any(name.startswith(f"edgejson.{room}") for room in _KNOWLEDGE_OF_THE_SUITE), name


def test_every_schema_is_broken_in_many_ways(frozen: TargetFile) -> None:
    for schema_id in registry().schema_ids:
        aimed = [one for one in OPERATORS if one.schemas is None or schema_id in one.schemas]
        assert len(aimed) >= 60


def fitting(operator: Operator, frozen: TargetFile) -> Iterator[tuple[int, Mutant]]:
    """Yield the rows of records that the operator can break, each with a mutant of it."""
    for row, record in enumerate(frozen.records):
        if operator.schemas is None or record["schema_id"] in operator.schemas:
            mutant = operator.apply(frozen.target(row, Random(row)))
            if mutant is not None:
                yield row, mutant


def test_an_operator_is_a_function_of_its_victim(frozen: TargetFile, frozen_test: TargetFile) -> None:
    for operator in OPERATORS:
        row, mutant = next(fitting(operator, frozen), (None, None))
        data = frozen
        if row is None:
            row, mutant = next(fitting(operator, frozen_test), (None, None))
            data = frozen_test
        assert row is not None, f"{operator.name} fits no record of the frozen draw"
        assert mutant is not None
        assert mutant.description
        assert operator.apply(data.target(row, Random(row))) == mutant, operator.name


def test_operators_change_nothing_but_their_victims(frozen_test: TargetFile) -> None:
    before = written(frozen_test)
    for operator in OPERATORS:
        next(fitting(operator, frozen_test), None)
    assert written(frozen_test) == before


def written(frozen: TargetFile) -> list[str]:
    """Return every record that operators are shown, as text."""
    peers = (record for records in frozen.peers.values() for record in records)
    return [compact(record) for record in (*frozen.records, *peers)]


def test_companions_are_of_the_suite() -> None:
    rules = {rule.id for rule in built_in_rules()}
    families = {f"{rule.partition('.')[0]}." for rule in rules} | {f"{one}." for one in registry().schema_ids}
    for operator in OPERATORS:
        for name in operator.companions:
            stem = name.removesuffix("*")
            assert name in rules or stem in families or any(rule.startswith(stem) for rule in rules), name
