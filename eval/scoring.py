"""Records and answers to scored samples, by one of the protocols."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from edgejson.core.record import Record
from edgejson.eval.arithmetic import judge_arithmetic
from edgejson.eval.evaluation_data import EvaluationData
from edgejson.scoring.prediction import Prediction
from edgejson.scoring.scored_record import PROTOCOLS, Sample


def score_all(
    protocol: str,
    records: Sequence[Record],
    predictions: Mapping[str, Prediction],
    data: EvaluationData,
) -> list[Sample]:
    """Return the sample of every record; one without a prediction is a miss.

    Under the historical protocol nothing is judged but what the published harness judged.
    """
    score = PROTOCOLS[protocol]
    with _uncollected():
        samples = [score(record, predictions.get(record.id), data.schemas) for record in records]
        return samples if protocol == "historical" else judge_arithmetic(samples, data.suite)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector from walking the samples again and again: all of them are kept."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
