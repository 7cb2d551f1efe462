"""What can go wrong in an evaluation, outside the predictions: a bad prediction is a miss, never an error."""

from pathlib import Path

from edgejson.errors import EdgejsonError


class EvaluationError(EdgejsonError):
    """Something that stops an evaluation; ``str(error)`` is one sentence that says what to do."""


class PredictionsError(EvaluationError):
    """A file of stored predictions cannot be matched with the data: ``path`` and ``line`` say where."""

    def __init__(self, path: Path | str, line: int, problem: str) -> None:
        self.path = path
        self.line = line
        super().__init__(f"{path}:{line}: {problem}")


class ReportError(EvaluationError):
    """A stored report, or the samples beside it, cannot be used."""

    def __init__(self, path: Path | str, problem: str) -> None:
        self.path = path
        super().__init__(f"{path}: {problem}")
