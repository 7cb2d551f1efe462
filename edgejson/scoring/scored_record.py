"""The outcome of one record: what was expected, what came, its scores, and the reason of every miss."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from edgejson._typing import Label
from edgejson.core.json_text import compact
from edgejson.core.record import Record
from edgejson.scoring import historical, record_meta, scores
from edgejson.scoring.answer import Answer, AnswerFault, read_answer
from edgejson.scoring.equality import Difference, DifferenceKind, differences
from edgejson.scoring.prediction import Prediction
from edgejson.scoring.schemas import Schemas

_WITHOUT_DECIMALS = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

MissReason: TypeAlias = Literal[AnswerFault, "no_prediction", "truncated", "differs", "unequal"]
"""Why an answer is not exact: there is none; it hit the token limit inside the object; its fault; or it is an
object that differs from the label. ``unequal`` is all that the historical protocol says."""

Flag: TypeAlias = Literal[
    "valid_json", "byte_exact", "text_around", "truncated", "stopped_by_itself", DifferenceKind,
    "arithmetic_broken",
]  # fmt: skip
FLAGS: tuple[Flag, ...] = (
    "valid_json", "byte_exact", "text_around", "truncated", "stopped_by_itself",
    "omission", "invention", "wrong_value", "wrong_type", "arithmetic_broken",
)  # fmt: skip
"""What is counted beside the scores, over records.

``valid_json``: the text holds a JSON object. ``byte_exact``: the text is the label's compact text to the last
byte. ``text_around``: something stands before or after the object. ``truncated``: the token limit ended the
answer; ``stopped_by_itself``: the model did; both are known only where decoding noted it. The four kinds of
difference: the object has at least one of that kind. ``arithmetic_broken``: False until
`flag_broken_arithmetic` has looked.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredRecord:
    """One record's outcome. ``prediction`` is None where there is no answer: a miss like any other.

    ``scores`` by name, 0 to 1 (0 or 1 for proportions). ``flags`` by name, None where nobody knows.
    """

    id: str
    schema_id: str
    complexity: str
    complexity_from_registry: bool
    style: str | None
    prompt: str
    label: str
    prediction: Prediction | None
    scores: Mapping[str, float]
    flags: Mapping[Flag, bool | None]
    miss: MissReason | None
    differences: tuple[Difference, ...] = ()


Scorer: TypeAlias = Callable[[Record, Prediction | None, Schemas], ScoredRecord]
"""What a protocol is: a record and an answer to the outcome."""


def score_record(record: Record, prediction: Prediction | None, schemas: Schemas) -> ScoredRecord:
    """Score one answer, or the lack of one, by the definitions in `edgejson.scoring.scores`."""
    label = _text(record.label)
    if prediction is not None and prediction.text == label:
        # The label to the last byte: there is nothing to read.
        answer = Answer(text=label, value=record.label)
    else:
        answer = read_answer(
            prediction.text if prediction else "",
            flat_arrays=isinstance(record.label, list),
            calls=record.is_call,
        )
    value = answer.value
    exact = value is not None and scores.json_exact(record.label, value)
    found = () if value is None or exact else tuple(differences(record.label, value))
    return _sample(
        record, prediction, schemas, label,
        scores=_scores(record, value, schemas, exact=exact),
        flags=_flags(prediction, label, answer, found),
        miss=_miss(prediction, answer, found),
        differences=found,
    )  # fmt: skip


def score_record_historically(
    record: Record, prediction: Prediction | None, schemas: Schemas
) -> ScoredRecord:
    """Score one answer as the published harness did (see `edgejson.scoring.historical`)."""
    label = _text(record.label)
    outcome = historical.score_historically(record.label, prediction.text if prediction else "")
    return _sample(
        record, prediction, schemas, label,
        scores={
            "json_exact": float(outcome.json_exact),
            "field_f1": outcome.field_f1,
            "schema_compliance": float(outcome.schema_compliance),
        },
        flags=_stops(prediction),
        miss=None if outcome.json_exact else ("unequal" if prediction else "no_prediction"),
    )  # fmt: skip


PROTOCOLS: Mapping[str, Scorer] = {"edgejson": score_record, "historical": score_record_historically}
"""The ways of scoring, by the name that ``--protocol`` takes."""


def _text(label: Label) -> str:
    """Return the label's compact text, by json's own encoder where it holds no decimals: it is faster."""
    try:
        return _WITHOUT_DECIMALS.encode(label)
    except TypeError:
        return compact(label)


def _sample(
    record: Record,
    prediction: Prediction | None,
    schemas: Schemas,
    label: str,
    *,
    scores: Mapping[str, float],
    flags: Mapping[Flag, bool | None],
    miss: MissReason | None,
    differences: tuple[Difference, ...] = (),
) -> ScoredRecord:
    return ScoredRecord(
        id=record.id,
        schema_id=record.schema_id,
        complexity=record.complexity or schemas.complexity(record.schema_id),
        complexity_from_registry=record.complexity is None,
        style=record_meta.style(record),
        prompt=record.prompt,
        label=label,
        prediction=prediction,
        scores=scores,
        flags=flags,
        miss=miss,
        differences=differences,
    )


def _scores(record: Record, value: Label | None, schemas: Schemas, *, exact: bool) -> dict[str, float]:
    if value is None:
        return dict.fromkeys(scores.SCORES, 0.0)
    # Equal objects agree in every field and every leaf: an exact answer needs no second walk.
    precision, recall, f1 = (1.0, 1.0, 1.0) if exact else scores.leaf_prf(record.label, value)
    return {
        "json_exact": float(exact),
        "field_f1": 1.0 if exact else scores.field_f1(record.label, value),
        "schema_compliance": float(scores.schema_compliance(schemas, record, value)),
        "leaf_precision": precision,
        "leaf_recall": recall,
        "leaf_f1": f1,
        "gold_shape_compliance": float(scores.gold_shape_compliance(record.label, value)),
    }


def _flags(
    prediction: Prediction | None, label: str, answer: Answer, found: tuple[Difference, ...]
) -> dict[Flag, bool | None]:
    kinds = {difference.kind for difference in found}
    return {
        "valid_json": answer.value is not None,
        "byte_exact": answer.text == label,
        "text_around": answer.text_around,
        **_stops(prediction),
        "omission": "omission" in kinds,
        "invention": "invention" in kinds,
        "wrong_value": "wrong_value" in kinds,
        "wrong_type": "wrong_type" in kinds,
        "arithmetic_broken": False,
    }


def _stops(prediction: Prediction | None) -> dict[Flag, bool | None]:
    stop = prediction.stop if prediction else None
    return {
        "truncated": None if stop is None else stop == "length",
        "stopped_by_itself": None if stop is None else stop == "eos",
    }


def _miss(prediction: Prediction | None, answer: Answer, found: tuple[Difference, ...]) -> MissReason | None:
    if prediction is None:
        return "no_prediction"
    if answer.fault == "unfinished" and prediction.stop == "length":
        return "truncated"
    if answer.fault is not None:
        return answer.fault
    return "differs" if found else None
