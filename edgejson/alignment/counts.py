"""Counts of cues beside certain mentions, which add up over parts of a file, and their weights."""

import math
from collections import Counter
from collections.abc import Iterable

from edgejson.alignment.cues import CAPS, ENOUGH, LEAST

SOURCES, MENTIONS = 2, 3
"""Sources (writers, templates) and mentions that a cue must have: no name of one writer tells anything."""


class Counts:
    """How often each cue stood beside each field's certain mentions; counts of parts of a file add up."""

    def __init__(self) -> None:
        self.mentions: Counter[str] = Counter()
        self.cues: dict[str, Counter[str]] = {}
        self.sources: dict[str, dict[str, set[str]]] = {}
        """Of each field's cues, the first few sources that have it."""

    def add(self, path: str, cues: Iterable[str], source: str) -> None:
        """Count a mention of a field (``""`` for none) with its cues, in a record of a source."""
        self.mentions[path] += 1
        self.cues.setdefault(path, Counter()).update(set(cues))
        sources = self.sources.setdefault(path, {})
        for cue in cues:
            known = sources.setdefault(cue, set())
            if len(known) < SOURCES:
                known.add(source)

    def combine(self, other: "Counts") -> None:
        """Add the counts of another part."""
        self.mentions.update(other.mentions)
        for path, cues in other.cues.items():
            self.cues.setdefault(path, Counter()).update(cues)
        for path, sources in other.sources.items():
            own = self.sources.setdefault(path, {})
            for cue, known in sources.items():
                own[cue] = set(sorted(own.get(cue, set()) | known)[:SOURCES])

    def weights(self) -> dict[str, dict[str, int]]:
        """Return the log odds of each cue for each field in half nats, rounded, where it tells much."""
        whole: Counter[str] = Counter()
        for cues in self.cues.values():
            whole.update(cues)
        total = sum(self.mentions.values())
        result: dict[str, dict[str, int]] = {}
        for path, cues in sorted(self.cues.items()):
            here = self.mentions[path]
            kept = {}
            if here >= ENOUGH:
                kinds = {
                    cue
                    for cue in whole
                    if cue[0] == "s"
                    and (
                        ("whole" in cue or "part" in cue)
                        == any("whole" in one or "part" in one for one in cues if one[0] == "s")
                    )
                }
                for cue in sorted(kinds - cues.keys()):
                    odds = math.log(0.5 / (here + 1)) - math.log((whole[cue] + 0.5) / (total - here + 1))
                    if (weight := max(LEAST, round(2 * odds))) <= -1:
                        kept[cue] = weight
            for cue, count in sorted(cues.items()):
                if (count < MENTIONS or len(self.sources[path][cue]) < SOURCES) and cue[0] != "s":
                    continue
                odds = math.log((count + 0.5) / (here + 1)) - math.log(
                    (whole[cue] - count + 0.5) / (total - here + 1)
                )
                weight = min(CAPS[cue[0]], round(2 * odds))
                if count < 4:
                    weight = min(weight, 3)
                if cue[0] == "s":
                    weight = max(LEAST, weight)
                if weight >= 2 or (cue[0] == "s" and weight):
                    kept[cue] = weight
            result[path] = kept
        return result
