"""Records that are right by construction, ways to break them on purpose, and ways to rewrite files."""

if __name__ != "edgejson.generators":
    raise ImportError(
        f"{__name__!r} is a folder of the edgejson source tree: import it as 'edgejson.generators', "
        "so that each of its modules exists once."
    )

from edgejson.generators.draws import Draws
from edgejson.generators.generator_file import load_generators
from edgejson.generators.generator_set import Generator, GeneratorSet
from edgejson.generators.record import VERSION, GeneratedRecord, generate
from edgejson.generators.world import BrokenInvariantError, World
from edgejson.generators.worlds import WORLDS

__all__ = [
    "VERSION",
    "WORLDS",
    "BrokenInvariantError",
    "Draws",
    "GeneratedRecord",
    "Generator",
    "GeneratorSet",
    "World",
    "generate",
    "load_generators",
]
