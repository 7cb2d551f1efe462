"""A sample of records, spread over the schemas as evenly as can be and reproducible from a seed."""

import random
from collections.abc import Iterator, Mapping, Sequence

from edgejson.core.record import Record
from edgejson.scoring.errors import SampleError


def stratified_sample(groups: Mapping[str, Sequence[str]], count: int, seed: int) -> list[str]:
    """Return `count` of the ids in `groups`, as evenly over the groups as their sizes allow.

    Each group is shuffled with the seed; ids are then dealt one from each group in turn, and the groups
    that give one more in the last turn are drawn too. Raises SampleError when there are fewer than `count`
    ids.
    """
    available = sum(map(len, groups.values()))
    if count > available:
        raise SampleError(
            f"{count} records were asked for, but only {available} can be chosen; ask for fewer"
        )
    shuffled = []
    for name in sorted(groups):
        ids = sorted(groups[name])
        random.Random(f"{seed}/{name}").shuffle(ids)
        shuffled.append(ids)
    dealt = _deal(shuffled, random.Random(f"{seed}/turns"))
    return [next(dealt) for _ in range(count)]


def ids_by_schema(records: Sequence[Record]) -> dict[str, list[str]]:
    """Return the record ids of each schema."""
    groups: dict[str, list[str]] = {}
    for record in records:
        groups.setdefault(record.schema_id, []).append(record.id)
    return groups


def _deal(groups: Sequence[list[str]], turns: random.Random) -> Iterator[str]:
    groups = [ids for ids in groups if ids]
    while groups:
        order = list(groups)
        turns.shuffle(order)
        for ids in order:
            yield ids.pop()
        groups = [ids for ids in groups if ids]
