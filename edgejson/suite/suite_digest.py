"""The digest of a suite: whatever can change a verdict changes it, and nothing else does."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from edgejson._typing import Digest
from edgejson._version import __version__
from edgejson.suite.schema_registry import Registry
from edgejson.suite.settings import Settings

ROOMS = ("alignment", "constraints", "core", "dataset", "formats", "grounding", "rules", "suite")
"""Folders of the package whose code can change a verdict; schemas are covered by their own digests."""

_PACKAGE = Path(__file__).parents[1]


def digest_of_suite(settings: Settings, registry: Registry, check_files: Iterable[Path]) -> Digest:
    """Return the digest of version, source files, check files, schemas and resolved settings."""
    parts = {
        "version": __version__,
        "sources": {
            path.relative_to(_PACKAGE).as_posix(): _file_digest(path)
            for room in ROOMS
            for path in sorted((_PACKAGE / room).rglob("*"))
            if path.suffix in (".py", ".json")
        },
        # In lists, not by name: without settings two files may be shown alike.
        "checks": sorted((_shown(path, settings.root), _file_digest(path)) for path in check_files),
        "schemas": {name: schema.sha256 for name, schema in registry.schemas.items()},
        "settings": settings.canonical(),
    }
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def _shown(path: Path, root: Path | None) -> str:
    return path.relative_to(root).as_posix() if root and path.is_relative_to(root) else path.name


def _file_digest(path: Path) -> Digest:
    return hashlib.sha256(path.read_bytes()).hexdigest()
