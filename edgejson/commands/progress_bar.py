"""A bar on the terminal while a large file is read."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from edgejson.suite.engine import Progress

_WORTH_A_BAR = 8 << 20


@contextmanager
def progress_bar(path: Path) -> Iterator[Progress | None]:
    """Show a bar on a terminal's standard error while a large file is validated."""
    try:
        size = path.stat().st_size
    except OSError:
        size = 0
    if size < _WORTH_A_BAR or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(path.name, total=size)
        yield lambda read: bar.advance(task, read)
