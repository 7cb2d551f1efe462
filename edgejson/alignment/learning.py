"""What a file teaches: the cues of each field's certain mentions, counted in parts that add up."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from edgejson._typing import JSONObject
from edgejson.alignment.binding import Binding
from edgejson.alignment.counts import Counts
from edgejson.alignment.cues import Cues, cues_of
from edgejson.alignment.document import Document
from edgejson.alignment.fields import Fields, leaves_of


def observed(prompt: str, label: JSONObject, fields: Fields) -> Iterator[tuple[str, list[str]]]:
    """Yield a field's path, joined by dots, and the cues of its mention, for each value that stands once.

    Numbers, moments and addresses that no value of the label has are those of no field (``""``).
    """
    document = Document(prompt)
    leaves, _ = leaves_of(label, fields)
    undeclared = {leaf.field.index: leaf.field for leaf in leaves if leaf.field.index >= len(fields.all)}
    Binding(document, leaves, Cues(fields, {}, [*undeclared.values()]))
    for leaf in leaves:
        if len(leaf.candidates) == 1 and leaf.candidates[0].end > 0 and leaf.kind != "truth":
            yield ".".join(leaf.field.path), cues_of(document, leaf.candidates[0])
    bound = {id(mention) for leaf in leaves for mention in leaf.candidates}
    spans = [(m.start, m.end) for leaf in leaves for m in leaf.candidates]
    for mention in (*document.numbers, *document.moment_mentions, *document.emails, *document.texts()):
        if id(mention) not in bound and not any(
            start < mention.end and mention.start < end for start, end in spans
        ):
            yield "", cues_of(document, mention)


class Example(NamedTuple):
    """A right record; records of one ``source`` (a writer, a template) count as one witness of a cue."""

    prompt: str
    label: JSONObject
    fields: Fields
    source: str


def learned(examples: Iterable[Example]) -> dict[str, Counts]:
    """Return the counts of records, by schema id."""
    counts: dict[str, Counts] = {}
    for prompt, label, fields, source in examples:
        own = counts.setdefault(fields.schema_id, Counts())
        for path, cues in observed(prompt, label, fields):
            own.add(path, cues, source)
    return counts
