"""A causal language model with its tokenizer, as it came or with an adapter, and what identifies it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from edgejson.models.adapter import read_adapter
from edgejson.models.base_files import find_base_files
from edgejson.models.digests import file_digest
from edgejson.models.errors import BaseModelError, PromptFormatError
from edgejson.models.loading import load_folder, load_gguf
from edgejson.models.prompt_format import end_token, format_id

MANIFEST = "edgejson_training.json"
"""The file that makes a folder an adapter of ours: what it was trained from, on and how."""
ADAPTER = "adapter_model.safetensors"
WHOLE = "model.safetensors"
"""The weights of a model that was trained in full, or of an adapter merged into its base model."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseModel:
    """A model in single precision on the CPU, in evaluation mode, ready to be trained or asked.

    ``model`` is transformers' PreTrainedModel, or peft's PeftModel around one; ``tokenizer`` a
    PreTrainedTokenizerBase. ``name`` and ``sha256`` are the base weights'. ``manifest`` and
    ``adapter_sha256`` are there when an adapter is applied; for a model trained in full, or merged, the
    latter is the digest of its own weights.
    """

    model: Any
    tokenizer: Any
    name: str
    sha256: str
    format_id: str
    manifest: Mapping[str, Any] | None = None
    adapter_sha256: str | None = None


def load_model(name: str | None) -> BaseModel:
    """Load what a user names: ``base`` or None, a folder with an adapter of ours, or another base model."""
    if name is None or name == "base":
        return load_base()
    if (Path(name).expanduser() / MANIFEST).is_file():
        return load_adapter(Path(name).expanduser())
    return load_base(name)


def load_base(name: str | None = None) -> BaseModel:
    """Load a base model without an adapter; `name` is read as `find_base_files` says.

    Never runs code that comes with a model and never unpickles. Raises BaseModelError.
    """
    files = find_base_files(name)
    model, tokenizer = load_gguf(files.folder / files.gguf) if files.gguf else load_folder(files.folder)
    try:
        identity = format_id(tokenizer)
        end_token(tokenizer)
    except PromptFormatError as error:
        raise BaseModelError(files.name, str(error)) from error
    return BaseModel(
        model=model.eval(), tokenizer=tokenizer, name=files.name, sha256=files.sha256, format_id=identity
    )


def load_adapter(folder: Path, *, base: str | None = None) -> BaseModel:
    """Load the base model that the adapter in `folder` was trained from, and apply the adapter.

    A folder with a whole model of ours is loaded as it is.

    `base` names the base model where it cannot be found under the name that the adapter recorded.
    Raises BaseModelError when it is not the same base or not the same prompt format.
    """
    manifest = read_manifest(folder)
    recorded = manifest["base_model"]
    if manifest.get("weights") == "whole":
        return _load_whole(folder, manifest)
    loaded = load_base(base or _recorded_base(recorded["source"], folder))
    if loaded.sha256 != recorded["sha256"]:
        raise BaseModelError(
            str(folder),
            f"was trained from {recorded['name']} with SHA-256 {recorded['sha256'][:12]}..., but the base "
            f"model found has {loaded.sha256[:12]}...; give the one it was trained from",
        )
    _check_format(folder, manifest, loaded)
    if not (folder / ADAPTER).is_file():
        raise BaseModelError(str(folder), f"has no {ADAPTER}; train again, or fetch the whole folder")
    model = read_adapter(loaded.model, folder)
    return BaseModel(
        model=model.eval(),
        tokenizer=loaded.tokenizer,
        name=loaded.name,
        sha256=loaded.sha256,
        format_id=loaded.format_id,
        manifest=manifest,
        adapter_sha256=file_digest(folder / ADAPTER),
    )


def _load_whole(folder: Path, manifest: dict[str, Any]) -> BaseModel:
    """Load a model that was trained in full, or merged; no base model is needed for it."""
    loaded = load_base(str(folder))
    _check_format(folder, manifest, loaded)
    recorded = manifest["base_model"]
    return replace(
        loaded,
        name=recorded["name"],
        sha256=recorded["sha256"],
        manifest=manifest,
        adapter_sha256=loaded.sha256,
    )


def _check_format(folder: Path, manifest: Mapping[str, Any], loaded: BaseModel) -> None:
    if loaded.format_id != manifest["prompt_format"]:
        raise BaseModelError(
            str(folder),
            f"was trained with prompt format {manifest['prompt_format']}, but this is {loaded.format_id}; "
            "use the version of edgejson that trained it",
        )


def read_manifest(folder: Path) -> dict[str, Any]:
    """Return what the adapter in `folder` recorded about its training; BaseModelError if it is not ours."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BaseModelError(
            str(folder), f"has no {MANIFEST}, so it is not an adapter of edgejson's"
        ) from None
    except ValueError as error:
        raise BaseModelError(
            str(folder), f"{MANIFEST} is not JSON ({error}); fetch the folder again"
        ) from error
    if not isinstance(manifest, dict) or not {"base_model", "prompt_format"} <= manifest.keys():
        raise BaseModelError(str(folder), f"{MANIFEST} does not name its base_model and prompt_format")
    return manifest


def _recorded_base(source: str | None, folder: Path) -> str | None:
    """Return the recorded base model's name; local ones are recorded relative to the adapter's folder."""
    return str(folder / source) if source is not None and (folder / source).exists() else source
