"""What stands around the facts, by group of schemas and style, and asides that belong to no field."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Frame
from edgejson.generators.wording.frames import (
    commerce,
    correspondence,
    general,
    medical,
    people,
    systems,
)

FRAMES: Mapping[str, Mapping[str, tuple[Frame, ...]]] = {
    "commerce": commerce.FRAMES,
    "correspondence": correspondence.FRAMES,
    "general": general.FRAMES,
    "medical": medical.FRAMES,
    "people": people.FRAMES,
    "systems": systems.FRAMES,
}
ASIDES: Mapping[str, tuple[str, ...]] = {
    "commerce": commerce.ASIDES,
    "correspondence": correspondence.ASIDES,
    "general": general.ASIDES,
    "medical": medical.ASIDES,
    "people": people.ASIDES,
    "systems": systems.ASIDES,
}

__all__ = ["ASIDES", "FRAMES"]
