"""Operators on splits: records that leak from one into another, and splits that are written unlike."""

from collections.abc import Callable

from edgejson._typing import JSONObject
from edgejson.generators.mutations.copies import (
    Alteration,
    asked_again,
    differing,
    relabelled,
    repeating,
    respaced,
    unaltered,
)
from edgejson.generators.mutations.making import OF_SCHEMAS
from edgejson.generators.mutations.operator import Mutant, Operator, Victim, encoded, rewritten

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


def _from_elsewhere(victim: Victim) -> JSONObject | None:
    """Return a record of the victim's schema that stands in another split."""
    known = [
        one for records in victim.peers.values() for one in records if one["schema_id"] == victim.schema_id
    ]
    return victim.random.choice(known) if known else None


def _leak(name: str, caught_by: str, alter: Alteration, *companions: str) -> Operator:
    return repeating(name, "split", f"leakage.{caught_by}", _from_elsewhere, alter, *companions)


def _id_of_elsewhere(victim: Victim) -> Mutant | None:
    other = _from_elsewhere(victim)
    if other is None:
        return None
    victim.record["id"] = other["id"]
    return rewritten(victim, f"id of a record of another split: {other['id']}")


def everywhere(victim: Victim, edit: Callable[[JSONObject], JSONObject | None], what: str) -> Mutant:
    """Return the mutant in which the victim and every other record is edited; None leaves one as it is."""
    own = edit(victim.record)
    changed = ((index, edit(other)) for index, other in enumerate(victim.others))
    return Mutant(
        lines=(encoded(victim.record if own is None else own),),
        what=what,
        elsewhere={index: (encoded(record),) for index, record in changed if record is not None},
    )


def _field_of_this_split(victim: Victim) -> Mutant | None:
    if not victim.peers:
        return None
    return everywhere(victim, lambda record: {**record, "teacher": "rules"}, "every record has a teacher")


def _time_form_of_this_split(victim: Victim) -> Mutant | None:
    """Write a time of all records of the schema without its offset, in the prompts too."""
    name = _REQUIRED_TIMES[victim.schema_id]

    def edit(record: JSONObject) -> JSONObject | None:
        label = record["expected_output"]
        if record["schema_id"] != victim.schema_id or not isinstance(label, dict):
            return None
        time = str(label[name])
        prompt = str(record["prompt"]).replace(time, time[:19])
        return {**record, "prompt": prompt, "expected_output": {**label, name: time[:19]}}

    return everywhere(victim, edit, f"every /{name} without an offset") if victim.peers else None


LEAKS = (
    _leak("record_leaked", "record_is_in_one_split_only", unaltered),
    _leak("prompt_leaked", "prompt_is_in_one_split_only", relabelled, "grounding.*", *OF_SCHEMAS),
    _leak("label_leaked", "label_is_in_one_split_only", asked_again),
    _leak("record_leaked_but_for_one_leaf", "near_duplicates_are_in_one_split", differing(1), *OF_SCHEMAS),
    _leak(
        "record_leaked_but_for_three_leaves",
        "near_duplicates_are_in_one_split",
        differing(3, least=30),
        *OF_SCHEMAS,
    ),
    _leak("record_leaked_with_other_blanks", "record_is_in_one_split_only", respaced),
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
        whole=True,
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
