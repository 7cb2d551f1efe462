"""Operators on the vital signs and diagnoses of a medical encounter, in the label and in the prompt."""

from edgejson.generators.mutations.edit import (
    matching_pointers,
    number_at,
    replace_in_both,
    value_at,
)
from edgejson.generators.mutations.operator import Mutant, Operator, TargetRecord, mutant, value_mutant
from edgejson.generators.mutations.operator_factories import (
    PathsAndRules,
    label_and_prompt_operator,
    shuffled,
)
from edgejson.generators.mutations.value_changes import constant

_ENCOUNTER = "medical_encounter"


def _in(schema_id: str, path: str, rule: str) -> PathsAndRules:
    return {schema_id: (path, f"{schema_id}.{rule}")}


def _vital(name: str, value: int) -> Operator:
    return label_and_prompt_operator(
        f"{name}_of_{value}",
        _in(_ENCOUNTER, f"/vitals/{name}", "vitals_are_survivable"),
        constant(value),
    )


def _pressures_exchanged(target: TargetRecord) -> Mutant | None:
    pointers = [f"/vitals/blood_pressure_{name}" for name in ("systolic", "diastolic")]
    high, low = (number_at(target.label, pointer) for pointer in pointers)
    if high is None or low is None or not replace_in_both(target, pointers[0], low):
        return None
    return mutant(target, "pressures exchanged") if replace_in_both(target, pointers[1], high) else None


def _second_primary(target: TargetRecord) -> Mutant | None:
    types = matching_pointers(target.label, "/diagnoses/*/diagnosis_type")
    primary = [pointer for pointer in types if value_at(target.label, pointer) == "primary"]
    for pointer in shuffled(target, [pointer for pointer in types if pointer not in primary]):
        before = value_at(target.label, pointer)
        if primary and replace_in_both(target, pointer, "primary"):
            return value_mutant(target, pointer, before, "primary")
    return None


ENCOUNTERS = (
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
    label_and_prompt_operator(
        "diagnosis_code_is_a_word",
        _in(_ENCOUNTER, "/diagnoses/*/icd10_code", "diagnoses_are_coded_in_icd10"),
        constant("Asthma"),
    ),
    label_and_prompt_operator(
        "diagnosis_code_of_icd9",
        _in(_ENCOUNTER, "/diagnoses/*/icd10_code", "diagnoses_are_coded_in_icd10"),
        constant("401.9"),
    ),
)
"""The operators of this module."""
