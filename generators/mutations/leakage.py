"""Operators on splits: records that leak from one into another, and splits that are written unlike."""

from collections.abc import Callable

from edgejson._typing import JSONObject
from edgejson.generators.mutations.duplicates import (
    Alteration,
    change_texts,
    duplicate_operator,
    unaltered,
    with_other_blanks,
    with_other_prompt,
    without_an_optional_field,
)
from edgejson.generators.mutations.operator import Mutant, Operator, TargetRecord, encode_line, mutant
from edgejson.generators.mutations.operator_factories import SCHEMA_RULES

_FIELDS = "leakage.fields_are_those_of_the_other_splits"
_FORMATS = "leakage.formats_are_those_of_the_other_splits"
_REQUIRED_TIMES = {
    "email_metadata": "date",
    "log_entry": "timestamp",
    "medical_encounter": "visit_date",
    "meeting_notes": "date",
    "sensor_reading": "timestamp",
    "transaction_record": "date",
}


def _from_elsewhere(target: TargetRecord) -> JSONObject | None:
    """Return a record of the target's schema that stands in another split."""
    known = [
        one for records in target.peers.values() for one in records if one["schema_id"] == target.schema_id
    ]
    return target.random.choice(known) if known else None


def _leak(name: str, caught_by: str, alter: Alteration, *companions: str) -> Operator:
    return duplicate_operator(name, "split", f"leakage.{caught_by}", _from_elsewhere, alter, *companions)


def _id_of_elsewhere(target: TargetRecord) -> Mutant | None:
    other = _from_elsewhere(target)
    if other is None:
        return None
    target.record["id"] = other["id"]
    return mutant(target, f"id of a record of another split: {other['id']}")


def edit_every_record(
    target: TargetRecord, edit: Callable[[JSONObject], JSONObject | None], description: str
) -> Mutant:
    """Return the mutant in which the target and every other record is edited; None leaves one as it is."""
    own = edit(target.record)
    value_mutant = ((index, edit(other)) for index, other in enumerate(target.others))
    return Mutant(
        lines=(encode_line(target.record if own is None else own),),
        description=description,
        other_lines={index: (encode_line(record),) for index, record in value_mutant if record is not None},
    )


def _field_of_this_split(target: TargetRecord) -> Mutant | None:
    if not target.peers:
        return None
    return edit_every_record(
        target, lambda record: {**record, "teacher": "rules"}, "every record has a teacher"
    )


def _time_form_of_this_split(target: TargetRecord) -> Mutant | None:
    """Write a time of all records of the schema without its offset, in the prompts too."""
    name = _REQUIRED_TIMES[target.schema_id]

    def edit(record: JSONObject) -> JSONObject | None:
        label = record["expected_output"]
        if record["schema_id"] != target.schema_id or not isinstance(label, dict):
            return None
        time = str(label[name])
        prompt = str(record["prompt"]).replace(time, time[:19])
        return {**record, "prompt": prompt, "expected_output": {**label, name: time[:19]}}

    return edit_every_record(target, edit, f"every /{name} without an offset") if target.peers else None


LEAKAGE = (
    _leak("record_leaked", "record_is_in_one_split_only", unaltered),
    _leak(
        "prompt_leaked",
        "prompt_is_in_one_split_only",
        without_an_optional_field,
        "grounding.*",
        *SCHEMA_RULES,
    ),
    _leak("label_leaked", "label_is_in_one_split_only", with_other_prompt),
    _leak(
        "record_leaked_but_for_one_leaf", "near_duplicates_are_in_one_split", change_texts(1), *SCHEMA_RULES
    ),
    _leak(
        "record_leaked_but_for_three_leaves",
        "near_duplicates_are_in_one_split",
        change_texts(3, least=30),
        *SCHEMA_RULES,
    ),
    _leak("record_leaked_with_other_blanks", "record_is_in_one_split_only", with_other_blanks),
    Operator(
        name="id_of_another_split",
        breaks="split",
        caught_by="leakage.id_is_in_one_split_only",
        apply=_id_of_elsewhere,
    ),
    Operator(
        name="field_in_one_split_only",
        breaks="split",
        caught_by=_FIELDS,
        apply=_field_of_this_split,
        breaks_whole_file=True,
    ),
    Operator(
        name="time_form_in_one_split_only",
        breaks="split",
        caught_by=dict.fromkeys(_REQUIRED_TIMES, _FORMATS),
        apply=_time_form_of_this_split,
        # The form that is left is none that the schema allows.
        companions=frozenset({"structure.formats_are_kept"}),
    ),
)
"""The operators of this module."""
