"""Ways to make an operator: break a label alone, or the label and the prompt alike."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias, TypeVar

from edgejson._typing import JSONValue, Pointer
from edgejson.generators.mutations.edit import matching_pointers, replace_in_both, set_value, value_at
from edgejson.generators.mutations.label_values import LabelValue
from edgejson.generators.mutations.operator import Mutant, Operator, TargetRecord, value_mutant
from edgejson.suite.schema_registry import registry

T = TypeVar("T")

PathsAndRules: TypeAlias = Mapping[str, tuple[str, str]]
"""For each schema, where it is broken (a pointer in which ``*`` is any item), and the rule to find it."""

ValueChange: TypeAlias = Callable[[TargetRecord, Pointer, JSONValue], JSONValue]
"""What a value at a pointer becomes; None where it cannot be broken in this way, so that another is tried."""

SCHEMA_RULES = (*(f"{schema_id}.*" for schema_id in registry().schema_ids), "semantics.*")
"""The rules of single schemas. Whatever value of a label is changed, a figure that follows from it, what
refers to it or its own form may be wrong then as well: another truth than that the prompt says another."""


def grounding_operator(
    name: str, caught_by: str, apply: Callable[[TargetRecord], Mutant | None], *companions: str
) -> Operator:
    """Return the operator that breaks the label by `apply`; the prompt goes on saying what it said."""
    return Operator(
        name=name,
        breaks="label",
        caught_by=caught_by,
        apply=apply,
        companions=frozenset({*SCHEMA_RULES, *companions}),
    )


def label_operator(
    name: str,
    caught_by: str,
    where: Callable[[TargetRecord], Sequence[LabelValue]],
    new: Callable[[TargetRecord, LabelValue], JSONValue],
    *companions: str,
) -> Operator:
    """Return the operator that replaces one value of the label; the prompt goes on saying the old one.

    `new` returns None where a value cannot be broken in this way; another one is tried then.
    """

    def apply(target: TargetRecord) -> Mutant | None:
        for entry in shuffled(target, where(target)):
            after = new(target, entry)
            if after is not None and after != entry.value:
                set_value(target.label, entry.pointer, after)
                return value_mutant(target, entry.pointer, entry.value, after)
        return None

    return grounding_operator(name, caught_by, apply, *companions)


def label_and_prompt_operator(
    name: str,
    targets: PathsAndRules,
    new: ValueChange,
    *companions: str,
) -> Operator:
    """Return the operator that replaces one value of the label, and what the prompt says of it as well.

    Only rules that know what the value means can find it.
    """

    def apply(target: TargetRecord) -> Mutant | None:
        for pointer in shuffled(target, matching_pointers(target.label, targets[target.schema_id][0])):
            before = value_at(target.label, pointer)
            after = new(target, pointer, before)
            if after is not None and replace_in_both(target, pointer, after):
                return value_mutant(target, pointer, before, after)
        return None

    return Operator(
        name=name,
        breaks="label",
        caught_by={schema_id: rule for schema_id, (_, rule) in targets.items()},
        apply=apply,
        companions=frozenset(companions),
    )


def shuffled(target: TargetRecord, options: Sequence[T]) -> list[T]:
    """Return the options in a drawn order."""
    return target.random.sample(options, len(options))
