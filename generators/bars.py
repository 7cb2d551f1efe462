"""Progress bars on a terminal's standard error; nothing where there is none."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeAlias

Stage: TypeAlias = Callable[[str, int, int], None]
"""Is told the name of a stage of the work, how much of it is done, and of how much."""


def silent(stage: str, done: int, total: int) -> None:
    """Show nothing."""
    del stage, done, total


@contextmanager
def bar(name: str, total: int) -> Iterator[Callable[[], None]]:
    """Show a bar of `total` steps; yields what moves it on by one."""
    with stages() as show:
        done = 0

        def advance() -> None:
            nonlocal done
            done += 1
            show(name, done, total)

        yield advance


@contextmanager
def stages() -> Iterator[Stage]:
    """Show a bar for work in stages; yields what it is told through."""
    if not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None)
        yield lambda stage, done, total: progress.update(task, description=stage, completed=done, total=total)
