"""Payments between several parties: times in order, amounts that add up, every role filled.

What a sender pays, what the payment methods move and what receivers and fees take are three sums of one
total. Where two of them agree against the total, the total is wrong; else each is reported for itself.
"""

from collections.abc import Iterator
from fractions import Fraction

from edgejson._typing import JSONObject, Pointer
from edgejson.constraints.chronology import ascending, label_dates, none_before
from edgejson.constraints.currencies import finer_than_currency, unknown_currency
from edgejson.constraints.derived_numbers import shown, sum_of
from edgejson.constraints.label_paths import LABEL, number, numbers, objects, text, texts, values_at
from edgejson.constraints.shares import Share, near, share
from edgejson.core.finding import Mismatch
from edgejson.core.record import Record
from edgejson.suite.checks import check
from edgejson.suite.settings import Settings

_SCHEMAS = ("multi_party_transaction",)
_FEES = ("processing_fee", "platform_fee", "total_fees")
_LATER = frozenset({"pending_approval", "processing", "completed", "failed", "reversed"})
_AMOUNTS = (
    "total_amount",
    "parties/*/amount_involved",
    *(f"parties/*/fees/{fee}" for fee in _FEES),
    "payment_methods/*/amount",
)


@check(kind="temporal", schemas=_SCHEMAS, needs=())
def completion_is_not_before_initiation(record: Record) -> Iterator[Mismatch]:
    """The transaction is not completed before it is initiated."""
    return none_before(record.label, "completion_timestamp", anchor="initiation_timestamp")


@check(kind="temporal", schemas=_SCHEMAS, needs=())
def history_is_in_order(record: Record) -> Iterator[Mismatch]:
    """The timestamps of the status history never go back."""
    return ascending(record.label, "status_history/*/timestamp")


@check(kind="temporal", schemas=_SCHEMAS, needs=())
def history_starts_with_initiated(record: Record) -> Iterator[Mismatch]:
    """The first status of the history is initiated."""
    entries = values_at(record.label, "status_history/*")
    first = text(entries[0][1], "status", at=entries[0][0]) if entries else None
    if first is None or first.value not in _LATER:
        return
    # Entries that changed places are reported by their time stamps.
    if any(ascending(record.label, "status_history/*/timestamp")):
        stamps = label_dates(record.label, "status_history/*/timestamp")
        earliest = min(stamps, key=lambda stamp: (stamp.day, stamp.spelling))
        its_status = text(dict(entries)[earliest.pointer.removesuffix("/timestamp")], "status")
        if its_status is not None and its_status.value == "initiated":
            return
    yield Mismatch(pointer=first.pointer, expected="initiated", actual=first.value)


@check(kind="semantics", schemas=_SCHEMAS, needs=("currency",))
def currency_is_iso_4217(record: Record) -> Iterator[Mismatch]:
    """The currency is a code of ISO 4217."""
    return unknown_currency(text(record.label, "currency"))


@check(kind="plausibility", schemas=_SCHEMAS, needs=("currency", "transaction_type"))
def amounts_are_in_minor_units(record: Record) -> Iterator[Mismatch]:
    """Amounts have no more digits after the point than their currency has minor units."""
    # Of several currencies, only the total's is named.
    paths = _AMOUNTS[:1] if _is_in_several_currencies(record) else _AMOUNTS
    return finer_than_currency(numbers(record.label, *paths), text(record.label, "currency"))


@check(kind="plausibility", schemas=_SCHEMAS, needs=("parties",))
def total_fees_follow(record: Record, settings: Settings) -> Iterator[Mismatch]:
    """A party's total fees are the processing fee plus the platform fee."""
    for pointer, fees in objects(record.label, "parties/*/fees"):
        *parts, total = (number(fees, name, at=pointer) for name in _FEES)
        given = [part for part in parts if part is not None]
        if total is None or not given:
            continue
        # With one of two parts the total is not known, but it is no less than that part.
        excess = sum_of(given) - Fraction(total.value)
        if excess > settings.tolerance or (len(given) == len(parts) and -excess > settings.tolerance):
            expected = shown(sum_of(given), *given) + ("" if len(given) == len(parts) else " or more")
            yield Mismatch(pointer=total.pointer, expected=expected, actual=total.value)


@check(kind="plausibility", schemas=_SCHEMAS, needs=("parties",))
def there_is_a_sender_and_a_receiver(record: Record) -> Iterator[Mismatch]:
    """At least one party is a sender, and at least one is a receiver."""
    roles = [role.value for role in texts(record.label, "parties/*/party_type")]
    missing = [role for role in ("sender", "receiver") if role not in roles]
    if missing:
        expected = f"at least one {' and one '.join(missing)}"
        yield Mismatch(pointer=f"{LABEL}/parties", expected=expected, actual=", ".join(roles))


@check(kind="plausibility", schemas=_SCHEMAS, needs=("total_amount", "payment_methods"))
def payment_methods_sum_to_total(record: Record, settings: Settings) -> Iterator[Mismatch]:
    """The amounts of the payment methods sum to the total amount."""
    total, paid, sent = number(record.label, "total_amount"), _paid(record), _sent(record)
    if total is not None and paid.is_off(total, settings):
        total_is_wrong = sent.equals(paid) or paid.sum in _received(record)
        yield paid.total_mismatch(total) if total_is_wrong else paid.mismatch(total)


@check(kind="plausibility", schemas=_SCHEMAS, needs=("total_amount", "transaction_type", "parties"))
def senders_pay_the_total(record: Record, settings: Settings) -> Iterator[Mismatch]:
    """The senders' amounts sum to the total amount, unless there are several currencies."""
    total, paid, sent = number(record.label, "total_amount"), _paid(record), _sent(record)
    # What the payment methods say against the total as well is said there.
    if total is not None and sent.is_off(total, settings) and not sent.equals(paid):
        yield sent.total_mismatch(total) if sent.sum in _received(record) else sent.mismatch(total)


@check(
    kind="plausibility",
    severity="warning",
    schemas=_SCHEMAS,
    needs=("total_amount", "transaction_type", "parties"),
)
def receivers_and_fees_make_the_total(record: Record, settings: Settings) -> Iterator[Mismatch]:
    """Receivers' amounts and fees sum to the total amount, unless there are several currencies."""
    total, paid, sent = number(record.label, "total_amount"), _paid(record), _sent(record)
    received = _received(record)
    if total is None or not received or any(near(total, value, settings) for value in received):
        return
    # A total that is wrong is reported by the senders or the payment methods.
    if not any(share.is_complete and share.sum in received for share in (paid, sent)):
        yield _of_parties(record, "receiver").mismatch(total, "amounts and fees")


def _paid(record: Record) -> Share:
    return share(objects(record.label, "payment_methods/*"), "amount", f"{LABEL}/payment_methods")


def _sent(record: Record) -> Share:
    # Without parties there is no sum, and so nothing to report.
    return _of_parties(record, *(() if _is_in_several_currencies(record) else ("sender",)))


def _of_parties(record: Record, *roles: str) -> Share:
    parties = [one for one in objects(record.label, "parties/*") if one[1].get("party_type") in roles]
    return share(parties, "amount_involved", f"{LABEL}/parties")


def _received(record: Record) -> set[Fraction]:
    """Return the sums that receivers' amounts and fees can be read to make; nothing where one is absent.

    Fees are as stated in all or as the sum of their parts, of all parties or of the receivers alone; what
    goes to intermediaries and platforms is a fee of its own, or named among the fees.
    """
    receivers = _of_parties(record, "receiver")
    if _is_in_several_currencies(record) or not receivers.is_complete:
        return set()
    parties = objects(record.label, "parties/*")
    of_receivers = [one for one in parties if one[1].get("party_type") == "receiver"]
    between = _of_parties(record, "intermediary", "platform").sum
    fees = {_fees(some, in_all=in_all) for some in (parties, of_receivers) for in_all in (True, False)}
    return {receivers.sum + fee + extra for fee in fees for extra in (Fraction(0), between)} | {
        receivers.sum + between
    }


def _fees(parties: list[tuple[Pointer, JSONObject]], *, in_all: bool) -> Fraction:
    total = Fraction(0)
    for _, party in parties:
        stated = numbers(party, "fees/total_fees")
        parts = numbers(party, "fees/processing_fee", "fees/platform_fee")
        total += sum_of(stated if stated and (in_all or not parts) else parts)
    return total


def _is_in_several_currencies(record: Record) -> bool:
    kind = text(record.label, "transaction_type")
    return kind is not None and kind.value == "multi_currency"
