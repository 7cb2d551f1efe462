"""What a process of a `WorkerPool` does: task after task, until the process that started it ends."""

import os
import pickle
import signal
import sys
import threading
import traceback
from queue import SimpleQueue
from typing import Any, BinaryIO

from edgejson.errors import EdgejsonError

_LENGTH_BYTES = 8
_PR_SET_PDEATHSIG = 1
"""prctl(2): the signal that this process gets when the thread that started it ends."""


def main(parent: int) -> None:
    """Do the tasks that come on standard input, and write their results to what was standard output."""
    # A Ctrl-C is for the process that started this one, which ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent(parent)
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(_standard_error(nothing), 1)
    os.close(nothing)
    messages: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_receive, args=(requests, messages), daemon=True).start()
    while True:
        write_message(answers, _done(messages.get()))


def end_with_parent(parent: int) -> None:
    """Have this process killed when its parent ends; on systems other than Linux this does nothing.

    To be called in a process that `parent` started, from a thread of it that lives as long as it does.
    """
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)


def read_message(stream: BinaryIO) -> bytes:
    """Return the next message; EOFError when there is none or only part of one."""
    length = stream.read(_LENGTH_BYTES)
    content = stream.read(int.from_bytes(length)) if len(length) == _LENGTH_BYTES else b""
    if not content or len(content) < int.from_bytes(length):
        raise EOFError
    return content


def write_message(stream: BinaryIO, content: bytes) -> None:
    """Write a message, which is not empty."""
    stream.write(len(content).to_bytes(_LENGTH_BYTES))
    stream.write(content)
    stream.flush()


def _receive(requests: BinaryIO, messages: "SimpleQueue[bytes]") -> None:
    """Pass on what comes; when the other end of the pipe is closed, its process has ended."""
    try:
        while True:
            messages.put(read_message(requests))
    except (EOFError, OSError):
        os._exit(1)


def _standard_error(instead: int) -> int:
    try:
        os.fstat(2)
    except OSError:
        return instead
    return 2


def _done(message: bytes) -> bytes:
    """Do a task; return whether it went well and its result, or what it raised."""
    outcome: tuple[bool, Any]
    try:
        work, arguments = pickle.loads(message)  # noqa: S301 - from the process that started this one
        return pickle.dumps((True, work(*arguments)))
    except BaseException as error:
        if not isinstance(error, EdgejsonError):
            error.add_note("".join(traceback.format_exception(error)))
        outcome = (False, error)
    try:
        return pickle.dumps(outcome)
    except Exception:
        return pickle.dumps((False, RuntimeError("".join(traceback.format_exception(outcome[1])))))
