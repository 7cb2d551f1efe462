"""Records and answers to scored records, by one of the protocols."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from edgejson.core.record import Record
from edgejson.eval.arithmetic import flag_broken_arithmetic
from edgejson.eval.evaluation_data import EvaluationData
from edgejson.scoring.prediction import Prediction
from edgejson.scoring.scored_record import PROTOCOLS, ScoredRecord


def score_records(
    protocol: str,
    records: Sequence[Record],
    predictions: Mapping[str, Prediction],
    data: EvaluationData,
) -> list[ScoredRecord]:
    """Return every record with its scores; one without a prediction is a miss.

    Under the historical protocol nothing counts but what counted in the published harness.
    """
    score = PROTOCOLS[protocol]
    with _uncollected():
        scored = [score(record, predictions.get(record.id), data.schemas) for record in records]
        return scored if protocol == "historical" else flag_broken_arithmetic(scored, data.suite)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector from walking the records again and again: all of them are kept."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
