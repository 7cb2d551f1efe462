"""The specification of a prompt: everything that a style needs to write it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from edgejson.generators.draws import Draws
from edgejson.generators.wording.meaning_representation import Node
from edgejson.generators.wording.phrase_book import PhraseBook
from edgejson.generators.wording.sentence_planning import SentencePlan, SentencePlanner
from edgejson.generators.wording.value_format import ValueFormat


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptSpec:
    """One prompt to write: the facts, and the words that stand around them.

    ``before`` and ``after`` are a frame's, filled in; ``asides`` are sentences that belong to no field.
    """

    subject: str
    heading: str
    before: str
    after: str
    nodes: tuple[Node, ...]
    book: PhraseBook
    value_format: ValueFormat
    draws: Draws
    asides: tuple[str, ...]

    def plan(self) -> SentencePlan:
        """Return the facts as sentences and lists."""
        return self.planner().plan(self.nodes)

    def planner(self, book: PhraseBook | None = None) -> SentencePlanner:
        """Return what plans sentences for this prompt, with another phrase book if one is given."""
        return SentencePlanner(book=book or self.book, value_format=self.value_format, draws=self.draws)


Style: TypeAlias = Callable[[PromptSpec], str]
