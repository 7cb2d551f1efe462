"""Worker threads: results in the order of the jobs, errors in their turn, no more at a time than fits."""

import threading
import time
from contextlib import closing

import pytest
import torch

from edgejson.models.worker_threads import WorkerThreads


def test_what_fails_in_a_thread_is_raised_in_its_turn(two_threads: None) -> None:
    workers, began = WorkerThreads(2), set[int]()

    def work(job: int) -> int:
        began.add(job)
        time.sleep(0.05 if job == 0 else 0)
        if job == 1:
            raise ValueError("this one")
        return job

    taken: list[int] = []
    with (
        pytest.raises(ValueError, match="this one"),
        closing(workers.map(work, range(100), size=lambda _: 1, capacity=2)) as results,
    ):
        taken.extend(results)
    assert taken == [0]
    assert next(iter(workers.map(work, [0], size=lambda _: 1, capacity=2))) == 0
    assert len(began) <= 5
    assert torch.get_num_threads() == 2


def test_no_more_is_under_way_than_the_capacity(two_threads: None) -> None:
    under_way, most, lock = 0, 0, threading.Lock()

    def work(job: int) -> int:
        nonlocal under_way, most
        with lock:
            under_way += job
            most = max(most, under_way)
        time.sleep(0.002)
        with lock:
            under_way -= job
        return job

    jobs = [90, 60, 50, 50, 40, 30, 30]
    assert list(WorkerThreads(2).map(work, jobs, size=lambda job: job, capacity=80)) == jobs
    assert most == 90
