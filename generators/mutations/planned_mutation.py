"""Which mutations are tried, and on which records."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, zip_longest
from random import Random

from edgejson.generators.mutations.operator import Mutant, Operator
from edgejson.generators.mutations.target_file import TargetFile


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedMutation:
    """One mutation that is to be judged: the mutant takes the place of the record in `row`."""

    operator: Operator
    schema_id: str
    row: int
    mutant: Mutant

    def other_lines(self) -> dict[int, tuple[bytes, ...]]:
        """Return the lines that take the place of other records, by their row in the file."""
        return {index + (index >= self.row): lines for index, lines in self.mutant.other_lines.items()}


def plan_mutations(
    file: TargetFile, operators: Sequence[Operator], *, each: int, seed: int, sample: int | None = None
) -> list[PlannedMutation]:
    """Return `each` mutations (fewer where fewer records allow) of every operator in every schema it breaks.

    Of these, only the first `sample` ones: they are ordered so that any first part of the list covers as
    many operators as it can; which of them come first is drawn by `seed`.
    """
    operators = Random(seed).sample(operators, len(operators))
    streams = [_of_operator(file, operator, each, seed) for operator in operators]
    return list(islice(_in_turns(streams), sample))


def _of_operator(file: TargetFile, operator: Operator, each: int, seed: int) -> Iterator[PlannedMutation]:
    """Yield the operator's mutations, one of each schema in turn, the schemas in a drawn order."""
    by_schema = sorted(file.by_schema().items())
    if operator.schemas is not None:
        by_schema = [(schema_id, rows) for schema_id, rows in by_schema if schema_id in operator.schemas]
    Random(f"{seed}/{operator.name}").shuffle(by_schema)
    chosen = by_schema[:1] if operator.breaks_whole_file else by_schema
    return _in_turns([_of_schema(file, operator, *rows, each, seed) for rows in chosen])


def _of_schema(
    file: TargetFile, operator: Operator, schema_id: str, rows: list[int], each: int, seed: int
) -> Iterator[PlannedMutation]:
    random = Random(f"{seed}/{operator.name}/{schema_id}")
    made = 0
    for row in random.sample(rows, len(rows)):
        if made == each:
            return
        mutant = operator.apply(file.target(row, random))
        if mutant is not None and (mutant.other_lines or mutant.lines != (file.lines[row],)):
            made += 1
            yield PlannedMutation(operator=operator, schema_id=schema_id, row=row, mutant=mutant)


def _in_turns(streams: Sequence[Iterator[PlannedMutation]]) -> Iterator[PlannedMutation]:
    """Yield the first of each stream, then the second of each, and so on."""
    return (one for one in chain.from_iterable(zip_longest(*streams)) if one is not None)
