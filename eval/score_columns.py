"""Scored records in columns, so that a hundred thousand are summed up quickly."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from edgejson.scoring.scored_record import FLAGS, Flag, ScoredRecord

if TYPE_CHECKING:
    import numpy as np

UNKNOWN = -1
"""What stands in a column of flags where nobody knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreColumns:
    """One row for each record.

    ``schemas`` numbers the schema of each row; ``scores`` are fractions; ``flags`` are 1, 0 or UNKNOWN.
    """

    schemas: "np.ndarray[Any, Any]"
    scores: "Mapping[str, np.ndarray[Any, Any]]"
    flags: "Mapping[Flag, np.ndarray[Any, Any]]"

    @classmethod
    def of(cls, scored: Sequence[ScoredRecord]) -> Self:
        """Return the columns of at least one record, all scored by the same protocol."""
        import numpy as np

        numbers = {name: number for number, name in enumerate(sorted({each.schema_id for each in scored}))}
        known = [flag for flag in FLAGS if flag in scored[0].flags]
        rows = [list(map(each.flags.get, known)) for each in scored]
        flags = np.array([[UNKNOWN if flag is None else flag for flag in row] for row in rows], dtype=np.int8)
        scores = np.array([list(each.scores.values()) for each in scored], dtype=np.float64)
        return cls(
            schemas=np.array([numbers[each.schema_id] for each in scored]),
            scores={name: scores[:, column] for column, name in enumerate(scored[0].scores)},
            flags={flag: flags[:, column] for column, flag in enumerate(known)},
        )

    def at(self, rows: Sequence[int]) -> Self:
        """Return the rows of these numbers."""
        return type(self)(
            schemas=self.schemas[rows],
            scores={name: column[rows] for name, column in self.scores.items()},
            flags={flag: column[rows] for flag, column in self.flags.items()},
        )
