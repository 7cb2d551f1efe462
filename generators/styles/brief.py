"""What a style gets: everything that it needs to word one prompt."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from edgejson.generators.draws import Draws
from edgejson.generators.statements import Statement
from edgejson.generators.wording.phrase_book import PhraseBook
from edgejson.generators.wording.spelling import Spelling
from edgejson.generators.wording.telling import Plan, Teller


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """One prompt to word: the facts, and the words that stand around them.

    ``before`` and ``after`` are a frame's, filled in; ``asides`` are sentences that belong to no field.
    """

    subject: str
    heading: str
    before: str
    after: str
    parts: tuple[Statement, ...]
    book: PhraseBook
    spelling: Spelling
    draws: Draws
    asides: tuple[str, ...]

    def plan(self) -> Plan:
        """Return the facts as sentences and lists."""
        return Teller(book=self.book, spelling=self.spelling, draws=self.draws).tell(self.parts)


Style: TypeAlias = Callable[[Brief], str]
