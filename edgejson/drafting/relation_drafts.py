"""Drafts of orders, references and uniqueness: relations between the values of one label."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import permutations

from edgejson._typing import JSONValue
from edgejson.constraints.currencies import currency_codes
from edgejson.constraints.label_paths import Path, as_number
from edgejson.core.pointers import split
from edgejson.core.rfc3339 import parse_rfc3339
from edgejson.drafting.draft import Draft, identifier, words
from edgejson.drafting.scope import Row, Scope

_ENOUGH = 10
_ANY = {
    "total",
    "count",
    "number",
    "amount",
    "average",
    "sum",
    "value",
    "x",
    "metric",
    "by",
    "of",
    "per",
    "item",
}
"""Words that numbers of any kind are named with."""


def order_drafts(scope: Scope) -> Iterator[Draft]:
    """Yield drafts of which number or date is never above which other, in the same label or item."""
    for columns in _comparable(scope):
        for low, high in permutations(columns, 2):
            if not _are_akin(low, high):
                continue
            both = [
                (a, b)
                for a, b in zip(columns[low], columns[high], strict=True)
                if a is not None and b is not None
            ]
            held = sum(a <= b for a, b in both)
            if len(both) >= _ENOUGH and held >= 0.99 * len(both) and any(a != b for a, b in both):
                one, other = words(low, high)
                yield Draft(
                    "ordered",
                    "plausibility",
                    {"pointers": [low, high]},
                    (high, low),
                    identifier(f"{one}_is_not_above_{other}"),
                    f"{low} is not above {high}",
                )


def dated_drafts(scope: Scope) -> Iterator[Draft]:
    """Yield drafts of which date is never before which other, and of lists of dates that never go back."""
    dates = sorted({path for row in scope.rows for path in _dates(row)})
    for low, high in permutations(dates, 2):
        if "*" not in low[len(scope.path) :] or "*" not in high[len(scope.path) :]:
            one, other = words(low, high)
            yield Draft(
                "ordered",
                "temporal",
                {"pointers": [low, high]},
                (high, low),
                identifier(f"{other}_is_not_before_{one}"),
                f"{high} is not before {low}",
            )
    for path in dates:
        if path.count("*") == scope.path.count("*") + 1:
            yield Draft(
                "ordered",
                "temporal",
                {"pointers": [path]},
                (path,),
                identifier(f"{words(path)[0]}_never_goes_back"),
                f"{path} never goes back",
            )


def reference_drafts(scope: Scope) -> Iterator[Draft]:
    """Yield drafts of texts that are always found among others of the same label, and of unique ones."""
    columns = [_texts(row) for row in scope.rows]
    paths = sorted({path for column in columns for path in column})
    lists = [path for path in paths if "*" in path]
    for path in lists:
        if sum(len(column.get(path, ())) > 1 for column in columns) >= _ENOUGH:
            yield Draft(
                "unique",
                "reference",
                {"pointer": path},
                (path,),
                identifier(f"{words(path)[0]}_is_unique"),
                f"{path} occurs once in a label",
            )
    for path in paths:
        for to in lists:
            both = [(column[path], column[to]) for column in columns if path in column and to in column]
            if path == to or len(both) < _ENOUGH:
                continue
            if sum(set(a) <= set(b) for a, b in both) >= 0.99 * len(both):
                one, other = words(path, to)
                yield Draft(
                    "refers_to",
                    "reference",
                    {"pointer": path, "to": to},
                    (path, to),
                    identifier(f"{one}_refers_to_{other}"),
                    f"{path} is one of the values at {to}",
                )


def currency_drafts(scope: Scope) -> Iterator[Draft]:
    """Yield drafts of amounts that are no finer than the minor units of the currency beside them."""
    for path, values in scope.columns().items():
        given = [value for value in values if value is not None]
        if len(given) >= _ENOUGH and all(value in currency_codes() for value in given):
            beside = [one for one in scope.numbers() if one.rpartition("/")[0] == path.rpartition("/")[0]]
            for amount in beside:
                one, other = words(amount, path)
                yield Draft(
                    "currency_units",
                    "semantics",
                    {"pointers": [amount], "currency": path},
                    (path, amount),
                    identifier(f"{one}_has_no_more_digits_than_{other}"),
                    f"{amount} is no finer than the minor units of {path}",
                )


def _comparable(scope: Scope) -> Iterator[Mapping[Path, list[Decimal | int | None]]]:
    """Yield the whole numbers and the others: counts are not compared with amounts."""
    numbers = dict(scope.numbers())
    for place in dict.fromkeys(path for row in scope.rows for path in row.items):
        names = dict.fromkeys(path for row in scope.rows for one in row.items.get(place, ()) for path in one)
        for path in names:
            greatest = [_greatest(row, place, path) for row in scope.rows]
            if len({one for one in greatest if one is not None}) > 1:
                numbers[path] = greatest
    fractional = {path for path, values in numbers.items() if any(isinstance(one, Decimal) for one in values)}
    yield {path: values for path, values in numbers.items() if path not in fractional}
    yield {path: values for path, values in numbers.items() if path in fractional}


def _are_akin(one: Path, other: Path) -> bool:
    """Whether two numbers are of the same object, or have a word in common that says what they are of."""
    if one.rpartition("/")[0] == other.rpartition("/")[0]:
        return True
    first, second = map(_words_of, split(one)), map(_words_of, split(other))
    *_, last = whole = list(first)
    *_, end = others = list(second)
    return any(last & words for words in others) or any(end & words for words in whole)


def _words_of(name: str) -> set[str]:
    return {word.rstrip("s") for word in identifier(name).split("_")} - _ANY


def _greatest(row: Row, place: Path, path: Path) -> Decimal | int | None:
    values = [as_number(item.get(path)) for item in row.items.get(place, ())]
    return max((one for one in values if one is not None), default=None)


def _texts(row: Row) -> dict[Path, list[JSONValue]]:
    found: dict[Path, list[JSONValue]] = {}
    scalars: Sequence[Mapping[Path, JSONValue]] = [
        row.scalars,
        *(item for items in row.items.values() for item in items),
    ]
    for one in scalars:
        for path, value in one.items():
            if isinstance(value, str):
                found.setdefault(path, []).append(value)
    return found


def _dates(row: Row) -> Iterator[Path]:
    for path, values in _texts(row).items():
        if all(parse_rfc3339(str(value)) is not None for value in values):
            yield path
