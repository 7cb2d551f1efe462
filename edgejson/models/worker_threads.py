"""Several passes at a time on a CPU: lanes are threads that share the model and compute whole passes.

A second core makes the passes of a small model a quarter faster; two passes beside each other use both cores
(docs/training.md has the measurement). The trainer's passes and the evaluator's batches run in lanes. What
comes out does not depend on which lane was faster: outcomes are taken in the order of the jobs, and nothing
that a lane computes touches what another sees.
"""

from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import Any, TypeVar

import torch

Job = TypeVar("Job")
Outcome = TypeVar("Outcome")

_RECORDS_A_LANE = 2
"""With fewer records a step than this for each lane, lanes would wait for the longest record."""
_MOST = 8
"""Lanes at most: each holds what it computes, in training the gradients of a pass."""


def lanes_for(model: Any, device: torch.device, *, records_per_step: int) -> int:
    """Return how many lanes a run uses: 1 on a GPU, or where dropout draws from the one random generator."""
    if device.type != "cpu" or _draws(model):
        return 1
    return lanes_beside_each_other(records_per_step // _RECORDS_A_LANE)


def lanes_beside_each_other(jobs: int) -> int:
    """Return how many lanes are worth having on a CPU for so many jobs."""
    return max(1, min(torch.get_num_threads(), jobs, _MOST))


class Lanes:
    """`count` threads for passes; each computes with its part of the threads that torch has."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._all_threads = torch.get_num_threads()
        self._threads = max(1, self._all_threads // count)
        self._pool: ThreadPoolExecutor | None = None

    def outcomes(
        self,
        work: Callable[[Job], Outcome],
        jobs: Sequence[Job],
        *,
        size: Callable[[Job], int],
        room: int,
        hurry: Callable[[], None] | None = None,
    ) -> Generator[Outcome, None, None]:
        """Yield `work` of each of `jobs`, in their order; what `work` raises is raised here, in its turn.

        Jobs begin in their order, when a lane is free and the sizes of those under way stay within `room`
        together; a larger one runs alone. Few outcomes wait to be taken, for they are large. Where this ends
        early, closed or by an exception, what is under way is lost: `hurry` is called, which may tell it to
        stop, and its end is awaited.
        """
        if self.count == 1:
            yield from map(work, jobs)
            return
        if self._pool is None:
            # OpenMP's number of threads belongs to each thread, MKL's to all: the first is set here once.
            self._pool = ThreadPoolExecutor(
                self.count, "lane", initializer=torch.set_num_threads, initargs=(self._threads,)
            )
        waiting, begun = deque(jobs), deque[tuple[Future[Outcome], int]]()
        torch.set_num_threads(self._threads)
        try:
            while waiting or begun:
                running = [(future, used) for future, used in begun if not future.done()]
                free = room - sum(used for _, used in running)
                there_is_room = len(running) < self.count and len(begun) < 2 * self.count
                if waiting and there_is_room and (not running or size(waiting[0]) <= free):
                    job = waiting.popleft()
                    begun.append((self._pool.submit(work, job), size(job)))
                elif begun[0][0].done():
                    yield begun.popleft()[0].result()
                else:
                    wait([future for future, _ in running], return_when=FIRST_COMPLETED)
        except BaseException:
            if hurry:
                hurry()
            raise
        finally:
            wait([future for future, _ in begun])
            torch.set_num_threads(self._all_threads)


def _draws(model: Any) -> bool:
    """Whether a forward pass of `model` in training draws random numbers."""
    if any(isinstance(module, torch.nn.Dropout) and module.p > 0 for module in model.modules()):
        return True
    return any(
        isinstance(value, float) and value > 0
        for name, value in model.config.to_dict().items()
        if "dropout" in name
    )
