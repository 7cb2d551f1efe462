"""From a split, a schema and a seed to draws that are the same on every machine and Python version."""

import hashlib
import random

from edgejson._typing import SplitName
from edgejson.generators.draws import Draws


def draws_for(split: SplitName, name: str, seed: int, purpose: str) -> Draws:
    """Return draws that depend on the four arguments and on nothing else.

    `name` is a schema id (or a file's purpose), `purpose` keeps the world's draws apart from the
    prompt's. The Mersenne Twister is seeded by a SHA-256, and only its raw bits are used, because the
    algorithms above them (``randrange``, ``shuffle``) may change between Python versions.
    """
    digest = hashlib.sha256(f"edgejson/{split}/{name}/{seed}/{purpose}".encode()).digest()
    bits = random.Random(int.from_bytes(digest, "big")).getrandbits

    def below(n: int) -> int:
        if n < 1:
            raise ValueError(f"nothing to draw from {n} possibilities")
        width = n.bit_length()
        while (drawn := bits(width)) >= n:
            pass
        return drawn

    return Draws(below)
