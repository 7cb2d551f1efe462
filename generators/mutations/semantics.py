"""Operators on what a value means: zones, tags, codes, percentages that the schema lets pass."""

import re
from collections.abc import Callable
from decimal import Decimal

from edgejson._typing import JSONValue, Pointer
from edgejson.generators.mutations.edit import (
    is_number,
    matching_pointers,
    value_at,
)
from edgejson.generators.mutations.operator import TargetRecord
from edgejson.generators.mutations.operator_factories import (
    PathsAndRules,
    ValueChange,
    label_and_prompt_operator,
)
from edgejson.generators.mutations.value_changes import constant

_CURRENCY = {
    schema_id: ("/currency", f"{schema_id}.currency_is_iso_4217")
    for schema_id in ("transaction_record", "multi_party_transaction")
}


_RANGE = re.compile(r"(\d+(?:\.\d+)?) ?[-–] ?(\d+(?:\.\d+)?)")


_PERSON = "semantics.product_is_not_a_person"


def _in(schema_id: str, path: str, rule: str) -> PathsAndRules:
    return {schema_id: (path, f"{schema_id}.{rule}")}


def _text(edit: Callable[[str], str]) -> ValueChange:
    return lambda _, __, value: edit(value) if isinstance(value, str) else None


def _finer(_: TargetRecord, __: Pointer, value: JSONValue) -> JSONValue:
    """Return the amount with more digits after the point than any currency has."""
    return value + Decimal("0.00001") if is_number(value) else None


def _as_language_name(_: TargetRecord, __: Pointer, value: JSONValue) -> JSONValue:
    return "English" if value != "English" else None


def _zip_of_elsewhere(target: TargetRecord, pointer: Pointer, value: JSONValue) -> JSONValue:
    """Return a ZIP code of Alaska, or of Maine for Alaska itself, for addresses in the United States."""
    state = value_at(target.label, f"{pointer.rpartition('/')[0]}/state")
    is_zip = isinstance(value, str) and len(value) == 5 and value.isdecimal()
    return ("99501" if state not in ("AK", "Alaska") else "04101") if is_zip else None


def _address_with_zip_of_elsewhere(_: TargetRecord, __: Pointer, value: JSONValue) -> JSONValue:
    address = str(value)
    code = address[-5:]
    if not code.isdecimal() or address[-6:-5] != " " or not address[-8:-6].isupper():
        return None
    return address[:-5] + ("99501" if address[-8:-6] != "AK" else "04101")


def _beyond_the_state(target: TargetRecord, _: Pointer, value: JSONValue) -> JSONValue:
    """Return coordinates far from those of a US address that the label has."""
    address = target.label.get("address")
    in_states = isinstance(address, str) and address[-5:].isdecimal() and address[-8:-6].isupper()
    return -value if in_states and is_number(value) and not -25 <= value <= 25 else None


def _called_complete(target: TargetRecord, _: Pointer, value: JSONValue) -> JSONValue:
    """Call a record complete that is abnormal for a result outside a range that is given."""
    results = [value_at(target.label, pointer) for pointer in matching_pointers(target.label, "/results/*")]
    return "complete" if value == "abnormal" and any(map(_is_outside, results)) else None


def _is_outside(result: JSONValue) -> bool:
    if not isinstance(result, dict):
        return False
    value, limits = result.get("value"), _RANGE.fullmatch(str(result.get("reference_range")))
    return limits is not None and is_number(value) and not Decimal(limits[1]) <= value <= Decimal(limits[2])


def _unregistered(_: TargetRecord, __: Pointer, value: JSONValue) -> JSONValue:
    """Return a status code that is none, of success or failure as before."""
    return (499 if value >= 400 else 299) if is_number(value) else None


def _status_without_errors(target: TargetRecord, _: Pointer, __: JSONValue) -> JSONValue:
    return 200 if matching_pointers(target.label, "/errors/*") else None


SEMANTICS = (
    label_and_prompt_operator(
        "zone_is_a_time_of_day",
        {"location": ("/timezone", "semantics.timezone_is_an_iana_zone")},
        constant("14:30"),
    ),
    label_and_prompt_operator(
        "zone_is_an_abbreviation",
        {"location": ("/timezone", "semantics.timezone_is_an_iana_zone")},
        constant("PDT"),
    ),
    label_and_prompt_operator(
        "zone_of_headquarters_is_none",
        {
            "nested_organization": (
                "/headquarters/timezone",
                "semantics.headquarters_timezone_is_an_iana_zone",
            )
        },
        constant("Europe/Atlantis"),
    ),
    label_and_prompt_operator(
        "language_is_a_name",
        {"simple_config": ("/language", "semantics.language_is_a_language_tag")},
        _as_language_name,
    ),
    label_and_prompt_operator(
        "language_tag_unregistered",
        {"simple_config": ("/language", "semantics.language_is_a_language_tag")},
        constant("qq-ZZ"),
    ),
    label_and_prompt_operator(
        "product_is_a_person",
        {
            "product_info": ("/product_name", _PERSON),
            "order_details": ("/items/*/product_name", _PERSON),
            "shopping_cart": ("/items/*/product_name", _PERSON),
            "ecommerce_analytics": ("/product_performance/top_selling_products/*/product_name", _PERSON),
        },
        constant("Margaret Johnson"),
    ),
    label_and_prompt_operator(
        "message_id_without_at_sign",
        _in("email_metadata", "/message_id", "message_id_has_the_standard_form"),
        _text(lambda text: text.replace("@", "-")),
    ),
    label_and_prompt_operator(
        "message_id_with_blank",
        _in("email_metadata", "/message_id", "message_id_has_the_standard_form"),
        _text(lambda text: text.replace("@", " @")),
    ),
    label_and_prompt_operator(
        "content_type_without_slash",
        _in("email_metadata", "/attachments/*/content_type", "content_types_are_media_types"),
        _text(lambda text: text.partition("/")[2]),
    ),
    label_and_prompt_operator("currency_unknown", _CURRENCY, constant("XQZ")),
    label_and_prompt_operator("currency_in_small_letters", _CURRENCY, _text(str.lower)),
    label_and_prompt_operator(
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
    label_and_prompt_operator(
        "price_finer_than_cents", _in("product_info", "/price", "price_is_in_minor_units"), _finer
    ),
    label_and_prompt_operator(
        "sku_is_a_word", _in("product_info", "/sku", "sku_looks_like_a_code"), constant("available")
    ),
    label_and_prompt_operator(
        "zip_code_of_another_state",
        _in("order_details", "/shipping_address/zip_code", "zip_code_is_of_the_state"),
        _zip_of_elsewhere,
    ),
    label_and_prompt_operator(
        "address_with_zip_code_of_another_state",
        _in("location", "/address", "us_address_and_coordinates_agree"),
        _address_with_zip_of_elsewhere,
    ),
    label_and_prompt_operator(
        "coordinates_in_the_other_hemisphere",
        _in("location", "/latitude", "us_address_and_coordinates_agree"),
        _beyond_the_state,
    ),
    label_and_prompt_operator(
        "status_code_unregistered",
        _in("api_response", "/status_code", "status_code_is_registered"),
        _unregistered,
    ),
    label_and_prompt_operator(
        "errors_in_a_success",
        _in("api_response", "/status_code", "errors_come_with_an_error_status"),
        _status_without_errors,
    ),
    label_and_prompt_operator("tag_empty", _in("tag_list", "/tags/*", "tags_are_not_empty"), constant("")),
    label_and_prompt_operator(
        "tag_repeated",
        _in("tag_list", "/tags/1", "tags_are_unique"),
        lambda target, _, __: value_at(target.label, "/tags/0"),
    ),
    label_and_prompt_operator(
        "username_with_blank",
        _in("user_profile", "/username", "username_has_no_blanks"),
        _text(lambda text: f"{text[:3]} {text[3:]}"),
    ),
    label_and_prompt_operator(
        "temperature_of_the_sun",
        _in("sensor_reading", "/temperature", "temperature_can_be_read"),
        constant(5500),
    ),
    label_and_prompt_operator(
        "temperature_below_absolute_zero",
        _in("sensor_reading", "/temperature", "temperature_can_be_read"),
        constant(-300),
    ),
    label_and_prompt_operator(
        "uptime_above_100",
        _in("iot_device_network", "/network_health/uptime_percentage", "uptime_is_a_percentage"),
        constant(Decimal("100.01")),
    ),
    label_and_prompt_operator(
        "signal_quality_above_100",
        _in(
            "iot_device_network", "/devices/*/connections/*/signal_quality", "signal_quality_is_a_percentage"
        ),
        constant(101),
    ),
    label_and_prompt_operator(
        "abnormal_result_called_complete",
        _in("medical_record", "/status", "results_outside_their_range_are_abnormal"),
        _called_complete,
    ),
)
"""The operators of this module."""
