"""What can go wrong around scoring; a bad answer is a miss, never an error."""

from pathlib import Path

from edgejson.errors import EdgejsonError


class PredictionsError(EdgejsonError):
    """A file of stored predictions cannot be matched with the data: ``path`` and ``line`` say where."""

    def __init__(self, path: Path | str, line: int, problem: str) -> None:
        self.path = path
        self.line = line
        super().__init__(f"{path}:{line}: {problem}")


class SampleError(EdgejsonError):
    """A sample that cannot be drawn."""
