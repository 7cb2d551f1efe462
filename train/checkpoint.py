"""A run's state on disk, in one safetensors file that appears whole or not at all.

It holds all that the rest of the run depends on: the trained parameters, the optimiser's moments, the
states of the random generators, and as text how far the run has come and of what run it is. The order
of the data is a function of recipe and step, so it needs no state. Nothing is pickled.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save

from edgejson.core.files import write_atomically
from edgejson.train.errors import OutputError
from edgejson.train.micro_batch import MicroBatchLimits

CHECKPOINT = "checkpoint.safetensors"


@dataclass(slots=True, kw_only=True)
class Progress:
    """How far a run has come: steps done, one entry a step, an epoch, a scoring. JSON values only."""

    step: int = 0
    seconds: float = 0.0
    precision: Literal["fp32", "bf16"] | None = None
    curve: list[dict[str, Any]] = field(default_factory=list)
    epochs: list[dict[str, Any]] = field(default_factory=list)
    scores: list[dict[str, Any]] = field(default_factory=list)
    limits: MicroBatchLimits | None = None
    peak_memory_bytes: int = 0


def write_checkpoint(
    path: Path,
    *,
    identity: Mapping[str, Any],
    progress: Progress,
    parameters: Mapping[str, torch.nn.Parameter],
    optimizer: torch.optim.Optimizer,
    best: Mapping[str, torch.Tensor] | None = None,
) -> None:
    """Replace the checkpoint at `path` by the present state; OutputError when it cannot be written.

    `identity` is what a run must have in common with this one to go on from here; `best` are the parameters
    of its best scoring so far.
    """
    tensors = {f"parameter {name}": parameter.detach().cpu() for name, parameter in parameters.items()}
    for name, parameter in parameters.items():
        for key, value in optimizer.state[parameter].items():
            tensors[f"optimizer {key} {name}"] = torch.as_tensor(value).detach().cpu()
    for name, tensor in (best or {}).items():
        tensors[f"best {name}"] = tensor
    tensors["random cpu"] = torch.get_rng_state()
    if torch.cuda.is_available():
        tensors["random cuda"] = torch.cuda.get_rng_state()
    metadata = {"identity": json.dumps(identity), "progress": json.dumps(asdict(progress))}
    try:
        write_atomically(path, save(tensors, metadata))
    except OSError as error:
        raise OutputError(
            path, f"the checkpoint cannot be written ({error.strerror}); the one before it is intact"
        ) from error


def read_header(path: Path) -> tuple[dict[str, Any], Progress]:
    """Return the identity and the progress of the checkpoint at `path`; OutputError if it is not one."""
    try:
        with safe_open(path, framework="pt") as file:
            metadata = file.metadata()
        progress = Progress(**json.loads(metadata["progress"]))
        if progress.limits:
            progress.limits = MicroBatchLimits(**progress.limits)  # type: ignore[arg-type]
        return json.loads(metadata["identity"]), progress
    except (SafetensorError, KeyError, TypeError, ValueError) as error:
        raise OutputError(
            path, f"not a checkpoint of this version ({error}); --no-resume starts afresh"
        ) from error


def restore_checkpoint(
    path: Path, *, parameters: Mapping[str, torch.nn.Parameter], optimizer: torch.optim.Optimizer
) -> dict[str, torch.Tensor] | None:
    """Put the tensors of the checkpoint at `path` back where `write_checkpoint` took them from.

    Returns the parameters of the best scoring, on the CPU, None where there was no scoring yet.
    """
    with safe_open(path, framework="pt") as file:
        with torch.no_grad():
            for name, parameter in parameters.items():
                parameter.copy_(file.get_tensor(f"parameter {name}"))
        by_name: dict[str, dict[str, torch.Tensor]] = {}
        for key in file.keys():  # noqa: SIM118 not a dict
            if key.startswith("optimizer "):
                _, moment, name = key.split(" ", 2)
                # The step count stays on the CPU, where AdamW keeps it; the moments follow the parameter.
                device = "cpu" if moment == "step" else parameters[name].device
                by_name.setdefault(name, {})[moment] = file.get_tensor(key).to(device)
        for name, moments in by_name.items():
            optimizer.state[parameters[name]] = dict(moments)
        torch.set_rng_state(file.get_tensor("random cpu"))
        if torch.cuda.is_available() and "random cuda" in file.keys():  # noqa: SIM118
            torch.cuda.set_rng_state(file.get_tensor("random cuda"))
        there = set(file.keys())
        best = {name: file.get_tensor(f"best {name}") for name in parameters if f"best {name}" in there}
    return best or None
