"""What stands around the facts of a prompt: frames by style, and asides, for a group of schemas."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from edgejson.generators.wording.word_files import read_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The words before and after the facts of a prompt in one style.

    ``{subject}`` is what the thing is called. Nothing here may state, or seem to state, a field's value.
    """

    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Framing:
    """The frames of a group by style, and its asides: sentences that belong to no field."""

    frames: Mapping[str, tuple[Frame, ...]]
    asides: tuple[str, ...]


@cache
def framing(group: str) -> Framing:
    """Return the words around facts of a group (``words/frames/GROUP.toml``); KeyError for an unknown one."""
    words = read_words("frames", group)
    asides = tuple(words.pop("asides"))
    frames = {style: tuple(Frame(**frame) for frame in frames) for style, frames in words.items()}
    return Framing(frames=frames, asides=asides)
