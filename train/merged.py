"""An adapter merged into its base model: one folder that any program with transformers can load."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from accelerate import PartialState  # type: ignore[import-untyped]
from safetensors import SafetensorError

from edgejson.models.base_model import MANIFEST, load_adapter
from edgejson.train.errors import OutputError, TrainingError
from edgejson.train.model_card import model_card
from edgejson.train.output import make_public, manifest_bytes, save_model
from edgejson.train.recipe import Recipe


def check_merged_folder(folder: Path, recipe: Recipe) -> None:
    """Raise TrainingError where there will be nothing to merge, OutputError where `folder` is taken."""
    if recipe.method == "full":
        raise TrainingError("--merged: with method 'full' the result is a whole model already; leave it out")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise OutputError(folder, "is there already; choose another --merged, or remove it")


def write_merged(adapter: Path, folder: Path, *, notify: Callable[[str], None]) -> None:
    """Merge the adapter in folder `adapter` into its base model; `folder` appears whole or not at all.

    The sum is computed in single precision. Raises OutputError.
    """
    if not PartialState().is_main_process:
        return
    loaded = load_adapter(adapter)
    assert loaded.manifest is not None
    manifest = {**loaded.manifest, "weights": "whole", "merged_adapter_sha256": loaded.adapter_sha256}
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as temporary:
            made = Path(temporary) / "model"
            made.mkdir()
            save_model(made, loaded.model.merge_and_unload(), loaded.tokenizer)
            (made / "README.md").write_text(model_card(manifest), encoding="utf-8")
            (made / MANIFEST).write_bytes(manifest_bytes(manifest))
            make_public(made)
            if folder.exists():
                folder.rmdir()
            made.rename(folder)
    except (OSError, SafetensorError) as error:
        reason = getattr(error, "strerror", None) or error
        raise OutputError(
            folder,
            f"the merged model cannot be written ({reason}); make room and run the command again, which only "
            "merges",
        ) from error
    notify(f"The merged model is in {folder}")
