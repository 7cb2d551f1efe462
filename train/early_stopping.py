"""Which of a run's scorings is the best, and when no better one is to be expected.

A scoring is an entry of `Progress.scores`: the step after which it was made, and each score, 0 to 1.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

Scoring: TypeAlias = Mapping[str, Any]


def best_scoring(scorings: Sequence[Scoring], watch: str) -> Scoring | None:
    """Return the scoring with the highest `watch`, None where there is none.

    Of equal ones the higher Field F1 decides (on few records JSONExact moves in coarse steps), then the
    later one: it has learned more.
    """
    return max(reversed(scorings), key=lambda scoring: _rank(scoring, watch), default=None)


def out_of_patience(scorings: Sequence[Scoring], watch: str, patience: int | None) -> bool:
    """Whether the last `patience` scorings brought nothing better than what was there before them.

    None has patience for ever.
    """
    if patience is None or len(scorings) <= patience:
        return False
    ranks = [_rank(scoring, watch) for scoring in scorings]
    return max(ranks[-patience:]) <= max(ranks[:-patience])


def _rank(scoring: Scoring, watch: str) -> tuple[float, float]:
    return scoring[watch], scoring["field_f1"]
