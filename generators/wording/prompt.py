"""A prompt: a template and a writer's habits, applied to what has to be stated."""

from dataclasses import replace

from edgejson.generators.draws import Draws
from edgejson.generators.statements import Statement
from edgejson.generators.styles import STYLES, Brief
from edgejson.generators.template import Template
from edgejson.generators.wording.framing import framing
from edgejson.generators.wording.phrase_book import PhraseBook
from edgejson.generators.wording.spelling import drawn_spelling
from edgejson.generators.wording.typos import with_typo

_SPOKEN = {"prose", "email", "chat", "mixed", "transcript"}
"""Styles in which people stray from the subject."""


def worded(
    parts: tuple[Statement, ...],
    *,
    subject: str,
    headings: tuple[str, ...],
    book: PhraseBook,
    template: Template,
    draws: Draws,
) -> str:
    """Return the prompt that states `parts`; `subject` and `headings` are what the thing is called."""
    heading = draws.choice(headings)
    spelling = drawn_spelling(draws, dollars=not _has_currency(parts))
    if template.style not in _SPOKEN:
        spelling = replace(spelling, counts_in_words=False)
    straying = template.style in _SPOKEN and draws.chance(45)
    asides = draws.some(framing(template.group).asides, 1, 2) if straying else []
    before = template.frame.before.format(subject=subject, heading=heading)
    after = template.frame.after.format(subject=subject, heading=heading)
    if template.style in _SPOKEN and draws.chance(12):
        after = with_typo(after, draws)
    brief = Brief(
        subject=subject,
        heading=heading,
        before=before,
        after=after,
        parts=parts,
        book=book,
        spelling=spelling,
        draws=draws,
        asides=tuple(asides),
    )
    return STYLES[template.style](brief)


def _has_currency(parts: tuple[Statement, ...]) -> bool:
    return any(part.key == "currency" for part in parts)
