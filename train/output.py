"""The folder a run writes: what is in it already, and the files of a finished adapter or model."""

import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, TypeAlias

from safetensors import SafetensorError

from edgejson.core.files import write_atomically
from edgejson.models.base_model import ADAPTER, MANIFEST, WHOLE
from edgejson.train.checkpoint import CHECKPOINT, read_header
from edgejson.train.errors import OutputError
from edgejson.train.page import PAGE

CURVE = "training_curve.jsonl"
_UNFINISHED = ".unfinished-"
Start: TypeAlias = Literal["afresh", "resume", "done"]


def how_to_start(folder: Path, identity: Mapping[str, Any], resume: bool | None) -> Start:
    """Say what a run of this `identity` does with `folder`.

    `resume` None goes on from a checkpoint of the same run if there is one, True insists on it, False
    starts over. OutputError when the folder holds another run's checkpoint or adapter and `resume` is
    not False, which would replace them.
    """
    if resume is False:
        return "afresh"
    checkpoint, manifest = folder / CHECKPOINT, folder / MANIFEST
    if checkpoint.exists():
        _check_same(checkpoint, read_header(checkpoint)[0], identity)
        return "resume"
    if manifest.exists():
        try:
            recorded = json.loads(manifest.read_text(encoding="utf-8")).get("identity", {})
        except ValueError as error:
            raise OutputError(manifest, f"is not JSON ({error}); --no-resume replaces it") from error
        _check_same(manifest, recorded, identity)
        return "done"
    if resume:
        raise OutputError(folder, "there is no checkpoint to resume from; leave --resume out to start")
    return "afresh"


def _check_same(path: Path, recorded: Mapping[str, Any], identity: Mapping[str, Any]) -> None:
    differing = _differences(recorded, identity)
    if differing:
        shown = "; ".join(differing[:4]) + ("; ..." if len(differing) > 4 else "")
        raise OutputError(
            path, f"is of another run ({shown}); choose another --output, or --no-resume to replace it"
        )


def _differences(there: Any, here: Any, key: str = "") -> list[str]:
    if isinstance(there, Mapping) and isinstance(here, Mapping):
        names = [*here, *(name for name in there if name not in here)]
        return [
            difference
            for name in names
            for difference in _differences(there.get(name), here.get(name), f"{key}.{name}" if key else name)
        ]
    return [] if there == here else [f"{key} there {_short(there)}, here {_short(here)}"]


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 40 else f"{text[:12]}..."


def write_result(
    folder: Path,
    *,
    model: Any,
    tokenizer: Any,
    manifest: Mapping[str, Any],
    card: str,
    curve: list[dict[str, Any]],
    page: str,
) -> None:
    """Write a finished adapter or model into `folder` and remove the checkpoint; the manifest comes last.

    `page` shows how it went. A folder without a manifest is not a result, so one that was interrupted here is
    not taken for one.
    """
    try:
        with tempfile.TemporaryDirectory(dir=folder, prefix=_UNFINISHED) as temporary:
            save_model(Path(temporary), model, tokenizer)
            (Path(temporary) / "README.md").write_text(card, encoding="utf-8")
            (Path(temporary) / CURVE).write_text("".join(json.dumps(point) + "\n" for point in curve))
            (Path(temporary) / PAGE).write_text(page, encoding="utf-8")
            make_public(Path(temporary))
            for path in sorted(Path(temporary).iterdir()):
                path.replace(folder / path.name)
        write_atomically(folder / MANIFEST, manifest_bytes(manifest))
        (folder / CHECKPOINT).unlink(missing_ok=True)
    except (OSError, SafetensorError) as error:
        reason = getattr(error, "strerror", None) or error
        raise OutputError(
            folder,
            f"the result cannot be written ({reason}); make room and run the command again, which goes on "
            "from the last checkpoint",
        ) from error


def save_model(folder: Path, model: Any, tokenizer: Any) -> None:
    """Write a model, or the adapter around it, and its tokenizer into `folder`; OSError, SafetensorError."""
    options = {"save_embedding_layers": False} if hasattr(model, "peft_config") else {}
    model.save_pretrained(folder, **options)
    tokenizer.save_pretrained(folder)
    # peft writes a card of its own.
    (folder / "README.md").unlink(missing_ok=True)
    config = folder / "adapter_config.json"
    if config.exists():
        config.write_bytes(_portable_config(config.read_bytes()))


def manifest_bytes(manifest: Mapping[str, Any]) -> bytes:
    """Return a manifest as it is stored."""
    return (json.dumps(manifest, indent=2, ensure_ascii=False) + "\n").encode()


def make_public(folder: Path) -> None:
    """Give the files in `folder` the mode that open() would have, and see that their bytes are on the disk.

    safetensors makes files that only their owner can read.
    """
    mask = os.umask(0)
    os.umask(mask)
    for path in folder.iterdir():
        path.chmod(0o666 & ~mask)
        with path.open("rb") as stream:
            os.fsync(stream.fileno())


def make_folder(folder: Path) -> None:
    """Make `folder` if need be and try to write into it: better to fail now than after the training.

    What a killed run left behind half-written is removed.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
        for leftover in folder.glob(f".{CHECKPOINT}.*.part"):
            leftover.unlink()
        for leftover in folder.glob(f"{_UNFINISHED}*"):
            shutil.rmtree(leftover)
    except OSError as error:
        raise OutputError(
            folder, f"cannot be written to ({error.strerror}); choose another --output"
        ) from error


def remove_traces(folder: Path) -> None:
    """Remove the checkpoint and the manifest of an earlier run, so that a new one cannot be mixed with it."""
    for name in (CHECKPOINT, MANIFEST, ADAPTER, WHOLE):
        (folder / name).unlink(missing_ok=True)


def _portable_config(content: bytes) -> bytes:
    """Return peft's configuration with its sets in a fixed order."""
    config = json.loads(content)
    for key in ("target_modules", "exclude_modules"):
        if isinstance(config.get(key), list):
            config[key] = sorted(config[key])
    return (json.dumps(config, indent=2, sort_keys=True) + "\n").encode()
