"""Where results go: never over what they are made from."""

from collections.abc import Iterable
from pathlib import Path

from edgejson.eval.errors import EvaluationError
from edgejson.eval.scored_records import scored_records_path


def check_output_paths(
    outputs: Iterable[Path | None], *, read: Iterable[Path | None] = (), reports: Iterable[Path | None] = ()
) -> None:
    """Raise EvaluationError where a file to write is one that is read, another output, or a folder.

    Done before anything is written, so that nothing is lost and nothing is left half done. With each of the
    `reports` the results beside it are read. None is a file that nobody asked for.
    """
    taken = {
        path.resolve(): "read by this command" for path in [*read, *with_scored_records(reports)] if path
    }
    for path in outputs:
        if path is None:
            continue
        resolved = path.resolve()
        if resolved in taken:
            raise EvaluationError(
                f"{path}: is {taken[resolved]}, and would be overwritten; name another file"
            )
        if resolved.is_dir():
            raise EvaluationError(f"{path}: is a folder; name a file to write")
        taken[resolved] = "written by this command"


def with_scored_records(reports: Iterable[Path | None]) -> list[Path]:
    """Return the files of reports: each itself, and the per-record results beside it."""
    return [file for path in reports if path for file in (path, scored_records_path(path))]
