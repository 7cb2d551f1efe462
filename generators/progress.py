"""Progress of long work on a terminal's standard error; nothing where there is none."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeAlias

ProgressCallback: TypeAlias = Callable[[str, int, int], None]
"""Takes the name of a stage of the work, how much of it is done, and out of how much."""


def no_progress(stage: str, done: int, total: int) -> None:
    """Show nothing."""
    del stage, done, total


@contextmanager
def progress_display() -> Iterator[ProgressCallback]:
    """Show a bar for work in stages; yields the callback that moves it."""
    if not sys.stderr.isatty():
        yield no_progress
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None)
        yield lambda stage, done, total: progress.update(task, description=stage, completed=done, total=total)
