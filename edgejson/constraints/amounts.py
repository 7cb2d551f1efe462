"""What the arithmetic rules of carts, invoices and orders share: one way to report a derived amount."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TypeAlias, cast

from edgejson._typing import JSONObject, Label, Pointer
from edgejson.constraints.equations import unlike
from edgejson.constraints.label_paths import LABEL, LabelNumber
from edgejson.core.finding import Mismatch
from edgejson.core.money import is_one_of, plus, product, roundings, spelled, sums
from edgejson.suite.settings import Settings

Amount: TypeAlias = Decimal | int

_MOST_TAX = Decimal("0.3")


def amount(label: Label, name: str) -> Amount | None:
    """Return the number under `name`, or None where it is absent (or not a number)."""
    value = label.get(name) if isinstance(label, dict) else None
    return value if isinstance(value, Decimal | int) and not isinstance(value, bool) else None


def needed(item: JSONObject, name: str) -> Amount:
    """Return the number under `name`, which the schema requires: labels without it are kept from the rule."""
    return cast(Amount, item[name])


def items(label: Label, name: str) -> list[JSONObject]:
    """Return the objects in the list under `name`."""
    value = label.get(name) if isinstance(label, dict) else None
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def derived(
    pointer: Pointer, actual: Amount | None, right: Iterable[Decimal], settings: Settings
) -> Iterator[Mismatch]:
    """Yield the mismatch of a stated amount that is none of the `right` ones; an absent one is none."""
    if actual is not None:
        stated = LabelNumber(f"{LABEL}{pointer}", actual)
        yield from unlike(stated, frozenset(right), settings.tolerance)


def bases(stated: Amount | None, right: frozenset[Decimal], settings: Settings) -> frozenset[Decimal]:
    """Return the amounts that a figure computed from `stated` may be computed from.

    That is the stated amount alone when it is right; the right ones when it is absent; and either when
    it is wrong, because the wrong amount is reported at its own pointer and what follows from it is not.
    """
    if stated is None:
        return right
    if is_one_of(stated, right, settings.tolerance):
        return frozenset({Decimal(stated)})
    return right | {Decimal(stated)}


def total_of(subtotals: Iterable[Decimal], *additions: Amount | None, digits: int) -> frozenset[Decimal]:
    """Return each subtotal plus the additions, of which an absent one is 0, rounded to `digits`.

    What follows from a subtotal finer than that, which is reported itself, may be as fine.
    """
    stated = [Decimal(addition) for addition in additions if addition is not None]
    totals: set[Decimal] = set()
    for subtotal in subtotals:
        totals |= sums([subtotal, *stated], digits)
        if subtotal not in roundings(subtotal, digits):
            totals.add(plus(subtotal, *stated))
    return frozenset(totals)


def implausible_tax(
    label: Label, subtotals: Iterable[Decimal], *, least: Decimal = Decimal(0)
) -> Iterator[Mismatch]:
    """Yield the mismatch of a tax above 30 % of each subtotal, or above 0 and below the `least` share.

    `least` is a fraction. Value added tax is at most 27 % (Hungary), sales tax at least about 1 %.
    """
    tax, known = amount(label, "tax"), list(subtotals)
    if not tax or any(product(base, least) <= tax <= product(base, _MOST_TAX) for base in known):
        return
    low, high = (f"{product(share, 100).normalize():f}" for share in (least, _MOST_TAX))
    expected = f"{low} to {high} % of {spelled(known)}" + (", or 0" if least else "")
    yield Mismatch(pointer="/expected_output/tax", expected=expected, actual=tax)
