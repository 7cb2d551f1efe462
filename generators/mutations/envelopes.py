"""Operators on the fields around a label."""

from collections.abc import Callable

from edgejson._typing import JSONObject, JSONValue
from edgejson.generators.mutations.operator import Mutant, Operator, TargetRecord, mutant

_LEVELS = ("simple", "medium", "complex")


def _envelope(
    name: str, caught_by: str, edit: Callable[[TargetRecord, JSONObject], object], *companions: str
) -> Operator:
    def apply(target: TargetRecord) -> Mutant | None:
        done = edit(target, target.record)
        return None if done is None else mutant(target, name.replace("_", " "))

    return Operator(
        name=name,
        breaks="envelope",
        caught_by=f"envelope.{caught_by}",
        apply=apply,
        companions=frozenset(companions),
    )


def _drop(field: str) -> Callable[[TargetRecord, JSONObject], object]:
    return lambda _, record: record.pop(field)


def _set(field: str, value: JSONValue) -> Callable[[TargetRecord, JSONObject], object]:
    def edit(_: TargetRecord, record: JSONObject) -> object:
        record[field] = value
        return True

    return edit


def _other_complexity(target: TargetRecord, record: JSONObject) -> object:
    record["complexity"] = target.random.choice([level for level in _LEVELS if level != record["complexity"]])
    return True


def _other_id(target: TargetRecord, record: JSONObject) -> object:
    earlier = target.others[: target.row]
    if not earlier:
        return None
    record["id"] = target.random.choice(earlier)["id"]
    return True


def _id_of_another_schema(target: TargetRecord, record: JSONObject) -> object:
    others = {str(other["schema_id"]) for other in target.others} - {target.schema_id}
    if not others or not str(record["id"]).startswith(f"edgejson_{target.schema_id}_"):
        return None
    renamed = str(record["id"]).replace(target.schema_id, target.random.choice(sorted(others)), 1)
    record["id"] = f"{renamed}_b"
    return True


def _rename_schema_id(_: TargetRecord, record: JSONObject) -> object:
    record["schema_name"] = record.pop("schema_id")
    return True


ENVELOPES = (
    _envelope("id_dropped", "fields_are_present", _drop("id")),
    _envelope("complexity_dropped", "fields_are_present", _drop("complexity")),
    _envelope("source_dropped", "fields_are_present", _drop("source")),
    _envelope("prompt_dropped", "fields_are_present", _drop("prompt")),
    _envelope("label_dropped", "fields_are_present", _drop("expected_output")),
    _envelope("prompt_becomes_null", "fields_are_present", _set("prompt", None)),
    _envelope("id_becomes_number", "fields_are_present", _set("id", 7)),
    _envelope("label_becomes_text", "fields_are_present", _set("expected_output", "{}")),
    _envelope("complexity_of_another_schema", "complexity_is_that_of_the_schema", _other_complexity),
    _envelope("complexity_misspelt", "complexity_is_that_of_the_schema", _set("complexity", "Simple")),
    _envelope("schema_unknown", "schema_id_is_known", _set("schema_id", "unknown_schema")),
    _envelope("id_of_another_record", "id_is_unique", _other_id),
    _envelope("id_names_another_schema", "id_names_its_schema", _id_of_another_schema),
    _envelope("source_unknown", "source_is_known", _set("source", "synthetic")),
    _envelope("field_added", "fields_do_not_drift", _set("split", "train")),
    _envelope("schema_id_under_its_old_name", "schema_id_is_not_called_schema_name", _rename_schema_id),
)
"""The operators of this module."""
