"""Operators on numbers, moments and choices of a label, which no longer say what the prompt says."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

from edgejson._typing import JSONValue
from edgejson.generators.mutations.edit import Number, is_number, put, reword, step
from edgejson.generators.mutations.making import OF_SCHEMAS, in_label, shuffled
from edgejson.generators.mutations.moments import elsewhere, moved, reading, spelled
from edgejson.generators.mutations.operator import Mutant, Operator, Victim, rewritten
from edgejson.generators.mutations.places import Place, fits, number_places, places

_NUMBER = "grounding.numbers_are_as_stated"
_DATE = "grounding.dates_are_as_stated"
_CHOICE = "grounding.choices_are_as_stated"


def _number(
    name: str, new: Callable[[Victim, Number], Number | None], caught_by: str = _NUMBER, *companions: str
) -> Operator:
    def slip(victim: Victim, place: Place) -> Number | None:
        assert is_number(place.value)
        after = new(victim, place.value)
        return after if after is not None and fits(place.schema, after) else None

    return in_label(name, caught_by, number_places, slip, *companions)


def _whole(value: Number, after: Decimal) -> Number:
    return int(after) if isinstance(value, int) else after


def _digit_changed(victim: Victim, value: Number) -> Number:
    text = str(value)
    spot = victim.random.choice([index for index, letter in enumerate(text) if letter.isdecimal()])
    other = victim.random.choice([digit for digit in "123456789" if digit != text[spot]])
    return _whole(value, Decimal(text[:spot] + other + text[spot + 1 :]))


def _digits_swapped(_: Victim, value: Number) -> Number | None:
    text = str(value)
    for index, (one, other) in enumerate(pairwise(text)):
        if one.isdecimal() and other.isdecimal() and one != other and not (index == 0 and other == "0"):
            return _whole(value, Decimal(text[:index] + other + one + text[index + 2 :]))
    return None


def _tenth(_: Victim, value: Number) -> Number | None:
    if isinstance(value, int):
        return value // 10 if value >= 10 and value % 10 == 0 else None
    return value.scaleb(-1) if value else None


def _rounded(_: Victim, value: Number) -> Number | None:
    return int(value) if value != int(value) else None


def _zero(_: Victim, value: Number) -> Number | None:
    return 0 if value else None


def _thousands_misread(victim: Victim) -> Mutant | None:
    """Have the prompt say 1,299.00, and the label 1.299."""
    for place in shuffled(victim, number_places(victim)):
        value = place.value
        if not isinstance(value, Decimal) or not 1000 <= value < 1_000_000:
            continue
        misread = Decimal(f"{value:,}".split(".")[0].replace(",", "."))
        if fits(place.schema, misread) and reword(victim, place.pointer, f"{value:,}"):
            put(victim.label, place.pointer, misread)
            return rewritten(victim, f"{place.pointer}: {value:,} -> {misread}")
    return None


def _moments(victim: Victim) -> list[Place]:
    return [place for place in places(victim) if reading(place.value) is not None]


def _times(victim: Victim) -> list[Place]:
    return [place for place in places(victim) if isinstance(reading(place.value), datetime)]


def _moved(**by: int) -> Callable[[Victim, Place], JSONValue]:
    return lambda _, place: moved(place.value, timedelta(**by))


def _day_and_month_swapped(_: Victim, place: Place) -> str | None:
    text = str(place.value)
    month, day = text[5:7], text[8:10]
    return f"{text[:5]}{day}-{month}{text[10:]}" if int(day) <= 12 else None


def _another_year(_: Victim, place: Place) -> str:
    text = str(place.value)
    # Four years on there is a 29th of February again, except at the turn of most centuries.
    return f"{int(text[:4]) + 4}{text[4:]}"


def _at_midnight(_: Victim, place: Place) -> str:
    text = str(place.value)
    return f"{text[:11]}00:00:00{text[19:]}"


def _without_seconds(_: Victim, place: Place) -> str:
    text = str(place.value)
    return f"{text[:17]}00{text[19:]}"


def _another_offset(_: Victim, place: Place) -> str:
    text = str(place.value)
    return text[:19] + ("+02:00" if not text.endswith("+02:00") else "-03:00")


def _offset_of_utc(_: Victim, place: Place) -> str | None:
    """Keep the clock's reading and call it UTC."""
    read = reading(place.value)
    assert isinstance(read, datetime)
    return f"{str(place.value)[:19]}Z" if read.utcoffset() else None


def _in_utc(_: Victim, place: Place) -> str | None:
    """Keep the instant, and write it for another offset than the prompt does."""
    read = reading(place.value)
    assert isinstance(read, datetime)
    return (
        spelled(read.astimezone(UTC), like="Z") if read.utcoffset() else spelled(elsewhere(read, 2), like="")
    )


def _flags(victim: Victim) -> list[Place]:
    return [place for place in places(victim) if isinstance(place.value, bool)]


def _enums(victim: Victim) -> list[Place]:
    return [place for place in places(victim) if "enum" in place.schema]


def _other_choice(victim: Victim, place: Place) -> str:
    return str(victim.random.choice([one for one in place.schema["enum"] if one != place.value]))


VALUES = (
    # A flipped sign can also break with what other transactions of the type do.
    _number("sign_flipped", lambda _, value: -value, "grounding.signs_are_as_stated", "conventions.*"),
    _number("number_one_unit_higher", lambda _, value: step(value, 1)),
    _number("number_one_unit_lower", lambda _, value: step(value, -1)),
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
        companions=frozenset(OF_SCHEMAS),
    ),
    in_label("moment_a_day_later", _DATE, _moments, _moved(days=1)),
    in_label("moment_a_day_earlier", _DATE, _moments, _moved(days=-1)),
    in_label("day_and_month_swapped", _DATE, _moments, _day_and_month_swapped),
    in_label("year_changed", _DATE, _moments, _another_year),
    in_label("time_an_hour_later", _DATE, _times, _moved(hours=1)),
    in_label("time_a_second_later", _DATE, _times, _moved(seconds=1)),
    in_label("time_at_midnight", _DATE, _times, _at_midnight),
    in_label("seconds_lost", _DATE, _times, _without_seconds),
    in_label("offset_changed", _DATE, _times, _another_offset),
    in_label("offset_taken_for_utc", _DATE, _times, _offset_of_utc),
    in_label("time_written_for_another_offset", _DATE, _times, _in_utc),
    in_label("boolean_flipped", _CHOICE, _flags, lambda _, place: not place.value),
    in_label("another_choice", _CHOICE, _enums, _other_choice),
)
"""The operators of this module."""
