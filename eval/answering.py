"""All answers of an evaluation: batches through an engine, on a CPU several at a time, kept as they come."""

from collections.abc import Sequence
from contextlib import closing
from threading import Event

from edgejson.eval.batches import slots_of
from edgejson.eval.engines import Engine, Generation, Request
from edgejson.eval.journal import Journal
from edgejson.eval.prediction import Prediction
from edgejson.eval.progress import show_progress
from edgejson.train.lanes import Lanes


def answer_all(
    batches: Sequence[Sequence[Request]],
    engine: Engine,
    journal: Journal,
    *,
    max_new_tokens: int,
    lanes: Lanes,
    max_slots: int,
) -> dict[str, Prediction]:
    """Return the answer to every request, by record id.

    `lanes` answer as many batches at a time, as long as their key-value caches have room in `max_slots`
    tokens together should every row reach its limit; the engine has to bear that.

    Batches that the journal holds are not answered again, so an interrupted evaluation ends with the
    answers that it would have had without the interruption: a batch is in the journal as a whole or not at
    all.
    """
    answers = journal.read()
    journal.begin(answers)
    total = sum(map(len, batches))
    with show_progress(total, done=len(answers)) as progress:
        waiting = [batch for batch in batches if any(request.id not in answers for request in batch)]

        stopped = Event()

        def tokens(count: int) -> None:
            if stopped.is_set():
                raise KeyboardInterrupt
            progress.tokens(count)

        def answer(batch: Sequence[Request]) -> list[Generation]:
            return engine.generate(batch, max_new_tokens=max_new_tokens, on_tokens=tokens)

        def slots(batch: Sequence[Request]) -> int:
            return slots_of(batch, max_new_tokens=max_new_tokens)

        # Without the event Ctrl-C would wait for whole batches: so the lanes stop at their next token.
        under_way = lanes.outcomes(answer, waiting, size=slots, room=max_slots, hurry=stopped.set)
        with closing(under_way) as outcomes:
            for batch, generations in zip(waiting, outcomes, strict=True):
                predictions = [_prediction(*pair) for pair in zip(batch, generations, strict=True)]
                journal.append(predictions)
                answers.update({prediction.id: prediction for prediction in predictions})
                progress.records(len(batch))
    return answers


def _prediction(request: Request, generation: Generation) -> Prediction:
    return Prediction(
        id=request.id,
        text=generation.text,
        stop=generation.stop,
        tokens=generation.tokens,
        seconds=round(generation.seconds, 3),
    )
