"""Equations: a number of the label is the sum, the product or the sum of products of others."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal, TypeAlias

from edgejson._typing import JSONValue
from edgejson.constraints.derived_numbers import decimals_of
from edgejson.constraints.label_paths import LabelNumber, Number, Path, as_number, names_of, number, scoped
from edgejson.core import money
from edgejson.core.currency import currency_digits
from edgejson.core.finding import Mismatch
from edgejson.core.record import Record

Decimals: TypeAlias = int | Literal["currency"] | None
"""Digits after the point to which a result is rounded, half up or half even.

``"currency"`` stands for those of the currency that the prompt names (two where it names none), None for as
many as the stated number has.
"""


def sum(  # noqa: A001 - the name that settings use
    record: Record,
    pointer: Path,
    *,
    of: Sequence[Path],
    optional: Sequence[Path] = (),
    decimals: Decimals = None,
    tolerance: Number = 0,
) -> Iterator[Mismatch]:
    """Yield the mismatch of a number that is not the sum of those at `of` and `optional`.

    A ``*`` in one of these adds the items of a list. Where a number at `of` is absent nothing is judged; an
    absent one at `optional` counts 0.
    """
    yield from sum_of_products(
        record, pointer, of=(), plus=of, optional=optional, decimals=decimals, tolerance=tolerance
    )


def product(
    record: Record, pointer: Path, *, of: Sequence[Path], decimals: Decimals = None, tolerance: Number = 0
) -> Iterator[Mismatch]:
    """Yield the mismatches of numbers that are not the product of those at `of` in the same item."""
    for target, *factors in scoped(record.label, pointer, *of):
        stated, numbers = number(record.label, target), [number(record.label, one) for one in factors]
        values = [one.value for one in numbers if one is not None]
        if stated is not None and len(values) == len(factors):
            yield from _wrong(record, stated, [money.product(*values)], decimals, tolerance)


def sum_of_products(
    record: Record,
    pointer: Path,
    *,
    of: Sequence[Path],
    discount: Path | None = None,
    plus: Sequence[Path] = (),
    optional: Sequence[Path] = (),
    decimals: Decimals = None,
    tolerance: Number = 0,
) -> Iterator[Mismatch]:
    """Yield the mismatch of a number that is not the sum of the products of `of` over the items of a list.

    `discount` is a percentage that an item is reduced by. Numbers at `plus` and `optional` are added. Where
    one at `of` or `plus` is absent nothing is judged; an absent discount or optional number counts 0.
    """
    label = record.label
    paths = (pointer, *of, *([discount] if discount else ()), *plus, *optional)
    for target, *concrete in scoped(label, *paths):
        stated = number(label, target)
        if stated is None:
            continue
        factors, rest = concrete[: len(of)], concrete[len(of) :]
        off, rest = (rest[0], rest[1:]) if discount else (None, rest)
        parts = _products(label, factors, off) if of else []
        for index, path in enumerate(rest):
            values = _numbers(label, names_of(path))
            if values is None and index < len(plus):
                parts = None
            if parts is None:
                break
            parts += map(Decimal, values or [])
        if parts is not None:
            yield from _wrong(record, stated, parts, decimals, tolerance)


def _products(label: JSONValue, factors: Sequence[Path], discount: Path | None) -> list[Decimal] | None:
    """Return the product for each item, None where a list or a factor is absent."""
    if _numbers(label, names_of(factors[0])) is None:
        return None
    found = []
    for in_item in scoped(label, *factors, *([discount] if discount else ())):
        numbers = [number(label, path) for path in in_item]
        if None in numbers[: len(factors)]:
            return None
        values = [one.value for one in numbers[: len(factors)] if one is not None]
        off = numbers[-1] if discount else None
        if off is not None:
            values.append(money.plus(1, money.product(-1, off.value, Decimal("0.01"))))
        found.append(money.product(*values))
    return found


def _numbers(value: JSONValue, names: Sequence[str]) -> list[Number] | None:
    """Return all numbers that the names lead to, None where one of them is absent or is no number."""
    if not names:
        one = as_number(value)
        return None if one is None else [one]
    name, *rest = names
    if name == "*":
        lists = [_numbers(item, rest) for item in value] if isinstance(value, list) else [None]
        return None if None in lists else [one for numbers in lists for one in numbers or ()]
    if isinstance(value, dict) and name in value:
        return _numbers(value[name], rest)
    if isinstance(value, list) and name.isdecimal() and int(name) < len(value):
        return _numbers(value[int(name)], rest)
    return None


def _wrong(
    record: Record, stated: LabelNumber, parts: Sequence[Decimal], decimals: Decimals, tolerance: Number
) -> Iterator[Mismatch]:
    if decimals is None:
        exact = money.plus(*parts)
        right = money.roundings(exact, decimals_of(stated.value)) | {exact}
    else:
        right = money.sums(parts, currency_digits(record.prompt) if decimals == "currency" else decimals)
    yield from unlike(stated, right, Decimal(tolerance))


def unlike(stated: LabelNumber, right: frozenset[Decimal], tolerance: Decimal) -> Iterator[Mismatch]:
    """Yield the mismatch of a stated number that is none of the `right` ones."""
    if not money.is_one_of(stated.value, right, tolerance):
        yield Mismatch(pointer=stated.pointer, expected=money.spelled(right), actual=stated.value)
