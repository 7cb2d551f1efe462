"""Values that stand in the prompt, but for another field, another item, or beside the one that is meant."""

from collections.abc import Iterator
from itertools import combinations

from edgejson.alignment.binding import Binding
from edgejson.alignment.fields import Leaf
from edgejson.alignment.flaw import TRACE, Flaw
from edgejson.alignment.mention import Mention

SWAP = 7
RIVAL = 6
CHOICE = 5
COMPANY = 3
_MOST = 4000


def swapped(binding: Binding) -> Iterator[Flaw]:
    """Yield the flaws of pairs of values that the words beside them give to each other's fields."""
    groups: dict[tuple[str, str], list[Leaf]] = {}
    for leaf in binding.leaves:
        if leaf.mention is not None and leaf.mention.end > 0 and leaf.kind not in ("truth", "choice"):
            item = leaf.holders[-1] if leaf.holders else ""
            kind = "text" if leaf.kind == "email" else leaf.kind
            groups.setdefault((kind, item), []).append(leaf)
    pairs = 0
    for leaves in groups.values():
        if len(leaves) == 1 or not any(_fits_another(binding, leaf, leaves) for leaf in leaves):
            continue
        for one, other in combinations(leaves, 2):
            pairs += 1
            if pairs > _MOST:
                return
            first, second = one.mention, other.mention
            if (
                one.field is other.field
                or first is second
                or one.value == other.value
                or first is None
                or second is None
            ):
                continue
            if one.kind != other.kind and "email" in (one.kind, other.kind):
                continue
            gain = (
                binding.score(one.field, second)
                + binding.score(other.field, first)
                - binding.score(one.field, first)
                - binding.score(other.field, second)
            )
            if gain >= SWAP:
                yield misplaced(one, binding, second)
                yield misplaced(other, binding, first)


def _fits_another(binding: Binding, leaf: Leaf, leaves: list[Leaf]) -> bool:
    """Whether the words beside a leaf's mention tell enough for another's field for an exchange."""
    scores = binding.cues.scores(binding.document, leaf.bound)
    least = scores.get(leaf.field.index, 0) + (SWAP + 1) // 2
    if least > max(scores.values(), default=0) and least > 0:
        return False
    return least <= 0 or any(
        one.field is not leaf.field and scores.get(one.field.index, 0) >= least for one in leaves
    )


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


def rivals(binding: Binding) -> Iterator[Flaw]:
    """Yield the flaws of values beside which another one is better named for the field."""
    document = binding.document
    values = {leaf.value for leaf in binding.leaves if leaf.kind != "truth"}
    free: dict[str, dict[int, list[Mention]]] = {}
    occupied: dict[int, int] = {}
    for leaf in binding.leaves:
        if leaf.mention is not None and leaf.mention.end > 0:
            region = document.place(leaf.mention)
            occupied[region] = occupied.get(region, 0) + 1
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
            free[leaf.kind] = _by_field(binding, _free(binding, leaf, values))
        others = free[leaf.kind].get(leaf.field.index)
        if not others:
            continue
        own = binding.score(leaf.field, mention)
        anchors = binding.anchors(leaf)
        here = _size(binding, mention, anchors)
        company = occupied.get(document.place(mention), 1) - 1
        for rival in others:
            if binding.work > 60_000:
                return
            binding.work += 1
            if not _complete(leaf, binding, rival) or rival in leaf.candidates:
                continue
            theirs = binding.score(leaf.field, rival)
            gained = max(-2, min(2, occupied.get(document.place(rival), 0) - company))
            if (
                theirs - own + COMPANY * gained < (RIVAL if leaf.kind != "text" else RIVAL + 1)
                or theirs < own
            ):
                continue
            if states(binding, rival, leaf):
                continue
            if rival.kind == "text" and binding.cues.shape(document, rival, leaf.field.index) < 0:
                continue
            if anchors and _size(binding, rival, anchors) > here + 1:
                continue
            yield misplaced(leaf, binding, rival)
            break


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
        and one.start not in document.marks
    ]


def _by_field(binding: Binding, mentions: list[Mention]) -> dict[int, list[Mention]]:
    """Return the mentions by the field, or fields, for which the words beside them tell most."""
    found: dict[int, list[Mention]] = {}
    for mention in mentions:
        best = binding.cues.best(binding.document, mention)
        for number in range(len(binding.cues.all)) if best is None else best:
            found.setdefault(number, []).append(mention)
    return found


def _in_figures(binding: Binding, mention: Mention) -> bool:
    return any(map(str.isdigit, binding.document.text[mention.start : mention.end]))


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
    for choice, found in table.items():
        for rival in found if choice != leaf.value else ():
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
