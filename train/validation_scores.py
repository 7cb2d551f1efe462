"""What a model that is being trained can do: its answers to a few validation records, scored as `eval` does.

The records are the same ones at every scoring of every run on the same data. They are not trained on, and
they come from the training file: the test file is never read here.
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from accelerate import PartialState  # type: ignore[import-untyped]

from edgejson.core.record import Record
from edgejson.models.batches import plan_batches
from edgejson.models.engines.padded import PaddedEngine
from edgejson.models.engines.protocol import Request
from edgejson.models.limits import token_limit
from edgejson.models.precision import Numerics
from edgejson.scoring.prediction import Prediction
from edgejson.scoring.schemas import Schemas
from edgejson.scoring.scored_record import ScoredRecord, score_record
from edgejson.scoring.stratified_sample import ids_by_schema, stratified_sample
from edgejson.suite.schema_registry import Registry
from edgejson.train.examples import Example
from edgejson.train.processes import gather_from_all, share_of_process

SHOWN_SCORES: Mapping[str, str] = {
    "json_exact": "JSONExact",
    "field_f1": "Field F1",
    "schema_compliance": "Schema Compliance",
}
"""The scores that a training run follows, with their titles; `edgejson.scoring.scores` defines them."""

_ROWS = 32
"""Records answered together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidationRecords:
    """The records of every scoring, in batches, each with the most tokens that an answer may have."""

    records: Sequence[Record]
    batches: Sequence[tuple[Sequence[Request], int]]
    schemas: Schemas


def choose_records(
    validation: Sequence[Example],
    records: Sequence[Record],
    registry: Registry,
    *,
    count: int,
    window: int | None = None,
) -> ValidationRecords:
    """Choose `count` of the validation records, or all if there are fewer, as evenly over schemas as can be.

    Those that were cut cannot be answered in full and are not chosen. An answer may have a fifth more tokens
    than the longest label of its batch: no right one is cut, and a model that never stops costs little.
    Prompt and answer together stay within `window` tokens, where the model has one.
    """
    whole = {example.record_id: example for example in validation if not example.cut}
    candidates = [record for record in records if record.id in whole]
    ids = set(stratified_sample(ids_by_schema(candidates), min(count, len(whole)), seed=0))
    chosen = [record for record in candidates if record.id in ids]
    requests = [
        Request(
            id=record.id,
            schema_id=record.schema_id,
            tokens=tuple(whole[record.id].tokens[: whole[record.id].n_prompt]),
            max_new_tokens=None if window is None else window - whole[record.id].n_prompt,
        )
        for record in chosen
    ]

    def limit(batch: Sequence[Request]) -> int:
        labels = (len(whole[each.id].tokens) - whole[each.id].n_prompt for each in batch)
        return token_limit(max(labels, default=0))

    batches = plan_batches(requests, max_rows=_ROWS, max_new_tokens=limit(requests))
    return ValidationRecords(
        records=chosen, batches=[(batch, limit(batch)) for batch in batches], schemas=Schemas(registry)
    )


def score_model(
    model: Any, tokenizer: Any, chosen: ValidationRecords, state: PartialState, numerics: Numerics
) -> dict[str, Any]:
    """Return the mean of each score over the chosen records, and the share of answers that ended themselves.

    `model` is left in training mode, its weights and the random generators as they were.
    """
    begun = time.monotonic()
    engine = PaddedEngine(model=model, tokenizer=tokenizer, numerics=numerics)
    model.eval()
    answers: dict[str, Prediction] = {}
    with numerics.autocast():
        for batch, limit in share_of_process(chosen.batches, state):
            generations = engine.generate(batch, max_new_tokens=limit, on_tokens=lambda _: None)
            for request, generation in zip(batch, generations, strict=True):
                answers[request.id] = Prediction(id=request.id, text=generation.text, stop=generation.stop)
    model.train()
    answers = {name: answer for part in gather_from_all(answers, state) for name, answer in part.items()}
    scored = [score_record(record, answers[record.id], chosen.schemas) for record in chosen.records]
    return {
        "n": len(scored),
        **{name: _mean(scored, name) for name in SHOWN_SCORES},
        "ended": sum(answer.stop == "eos" for answer in answers.values()) / len(scored),
        "seconds": round(time.monotonic() - begun, 1),
    }


def scores_sentence(scoring: Mapping[str, Any]) -> str:
    """Return a scoring in words."""
    n = scoring["n"]
    return (
        f"Step {scoring['step']}: of {n} validation records {round(scoring['json_exact'] * n)} exact, "
        f"{round(scoring['schema_compliance'] * n)} valid under their schema, "
        f"{round(scoring['ended'] * n)} ended; Field F1 {scoring['field_f1']:.3f}"
    )


def _mean(scored: Sequence[ScoredRecord], name: str) -> float:
    return sum(each.scores[name] for each in scored) / len(scored)
