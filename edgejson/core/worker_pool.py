"""Fresh Python processes that work for this one: nothing of this one reaches them, and they end with it."""

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from typing import Any, BinaryIO, TypeAlias

from edgejson.core.worker_process import read_message, write_message
from edgejson.errors import EdgejsonError, WorkerDied

_Task: TypeAlias = tuple[Future[Any], Callable[..., Any], tuple[Any, ...]]

_PACKAGE_FOLDER = Path(__file__).parents[2]
_START = (
    "import sys; parent, folder = sys.argv[1:]; folder in sys.path or sys.path.append(folder); "
    "from edgejson.core.worker_process import main; main(int(parent))"
)


class WorkerPool(Executor):
    """An executor of processes whose modules come from where packages are installed, and from nowhere else.

    No working folder, no environment variable and no change of ``sys.path`` in this process leads them to
    another package. What their tasks print goes to standard error. They end when this process does, however
    that comes about. A task whose process dies raises WorkerDied; the next task has a new process.
    """

    def __init__(self, processes: int) -> None:
        self._tasks: SimpleQueue[_Task | None] = SimpleQueue()
        self._processes: dict[int, subprocess.Popen[bytes]] = {}
        self._closed = False
        self._lock = threading.Lock()
        # On Linux a process ends with the thread that started it: each has one that lives as long.
        started = [threading.Event() for _ in range(processes)]
        self._threads = [
            threading.Thread(target=self._serve, args=(place, event), daemon=True)
            for place, event in enumerate(started)
        ]
        for thread, event in zip(self._threads, started, strict=True):
            thread.start()
            event.wait()

    def submit(self, work: Callable[..., Any], /, *arguments: Any, **named: Any) -> Future[Any]:
        """Have ``work(*arguments)`` done, which must be picklable; return its future."""
        if named:
            raise TypeError("the tasks of a WorkerPool take no keyword arguments")
        if self._closed:
            raise RuntimeError("the pool is shut down")
        future: Future[Any] = Future()
        self._tasks.put((future, work, arguments))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002
        """End the processes at once, whatever they are doing; take the results that you need before."""
        with self._lock:
            self._closed = True
            for process in self._processes.values():
                process.kill()
        for _ in self._threads:
            self._tasks.put(None)
        if wait:
            for thread in self._threads:
                thread.join()

    def _serve(self, place: int, started: threading.Event) -> None:
        with suppress(EOFError, OSError):
            self._start(place)
        started.set()
        while (task := self._tasks.get()) is not None:
            future, work, arguments = task
            if self._closed:
                future.cancel()
            elif future.set_running_or_notify_cancel():
                self._settle(place, future, (work, arguments))
        self._end(place)

    def _settle(self, place: int, future: Future[Any], task: object) -> None:
        try:
            # Here and not while it is sent: a task that cannot be pickled is no fault of the process.
            message = pickle.dumps(task)
        except Exception as error:
            future.set_exception(error)
            return
        process = self._processes.get(place)
        try:
            if process is None or process.poll() is not None:
                self._end(place)
                process = self._start(place)
            write_message(_pipe(process.stdin), message)
            done, result = pickle.loads(read_message(_pipe(process.stdout)))  # noqa: S301 - of our own process
        except (EOFError, OSError):
            self._end(place)
            future.set_exception(WorkerDied())
            return
        except BaseException as error:
            future.set_exception(error)
            return
        if done:
            future.set_result(result)
        else:
            future.set_exception(result)

    def _end(self, place: int) -> None:
        if process := self._processes.get(place):
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                # What was to be sent to it cannot be any more.
                with suppress(OSError):
                    _pipe(stream).close()

    def _start(self, place: int) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._closed:
                raise EOFError
            # -E and -P: no PYTHON... variable and no working folder says where modules are.
            process = self._processes[place] = subprocess.Popen(  # noqa: S603 - this very interpreter
                [sys.executable, "-E", "-P", "-c", _START, str(os.getpid()), str(_PACKAGE_FOLDER)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
            )
        return process


def _pipe(stream: Any) -> BinaryIO:
    if stream is None:
        raise EdgejsonError("a worker has no pipe")
    pipe: BinaryIO = stream
    return pipe
