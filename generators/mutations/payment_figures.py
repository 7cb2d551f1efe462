"""Operators on the amounts of a payment between several parties, in the label and in the prompt."""

from collections.abc import Callable

from edgejson._typing import JSONValue, Pointer
from edgejson.generators.mutations.edit import (
    matching_pointers,
    replace_in_both,
    value_at,
)
from edgejson.generators.mutations.operator import Mutant, Operator, TargetRecord, mutant
from edgejson.generators.mutations.operator_factories import (
    PathsAndRules,
    ValueChange,
    label_and_prompt_operator,
)
from edgejson.generators.mutations.value_changes import (
    by_one_cent,
    if_all_present,
)

_PARTIES = "/parties/*"


_FEES = ("processing_fee", "platform_fee")


def _payment(path: str, rule: str) -> PathsAndRules:
    return {"multi_party_transaction": (path, f"multi_party_transaction.{rule}")}


def _of_role(role: str, new: ValueChange) -> ValueChange:
    """Return the change of what a party of some role is involved with, where money is of one currency."""

    def change(target: TargetRecord, pointer: Pointer, value: JSONValue) -> JSONValue:
        party = pointer.rpartition("/")[0]
        if value_at(target.label, f"{party}/party_type") != role:
            return None
        peers = [
            one
            for one in matching_pointers(target.label, f"{_PARTIES}/party_type")
            if value_at(target.label, one) == role
        ]
        complete = all(
            matching_pointers(target.label, f"{one.rpartition('/')[0]}/amount_involved") for one in peers
        )
        one_currency = target.label.get("transaction_type") != "multi_currency"
        return new(target, pointer, value) if complete and one_currency else None

    return change


def _beside_both_fees(new: ValueChange) -> ValueChange:
    def change(target: TargetRecord, pointer: Pointer, value: JSONValue) -> JSONValue:
        beside = pointer.rpartition("/")[0]
        has_both = all(matching_pointers(target.label, f"{beside}/{name}") for name in _FEES)
        return new(target, pointer, value) if has_both else None

    return change


def _no_role_left(role: str) -> Callable[[TargetRecord], Mutant | None]:
    """Return the change of every party of a role to a platform."""

    def apply(target: TargetRecord) -> Mutant | None:
        types = matching_pointers(target.label, f"{_PARTIES}/party_type")
        mine = [pointer for pointer in types if value_at(target.label, pointer) == role]
        if not mine or not all(replace_in_both(target, pointer, "platform") for pointer in mine):
            return None
        return mutant(target, f"every {role} made a platform")

    return apply


PAYMENT_FIGURES = (
    label_and_prompt_operator(
        "fees_off_by_one_cent",
        _payment(f"{_PARTIES}/fees/total_fees", "total_fees_follow"),
        _beside_both_fees(by_one_cent),
        # Receivers' amounts and fees make the total: not with another fee.
        "multi_party_transaction.receivers_and_fees_make_the_total",
    ),
    label_and_prompt_operator(
        "payment_method_off_by_one_cent",
        _payment("/payment_methods/*/amount", "payment_methods_sum_to_total"),
        by_one_cent,
    ),
    label_and_prompt_operator(
        "sender_off_by_one_cent",
        _payment(f"{_PARTIES}/amount_involved", "senders_pay_the_total"),
        _of_role("sender", by_one_cent),
    ),
    label_and_prompt_operator(
        "receiver_off_by_one_cent",
        _payment(f"{_PARTIES}/amount_involved", "receivers_and_fees_make_the_total"),
        _of_role("receiver", by_one_cent),
    ),
    label_and_prompt_operator(
        "payment_total_off_by_one_cent",
        _payment("/total_amount", "payment_methods_sum_to_total"),
        if_all_present("/payment_methods/*/amount", new=by_one_cent),
        # Against what senders pay or receivers get, too, unless that is the same as the payment methods'.
        "multi_party_transaction.senders_pay_the_total",
        "multi_party_transaction.receivers_and_fees_make_the_total",
    ),
    *(
        Operator(
            name=f"no_{role}",
            breaks="label",
            caught_by={"multi_party_transaction": "multi_party_transaction.there_is_a_sender_and_a_receiver"},
            apply=_no_role_left(role),
            # Without them, nothing sums to the total.
            companions=frozenset({"multi_party_transaction.*"}),
        )
        for role in ("sender", "receiver")
    ),
)
"""The operators of this module."""
