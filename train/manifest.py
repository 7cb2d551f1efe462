"""What an adapter says about itself: from what, on what, how and with what result it was trained."""

import hashlib
import platform
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

import edgejson
from edgejson import models
from edgejson.gate.admission import Admitted
from edgejson.models.base_model import BaseModel
from edgejson.models.digests import settings_digest
from edgejson.train.checkpoint import Progress
from edgejson.train.examples import Examples
from edgejson.train.recipe import Recipe


def run_identity(
    admitted: Admitted, recipe: Recipe, base: BaseModel, validation: Admitted | None
) -> dict[str, Any]:
    """Return what two runs must share for one to go on from the other's checkpoint."""
    return {
        "data": admitted.sha256,
        "validation": validation and validation.sha256,
        "base_model": base.sha256,
        "prompt_format": base.format_id,
        # How often a checkpoint is written, or a layer computed, changes nothing about what is learned.
        "recipe": recipe.model_dump(exclude={"checkpoint_minutes", "gradient_checkpointing", "base_model"}),
    }


def make_manifest(
    admitted: Admitted,
    recipe: Recipe,
    base: BaseModel,
    examples: Examples,
    progress: Progress,
    *,
    validation: Admitted | None,
    source: str | None,
    device: str,
    weights_of_step: int,
) -> dict[str, Any]:
    """Return the manifest of a finished run, JSON values only.

    `source` is the name under which the base model can be found again, None for the default one;
    `weights_of_step` the step whose weights are the result, which need not be the last.
    """
    settings = recipe.model_dump(exclude={"base_model"})
    return {
        "format": 1,
        "weights": "whole" if recipe.method == "full" else "adapter",
        "base_model": {"name": base.name, "source": source, "sha256": base.sha256},
        "prompt_format": base.format_id,
        "data": _provenance(admitted),
        "validation_data": validation and _provenance(validation),
        "records": {
            "training": len(examples.training),
            "validation": len(examples.validation),
            "cut": examples.n_cut,
            "left_out": examples.n_left_out,
            "longest_tokens": examples.longest,
        },
        "recipe": settings,
        "recipe_sha256": settings_digest(settings),
        "seed": recipe.seed,
        "training": {
            "steps": progress.step,
            "tokens": sum(point["tokens"] for point in progress.curve),
            "epochs": progress.epochs,
            "scores": progress.scores,
            "weights_of_step": weights_of_step,
            "precision": progress.precision,
            "device": device,
            "seconds": round(progress.seconds, 1),
            "peak_memory_bytes": progress.peak_memory_bytes,
        },
        "versions": {
            "edgejson": edgejson.__version__,
            "edgejson_train_sha256": code_digest(),
            "python": platform.python_version(),
            **{name: version(name) for name in ("torch", "transformers", "peft")},
        },
        "identity": run_identity(admitted, recipe, base, validation),
    }


def _provenance(admitted: Admitted) -> dict[str, Any]:
    return {
        "name": admitted.path.name,
        "sha256": admitted.sha256,
        "n_records": admitted.n_records,
        "result": admitted.result,
        "attestation_sha256": admitted.attestation_sha256,
        "suite_sha256": admitted.suite_sha256,
        "notes": list(admitted.notes),
        "peers": dict(admitted.peers),
    }


def code_digest() -> str:
    """Return the SHA-256 of the source files, names and bytes, of the trainer and of what it shares."""
    digest = hashlib.sha256()
    for folder in (Path(__file__).parent, Path(models.__file__).parent):
        for path in sorted(folder.rglob("*.py")):
            content = path.read_bytes()
            name = path.relative_to(folder).as_posix()
            digest.update(f"{folder.name}/{name} {len(content)}\n".encode() + content)
    return digest.hexdigest()


def last_losses(manifest: Mapping[str, Any]) -> tuple[float, float | None]:
    """Return the mean training loss of the last epoch and the last validation loss, nats a token."""
    last = manifest["training"]["epochs"][-1]
    return last["training_loss"], last["validation_loss"]


def kept_scoring(manifest: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return the scores of the weights that were written, None where nothing was scored at that step."""
    training = manifest["training"]
    at_step = [entry for entry in training["scores"] if entry["step"] == training["weights_of_step"]]
    return at_step[-1] if at_step else None
