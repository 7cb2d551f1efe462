"""What can go wrong on the way to an adapter; each text is one sentence and says what to do."""

from pathlib import Path

from edgejson.errors import EdgejsonError, SettingsError


class TrainingError(EdgejsonError):
    """The root of the trainer's errors."""


class RecipeError(TrainingError, SettingsError):
    """A configuration that makes no sense; all of its problems together."""


class OutputError(TrainingError):
    """The output folder holds something that this run may not touch, or cannot be written."""

    def __init__(self, path: Path, problem: str) -> None:
        self.path = path
        super().__init__(f"{path}: {problem}")


class Interrupted(TrainingError):  # noqa: N818 nothing went wrong
    """A run stopped by a signal, after its checkpoint was written."""

    def __init__(self, output: Path, step: int, n_steps: int) -> None:
        self.step = step
        super().__init__(
            f"{output}: stopped after step {step} of {n_steps}; the same command goes on from there"
        )
