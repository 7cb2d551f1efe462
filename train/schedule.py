"""The learning rate of every step."""

import math
from typing import Literal


def learning_rate(
    step: int,
    *,
    n_steps: int,
    highest: float,
    warmup_share: float,
    schedule: Literal["cosine", "linear", "constant"],
) -> float:
    """Return the learning rate of `step`, counted from 0: a linear rise, then the schedule's fall to zero.

    Cosine as in Loshchilov and Hutter 2017 (arXiv:1608.03983), without restarts.
    """
    warmup = math.ceil(warmup_share * n_steps)
    if step < warmup:
        return highest * (step + 1) / warmup
    share_done = (step - warmup) / max(1, n_steps - warmup)
    match schedule:
        case "cosine":
            return highest * (1 + math.cos(math.pi * share_done)) / 2
        case "linear":
            return highest * (1 - share_done)
        case "constant":
            return highest
