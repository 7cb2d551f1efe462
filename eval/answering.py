"""All answers of an evaluation: through an engine, on a CPU in several worker threads, kept as they come."""

from collections.abc import Sequence
from contextlib import closing
from threading import Event, Lock

from edgejson.eval.journal import Journal
from edgejson.eval.progress import show_progress
from edgejson.models.engines import Engine, Generation, Request
from edgejson.models.engines.request_queue import RequestQueue, shared_beginning
from edgejson.models.worker_threads import WorkerThreads
from edgejson.scoring.prediction import Prediction


class _CancelledError(Exception):
    """Another thread failed, or the whole run was interrupted."""


def answer_all(
    batches: Sequence[Sequence[Request]],
    engine: Engine,
    journal: Journal,
    *,
    max_new_tokens: int,
    workers: WorkerThreads,
) -> dict[str, Prediction]:
    """Return the answer to every request, by record id.

    The batches are dealt to the workers beforehand, so that what is decoded beside an answer does not depend
    on which worker was faster. Batches that the journal holds are not answered again, so an interrupted
    evaluation ends with the answers that it would have had without the interruption: a batch is in the
    journal as a whole or not at all.
    """
    answers = journal.read()
    journal.begin(answers)
    requests = [request for batch in batches for request in batch]
    shared = shared_beginning(requests)
    queues = [
        RequestQueue(
            [batch for batch in dealt if any(request.id not in answers for request in batch)],
            shared=shared,
            max_new_tokens=max_new_tokens,
        )
        for dealt in (batches[number :: workers.count] for number in range(workers.count))
    ]
    cancelled, keeping = Event(), Lock()
    with show_progress(len(requests), done=len(answers)) as progress:

        def count_tokens(count: int) -> None:
            if cancelled.is_set():
                raise _CancelledError
            progress.tokens(count)

        def keep(batch: Sequence[Request], generations: Sequence[Generation]) -> None:
            predictions = [_prediction(*pair) for pair in zip(batch, generations, strict=True)]
            with keeping:
                journal.append(predictions)
                answers.update({prediction.id: prediction for prediction in predictions})
                progress.records(len(batch))

        def answer(queue: RequestQueue) -> None:
            try:
                for batch, generations in engine.answer(
                    queue, max_new_tokens=max_new_tokens, on_tokens=count_tokens
                ):
                    keep(batch, generations)
            except _CancelledError:
                return
            except BaseException:
                cancelled.set()
                raise

        # Without the event Ctrl-C would wait for whole batches: so the workers stop at their next token.
        ends = workers.map(answer, queues, size=lambda _: 1, capacity=workers.count, on_cancel=cancelled.set)
        with closing(ends):
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
