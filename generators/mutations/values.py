"""Operators on numbers, dates, times and choices of a label, which no longer say what the prompt says."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

from edgejson._typing import JSONValue
from edgejson.generators.mutations.date_times import at_offset, format_like, moved, parse_date_time
from edgejson.generators.mutations.edit import Number, add_units, is_number, replace_in_prompt, set_value
from edgejson.generators.mutations.label_values import LabelValue, fits_schema, label_values, number_values
from edgejson.generators.mutations.operator import Mutant, Operator, TargetRecord, mutant
from edgejson.generators.mutations.operator_factories import SCHEMA_RULES, label_operator, shuffled

_NUMBER = "grounding.numbers_are_as_stated"
_DATE = "grounding.dates_are_as_stated"
_CHOICE = "grounding.choices_are_as_stated"


def _number(
    name: str,
    new: Callable[[TargetRecord, Number], Number | None],
    caught_by: str = _NUMBER,
    *companions: str,
) -> Operator:
    def change(target: TargetRecord, entry: LabelValue) -> Number | None:
        assert is_number(entry.value)
        after = new(target, entry.value)
        return after if after is not None and fits_schema(entry.schema, after) else None

    return label_operator(name, caught_by, number_values, change, *companions)


def _whole(value: Number, after: Decimal) -> Number:
    return int(after) if isinstance(value, int) else after


def _digit_changed(target: TargetRecord, value: Number) -> Number:
    text = str(value)
    position = target.random.choice([index for index, letter in enumerate(text) if letter.isdecimal()])
    other = target.random.choice([digit for digit in "123456789" if digit != text[position]])
    return _whole(value, Decimal(text[:position] + other + text[position + 1 :]))


def _digits_swapped(_: TargetRecord, value: Number) -> Number | None:
    text = str(value)
    for index, (one, other) in enumerate(pairwise(text)):
        if one.isdecimal() and other.isdecimal() and one != other and not (index == 0 and other == "0"):
            return _whole(value, Decimal(text[:index] + other + one + text[index + 2 :]))
    return None


def _tenth(_: TargetRecord, value: Number) -> Number | None:
    if isinstance(value, int):
        return value // 10 if value >= 10 and value % 10 == 0 else None
    return value.scaleb(-1) if value else None


def _rounded(_: TargetRecord, value: Number) -> Number | None:
    return int(value) if value != int(value) else None


def _zero(_: TargetRecord, value: Number) -> Number | None:
    return 0 if value else None


def _thousands_misread(target: TargetRecord) -> Mutant | None:
    """Have the prompt say 1,299.00, and the label 1.299."""
    for entry in shuffled(target, number_values(target)):
        value = entry.value
        if not isinstance(value, Decimal) or not 1000 <= value < 1_000_000:
            continue
        misread = Decimal(f"{value:,}".split(".")[0].replace(",", "."))
        if fits_schema(entry.schema, misread) and replace_in_prompt(target, entry.pointer, f"{value:,}"):
            set_value(target.label, entry.pointer, misread)
            return mutant(target, f"{entry.pointer}: {value:,} -> {misread}")
    return None


def _dates_and_times(target: TargetRecord) -> list[LabelValue]:
    return [entry for entry in label_values(target) if parse_date_time(entry.value) is not None]


def _times(target: TargetRecord) -> list[LabelValue]:
    return [entry for entry in label_values(target) if isinstance(parse_date_time(entry.value), datetime)]


def _moved(**by: int) -> Callable[[TargetRecord, LabelValue], JSONValue]:
    return lambda _, entry: moved(entry.value, timedelta(**by))


def _day_and_month_swapped(_: TargetRecord, entry: LabelValue) -> str | None:
    text = str(entry.value)
    month, day = text[5:7], text[8:10]
    return f"{text[:5]}{day}-{month}{text[10:]}" if int(day) <= 12 else None


def _another_year(_: TargetRecord, entry: LabelValue) -> str:
    text = str(entry.value)
    # Four years on there is a 29th of February again, except at the turn of most centuries.
    return f"{int(text[:4]) + 4}{text[4:]}"


def _at_midnight(_: TargetRecord, entry: LabelValue) -> str:
    text = str(entry.value)
    return f"{text[:11]}00:00:00{text[19:]}"


def _without_seconds(_: TargetRecord, entry: LabelValue) -> str:
    text = str(entry.value)
    return f"{text[:17]}00{text[19:]}"


def _another_offset(_: TargetRecord, entry: LabelValue) -> str:
    text = str(entry.value)
    return text[:19] + ("+02:00" if not text.endswith("+02:00") else "-03:00")


def _offset_of_utc(_: TargetRecord, entry: LabelValue) -> str | None:
    """Keep the clock's reading and call it UTC."""
    read = parse_date_time(entry.value)
    assert isinstance(read, datetime)
    return f"{str(entry.value)[:19]}Z" if read.utcoffset() else None


def _in_utc(_: TargetRecord, entry: LabelValue) -> str | None:
    """Keep the instant, and write it for another offset than the prompt does."""
    read = parse_date_time(entry.value)
    assert isinstance(read, datetime)
    return (
        format_like(read.astimezone(UTC), like="Z")
        if read.utcoffset()
        else format_like(at_offset(read, 2), like="")
    )


def _flags(target: TargetRecord) -> list[LabelValue]:
    return [entry for entry in label_values(target) if isinstance(entry.value, bool)]


def _enums(target: TargetRecord) -> list[LabelValue]:
    return [entry for entry in label_values(target) if "enum" in entry.schema]


def _other_choice(target: TargetRecord, entry: LabelValue) -> str:
    return str(target.random.choice([one for one in entry.schema["enum"] if one != entry.value]))


VALUES = (
    # A flipped sign can also break with what other transactions of the type do.
    _number("sign_flipped", lambda _, value: -value, "grounding.signs_are_as_stated", "conventions.*"),
    _number("number_one_unit_higher", lambda _, value: add_units(value, 1)),
    _number("number_one_unit_lower", lambda _, value: add_units(value, -1)),
    _number("digit_of_number_changed", _digit_changed),
    _number("digits_of_number_swapped", _digits_swapped),
    _number("number_tenfold", lambda _, value: value * 10 or None),
    _number("number_a_tenth", _tenth),
    _number("number_rounded_down", _rounded),
    _number("number_becomes_zero", _zero),
    Operator(
        name="thousands_misread",
        breaks="label",
        caught_by=_NUMBER,
        apply=_thousands_misread,
        companions=frozenset(SCHEMA_RULES),
    ),
    label_operator("moment_a_day_later", _DATE, _dates_and_times, _moved(days=1)),
    label_operator("moment_a_day_earlier", _DATE, _dates_and_times, _moved(days=-1)),
    label_operator("day_and_month_swapped", _DATE, _dates_and_times, _day_and_month_swapped),
    label_operator("year_changed", _DATE, _dates_and_times, _another_year),
    label_operator("time_an_hour_later", _DATE, _times, _moved(hours=1)),
    label_operator("time_a_second_later", _DATE, _times, _moved(seconds=1)),
    label_operator("time_at_midnight", _DATE, _times, _at_midnight),
    label_operator("seconds_lost", _DATE, _times, _without_seconds),
    label_operator("offset_changed", _DATE, _times, _another_offset),
    label_operator("offset_taken_for_utc", _DATE, _times, _offset_of_utc),
    label_operator("time_written_for_another_offset", _DATE, _times, _in_utc),
    label_operator("boolean_flipped", _CHOICE, _flags, lambda _, entry: not entry.value),
    label_operator("another_choice", _CHOICE, _enums, _other_choice),
)
"""The operators of this module."""
