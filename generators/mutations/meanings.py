"""Operators on what a value means: zones, tags, codes, percentages that the schema lets pass."""

import re
from collections.abc import Callable
from decimal import Decimal

from edgejson._typing import JSONValue, Pointer
from edgejson.generators.mutations.edit import Number, at, found, is_number, number_at, restate
from edgejson.generators.mutations.making import Change, Targets, in_both, shuffled
from edgejson.generators.mutations.operator import Mutant, Operator, Victim, changed, rewritten

_ENCOUNTER = "medical_encounter"
_CURRENCY = {
    schema_id: ("/currency", f"{schema_id}.currency_is_iso_4217")
    for schema_id in ("transaction_record", "multi_party_transaction")
}
_RANGE = re.compile(r"(\d+(?:\.\d+)?) ?[-–] ?(\d+(?:\.\d+)?)")
_PERSON = "semantics.product_is_not_a_person"


def _to(value: JSONValue) -> Change:
    return lambda *_: value


def _in(schema_id: str, path: str, rule: str) -> Targets:
    return {schema_id: (path, f"{schema_id}.{rule}")}


def _text(edit: Callable[[str], str]) -> Change:
    return lambda _, __, value: edit(value) if isinstance(value, str) else None


def _finer(_: Victim, __: Pointer, value: JSONValue) -> JSONValue:
    """Return the amount with more digits after the point than any currency has."""
    return value + Decimal("0.00001") if is_number(value) else None


def _as_language_name(_: Victim, __: Pointer, value: JSONValue) -> JSONValue:
    return "English" if value != "English" else None


def _zip_of_elsewhere(victim: Victim, pointer: Pointer, value: JSONValue) -> JSONValue:
    """Return a ZIP code of Alaska, or of Maine for Alaska itself, for addresses in the United States."""
    state = at(victim.label, f"{pointer.rpartition('/')[0]}/state")
    is_zip = isinstance(value, str) and len(value) == 5 and value.isdecimal()
    return ("99501" if state not in ("AK", "Alaska") else "04101") if is_zip else None


def _address_with_zip_of_elsewhere(_: Victim, __: Pointer, value: JSONValue) -> JSONValue:
    address = str(value)
    code = address[-5:]
    if not code.isdecimal() or address[-6:-5] != " " or not address[-8:-6].isupper():
        return None
    return address[:-5] + ("99501" if address[-8:-6] != "AK" else "04101")


def _beyond_the_state(victim: Victim, _: Pointer, value: JSONValue) -> JSONValue:
    """Return coordinates far from those of a US address that the label has."""
    address = victim.label.get("address")
    in_states = isinstance(address, str) and address[-5:].isdecimal() and address[-8:-6].isupper()
    return -value if in_states and is_number(value) and not -25 <= value <= 25 else None


def _called_complete(victim: Victim, _: Pointer, value: JSONValue) -> JSONValue:
    """Call a record complete that is abnormal for a result outside a range that is given."""
    results = [at(victim.label, pointer) for pointer in found(victim.label, "/results/*")]
    return "complete" if value == "abnormal" and any(map(_is_outside, results)) else None


def _is_outside(result: JSONValue) -> bool:
    if not isinstance(result, dict):
        return False
    value, limits = result.get("value"), _RANGE.fullmatch(str(result.get("reference_range")))
    return limits is not None and is_number(value) and not Decimal(limits[1]) <= value <= Decimal(limits[2])


def _unregistered(_: Victim, __: Pointer, value: JSONValue) -> JSONValue:
    """Return a status code that is none, of success or failure as before."""
    return (499 if value >= 400 else 299) if is_number(value) else None


def _pressures_exchanged(victim: Victim) -> Mutant | None:
    pointers = [f"/vitals/blood_pressure_{name}" for name in ("systolic", "diastolic")]
    high, low = (number_at(victim.label, pointer) for pointer in pointers)
    if high is None or low is None or not restate(victim, pointers[0], low):
        return None
    return rewritten(victim, "pressures exchanged") if restate(victim, pointers[1], high) else None


def _second_primary(victim: Victim) -> Mutant | None:
    types = found(victim.label, "/diagnoses/*/diagnosis_type")
    primary = [pointer for pointer in types if at(victim.label, pointer) == "primary"]
    for pointer in shuffled(victim, [pointer for pointer in types if pointer not in primary]):
        before = at(victim.label, pointer)
        if primary and restate(victim, pointer, "primary"):
            return changed(victim, pointer, before, "primary")
    return None


def _status_without_errors(victim: Victim, _: Pointer, __: JSONValue) -> JSONValue:
    return 200 if found(victim.label, "/errors/*") else None


def _tax(schema_id: str, name: str, total: str, share: Decimal, rule: str) -> Operator:
    """Return the operator that makes the tax another share of the subtotal, and the total that follows."""

    def apply(victim: Victim) -> Mutant | None:
        subtotal, tax, before = (number_at(victim.label, one) for one in ("/subtotal", "/tax", total))
        if subtotal is None or not tax or before is None or subtotal < 50:
            return None
        after: Number = round(Decimal(subtotal) * share, 2)
        new_total = before - tax + after
        if after in (0, tax) or not restate(victim, "/tax", after) or not restate(victim, total, new_total):
            return None
        return changed(victim, "/tax", tax, after)

    return Operator(name=name, breaks="label", caught_by={schema_id: f"{schema_id}.{rule}"}, apply=apply)


def _dear_shipping(victim: Victim) -> Mutant | None:
    """Have shipping cost twice the goods, and more than any parcel; the total follows."""
    subtotal, shipping, total = (
        number_at(victim.label, one) for one in ("/subtotal", "/shipping_cost", "/total")
    )
    if subtotal is None or not shipping or total is None:
        return None
    after = max(subtotal * 2, Decimal(10_000))
    new_total = total - shipping + after
    if not restate(victim, "/shipping_cost", after) or not restate(victim, "/total", new_total):
        return None
    return changed(victim, "/shipping_cost", shipping, after)


def _vital(name: str, value: int) -> Operator:
    return in_both(
        f"{name}_of_{value}",
        _in(_ENCOUNTER, f"/vitals/{name}", "vitals_are_survivable"),
        _to(value),
    )


MEANINGS = (
    in_both(
        "zone_is_a_time_of_day",
        {"location": ("/timezone", "semantics.timezone_is_an_iana_zone")},
        _to("14:30"),
    ),
    in_both(
        "zone_is_an_abbreviation",
        {"location": ("/timezone", "semantics.timezone_is_an_iana_zone")},
        _to("PDT"),
    ),
    in_both(
        "zone_of_headquarters_is_none",
        {
            "nested_organization": (
                "/headquarters/timezone",
                "semantics.headquarters_timezone_is_an_iana_zone",
            )
        },
        _to("Europe/Atlantis"),
    ),
    in_both(
        "language_is_a_name",
        {"simple_config": ("/language", "semantics.language_is_a_language_tag")},
        _as_language_name,
    ),
    in_both(
        "language_tag_unregistered",
        {"simple_config": ("/language", "semantics.language_is_a_language_tag")},
        _to("qq-ZZ"),
    ),
    in_both(
        "product_is_a_person",
        {
            "product_info": ("/product_name", _PERSON),
            "order_details": ("/items/*/product_name", _PERSON),
            "shopping_cart": ("/items/*/product_name", _PERSON),
            "ecommerce_analytics": ("/product_performance/top_selling_products/*/product_name", _PERSON),
        },
        _to("Margaret Johnson"),
    ),
    in_both(
        "message_id_without_at_sign",
        _in("email_metadata", "/message_id", "message_id_has_the_standard_form"),
        _text(lambda text: text.replace("@", "-")),
    ),
    in_both(
        "message_id_with_blank",
        _in("email_metadata", "/message_id", "message_id_has_the_standard_form"),
        _text(lambda text: text.replace("@", " @")),
    ),
    in_both(
        "content_type_without_slash",
        _in("email_metadata", "/attachments/*/content_type", "content_types_are_media_types"),
        _text(lambda text: text.partition("/")[2]),
    ),
    in_both("currency_unknown", _CURRENCY, _to("XQZ")),
    in_both("currency_in_small_letters", _CURRENCY, _text(str.lower)),
    in_both(
        "amount_finer_than_its_currency",
        {
            "transaction_record": ("/amount", "transaction_record.amounts_are_in_minor_units"),
            "multi_party_transaction": (
                "/total_amount",
                "multi_party_transaction.amounts_are_in_minor_units",
            ),
        },
        _finer,
        # Nothing else sums to it any more.
        "multi_party_transaction.*",
    ),
    in_both("price_finer_than_cents", _in("product_info", "/price", "price_is_in_minor_units"), _finer),
    in_both("sku_is_a_word", _in("product_info", "/sku", "sku_looks_like_a_code"), _to("available")),
    in_both(
        "zip_code_of_another_state",
        _in("order_details", "/shipping_address/zip_code", "zip_code_is_of_the_state"),
        _zip_of_elsewhere,
    ),
    in_both(
        "address_with_zip_code_of_another_state",
        _in("location", "/address", "us_address_and_coordinates_agree"),
        _address_with_zip_of_elsewhere,
    ),
    in_both(
        "coordinates_in_the_other_hemisphere",
        _in("location", "/latitude", "us_address_and_coordinates_agree"),
        _beyond_the_state,
    ),
    in_both(
        "status_code_unregistered",
        _in("api_response", "/status_code", "status_code_is_registered"),
        _unregistered,
    ),
    in_both(
        "errors_in_a_success",
        _in("api_response", "/status_code", "errors_come_with_an_error_status"),
        _status_without_errors,
    ),
    in_both("tag_empty", _in("tag_list", "/tags/*", "tags_are_not_empty"), _to("")),
    in_both(
        "tag_repeated",
        _in("tag_list", "/tags/1", "tags_are_unique"),
        lambda victim, _, __: at(victim.label, "/tags/0"),
    ),
    in_both(
        "username_with_blank",
        _in("user_profile", "/username", "username_has_no_blanks"),
        _text(lambda text: f"{text[:3]} {text[3:]}"),
    ),
    in_both(
        "temperature_of_the_sun", _in("sensor_reading", "/temperature", "temperature_can_be_read"), _to(5500)
    ),
    in_both(
        "temperature_below_absolute_zero",
        _in("sensor_reading", "/temperature", "temperature_can_be_read"),
        _to(-300),
    ),
    in_both(
        "uptime_above_100",
        _in("iot_device_network", "/network_health/uptime_percentage", "uptime_is_a_percentage"),
        _to(Decimal("100.01")),
    ),
    in_both(
        "signal_quality_above_100",
        _in(
            "iot_device_network", "/devices/*/connections/*/signal_quality", "signal_quality_is_a_percentage"
        ),
        _to(101),
    ),
    in_both(
        "abnormal_result_called_complete",
        _in("medical_record", "/status", "results_outside_their_range_are_abnormal"),
        _called_complete,
    ),
    _vital("heart_rate", 0),
    _vital("heart_rate", 400),
    _vital("temperature", 51),
    _vital("oxygen_saturation", 110),
    _vital("respiratory_rate", 0),
    _vital("blood_pressure_systolic", 900),
    _vital("height_cm", 500),
    Operator(
        name="pressures_exchanged",
        breaks="label",
        caught_by={_ENCOUNTER: f"{_ENCOUNTER}.systolic_is_above_diastolic"},
        apply=_pressures_exchanged,
    ),
    Operator(
        name="second_primary_diagnosis",
        breaks="label",
        caught_by={_ENCOUNTER: f"{_ENCOUNTER}.one_diagnosis_is_primary"},
        apply=_second_primary,
    ),
    in_both(
        "diagnosis_code_is_a_word",
        _in(_ENCOUNTER, "/diagnoses/*/icd10_code", "diagnoses_are_coded_in_icd10"),
        _to("Asthma"),
    ),
    in_both(
        "diagnosis_code_of_icd9",
        _in(_ENCOUNTER, "/diagnoses/*/icd10_code", "diagnoses_are_coded_in_icd10"),
        _to("401.9"),
    ),
    _tax("invoice", "invoice_taxed_at_45_per_cent", "/total_amount", Decimal("0.45"), "tax_is_plausible"),
    _tax("invoice", "invoice_with_dust_for_a_tax", "/total_amount", Decimal("0.001"), "tax_is_plausible"),
    _tax("shopping_cart", "cart_taxed_at_45_per_cent", "/total", Decimal("0.45"), "tax_is_plausible"),
    Operator(
        name="shipping_dearer_than_the_goods",
        breaks="label",
        caught_by={"shopping_cart": "shopping_cart.shipping_is_plausible"},
        apply=_dear_shipping,
    ),
)
"""The operators of this module."""
