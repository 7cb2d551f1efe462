"""All answers of an evaluation: batch after batch through an engine, kept as they come."""

from collections.abc import Sequence

from edgejson.eval.engines import Engine, Generation, Request
from edgejson.eval.journal import Journal
from edgejson.eval.prediction import Prediction
from edgejson.eval.progress import show_progress


def answer_all(
    batches: Sequence[Sequence[Request]], engine: Engine, journal: Journal, *, max_new_tokens: int
) -> dict[str, Prediction]:
    """Return the answer to every request, by record id.

    Batches that the journal holds are not answered again, so an interrupted evaluation ends with the
    answers that it would have had without the interruption: a batch is in the journal as a whole or not at
    all.
    """
    answers = journal.read()
    journal.begin(answers)
    total = sum(map(len, batches))
    with show_progress(total, done=len(answers)) as progress:
        for batch in batches:
            if all(request.id in answers for request in batch):
                continue
            generations = engine.generate(batch, max_new_tokens=max_new_tokens, on_tokens=progress.tokens)
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
