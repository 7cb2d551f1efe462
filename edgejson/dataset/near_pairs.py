"""Records whose prompts are nearly the same: duplicates where their labels are, else contradictions or none."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from edgejson._typing import Label
from edgejson.core.record import Record
from edgejson.dataset.contradictions import LeafDifference, unexplained
from edgejson.dataset.duplicates import Duplicates, Found
from edgejson.dataset.near_prompts import NEARLY, prompt_difference

Place: TypeAlias = tuple[str, int, int]
"""A file, a line of it and the number of a record there."""

RecordsAt: TypeAlias = Callable[[Iterable[Place]], Mapping[Place, Record]]
"""Reads the records at places again."""

_BACKGROUND = 3
"""Other records of a schema that show what its prompts share."""


@dataclass(slots=True)
class NearPairs:
    """Ranks of rows that nearly repeat the prompt of an original, each with that original's rank."""

    same: dict[int, int] = field(default_factory=dict)
    """Those with the same label."""

    contradicting: dict[int, tuple[int, list[LeafDifference]]] = field(default_factory=dict)
    """Those with labels whose differences the prompts do not explain, with these differences."""

    @classmethod
    def of(cls, duplicates: Duplicates, records_at: RecordsAt) -> "NearPairs":
        """Return the near pairs among the rows that `duplicates` compares."""
        pairs = list(duplicates.like_wordings())
        result = cls()
        if not pairs:
            return result
        places = duplicates.places()
        background = _background(duplicates)
        needed = {places[rank] for pair in pairs for rank in pair}
        needed |= {places[rank] for ranks in background.values() for rank in ranks}
        records = records_at(needed)
        for rank, original in pairs:
            one, other = records.get(places[rank]), records.get(places[original])
            if one is None or other is None or rank in result.same:
                continue
            around = [
                records[places[r]].prompt
                for r in background[one.schema_id]
                if r not in (rank, original) and places[r] in records
            ]
            result._compare(rank, original, (one.prompt, one.label), (other.prompt, other.label), around)
        return result

    def _compare(
        self,
        rank: int,
        original: int,
        one: tuple[str, Label],
        other: tuple[str, Label],
        around: list[str],
    ) -> None:
        difference = prompt_difference(one[0], other[0], around)
        if difference.likeness < NEARLY:
            return
        if one[1] == other[1]:
            self.same[rank] = original
            self.contradicting.pop(rank, None)
        elif rank not in self.contradicting and (leaves := unexplained(one, other, difference)):
            self.contradicting[rank] = original, leaves

    def same_label(self, duplicates: Duplicates) -> Found:
        """Return the rows with the label of the original, but those that are found by their large labels."""
        return {rank: other for rank, other in self.same.items() if rank not in duplicates.of_label}

    def without(self, found: Found) -> Found:
        """Return what is found of rows that contradict no other: that is worse than what they repeat."""
        return {rank: original for rank, original in found.items() if rank not in self.contradicting}


def _background(duplicates: Duplicates) -> dict[str, list[int]]:
    """Return for each schema a few rows from all over the file."""
    ranks: dict[str, list[int]] = defaultdict(list)
    for rank, schema_id in duplicates.rows.select("rank", "schema_id").iter_rows():
        ranks[schema_id].append(rank)
    return {name: _spread(all_ranks) for name, all_ranks in ranks.items()}


def _spread(ranks: list[int]) -> list[int]:
    # Two more than are needed: the two that are compared may be among them.
    wanted = _BACKGROUND + 2
    return list(dict.fromkeys(ranks[index * len(ranks) // wanted] for index in range(wanted)))
