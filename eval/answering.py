"""All answers of an evaluation: through an engine, on a CPU in several lanes, kept as they come."""

from collections.abc import Sequence
from contextlib import closing
from threading import Event, Lock

from edgejson.eval.journal import Journal
from edgejson.eval.progress import show_progress
from edgejson.models.engines import Engine, Generation, Request
from edgejson.models.engines.work import Work
from edgejson.models.worker_threads import Lanes
from edgejson.scoring.prediction import Prediction


class _StoppedError(Exception):
    """Another lane failed, or the whole run was interrupted."""


def answer_all(
    batches: Sequence[Sequence[Request]],
    engine: Engine,
    journal: Journal,
    *,
    max_new_tokens: int,
    lanes: Lanes,
) -> dict[str, Prediction]:
    """Return the answer to every request, by record id.

    Each lane draws batches of its own; the engine has to bear that. Batches that the journal holds are not
    answered again, so an interrupted evaluation ends with the answers that it would have had without the
    interruption: a batch is in the journal as a whole or not at all.
    """
    answers = journal.read()
    journal.begin(answers)
    all_requests = [request for batch in batches for request in batch]
    waiting = [batch for batch in batches if any(request.id not in answers for request in batch)]
    work = Work(waiting, all_requests=all_requests, max_new_tokens=max_new_tokens)
    stopped, keeping = Event(), Lock()
    with show_progress(len(all_requests), done=len(answers)) as progress:

        def tokens(count: int) -> None:
            if stopped.is_set():
                raise _StoppedError
            progress.tokens(count)

        def keep(batch: Sequence[Request], generations: Sequence[Generation]) -> None:
            predictions = [_prediction(*pair) for pair in zip(batch, generations, strict=True)]
            with keeping:
                journal.append(predictions)
                answers.update({prediction.id: prediction for prediction in predictions})
                progress.records(len(batch))

        def lane(_number: int) -> None:
            try:
                for batch, generations in engine.answer(
                    work, max_new_tokens=max_new_tokens, on_tokens=tokens
                ):
                    keep(batch, generations)
            except _StoppedError:
                return
            except BaseException:
                stopped.set()
                raise

        # Without the event Ctrl-C would wait for whole batches: so the lanes stop at their next token.
        under_way = lanes.outcomes(
            lane, range(lanes.count), size=lambda _: 1, room=lanes.count, hurry=stopped.set
        )
        with closing(under_way) as ends:
            for _ in ends:
                pass
    return answers


def _prediction(request: Request, generation: Generation) -> Prediction:
    return Prediction(
        id=request.id,
        text=generation.text,
        stop=generation.stop,
        tokens=generation.tokens,
        seconds=round(generation.seconds, 3),
    )
