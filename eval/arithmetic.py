"""The suite's own rules on answers: figures that a model wrote and that do not add up among themselves."""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from edgejson._typing import JSONObject
from edgejson.checks import Rule
from edgejson.engine import examine
from edgejson.eval.answer import read_answer
from edgejson.eval.sample import Sample
from edgejson.json_text import compact
from edgejson.suite import Suite


def judge_arithmetic(samples: Sequence[Sample], suite: Suite) -> list[Sample]:
    """Return the samples with the flag ``arithmetic_broken``.

    True when the answer is an object that differs from its label and at least one of the suite's arithmetic
    rules finds a mismatch in it; an exact answer is as sound as its label, and an answer without an object
    has no figures.
    """
    rules = {rule.id: rule for rule in suite.rules if rule.scope == "record" and rule.kind == "arithmetic"}
    judged = [sample for sample in samples if any(_judges(rule, sample) for rule in rules.values())]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "answers.jsonl"
        with path.open("wb") as stream:
            stream.writelines(_lines(judged, suite))
        examination = examine(path, suite, selected=frozenset(rules))
    broken = {finding.record_id for finding in examination.findings if finding.kind == "arithmetic"}
    return [
        replace(sample, flags={**sample.flags, "arithmetic_broken": sample.id in broken})
        for sample in samples
    ]


def _judges(rule: Rule, sample: Sample) -> bool:
    return rule.schemas is None or sample.schema_id in rule.schemas


def _lines(samples: Sequence[Sample], suite: Suite) -> Iterator[bytes]:
    """Yield records whose labels are the answers that differ, under the names that the suite expects."""
    names = suite.settings.fields
    for sample in samples:
        if sample.miss != "differs" or sample.prediction is None:
            continue
        answer = read_answer(sample.prediction.text).value
        if answer is not None:
            line: JSONObject = {
                names.id: sample.id,
                names.schema_id: sample.schema_id,
                names.prompt: sample.prompt,
                names.expected_output: answer,
            }
            yield compact(line).encode() + b"\n"
