"""Which characters of a passage the values of a label cover: what is left over belongs to none of them."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from edgejson.grounding.figures import Span
from edgejson.grounding.flaw import Flaw
from edgejson.grounding.passage import Passage, spans
from edgejson.grounding.search import Sighting


class Coverage:
    """The characters of a passage that values of the label cover.

    So do those that the prompt states instead of `missed` values: a value that is wrong is not also left out.
    """

    def __init__(self, passage: Passage, sightings: Sequence[Sighting], missed: Sequence[Flaw]) -> None:
        self._all = bytearray(len(passage.plain))
        self._texts = bytearray(len(passage.plain))
        for sighting in sightings:
            _cover(self._all, (*sighting.spans, *sighting.also))
            if isinstance(sighting.leaf.value, str):
                _cover(self._texts, sighting.spans)
        for flaw in missed:
            if flaw.truth == "date":
                _cover(self._all, passage.moments.spans())
            elif isinstance(flaw.expected, str):
                _cover(self._all, spans(flaw.expected, passage.plain))
                _cover(self._texts, spans(flaw.expected, passage.plain))
            elif isinstance(flaw.expected, Decimal | int):
                stated = (*passage.figures, *passage.worded)
                _cover(self._all, (figure.span for figure in stated if flaw.expected in figure.values))

    def touches(self, start: int, end: int) -> bool:
        """Whether a value covers a character from `start` to before `end`."""
        return 1 in self._all[start:end]

    def touches_text(self, start: int, end: int) -> bool:
        """Whether a text of the label does."""
        return 1 in self._texts[start:end]


def _cover(characters: bytearray, places: Iterable[Span]) -> None:
    for start, end in places:
        characters[start:end] = b"\1" * (end - start)
