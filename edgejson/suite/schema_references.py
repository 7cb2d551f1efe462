"""What a schema refers to with ``$ref``: files of its own folder, and nothing from a network or elsewhere."""

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import quote, unquote, urldefrag

from edgejson._typing import Digest, Pointer
from edgejson.core.files import real_path
from edgejson.core.pointers import join
from edgejson.core.regular_files import read_regular

Retriever: TypeAlias = Callable[[str], Any]
"""Returns the document at a URI, or raises ValueError."""

_BASE = "edgejson:///"
_KEYWORDS = ("$ref", "$dynamicRef", "$recursiveRef")


def uri_of(name: str) -> str:
    """Return the URI of a file of the schema folder, which relative references start from."""
    return _BASE + quote(name)


def refuse(uri: str) -> Any:
    """Raise ValueError: nothing is fetched."""
    raise ValueError(f"{uri} is not fetched")


class SchemaReferences:
    """The documents that one schema of a folder refers to; ``problems`` are the references that lead out."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, bytes] = {}
        self.problems: dict[str, str] = {}

    def retrieve(self, uri: str) -> Any:
        """Return a document of the folder, found by its path or by its ``$id``; ValueError for another."""
        address = urldefrag(uri).url
        try:
            return self._document(address)
        except (OSError, ValueError, RecursionError) as error:
            self.problems[address] = getattr(error, "strerror", None) or str(error)
            raise ValueError(self.problems[address]) from None

    def refused(self, document: Any) -> str:
        """Return a sentence on the first reference that was refused, with its pointer in `document`."""
        address, problem = next(iter(self.problems.items()))
        places = [
            (pointer, reference)
            for pointer, reference in _references(document, "")
            if (path := urldefrag(reference).url) and (address == path or address.endswith(f"/{quote(path)}"))
        ]
        pointer, reference = places[0] if places else ("", address)
        return f", {pointer}: the reference to {reference!r} is refused: {problem}"

    def digest_with(self, content: bytes) -> Digest:
        """Return the digest of a schema file, together with what it refers to."""
        own = hashlib.sha256(content).hexdigest()
        if not self._read:
            return own
        parts = [
            own,
            *((name, hashlib.sha256(read).hexdigest()) for name, read in sorted(self._read.items())),
        ]
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()

    def _document(self, address: str) -> Any:
        if address.startswith(_BASE):
            return self._load(self._folder / unquote(address.removeprefix(_BASE)))
        for path in sorted(self._folder.rglob("*.json")):
            document = json.loads(read_regular(path))
            if isinstance(document, dict) and document.get("$id") == address:
                return self._load(path)
        raise ValueError(
            "only files of the schema folder can be referred to, by path or by $id; put a copy there"
        )

    def _load(self, path: Path) -> Any:
        folder, place = real_path(self._folder), real_path(path)
        if not place.is_relative_to(folder):
            raise ValueError("it is outside the schema folder; put a copy there")
        content = read_regular(place)
        self._read[place.relative_to(folder).as_posix()] = content
        return json.loads(content)


def _references(value: Any, at: Pointer) -> Iterator[tuple[Pointer, str]]:
    if isinstance(value, dict):
        for key, item in value.items():
            if key in _KEYWORDS and isinstance(item, str):
                yield at + join(key), item
            yield from _references(item, at + join(key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _references(item, at + join(index))
