"""Drawing a way to break a record, for properties of the suite and of repair."""

import json
from decimal import Decimal
from random import Random

from hypothesis import strategies as st

from edgejson._typing import JSONObject
from edgejson.generators import GeneratedRecord, strategies
from edgejson.generators.mutations import OPERATORS
from edgejson.generators.mutations.operator import Mutant, Operator, TargetRecord
from edgejson.suite.schema_registry import registry
from edgejson.suite.suite import built_in_rules

_ALONE = frozenset(rule.id for rule in built_in_rules() if rule.scope in ("line", "label", "record"))


def _caught_alone(operator: Operator) -> bool:
    """Whether the rule that must notice sees nothing but the record."""
    meant = [operator.caught_by] if isinstance(operator.caught_by, str) else operator.caught_by.values()
    return operator.breaks in ("line", "label") and all(rule in _ALONE for rule in meant)


_BY_CHANCE = ("line_break_becomes_comma", "line_cut_short")
# A line break inside an item of a listing breaks its layout, a cut inside a letter breaks its UTF-8: which
# rule speaks depends on the place. Both are caught, by one rule or another; the kill rate has them.

BREAKS = tuple(one for one in OPERATORS if _caught_alone(one) and one.name not in _BY_CHANCE)
"""The operators that break one record so that its own rules must notice."""
OF_LABELS = tuple(operator for operator in BREAKS if operator.breaks == "label")


def target(record: GeneratedRecord, random: Random) -> TargetRecord:
    """Return a record as a target, decoded from its line; there are no others in its file."""
    decoded: JSONObject = json.loads(record.line(), parse_float=Decimal)
    return TargetRecord(
        record=decoded,
        row=0,
        schema=registry().schema(record.schema_id),
        others=[],
        peers={},
        split=None,
        random=random,
    )


def broken(
    record: GeneratedRecord, first: int, random: Random, operators: tuple[Operator, ...] = BREAKS
) -> tuple[Operator, Mutant]:
    """Break a record by the first operator, from number `first` on, that finds something to break."""
    for operator in (*operators[first:], *operators[:first]):
        if operator.schemas is not None and record.schema_id not in operator.schemas:
            continue
        mutant = operator.apply(target(record, random))
        if mutant is not None and mutant.lines != (record.line().removesuffix(b"\n"),):
            return operator, mutant
    raise AssertionError(f"nothing breaks {record.id}")


def breaks(
    operators: tuple[Operator, ...] = BREAKS,
) -> st.SearchStrategy[tuple[GeneratedRecord, Operator, Mutant]]:
    """Return a strategy for listings with a way to break them, and the record as it is then."""

    @st.composite
    def drawn(draw: st.DrawFn) -> tuple[GeneratedRecord, Operator, Mutant]:
        record = draw(strategies.records(style="listing"))
        first = draw(st.integers(0, len(operators) - 1))
        return record, *broken(record, first, Random(draw(st.integers(0, 2**32))), operators)

    return drawn()
