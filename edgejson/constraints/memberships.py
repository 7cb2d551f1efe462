"""Memberships: values that occur once, that stand elsewhere in the label, that are among those allowed."""

from collections.abc import Iterator, Sequence

from edgejson._typing import JSONValue
from edgejson.constraints.currencies import finer_than_currency, too_fine, unknown_currency
from edgejson.constraints.label_paths import LabelText, Path, numbers, scoped, text, values_at
from edgejson.constraints.references import dangling
from edgejson.core.currency import currency_digits
from edgejson.core.finding import Mismatch
from edgejson.core.json_text import compact
from edgejson.core.record import Record


def unique(record: Record, pointer: Path) -> Iterator[Mismatch]:
    """Yield the mismatches of values that occur at `pointer`, which has a ``*``, before in the same label."""
    first: dict[str, str] = {}
    for place, value in values_at(record.label, pointer):
        before = first.setdefault(compact(value), place)
        if before != place:
            yield Mismatch(pointer=place, expected=f"a value other than that at {before}", actual=value)


def refers_to(record: Record, pointer: Path, *, to: Path) -> Iterator[Mismatch]:
    """Yield the mismatches of values at `pointer` that are none of those at `to` in the same label.

    Where the label has no value at `to`, nothing is judged.
    """
    known = {_spelled(value) for _, value in values_at(record.label, to)}
    references = [LabelText(place, _spelled(value)) for place, value in values_at(record.label, pointer)]
    if known:
        yield from dangling(references, known, what=f"values at {to}")


def _spelled(value: JSONValue) -> str:
    return value if isinstance(value, str) else compact(value)


def one_of(record: Record, pointer: Path, *, values: Sequence[JSONValue]) -> Iterator[Mismatch]:
    """Yield the mismatches of values that are none of `values`."""
    known = {compact(value) for value in values}
    for place, value in values_at(record.label, pointer):
        if compact(value) not in known:
            expected = f"one of {', '.join(map(_spelled, values))}"
            yield Mismatch(pointer=place, expected=expected, actual=value)


def currency_units(
    record: Record, pointers: Sequence[Path], *, currency: Path | None = None
) -> Iterator[Mismatch]:
    """Yield the mismatch of amounts that are finer than the minor units of their currency (ISO 4217).

    Its code stands at `currency`, where anything else is a mismatch too; without that, it is the currency
    that the prompt names.
    """
    for place, *concrete in scoped(record.label, currency or pointers[0], *pointers):
        amounts = numbers(record.label, *concrete)
        if currency is None:
            yield from too_fine(amounts, currency_digits(record.prompt), "the currency of the prompt")
            continue
        named = text(record.label, place)
        yield from unknown_currency(named)
        yield from finer_than_currency(amounts, named)
