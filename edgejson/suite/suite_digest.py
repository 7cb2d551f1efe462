"""The digest of a suite: whatever can change a verdict changes it, and nothing else does."""

import hashlib
import json
from pathlib import Path

from edgejson._typing import Digest
from edgejson._version import __version__
from edgejson.suite.check_sources import CheckSources
from edgejson.suite.schema_registry import Registry
from edgejson.suite.settings import Settings

ROOMS = ("alignment", "constraints", "core", "dataset", "formats", "grounding", "rules", "suite")
"""Folders of the package whose code can change a verdict; schemas are covered by their own digests."""

_PACKAGE = Path(__file__).parents[1]


def digest_of_suite(settings: Settings, registry: Registry, checks: CheckSources) -> Digest:
    """Return the digest of version, source files, check files, schemas and resolved settings."""
    parts = {
        "version": __version__,
        "sources": {
            path.relative_to(_PACKAGE).as_posix(): _file_digest(path)
            for room in ROOMS
            for path in sorted((_PACKAGE / room).rglob("*"))
            if path.suffix in (".py", ".json")
        },
        "checks": checks.digests(settings.root),
        "schemas": {name: schema.sha256 for name, schema in registry.schemas.items()},
        "settings": settings.canonical(),
    }
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def _file_digest(path: Path) -> Digest:
    return hashlib.sha256(path.read_bytes()).hexdigest()
