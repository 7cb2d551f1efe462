"""Progress of a generation on stderr: a bar on a terminal, a line now and then elsewhere."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from edgejson.core.console import notify

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress
    from rich.progress import TaskID

LINE_SECONDS = 30.0
"""How often a line is written where there is no terminal."""


class Progress(Protocol):
    """What is told about a generation as it goes on."""

    def tokens(self, count: int) -> None:
        """`count` more tokens have come."""

    def records(self, count: int) -> None:
        """`count` more records are answered."""


@contextmanager
def show_progress(total: int, *, done: int) -> Iterator[Progress]:
    """Show the progress of answering `total` records of which `done` are answered already."""
    if not sys.stderr.isatty():
        yield _Lines(total=total, done=done)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("answering"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[speed]}"),
        TimeElapsedColumn(),
    )  # fmt: skip
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        yield _Bar(bar=bar, task=bar.add_task("answering", total=total, completed=done, speed=""))


@dataclass(slots=True, kw_only=True)
class _Speed:
    count: int = 0
    began: float = field(default_factory=time.perf_counter)

    def __str__(self) -> str:
        return f"{self.count / max(time.perf_counter() - self.began, 1e-9):.0f} tokens/s"


@dataclass(slots=True, kw_only=True)
class _Bar:
    bar: "RichProgress"
    task: "TaskID"
    speed: _Speed = field(default_factory=_Speed)

    def tokens(self, count: int) -> None:
        self.speed.count += count
        self.bar.update(self.task, speed=str(self.speed))

    def records(self, count: int) -> None:
        self.bar.update(self.task, advance=count)


@dataclass(slots=True, kw_only=True)
class _Lines:
    total: int
    done: int
    speed: _Speed = field(default_factory=_Speed)
    last: float = field(default_factory=time.perf_counter)

    def tokens(self, count: int) -> None:
        self.speed.count += count
        if time.perf_counter() - self.last >= LINE_SECONDS:
            self._write()

    def records(self, count: int) -> None:
        self.done += count
        if self.done == self.total:
            self._write()

    def _write(self) -> None:
        self.last = time.perf_counter()
        notify(f"answered {self.done} of {self.total} records, {self.speed}")
