"""From a sample of labels of one shape to the drafts of rules that hold in nearly all of them."""

import random
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import replace
from typing import Any

from edgejson._typing import Label
from edgejson.constraints.label_paths import Path, values_at
from edgejson.core.pointers import split
from edgejson.core.record import Record
from edgejson.drafting.dependency_drafts import dependency_drafts
from edgejson.drafting.draft import Draft, is_surprising
from edgejson.drafting.equation_drafts import equation_drafts
from edgejson.drafting.relation_drafts import currency_drafts, dated_drafts, order_drafts, reference_drafts
from edgejson.drafting.scope import scopes

FEWEST = 10
"""Records that a rule must be about."""

MOST_EXCEPTIONS = {"arithmetic": 0.1}
"""Share of the records in which a rule may fail, by its kind: an equation that mostly holds is one."""

_USUAL_EXCEPTIONS = 0.005


def allowed_exceptions(draft: Draft) -> float:
    """Return the share of records in which the rule may fail."""
    return MOST_EXCEPTIONS.get(draft.kind, _USUAL_EXCEPTIONS)


def rule_drafts(records: Sequence[Record]) -> list[Draft]:
    """Return the drafts for records of one shape, less what is implied by others."""
    equations: list[Draft] = []
    orders: list[Draft] = []
    others: list[Draft] = []
    for scope in scopes(records):
        for alternatives in equation_drafts(scope, records):
            equations += _best(alternatives, records)
        orders += _surprising([*order_drafts(scope), *dated_drafts(scope)], records)
        others += _surprising([*reference_drafts(scope), *currency_drafts(scope)], records)
        others += dependency_drafts(scope)
    equal = [draft for draft in equations if draft.terms == 1]
    kept = _without_repeats(
        [*equations, *_reduced(_not_implied(orders, equations), records), *_reduced(others, records)]
    )
    return [draft for draft in kept if draft not in equal or not _is_reverse(draft, kept)]


def _best(alternatives: Iterable[Draft], records: Sequence[Record]) -> list[Draft]:
    """Return the equation that holds in most records; of nearly as good ones, the simplest."""
    drafts = list(dict.fromkeys(map(_Hashable, alternatives)))
    scored = [(_held(one.draft, records), one.draft) for one in drafts]
    good = [
        (held, draft)
        for (held, count), draft in scored
        if count >= FEWEST and held >= (1 - allowed_exceptions(draft)) * count
    ]
    if not good:
        return []
    most = max(held for held, _ in good)
    best = min(
        (draft for held, draft in good if held >= 0.95 * most),
        key=lambda draft: (draft.terms, -_held(draft, records)[0], draft.name),
    )
    return list(_surprising([best], records, tried=1000))


class _Hashable:
    """A draft that is equal to others of the same arguments."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._key = repr((draft.constraint, draft.arguments))

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Hashable) and self._key == other._key


def _held(draft: Draft, records: Iterable[Record]) -> tuple[int, int]:
    """Return in how many records the rule holds, and in how many it has something to judge."""
    judged = [draft.holds(record) for record in records if draft.applies(record)]
    return sum(judged), len(judged)


def _surprising(
    drafts: Sequence[Draft], records: Sequence[Record], *, tried: int | None = None
) -> Iterator[Draft]:
    """Yield the drafts that hold, and would not if the values were those of other records."""
    for draft in drafts:
        held, count = _held(draft, records)
        if count < FEWEST or held < (1 - allowed_exceptions(draft)) * count:
            continue
        by_chance, _ = _held(draft, shuffled(records, draft.shuffled))
        if is_surprising(held / count, count, (by_chance + 0.5) / (count + 1), tried or len(drafts)):
            yield draft


def shuffled(records: Sequence[Record], path: Path) -> list[Record]:
    """Return copies of the records in which the values at `path` are those of others, drawn."""
    labels: list[Label] = [deepcopy(record.label) for record in records]
    places = [(label, pointer) for label in labels for pointer, _ in values_at(label, path, at="")]
    values = [value for label in labels for _, value in values_at(label, path, at="")]
    for (label, pointer), value in zip(places, random.Random(path).sample(values, len(values)), strict=True):
        *above, last = split(pointer)
        holder: Any = label
        for name in above:
            holder = holder[int(name)] if isinstance(holder, list) else holder[name]
        holder[int(last) if isinstance(holder, list) else last] = value
    return [replace(record, label=label) for record, label in zip(records, labels, strict=True)]


def _not_implied(orders: Sequence[Draft], equations: Sequence[Draft]) -> list[Draft]:
    """Return the orders less those of a sum and its parts, or the parts of these."""
    wholes: dict[Path, set[Path]] = {}
    for draft in equations:
        for path in (*draft.required[1:], *_list(draft.arguments.get("optional"))):
            wholes.setdefault(path, set()).add(draft.shuffled)
    for _ in equations:
        for found in wholes.values():
            found.update(*(wholes.get(path, ()) for path in tuple(found)))
    return [draft for draft in orders if draft.required[0] not in wholes.get(draft.required[-1], ())]


def _list(value: object) -> list[Path]:
    return [str(one) for one in value] if isinstance(value, list) else []


def _reduced(drafts: Sequence[Draft], records: Sequence[Record]) -> list[Draft]:
    """Return the orders and references less those that follow from two others in nearly all records."""
    judged = {
        (draft.constraint, draft.required[-1], draft.required[0]): {
            index for index, record in enumerate(records) if draft.applies(record)
        }
        for draft in drafts
        if draft.constraint in ("ordered", "refers_to") and len(draft.required) == 2
    }
    between = dict.fromkeys(path for _, low, high in judged for path in (low, high))

    def follows(draft: Draft) -> bool:
        kind, low, high = draft.constraint, draft.required[-1], draft.required[0]
        directly = judged.get((kind, low, high), set())
        return any(
            len(directly & judged[kind, low, third] & judged[kind, third, high]) >= 0.95 * len(directly)
            for third in between
            if (kind, low, third) in judged
            and (kind, third, high) in judged
            and (kind, third, low) not in judged
        )

    return [draft for draft in drafts if not follows(draft)]


def _without_repeats(drafts: Iterable[Draft]) -> list[Draft]:
    return [one.draft for one in dict.fromkeys(map(_Hashable, drafts))]


def _is_reverse(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether an equation of one term was told the other way round before."""
    for other in drafts:
        if other is draft:
            return False
        if other.terms == 1 and other.constraint == "sum" and set(other.required) == set(draft.required):
            return True
    return False
