"""What can go wrong in an evaluation, between the data and the report."""

from pathlib import Path

from edgejson.errors import EdgejsonError


class EvaluationError(EdgejsonError):
    """Something that stops an evaluation; ``str(error)`` is one sentence that says what to do."""


class ReportError(EvaluationError):
    """A stored report, or the per-record results beside it, cannot be used."""

    def __init__(self, path: Path | str, problem: str) -> None:
        self.path = path
        super().__init__(f"{path}: {problem}")
