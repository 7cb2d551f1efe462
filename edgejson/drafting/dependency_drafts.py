"""Drafts of functional dependencies: fields whose value decides that of another one wherever it recurs."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import permutations

from edgejson._typing import JSONValue
from edgejson.core.json_text import compact
from edgejson.drafting.draft import Draft, identifier, is_surprising, words
from edgejson.drafting.scope import Scope

_ENOUGH = 10
_LONGEST = 32


def dependency_drafts(scope: Scope) -> Iterator[Draft]:
    """Yield drafts that hold in all rows, are surprising by chance, and do not follow from others."""
    columns = {path: [_spelled(value) for value in values] for path, values in scope.columns().items()}
    columns = {path: values for path, values in columns.items() if _is_short(values)}
    deciding = {path for path, values in columns.items() if _is_repeated(values)}
    deciding -= {path for path in deciding if any("." in value for value in columns[path] if value)}
    tried = len(deciding) * len(columns)
    found: dict[tuple[str, str], None] = {}
    for one, other in permutations(columns, 2):
        if one not in deciding:
            continue
        pairs = [(a, b) for a, b in zip(columns[one], columns[other], strict=True) if a and b]
        held, count = _agreement([a for a, _ in pairs], [b for _, b in pairs])
        if count < _ENOUGH or held < 1:
            continue
        values = [b for _, b in pairs]
        draws = random.Random(0)
        chance = sum(
            _agreement([a for a, _ in pairs], draws.sample(values, len(values)))[0] for _ in range(5)
        )
        if is_surprising(held, count, chance / 5, tried):
            found[one, other] = None
    order = {path: index for index, path in enumerate(columns)}
    for one, other in found:
        # Fields that decide each other are told by the first; what follows through a third one is left out.
        mutual = (other, one) in found and order[other] < order[one]
        follows = mutual or any(
            (one, third) in found
            and (third, other) in found
            and ((third, one) not in found or order[third] < order[one])
            and ((other, third) not in found or order[third] < order[other])
            for third in columns
        )
        if not follows:
            a, b = words(one, other)
            yield Draft(
                "functional_dependency",
                "convention",
                {"pointer": other, "on": [one]},
                (other, one),
                identifier(f"{b}_follows_from_{a}"),
                f"{other} is the same wherever {one} is",
            )


def _spelled(value: JSONValue) -> str | None:
    return None if value is None else compact(value)


def _is_short(values: Sequence[str | None]) -> bool:
    """Whether the values differ, and are no prose."""
    given = [value for value in values if value is not None]
    return len(set(given)) > 1 and sum(map(len, given)) <= _LONGEST * len(given)


def _is_repeated(values: Sequence[str | None]) -> bool:
    counts = Counter(value for value in values if value is not None)
    return sum(times - 1 for times in counts.values()) >= _ENOUGH and len(counts) > 1


def _agreement(keys: Sequence[str | None], values: Sequence[str | None]) -> tuple[float, int]:
    """Return which share of the repeated keys has the usual value of the key, and how many there are."""
    by_key: dict[str | None, Counter[str | None]] = {}
    for key, value in zip(keys, values, strict=True):
        by_key.setdefault(key, Counter())[value] += 1
    repeated = sum(counts.total() - 1 for counts in by_key.values())
    agreeing = sum(max(counts.values()) - 1 for counts in by_key.values())
    return (agreeing / repeated if repeated else 0), repeated
