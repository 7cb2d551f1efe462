"""Visits: dates in order, vital signs that a living patient can have, coded diagnoses."""

import re
from collections.abc import Iterator
from fractions import Fraction

from edgejson.constraints.chronology import none_after, within_days
from edgejson.constraints.derived_numbers import follows, outside
from edgejson.constraints.label_paths import LabelNumber, Number, number, numbers, texts
from edgejson.core.finding import Mismatch
from edgejson.core.record import Record
from edgejson.suite.checks import check

_SCHEMAS = ("medical_encounter",)

# What people have been known to survive, with room for small children; the schema names no unit of
# temperature, so that degrees Celsius and Fahrenheit are both right.
_SURVIVABLE: dict[str, tuple[tuple[Number, Number], ...]] = {
    "blood_pressure_systolic": ((30, 370),),
    "blood_pressure_diastolic": ((10, 360),),
    "heart_rate": ((15, 350),),
    "temperature": ((13, 47), (55, 117)),
    "respiratory_rate": ((3, 150),),
    "oxygen_saturation": ((20, 100),),
    "height_cm": ((20, 275),),
    "weight_kg": ((0, 650),),
    "bmi": ((5, 210),),
}

# ICD-10 (WHO) and ICD-10-CM: a letter, a digit, a digit or letter, and up to four more after a point, which
# bills leave out.
_ICD10 = re.compile(r"[A-Z]\d[\dA-Z](?:\.?[\dA-Z]{1,4})?")


@check(kind="temporal", schemas=_SCHEMAS, needs=())
def birth_is_not_after_the_visit(record: Record) -> Iterator[Mismatch]:
    """The patient was born before the visit, or on that day."""
    return none_after(record.label, "patient/date_of_birth", anchor="visit_date")


@check(kind="temporal", schemas=_SCHEMAS, needs=())
def lab_orders_are_of_the_visit(record: Record) -> Iterator[Mismatch]:
    """Laboratory tests are ordered on the day of the visit or the next."""
    return within_days(record.label, "lab_orders/*/ordered_timestamp", anchor="visit_date", days=1)


@check(kind="plausibility", schemas=_SCHEMAS, needs=("vitals",))
def vitals_are_survivable(record: Record) -> Iterator[Mismatch]:
    """Every vital sign is one that a living person can have."""
    for name, ranges in _SURVIVABLE.items():
        if name != "bmi" or not _bmi(record):
            stated = numbers(record.label, f"vitals/{name}")
            if all(any(outside(stated, *limits)) for limits in ranges):
                yield from outside(stated, *ranges[0])


@check(kind="plausibility", schemas=_SCHEMAS, needs=("vitals",))
def bmi_follows_from_height_and_weight(record: Record) -> Iterator[Mismatch]:
    """The body mass index is the weight in kilograms over the square of the height in metres."""
    return follows(number(record.label, "vitals/bmi"), *_bmi(record))


@check(kind="plausibility", schemas=_SCHEMAS, needs=("vitals",))
def systolic_is_above_diastolic(record: Record) -> Iterator[Mismatch]:
    """The systolic blood pressure is higher than the diastolic."""
    systolic, diastolic = (
        _survivable(record, f"blood_pressure_{phase}") for phase in ("systolic", "diastolic")
    )
    if systolic and diastolic and systolic.value <= diastolic.value:
        expected = f"more than {diastolic.value}, the diastolic pressure"
        yield Mismatch(pointer=systolic.pointer, expected=expected, actual=systolic.value)


@check(kind="plausibility", schemas=_SCHEMAS, needs=("diagnoses",))
def one_diagnosis_is_primary(record: Record) -> Iterator[Mismatch]:
    """At most one of the diagnoses is the primary one."""
    primary = [one for one in texts(record.label, "diagnoses/*/diagnosis_type") if one.value == "primary"]
    for one in primary[1:]:
        expected = f"secondary or differential: {primary[0].pointer} is primary"
        yield Mismatch(pointer=one.pointer, expected=expected, actual=one.value)


@check(kind="semantics", schemas=_SCHEMAS, needs=("diagnoses",))
def diagnoses_are_coded_in_icd10(record: Record) -> Iterator[Mismatch]:
    """Each diagnosis has a code in the form of ICD-10."""
    for code in texts(record.label, "diagnoses/*/icd10_code"):
        if not _ICD10.fullmatch(code.value):
            yield Mismatch(pointer=code.pointer, expected="an ICD-10 code such as J45.909", actual=code.value)


def _survivable(record: Record, name: str) -> LabelNumber | None:
    """Return a vital sign that is not reported by itself."""
    stated = number(record.label, f"vitals/{name}")
    if stated is None or all(any(outside([stated], *limits)) for limits in _SURVIVABLE[name]):
        return None
    return stated


def _bmi(record: Record) -> list[Fraction]:
    """Return the body mass index, or nothing where height or weight is absent or reported by itself."""
    height, weight = _survivable(record, "height_cm"), _survivable(record, "weight_kg")
    if height is None or weight is None:
        return []
    return [Fraction(weight.value) / (Fraction(height.value) / 100) ** 2]
