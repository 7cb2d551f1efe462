"""The suite's own rules on answers: figures that a model wrote and that do not add up among themselves."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from edgejson._typing import JSONObject
from edgejson.core.files import temporary_folder
from edgejson.core.json_text import compact
from edgejson.scoring.answer import read_answer
from edgejson.scoring.scored_record import ScoredRecord
from edgejson.suite.checks import Rule
from edgejson.suite.engine import examine
from edgejson.suite.field_names import FieldNames
from edgejson.suite.suite import Suite


def flag_broken_arithmetic(scored: Sequence[ScoredRecord], suite: Suite) -> list[ScoredRecord]:
    """Return the scored records with the flag ``arithmetic_broken`` set where it is so.

    It is so when the answer is an object that differs from its label and at least one of the suite's
    arithmetic rules finds a mismatch in it; an exact answer is as sound as its label, and an answer without
    an object has no figures. Where the suite has no such rule, nobody knows.
    """
    rules = {rule.id: rule for rule in suite.rules if rule.scope == "record" and rule.kind == "arithmetic"}
    if not rules:
        return [replace(each, flags={**each.flags, "arithmetic_broken": None}) for each in scored]
    concerned = [record for record in scored if any(_concerns(rule, record) for rule in rules.values())]
    with temporary_folder() as folder:
        path = folder / "answers.jsonl"
        with path.open("wb") as stream:
            stream.writelines(_lines(concerned))
        settings = suite.settings.model_copy(update={"fields": FieldNames(), "format": "envelope"})
        examination = examine(path, replace(suite, settings=settings), selected=frozenset(rules))
    broken = {finding.record_id for finding in examination.findings if finding.kind == "arithmetic"}
    return [
        replace(record, flags={**record.flags, "arithmetic_broken": True}) if record.id in broken else record
        for record in scored
    ]


def _concerns(rule: Rule, record: ScoredRecord) -> bool:
    return rule.schemas is None or record.schema_id in rule.schemas


def _lines(scored: Sequence[ScoredRecord]) -> Iterator[bytes]:
    """Yield records whose labels are the answers that differ."""
    for record in scored:
        if record.miss != "differs" or record.prediction is None:
            continue
        known: JSONObject = {
            "id": record.id,
            "schema_id": record.schema_id,
            "prompt": record.prompt,
        }
        line = f'{compact(known)[:-1]},"expected_output":{_object(record)}}}\n'
        yield line.encode()


def _object(record: ScoredRecord) -> str:
    """Return the JSON object in an answer that has one, on one line."""
    assert record.prediction is not None
    text = record.prediction.text.strip()
    if not record.flags["text_around"] and "\n" not in text and "\r" not in text:
        return text
    return compact(read_answer(text).value)
