"""Threads that share a model on a CPU, each computing whole micro-batches or decoding answers of its own.

A second core makes the micro-batches of a small model a quarter faster; two threads beside each other use
both cores (docs/training.md has the measurement). Results do not depend on which thread was faster: they are
taken in the order of the jobs, and nothing that a thread computes touches what another sees.
"""

from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import TypeVar

import torch

Job = TypeVar("Job")
Result = TypeVar("Result")

MOST_WORKERS = 8
"""Each worker holds what it computes, in training the gradients of a micro-batch."""


def worker_count(jobs: int) -> int:
    """Return how many worker threads are worth having on a CPU for so many jobs; torch's threads bound it."""
    return max(1, min(torch.get_num_threads(), jobs, MOST_WORKERS))


class WorkerThreads:
    """`count` threads; each computes with its part of the threads that torch has."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._all_threads = torch.get_num_threads()
        self._threads = max(1, self._all_threads // count)
        self._pool: ThreadPoolExecutor | None = None

    def map(
        self,
        work: Callable[[Job], Result],
        jobs: Sequence[Job],
        *,
        size: Callable[[Job], int],
        capacity: int,
        on_cancel: Callable[[], None] | None = None,
    ) -> Generator[Result, None, None]:
        """Yield `work` of each of `jobs`, in their order; what `work` raises is raised here, in its turn.

        Jobs begin in their order, when a worker is free and the sizes of those under way stay within
        `capacity` together; a larger one runs alone. Few results wait to be taken, for they are large. Where
        this ends early, closed or by an exception, the results of jobs under way are lost: `on_cancel` is
        called, which may tell them to stop, and their end is awaited.
        """
        if self.count == 1:
            yield from map(work, jobs)
            return
        if self._pool is None:
            # OpenMP's number of threads belongs to each thread, MKL's to all: the first is set here once.
            self._pool = ThreadPoolExecutor(
                self.count, "worker", initializer=torch.set_num_threads, initargs=(self._threads,)
            )
        waiting, begun = deque(jobs), deque[tuple[Future[Result], int]]()
        torch.set_num_threads(self._threads)
        try:
            while waiting or begun:
                running = [(future, used) for future, used in begun if not future.done()]
                free = capacity - sum(used for _, used in running)
                may_begin = len(running) < self.count and len(begun) < 2 * self.count
                if waiting and may_begin and (not running or size(waiting[0]) <= free):
                    job = waiting.popleft()
                    begun.append((self._pool.submit(work, job), size(job)))
                elif begun[0][0].done():
                    yield begun.popleft()[0].result()
                else:
                    wait([future for future, _ in running], return_when=FIRST_COMPLETED)
        except BaseException:
            if on_cancel:
                on_cancel()
            raise
        finally:
            wait([future for future, _ in begun])
            torch.set_num_threads(self._all_threads)
