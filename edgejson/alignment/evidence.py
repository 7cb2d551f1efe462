"""How well a mention fits a leaf: what a rival is compared by with the mention that the leaf is bound to.

The weights are those of a logistic regression on pairs of the right mention and another one of its kind, in
records of writers that the lexicon was not learned from, in units of what one unit of a cue tells.

=============  =======  ====================================================================================
weight                  of
=============  =======  ====================================================================================
cues             1      what the words beside the mention tell for the field
COMPANY          2      each leaf that is bound in the same region, up to four
NEIGHBOUR      -2.5     each doubling of the distance from the leaves before and behind it in the label
NEAR            +1      each doubling of the distance from any leaf: near a stranger is no sign
ASIDE           -3      a word of another matter beside it ("not", "old", "instead", "last year")
OPENING         -3      a text that begins a sentence or line
EDGE            -3      the first or last line, where people greet, sign and ask
SPEAKER         -8      a colon behind it: it names what follows
BRACKETED       -5      in round brackets
AGAIN           -1      a text that stands in several places
QUOTED           1      in quotation marks
=============  =======  ====================================================================================
"""

from bisect import bisect_right

from edgejson.alignment.binding import Binding
from edgejson.alignment.fields import Leaf
from edgejson.alignment.mention import Mention
from edgejson.alignment.vocabulary import words_for

COMPANY, NEIGHBOUR, NEAR, ASIDE, OPENING, EDGE, SPEAKER, BRACKETED, AGAIN, QUOTED = (
    4, -5, 2, -6, -6, -6, -16, -10, -2, 2,
)  # fmt: skip
"""In halves."""
_FAR = 300
_ASIDES = words_for("words of another matter")
_STOPS = frozenset(".;\n")
_OPENERS = ' \t-*•"“>'


class Evidence:
    """What the places of mentions tell in one record."""

    def __init__(self, binding: Binding) -> None:
        self.binding = binding
        document = binding.document
        bound = [leaf for leaf in binding.leaves if leaf.mention is not None and leaf.mention.end > 0]
        self._occupied: dict[int, int] = {}
        for leaf in bound:
            region = document.region_at(leaf.bound.start)
            self._occupied[region] = self._occupied.get(region, 0) + 1
        spans = {(leaf.bound.start, leaf.bound.end) for leaf in bound if leaf.kind != "truth"}
        self._spans = sorted(spans)
        self._standings: dict[tuple[int, int], int] = {}
        text = document.text
        self._first = text.find("\n", len(text) - len(text.lstrip()))
        self._last = text.rfind("\n", 0, len(text.rstrip()))
        self._neighbours = {
            leaf.pointer: [
                other.bound
                for other in binding.leaves[max(0, number - 1) : number + 2]
                if other is not leaf and other.mention is not None and other.mention.end > 0
            ]
            for number, leaf in enumerate(binding.leaves)
        }

    def fitness(self, leaf: Leaf, mention: Mention) -> int:
        """Return how well a mention fits a leaf, in halves of what a cue tells."""
        binding = self.binding
        region = binding.document.region_at(mention.start)
        company = self._occupied.get(region, 0) - (mention is leaf.mention)
        return (
            2 * max(-8, min(12, binding.score(leaf.field, mention)))
            + COMPANY * min(company, 4)
            + self.nearness(leaf, mention)
            + NEAR * self._nearest(mention).bit_length()
            + self._standing(mention)
        )

    def nearness(self, leaf: Leaf, mention: Mention) -> int:
        """Return what the distance of a mention from the leaves before and behind a leaf costs."""
        gaps = [_gap(mention, one) for one in self._neighbours[leaf.pointer] if one is not mention]
        return NEIGHBOUR * min(min(gaps, default=_FAR), 500).bit_length()

    def _nearest(self, mention: Mention) -> int:
        """Return the distance of a mention from the next one that another leaf is bound to."""
        at = bisect_right(self._spans, (mention.start, mention.end))
        nearest = _FAR
        for start, end in self._spans[max(0, at - 3) : at + 2]:
            if (start, end) != (mention.start, mention.end):
                nearest = min(nearest, max(start - mention.end, mention.start - end, 0))
        return nearest

    def _standing(self, mention: Mention) -> int:
        """Return what the words and marks around a mention tell, whatever the leaf."""
        key = mention.start, mention.end
        found = self._standings.get(key)
        if found is None:
            found = self._standings[key] = self._around(mention)
        return found

    def _around(self, mention: Mention) -> int:
        document = self.binding.document
        text, start, end = document.text, mention.start, mention.end
        result = ASIDE * (self._aside_before(mention) + self._aside_behind(mention))
        if mention.kind == "text":
            before = start
            while before > 0 and text[before - 1] in _OPENERS:
                before -= 1
            result += OPENING * (before == 0 or text[before - 1] in "\n.!?")
            result += AGAIN * (text.count(text[start:end]) > 1)
        result += EDGE * ((start <= self._first) + (end > self._last))
        result += SPEAKER * (text[end : end + 3].lstrip("*")[:1] in (":", "："))
        result += BRACKETED * (text[start - 1 : start] == "(" or text[end : end + 1] == ")")
        result += QUOTED * any(left <= start and end <= right for left, right in document.layout.quotes)
        return result

    def _aside_before(self, mention: Mention) -> bool:
        document = self.binding.document
        index = document.word_at(mention.start) - 1
        end = mention.start
        while index >= 0 and mention.start - document.starts[index] <= 45:
            word, start = document.words[index], document.starts[index]
            if word in _STOPS or "\n" in document.text[start + len(word) : end]:
                return False
            if word in _ASIDES:
                return True
            index, end = index - 1, start
        return False

    def _aside_behind(self, mention: Mention) -> bool:
        document = self.binding.document
        index = document.word_at(mention.end)
        end = mention.end
        while index < len(document.words) and document.starts[index] - mention.end <= 35:
            word, start = document.words[index], document.starts[index]
            if word in _STOPS or "\n" in document.text[end:start]:
                return False
            if word in _ASIDES:
                return True
            index, end = index + 1, start + len(word)
        return False


def _gap(one: Mention, other: Mention) -> int:
    return max(other.start - one.end, one.start - other.end, 0)
