"""What can go wrong outside the data: one root, fields on every error, one place for each text.

Bad *data* never raises: it becomes findings.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal, TypeAlias

Refusal: TypeAlias = Literal[
    "no attestation", "edited data", "another file's attestation", "another suite", "changed peers", "failed",
    "unreadable attestation",
]  # fmt: skip


class EdgejsonError(Exception):
    """The root of everything that edgejson raises on purpose; ``str(error)`` is for people."""

    def __reduce__(self) -> tuple[Any, ...]:
        # Exceptions are pickled as a call with their args, which are not what the subclasses take.
        return _restored, (type(self), self.args, vars(self))


def _restored(kind: type[EdgejsonError], arguments: tuple[Any, ...], fields: dict[str, Any]) -> EdgejsonError:
    """Return the error that was pickled in another process."""
    error = kind.__new__(kind, *arguments)
    vars(error).update(fields)
    return error


class SourceError(EdgejsonError):
    """A data file cannot be read."""

    def __init__(self, path: Path | str, problem: str) -> None:
        self.path = path
        super().__init__(f"{path}: {problem}")


class NotInstalled(EdgejsonError):
    """A package is lacking that only some commands need; ``extra`` of edgejson brings it."""

    def __init__(self, package: str, extra: str) -> None:
        self.package, self.extra = package, extra
        super().__init__(f"{package} is not installed; get it with: pip install 'edgejson[{extra}]'")


class SettingsError(EdgejsonError):
    """Settings, schemas or check files that make no sense; all problems of a run together."""

    def __init__(self, path: Path | str, problems: Sequence[str]) -> None:
        self.path = path
        self.problems = tuple(problems)
        if len(self.problems) == 1:
            text = f"{path}: {self.problems[0]}"
        else:
            text = f"{path}: {len(self.problems)} problems\n" + "\n".join(f"  - {p}" for p in self.problems)
        super().__init__(text)


class WorkerDied(EdgejsonError):
    """A process that ran rules ended before it had an answer."""

    def __init__(self) -> None:
        super().__init__(
            "the process that ran the rules died; is there enough memory, or does a rule end it?"
        )


class NotAdmitted(EdgejsonError):
    """The gate refuses a data file; ``refusal`` says why, ``mend`` is the command that mends it."""

    def __init__(self, path: Path | str, refusal: Refusal, because: str, mend: str) -> None:
        self.path = path
        self.refusal: Refusal = refusal
        self.because = because
        self.mend = mend
        super().__init__(f"{path} is not admitted ({refusal}): {because}; to mend it: {mend}")


class DataChanged(EdgejsonError):
    """The bytes of an admitted file are no longer those that were admitted."""

    def __init__(self, path: Path | str) -> None:
        self.path = path
        super().__init__(f"{path}: the file changed after it was admitted; nothing read from it may be used")
