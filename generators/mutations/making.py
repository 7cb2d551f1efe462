"""Two ways to make an operator: break a value in the label alone, or in the label and the prompt alike."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias, TypeVar

from edgejson._typing import JSONValue, Pointer
from edgejson.generators.mutations.edit import at, found, put, restate
from edgejson.generators.mutations.operator import Mutant, Operator, Victim, changed
from edgejson.generators.mutations.places import Place
from edgejson.suite.schema_registry import registry

T = TypeVar("T")

Targets: TypeAlias = Mapping[str, tuple[str, str]]
"""For each schema, where it is broken (a pointer in which ``*`` is any item) and what must notice."""

Change: TypeAlias = Callable[[Victim, Pointer, JSONValue], JSONValue]
"""What a value at a pointer becomes; None where it cannot be broken in this way, so that another is tried."""

OF_SCHEMAS = (*(f"{schema_id}.*" for schema_id in registry().schema_ids), "semantics.*")
"""The rules of single schemas. Whatever value of a label is changed, a figure that follows from it, what
refers to it or its own form may be wrong then as well: another truth than that the prompt says another."""


def in_label(
    name: str,
    caught_by: str,
    where: Callable[[Victim], Sequence[Place]],
    new: Callable[[Victim, Place], JSONValue],
    *companions: str,
) -> Operator:
    """Return the operator that replaces one value of the label; the prompt goes on saying the old one.

    `new` returns None where a value cannot be broken in this way; another one is tried then.
    """

    def apply(victim: Victim) -> Mutant | None:
        for place in shuffled(victim, where(victim)):
            after = new(victim, place)
            if after is not None and after != place.value:
                put(victim.label, place.pointer, after)
                return changed(victim, place.pointer, place.value, after)
        return None

    return Operator(
        name=name,
        breaks="label",
        caught_by=caught_by,
        apply=apply,
        companions=frozenset({*OF_SCHEMAS, *companions}),
    )


def in_both(
    name: str,
    targets: Targets,
    new: Change,
    *companions: str,
) -> Operator:
    """Return the operator that replaces one value of the label, and what the prompt says of it as well.

    So only rules that know what the value means can notice.
    """

    def apply(victim: Victim) -> Mutant | None:
        for pointer in shuffled(victim, found(victim.label, targets[victim.schema_id][0])):
            before = at(victim.label, pointer)
            after = new(victim, pointer, before)
            if after is not None and restate(victim, pointer, after):
                return changed(victim, pointer, before, after)
        return None

    return Operator(
        name=name,
        breaks="label",
        caught_by={schema_id: rule for schema_id, (_, rule) in targets.items()},
        apply=apply,
        companions=frozenset(companions),
    )


def shuffled(victim: Victim, options: Sequence[T]) -> list[T]:
    """Return the options in a drawn order."""
    return victim.random.sample(options, len(options))
