"""A data set that the library `datasets` saved in a folder: its Arrow shards are mapped, never loaded."""

from collections.abc import Iterator
from pathlib import Path

from edgejson.core.regular_files import open_regular
from edgejson.core.source import BLOCK_BYTES, Block, Hash
from edgejson.errors import NotInstalled, SourceError
from edgejson.formats.row_text import row_blocks

_STATE = "state.json"
_SPLITS = "dataset_dict.json"


def is_dataset_folder(path: Path) -> bool:
    """Whether `datasets` saved a data set there."""
    return (path / _STATE).is_file()


def hash_folder(path: Path, digest: Hash) -> None:
    """Feed the bytes of every file of a saved data set to `digest`, in order of names; may raise OSError."""
    for file in sorted(file for file in path.iterdir() if file.is_file()):
        with open_regular(file) as stream:
            while data := stream.read(BLOCK_BYTES):
                digest.update(data)


def read_folder(path: Path, *, digest: Hash, name: str) -> Iterator[Block]:
    """Yield the rows of a saved data set; the digest gets the bytes of every file of it, in order of names.

    Raises SourceError, which names the folder, for one that holds no data set or a damaged one.
    """
    if (path / _SPLITS).is_file():
        raise SourceError(name, "holds a data set of several splits; name the folder of one of them")
    if not is_dataset_folder(path):
        raise SourceError(name, "is a folder without a saved data set; name a data file")
    try:
        from datasets import disable_progress_bars, load_from_disk
    except ModuleNotFoundError as error:
        raise NotInstalled("datasets", "datasets") from error
    hash_folder(path, digest)
    disable_progress_bars()
    try:
        rows = load_from_disk(str(path))
        yield from row_blocks(rows)
    except (OSError, ValueError) as error:
        raise SourceError(name, f"holds no data set that can be read ({error})") from error
