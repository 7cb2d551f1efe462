"""A phrase book: how people word the fields of one schema."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, TypeAlias

from edgejson.generators.wording.word_files import read_words

GenericKind: TypeAlias = Literal["fact", "flag", "list", "clause"]
"""What a generic phrase states: a value, yes or no, a list, or a value of a list's item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseBook:
    """The wording of one schema. Keys are paths without list positions; ``""`` is the label itself.

    ``sentences`` of an object are templates such as ``"{customer_name} ordered on {order_date}."``; each
    names the fields that it states (those of nested objects by dotted name), and is used when all of them
    are there. Those of the label end in a full stop; those of a list's items are clauses, which the styles
    join. ``slips`` word a list's item on one line of a printed slip. ``leads`` announce a list of
    objects, ``nouns`` name one item of it, ``questions`` ask for a field on the telephone. What no template
    states is worded by the field's name.
    """

    group: str
    sentences: Mapping[str, tuple[str, ...]]
    leads: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    nouns: Mapping[str, str] = field(default_factory=dict)
    questions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    slips: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@cache
def phrase_book(schema_id: str) -> PhraseBook:
    """Return the phrase book of a built-in schema (``words/books/SCHEMA_ID.toml``); KeyError for another."""
    words = read_words("books", schema_id)
    nouns: dict[str, str] = words.get("nouns", {})
    return PhraseBook(
        group=words["group"],
        nouns=nouns,
        **{
            kind: {path: tuple(texts) for path, texts in words.get(kind, {}).items()}
            for kind in ("sentences", "leads", "questions", "slips")
        },
    )


@cache
def generic_phrases() -> Mapping[GenericKind, tuple[str, ...]]:
    """Return sentences and clauses by which a field of any schema is stated, with its name and its value."""
    return {kind: tuple(texts) for kind, texts in read_words("texts", "generic").items()}  # type: ignore[misc]


GENERIC = PhraseBook(group="general", sentences={})
"""The phrase book of a schema that has none of its own: every field is worded by its name."""
