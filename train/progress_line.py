"""What a training run shows while it runs: a progress bar on a terminal, a line now and then elsewhere."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from edgejson.train.memory import gigabytes

_SECONDS_BETWEEN_LINES = 30.0


class Show(Protocol):
    """Take the state after a step."""

    def __call__(self, step: int, *, loss: float, tokens_per_second: float, peak_bytes: int) -> None:
        """Show it; `loss` is in nats a token, `peak_bytes` the most memory so far."""


@contextmanager
def progress_line(n_steps: int, *, done: int) -> Iterator[Show]:
    """Show progress on standard error, from `done` to `n_steps`."""
    console = Console(stderr=True)
    if console.is_terminal:
        yield from _bar(console, n_steps, done)
    else:
        yield _lines(n_steps, done)


@contextmanager
def no_progress_line() -> Iterator[Show]:
    """Show nothing."""

    def show(step: int, *, loss: float, tokens_per_second: float, peak_bytes: int) -> None:
        """Show nothing."""

    yield show


def _bar(console: Console, n_steps: int, done: int) -> Iterator[Show]:
    columns = (
        TextColumn("training"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("loss {task.fields[loss]:.3f}  {task.fields[rate]:,.0f} tokens/s"),
        TextColumn("{task.fields[peak]} peak  left"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, speed_estimate_period=120) as bar:
        task = bar.add_task("", total=n_steps, completed=done, loss=float("nan"), rate=0.0, peak="? GB")

        def show(step: int, *, loss: float, tokens_per_second: float, peak_bytes: int) -> None:
            peak = gigabytes(peak_bytes)
            bar.update(task, completed=step, loss=loss, rate=tokens_per_second, peak=peak)

        yield show


def _lines(n_steps: int, done: int) -> Show:
    begun = shown = time.monotonic()

    def show(step: int, *, loss: float, tokens_per_second: float, peak_bytes: int) -> None:
        nonlocal shown
        now = time.monotonic()
        if step < n_steps and now - shown < _SECONDS_BETWEEN_LINES:
            return
        shown = now
        left = (now - begun) / (step - done) * (n_steps - step)
        sys.stderr.write(
            f"step {step} of {n_steps}, loss {loss:.3f}, {tokens_per_second:,.0f} tokens/s, "
            f"{gigabytes(peak_bytes)} peak memory, {left / 60:.1f} minutes left\n"
        )

    return show
