"""Payments between several parties: what senders pay is what receivers get plus the fees."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary import date_times
from edgejson.generators.vocabulary.firms import firm
from edgejson.generators.vocabulary.money import (
    PRICE_LEVEL,
    amount,
    cents,
    currency,
    minor_digits,
    rounded,
    total,
)
from edgejson.generators.vocabulary.people import people
from edgejson.generators.world import World, require, without_empty

_BANKS = ("Lakeside Bank", "Unity Savings", "Harbor National", "Meridian Trust", "First Prairie Bank")
_PLATFORMS = ("TradeHub", "SettleRight", "Marketlane", "ClearEscrow", "PayBridge")
_PURPOSES = (
    "Purchase of studio equipment",
    "Sale of a used car",
    "Shared office rent",
    "Deposit for a holiday house",
    "Wholesale order of tea",
    "Commission for a sculpture",
    "Settlement of a repair",
    "Joint gift",
    "Concert tour advance",
)
_TAGS = ("escrow", "wholesale", "recurring", "export", "priority", "art", "rent", "first-order")
_NOTES = {
    "initiated": ("Submitted by the payer", "Created through the web form", "Order received"),
    "pending_approval": (
        "Waiting for the second signature",
        "With compliance",
        "Above the limit for automatic approval",
    ),
    "processing": ("Funds received", "Bank confirmed", "Manual review passed"),
    "completed": ("Released to the payee", "All parties confirmed", "Settled"),
    "failed": ("Rejected by the bank", "Payer cancelled the mandate", "Account closed"),
    "reversed": ("Returned to the payer", "Dispute decided for the payer", "Duplicate payment"),
}
_CLEARED = (
    "No findings",
    "Source of funds documented",
    "Below the reporting threshold",
    "Enhanced due diligence done",
)
_UNSCREENED = ("Screening still to be done", "Source of funds requested", "Sanctions lists not yet searched")
_UNVERIFIED = ("Proof of identity requested", "Identity documents expired", "Waiting for the passport copy")
_METHODS = ("credit_card", "bank_transfer", "crypto", "wire")


def build(draws: Draws) -> JSONObject:
    """Return a label."""
    size = draws.choice((0, 0, 1, 1, 2))
    percent = (25, 55, 90)[size]
    kind = draws.choice(("escrow", "split_payment", "marketplace", "multi_currency"))
    code = currency(draws)
    digits = minor_digits(code)
    level = PRICE_LEVEL.get(code, 1)
    whole = draws.between(120, 9400) * level * 10**digits + draws.between(0, 10**digits - 1)
    initiated = date_times.moment(draws, date_times.zone(draws))
    history, ended = _history(draws, initiated, size)
    completed = history[-1]["status"] == "completed"
    methods = _methods(draws, kind, code, whole, size) if draws.chance(percent) else None
    if kind == "multi_currency" and methods is None:
        kind = draws.choice(("escrow", "split_payment", "marketplace"))  # no second currency to show
    return without_empty(
        {
            "transaction_id": draws.choice(("MPT-{n}", "mp_{h}", "TX-{n}")).format(
                n=draws.digits(8), h=draws.hexes(10)
            ),
            "transaction_type": kind,
            "initiation_timestamp": draws.optional(75, lambda: date_times.text(initiated)),
            "completion_timestamp": date_times.text(ended) if completed and draws.chance(75) else None,
            "total_amount": amount(whole, digits),
            "currency": code,
            "parties": _parties(draws, kind, whole, digits, size, percent),
            "payment_methods": methods,
            "status_history": history if draws.chance(20 + percent * 3 // 4) else None,
            "compliance": _compliance(draws, completed) if draws.chance(percent) else None,
            "metadata": _metadata(draws, percent) if draws.chance(percent) else None,
        }
    )


def _parties(draws: Draws, kind: str, whole: int, digits: int, size: int, percent: int) -> list[JSONObject]:
    senders = draws.between(1, 1 + size)
    receivers = draws.between(1, 1 + size)
    has_platform = kind in ("marketplace", "escrow") and draws.chance(percent)
    crowd = people(draws, senders + receivers)
    start = draws.between(1000, 8999)
    shows_amounts = draws.chance(50 + percent // 2)
    shows_fees = shows_amounts and draws.chance(percent)
    rows: list[JSONObject] = []
    least = 20 * 10**digits
    paid = draws.split(whole, senders, least=least)
    gross = draws.split(whole, receivers, least=least)
    for number, who in enumerate(crowd):
        sends = number < senders
        share = paid[number] if sends else gross[number - senders]
        fees: JSONObject | None = None
        if shows_fees and not sends:
            processing, platform = share * draws.between(5, 25) // 1000, share * draws.between(5, 40) // 1000
            share -= processing + platform
            fees = without_empty(
                {
                    "processing_fee": amount(processing, digits),
                    "platform_fee": amount(platform, digits),
                    "total_fees": amount(processing + platform, digits),
                }
            )
        name = firm(draws).name if not sends and draws.chance(40) else who.name
        rows.append(
            without_empty(
                {
                    "party_id": f"P-{start + number}",
                    "party_type": "sender" if sends else "receiver",
                    "name": name,
                    "account": _account(draws) if draws.chance(percent) else None,
                    "amount_involved": amount(share, digits) if shows_amounts else None,
                    "fees": fees,
                }
            )
        )
    if has_platform:
        role = "platform" if kind == "marketplace" else "intermediary"
        rows.append(
            {"party_id": f"P-{start + len(crowd)}", "party_type": role, "name": draws.choice(_PLATFORMS)}
        )
    return rows


def _account(draws: Draws) -> JSONObject:
    return without_empty(
        {
            "account_number": draws.digits(10),
            "routing_number": draws.optional(60, lambda: draws.digits(9)),
            "bank_name": draws.optional(80, lambda: draws.choice(_BANKS)),
            "account_type": draws.optional(60, lambda: draws.choice(("checking", "savings", "business"))),
        }
    )


def _methods(draws: Draws, kind: str, code: str, whole: int, size: int) -> list[JSONObject]:
    methods = draws.some(_METHODS, 1, 1 + size)
    digits = minor_digits(code)
    shares = draws.split(whole, len(methods), least=10**digits)
    converted = kind == "multi_currency"
    return [
        without_empty(
            {
                "method_type": method,
                "details": (
                    _conversion(draws, code)
                    if converted and number == 0
                    else _details(draws, method)
                    if draws.chance(60)
                    else None
                ),
                "amount": amount(share, digits),
            }
        )
        for number, (method, share) in enumerate(zip(methods, shares, strict=True))
    ]


def _conversion(draws: Draws, code: str) -> JSONObject:
    """Return which currency the payer paid in, and how much of `code` a unit of it buys."""
    paid = draws.choice([each for each in ("USD", "EUR", "GBP", "JPY", "SEK") if each != code])
    level = Decimal(PRICE_LEVEL.get(code, 1)) / PRICE_LEVEL.get(paid, 1)
    return {"paid_in": paid, "exchange_rate": rounded(level * draws.between(900, 1100) / 1000, 4)}


def _details(draws: Draws, kind: str) -> JSONObject:
    if kind == "credit_card":
        return {"brand": draws.choice(("Visa", "Mastercard")), "masked_number": f"**** {draws.digits(4)}"}
    if kind == "crypto":
        return {"network": draws.choice(("Bitcoin", "Ethereum")), "wallet": f"0x{draws.hexes(10)}"}
    return {"bank": draws.choice(_BANKS), "reference": f"REF{draws.digits(6)}"}


def _history(draws: Draws, initiated: datetime, size: int) -> tuple[list[JSONObject], datetime]:
    steps = ["initiated", *draws.some(("pending_approval",), 0, 1), *draws.some(("processing",), 0, 1)]
    if draws.chance(75):
        steps.append(draws.choice(("completed", "completed", "completed", "failed", "reversed")))
    shows_who = draws.chance(60)
    rows: list[JSONObject] = []
    moment = initiated
    for number, step in enumerate(steps):
        if number:
            moment = date_times.later(draws, moment, 240, 90_000)
        rows.append(
            without_empty(
                {
                    "status": step,
                    "timestamp": date_times.text(moment),
                    "updated_by": draws.choice(("system", "compliance desk", "settlement engine", "j.harris"))
                    if shows_who
                    else None,
                    "notes": draws.choice(_NOTES[step]) if size and draws.chance(40) else None,
                }
            )
        )
    return rows, moment


def _compliance(draws: Draws, completed: bool) -> JSONObject:
    """Return what compliance has on file: no payment is completed before both checks are done."""
    verified, checked = completed or draws.chance(60), completed or draws.chance(60)
    notes = _CLEARED if verified and checked else _UNSCREENED if verified else _UNVERIFIED
    return without_empty(
        {
            "kyc_verified": verified,
            "aml_checked": checked,
            "regulatory_notes": draws.optional(50, lambda: draws.choice(notes)),
            "jurisdiction": draws.optional(
                60, lambda: draws.choice(("United States", "Germany", "Singapore", "Canada", "Ireland"))
            ),
        }
    )


def _metadata(draws: Draws, percent: int) -> JSONObject:
    custom: JSONObject = {"cost_center": f"CC-{draws.digits(4)}", "urgent": draws.chance(30)}
    return without_empty(
        {
            "purpose": draws.choice(_PURPOSES),
            "reference_number": draws.optional(75, lambda: f"RN-{draws.digits(7)}"),
            "tags": draws.optional(percent, lambda: draws.some(_TAGS, 1, 3)),
            "custom_fields": draws.optional(percent // 2, lambda: custom),
        }
    )


def check(label: Any) -> None:
    """Raise unless amounts and fees add up, in minor units, and the history ascends."""
    digits = minor_digits(label["currency"])
    whole = label["total_amount"]
    require(cents(whole, digits) > 0, "total_amount is in minor units")
    parties = label["parties"]
    by_type = {
        kind: [each for each in parties if each["party_type"] == kind] for kind in ("sender", "receiver")
    }
    require(all(by_type.values()), "there is a sender and a receiver")
    fees = [each["fees"] for each in parties if "fees" in each]
    require(
        all(fee["total_fees"] == fee["processing_fee"] + fee["platform_fee"] for fee in fees),
        "total_fees follow",
    )
    charged = total(fee["total_fees"] for fee in fees)
    if any("amount_involved" in each for each in parties):
        sent, got = (total(each["amount_involved"] for each in rows) for rows in by_type.values())
        require(sent == whole, "senders pay the total")
        require(got + charged == whole, "receivers get the total less the fees")
    methods = label.get("payment_methods")
    require(methods is None or total(each["amount"] for each in methods) == whole, "methods sum to the total")
    cleared = label.get("compliance", {"kyc_verified": True, "aml_checked": True})
    require(
        "completion_timestamp" not in label or (cleared["kyc_verified"] and cleared["aml_checked"]),
        "completed after the checks",
    )
    _check_times(label)


def _check_times(label: Any) -> None:
    history = [date_times.read(each["timestamp"]) for each in label.get("status_history", [])]
    require(history == sorted(history), "history ascends")
    if history:
        require(label["status_history"][0]["status"] == "initiated", "history starts with initiated")
    begun, ended = (label.get(name) for name in ("initiation_timestamp", "completion_timestamp"))
    if begun and ended:
        require(date_times.read(begun) <= date_times.read(ended), "initiation before completion")


WORLD = World(
    build=build,
    check=check,
    subject="transaction",
    headings=(
        "Multi-Party Transaction",
        "Settlement Record",
        "Payment Between Parties",
        "Transaction Overview",
        "Settlement Details",
    ),
)
