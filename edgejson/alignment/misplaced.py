"""Values that stand in the prompt, but for another field, another item, or beside the one that is meant."""

from collections.abc import Iterator
from itertools import combinations

from edgejson.alignment.binding import Binding
from edgejson.alignment.choices import NO, YES
from edgejson.alignment.evidence import Evidence
from edgejson.alignment.fields import Field, Leaf
from edgejson.alignment.flaw import TRACE, Flaw
from edgejson.alignment.mention import Mention
from edgejson.alignment.words import name_words

BETTER = {"number": 12, "moment": 4, "email": 4, "text": 22}
"""By how much, in halves, a rival must fit better: right records of writers not learned from have it in 1 %."""
LONGEST = 80
"""Characters of a text that can be taken for another."""
SWAP = 7
RIVAL = 6
CHOICE = 5
_MOST = 4000
_ANSWERS = YES | NO


def swapped(binding: Binding, evidence: Evidence) -> Iterator[Flaw]:
    """Yield the flaws of pairs of values that fit each other's fields much better than their own."""
    groups: dict[tuple[str, str], list[Leaf]] = {}
    for leaf in binding.leaves:
        if leaf.mention is not None and leaf.mention.end > 0 and leaf.kind not in ("truth", "choice"):
            item = leaf.holders[-1] if leaf.holders else ""
            kind = "text" if leaf.kind == "email" else leaf.kind
            groups.setdefault((kind, item), []).append(leaf)
    pairs = 0
    for leaves in groups.values():
        for one, other in combinations(leaves, 2):
            pairs += 1
            if pairs > _MOST:
                return
            first, second = one.bound, other.bound
            if one.field is other.field or first is second or one.value == other.value:
                continue
            if one.kind != other.kind and "email" in (one.kind, other.kind):
                continue
            gain = (
                binding.score(one.field, second)
                + binding.score(other.field, first)
                - max(binding.score(one.field, own) for own in one.candidates)
                - max(binding.score(other.field, own) for own in other.candidates)
            )
            if gain >= SWAP and 2 * gain + _nearer(evidence, one, other) >= 2 * SWAP:
                yield misplaced(one, binding, second)
                yield misplaced(other, binding, first)


def _nearer(evidence: Evidence, one: Leaf, other: Leaf) -> int:
    """Return how much nearer to their neighbours in the label two leaves would be the other way round."""
    straight = evidence.nearness(one, one.bound) + evidence.nearness(other, other.bound)
    return evidence.nearness(one, other.bound) + evidence.nearness(other, one.bound) - straight


def misplaced(leaf: Leaf, binding: Binding, other: Mention) -> Flaw:
    """Return the flaw of a leaf for which the prompt states the value of another mention."""
    leaf.flawed = True
    if leaf.kind == "choice":
        return Flaw(
            truth="choice",
            pointer=leaf.pointer,
            expected=binding.document.text[other.start : other.end],
            actual=leaf.value,
        )
    expected = binding.document.text[other.start : other.end]
    return Flaw(truth="place", pointer=leaf.pointer, expected=expected, actual=leaf.value)


def rivals(binding: Binding, evidence: Evidence) -> Iterator[Flaw]:
    """Yield the flaws of values beside which another mention fits the field better, and is free."""
    values = {leaf.value for leaf in binding.leaves if leaf.kind != "truth"}
    free: dict[str, list[Mention]] = {}
    for leaf in binding.leaves:
        mention = leaf.mention
        if mention is None or mention.end == 0 or leaf.flawed or leaf.kind == "truth":
            continue
        if leaf.kind == "choice":
            flaw = _rival_choice(binding, leaf)
            if flaw is not None:
                yield flaw
            continue
        if leaf.kind not in free:
            free[leaf.kind] = _free(binding, leaf, values)
        own, best, found = 0, -999, None
        for rival in free[leaf.kind]:
            if binding.work > 60_000:
                return
            binding.work += 1
            if binding.score(leaf.field, rival) < 1 or not _complete(leaf, binding, rival):
                continue
            if states(binding, rival, leaf):
                continue
            if rival.kind == "text" and (
                rival.end - rival.start > LONGEST
                or binding.cues.shape(binding.document, rival, leaf.field.index) < 0
            ):
                continue
            if found is None:
                own = evidence.fitness(leaf, mention)
            theirs = evidence.fitness(leaf, rival)
            if theirs > best:
                best, found = theirs, rival
        if found is not None and best - own >= BETTER[leaf.kind]:
            yield misplaced(leaf, binding, found)


def states(binding: Binding, mention: Mention, leaf: Leaf) -> bool:
    """Whether a mention states a leaf's value too, so that it proves nothing against it."""
    text = binding.document.text[mention.start : mention.end]
    return leaf.value in mention.readings or str(leaf.value) in text or mention in leaf.candidates


def _free(binding: Binding, leaf: Leaf, values: set[object]) -> list[Mention]:
    """Return the mentions of a leaf's kind that no leaf is bound to and that state no value of the label."""
    document = binding.document
    mentions = {
        "number": document.numbers,
        "moment": document.moment_mentions,
        "email": document.emails,
        "text": document.texts(),
    }[leaf.kind]
    return [
        one
        for one in mentions
        if not binding.is_taken(one.start, one.end)
        and (one.kind != "number" or _in_figures(binding, one))
        and values.isdisjoint(one.readings)
        and document.text[one.start : one.end] not in values
        and not document.is_name(one)
        and document.lower[one.start : one.end] not in _ANSWERS
        and not names_a_field(binding, one)
    ]


def names_a_field(binding: Binding, mention: Mention) -> bool:
    """Whether a mention is words of fields' names alone, or the number of an item ("rule 2")."""
    document = binding.document
    if mention.kind == "text":
        words = name_words(document.text[mention.start : mention.end])
        return bool(words) and all(word in binding.cues.words for word in words)
    index = document.word_at(mention.start) - 1
    return mention.kind == "number" and index >= 0 and document.words[index] in binding.cues.fields.items


def _in_figures(binding: Binding, mention: Mention) -> bool:
    return any(c.isdigit() for c in binding.document.text[mention.start : mention.end])


def _complete(leaf: Leaf, binding: Binding, rival: Mention) -> bool:
    """Whether a mention states as much as the leaf: a day, and a time where the leaf has one."""
    if leaf.moment is None:
        return True
    stated = binding.stated[id(rival)]
    return (
        stated.day is not None
        and not stated.day.is_period
        and (leaf.moment.time is None or stated.time is not None)
    )


def _rival_choice(binding: Binding, leaf: Leaf) -> Flaw | None:
    """Return the flaw of a choice beside which another one is better named for the field."""
    table = binding.choices_of(leaf.field)
    anchors = binding.anchors(leaf)
    own = max(binding.score(leaf.field, one) - (4 if one.unit == "not" else 0) for one in leaf.candidates)
    here = min(_size(binding, one, anchors) for one in leaf.candidates[:20])
    denied = all(one.unit == "not" for one in leaf.candidates)
    regions = {binding.document.region_at(one.start) for one in leaf.candidates}
    for choice, found in table.items():
        for rival in found if choice != leaf.value else ():
            if denied and rival.unit != "not" and binding.document.region_at(rival.start) in regions:
                return misplaced(leaf, binding, rival)
            if rival.unit == "not" or rival.leaves or binding.is_taken(rival.start, rival.end):
                continue
            if binding.score(leaf.field, rival) - own >= CHOICE and _size(binding, rival, anchors) <= here:
                return misplaced(leaf, binding, rival)
    return None


def shared(binding: Binding) -> Iterator[Flaw]:
    """Yield the flaws of optional texts that stand only where another leaf stands, not named."""
    for leaf in binding.leaves:
        mention = leaf.mention
        if (
            leaf.kind != "text"
            or mention is None
            or mention.end == 0
            or leaf.flawed
            or leaf.field.required
            or len(leaf.candidates) > 1
        ):
            continue
        own = binding.score(leaf.field, mention)
        if own >= 4:
            continue
        for other in binding.leaves:
            theirs = other.mention
            if other is leaf or theirs is None or (other.value == leaf.value and other.field is leaf.field):
                continue
            if (
                theirs.start <= mention.start
                and mention.end <= theirs.end
                and binding.score(other.field, theirs) >= own
            ) and (len(str(other.value)) > len(str(leaf.value)) or not leaf.holders):
                leaf.flawed = True
                yield Flaw(truth="invented", pointer=leaf.pointer, expected=TRACE, actual=leaf.value)
                break


def _elsewhere(binding: Binding, field: Field, mention: Mention, score: int) -> bool:
    """Whether the words beside a mention tell more for another field, or for none."""
    return any(
        number != field.index and other >= score
        for number, other in binding.cues.scores(binding.document, mention).items()
    )


def _size(binding: Binding, mention: Mention, anchors: list[Mention]) -> int:
    return binding.document.distance(mention, anchors)


def twice(binding: Binding) -> Iterator[Flaw]:
    """Yield the flaws of values that stand only where a value stands that is named for another field."""
    bound = [leaf for leaf in binding.leaves if leaf.mention is not None and leaf.mention.end > 0]
    ends = [(leaf.bound.start, leaf.bound.end, leaf) for leaf in bound if leaf.kind != "truth"]
    ends.sort(key=lambda one: (one[0], -one[1]))
    for number, (start, end, leaf) in enumerate(ends):
        if leaf.flawed or leaf.kind == "choice" or len(leaf.candidates) > 1:
            continue
        assert leaf.mention is not None
        for other_start, other_end, other in ends[max(0, number - 6) : number + 6]:
            if (
                other is leaf
                or other.field is leaf.field
                or other_start > start
                or other_end < end
                or other.flawed
            ):
                continue
            own, theirs = binding.score(leaf.field, leaf.mention), binding.score(other.field, leaf.mention)
            if leaf.kind == "number" and (other.kind != "number" or theirs - own < RIVAL):
                continue
            same = leaf.field.path[-1] == other.field.path[-1] or (leaf.kind == "moment" and own >= 4)
            if not same and theirs >= own and (theirs > own or other_end - other_start > end - start):
                yield misplaced(leaf, binding, Mention("text", other_start, other_end, frozenset()))
                break
