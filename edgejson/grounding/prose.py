"""Prompts that are no listings: values count wherever they stand, and places tell what belongs together."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from edgejson._typing import JSONObject, Pointer
from edgejson.core.pointers import join
from edgejson.grounding.comparison import Comparison
from edgejson.grounding.continuation import cut_out
from edgejson.grounding.coverage import Coverage
from edgejson.grounding.cues import Cues
from edgejson.grounding.flaw import TRACE, Flaw
from edgejson.grounding.gaps import gap_flaws
from edgejson.grounding.items import item_flaws
from edgejson.grounding.named_values import begun_later, ended_early, exchanged, left_out, wrong_choices
from edgejson.grounding.passage import Passage
from edgejson.grounding.search import Sighting, sight
from edgejson.grounding.shape import Shape
from edgejson.grounding.statement import Group, Quote


@dataclass(slots=True, kw_only=True)
class Search:
    """What a search of a prose prompt for the values of a label finds.

    ``sightings`` are the values that it states somewhere, ``listed`` those that stand in a table or a marked
    list inside the prose, which is compared as such.
    """

    comparison: Comparison = field(default_factory=Comparison)
    sightings: list[Sighting] = field(default_factory=list)
    listed: list[Sighting] = field(default_factory=list)
    listed_keys: set[str] = field(default_factory=set)


def search(label: JSONObject, stated: Group, shape: Shape, pointer: Pointer, passage: Passage) -> Search:
    """Look for the values of `label` in a prose prompt, what it has `stated` in lists and tables aside."""
    result = Search()
    for key, value in label.items():
        inner, here = shape.properties.get(key), pointer + join(key)
        statements = [
            one for one in stated.parts.get(key, []) if not isinstance(one, Quote) or isinstance(value, list)
        ]
        anywhere = Comparison()
        anywhere.unstated({key: value}, shape, pointer, (passage,))
        sightings = {leaf.pointer: sight(leaf, passage) for leaf in anywhere.unnamed}
        if inner and statements and result.comparison.fits(value, statements, inner, here, passage):
            result.listed += filter(None, sightings.values())
            result.listed_keys.add(key)
            continue
        result.sightings += filter(None, sightings.values())
        result.comparison.flaws += anywhere.flaws
        result.comparison.unnamed += [leaf for leaf in anywhere.unnamed if sightings[leaf.pointer] is None]
    # A list's fields that are not named in it may be stated around it.
    result.comparison.unnamed = [leaf for leaf in result.comparison.unnamed if sight(leaf, passage) is None]
    return result


def flaws_in_prose(
    label: JSONObject, shape: Shape, pointer: Pointer, passage: Passage, result: Search, missed: list[Flaw]
) -> Iterator[Flaw]:
    """Yield what is wrong with values that the prompt does state: cut short, dropped, in each other's place.

    `missed` are the flaws of values that it does not state.
    """
    names = {word for phrase in shape.phrases for word in phrase.split()}
    sightings = result.sightings
    covered = Coverage(passage, [*sightings, *result.listed], missed)
    if all(flaw.expected != TRACE for flaw in missed):
        yield from cut_out(sightings, passage.plain, names, covered)
    places = {one.pointer: one.spans for one in sightings if one.spans}
    of_items = list(item_flaws(label, pointer, places))
    yield from of_items
    if not missed and not of_items:
        yield from gap_flaws(label, pointer, places, passage.plain, covered)
    cues = Cues(passage, shape.phrases)
    yield from wrong_choices(sightings, cues)
    yield from begun_later(sightings, cues, covered)
    yield from ended_early(sightings, cues, covered)
    yield from exchanged(sightings, cues)
    others = Shape(
        kind="object",
        properties={key: inner for key, inner in shape.properties.items() if key not in result.listed_keys},
        required=shape.required,
    )
    yield from left_out(label, others, pointer, cues, covered)
