"""The course of a run as TensorBoard reads them, through torch.utils.tensorboard."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeAlias

from edgejson.train.errors import TrainingError

FOLDER = "tensorboard"
Log: TypeAlias = Callable[[int, Mapping[str, Any]], None]
"""Takes a step and an entry of the curve, the epochs or the scores."""

_TAGS = {
    "loss": "loss/training",
    "validation_loss": "loss/validation",
    "learning_rate": "training/learning_rate",
    "gradient_norm": "training/gradient_norm",
    "tokens": "training/tokens_in_step",
    "json_exact": "scores/json_exact",
    "field_f1": "scores/field_f1",
    "schema_compliance": "scores/schema_compliance",
    "ended": "scores/ended",
}


def check_tensorboard() -> None:
    """Raise TrainingError where the package is not installed."""
    if find_spec("tensorboard") is None:
        raise TrainingError("--tensorboard needs the package of that name: pip install tensorboard")


@contextmanager
def tensorboard_log(output: Path | None, step: int) -> Iterator[Log]:
    """Log into `output`, from `step` on: what an interrupted run logged after that is replaced.

    Where `output` is None, nothing is logged.
    """
    if output is None:
        yield lambda _step, _entry: None
        return
    from torch.utils.tensorboard import SummaryWriter

    writer: Any = SummaryWriter(str(output / FOLDER), purge_step=step + 1)

    def log(step: int, entry: Mapping[str, Any]) -> None:
        for name, tag in _TAGS.items():
            if entry.get(name) is not None:
                writer.add_scalar(tag, entry[name], step)

    try:
        yield log
    finally:
        writer.close()
