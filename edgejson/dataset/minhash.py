"""Sketches of texts that are alike where the texts are: MinHash, one byte a hash, in bands for look-up.

A. Broder, On the resemblance and containment of documents (1997); P. Li and A. C. König, b-bit minwise
hashing (2010), for keeping one byte of each hash.
"""

from array import array
from collections.abc import Sequence
from typing import TypeAlias

Sketch: TypeAlias = "array[int]"
"""`BANDS` unsigned 64-bit numbers; each is made of `ROWS` hashes. Texts that resemble share some of them."""

BANDS = 16
ROWS = 8
"""Two texts of resemblance s share a band with probability 1 - (1 - s^8)^16: 0.95 for s = 0.8, 0.9999 for
0.9, and 0.01 for the 0.4 that two prompts of one wordy template have in common."""

SHINGLE = 3
"""Words in a shingle: enough that field names alone, between values that differ, make none in common."""

_SEED = 20250101
_CHANCE = 1 / 256
"""How often single bytes of different hashes agree."""


def sketch(words: Sequence[str]) -> Sketch:
    """Return the sketch of the runs of `SHINGLE` words in `words`; the same on every machine."""
    from rensa import RMinHash  # type: ignore[import-untyped]

    shingles = [" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1))]
    hashes = RMinHash(num_perm=BANDS * ROWS, seed=_SEED)
    hashes.update(shingles)
    result = array("Q")
    result.frombytes(bytes(value & 0xFF for value in hashes.digest()))
    return result


def packed(sketch: Sequence[int]) -> int:
    """Return a sketch as one number, for `similarity`."""
    return int.from_bytes(b"".join(band.to_bytes(8, "little") for band in sketch), "little")


def similarity(one: int, other: int) -> float:
    """Return the estimated share of runs of words that two texts have in common, from packed sketches.

    In 0..1; the standard error is about 0.035 at 0.8 (sqrt(s (1 - s) / 128)).
    """
    agreeing = (one ^ other).to_bytes(BANDS * ROWS, "little").count(0) / (BANDS * ROWS)
    return max(0.0, (agreeing - _CHANCE) / (1 - _CHANCE))
