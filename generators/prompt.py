"""A prompt: a template and one writer's choices, applied to what has to be stated."""

from dataclasses import replace

from edgejson.generators.draws import Draws
from edgejson.generators.styles import STYLES, PromptSpec
from edgejson.generators.wording.framing import framing
from edgejson.generators.wording.meaning_representation import Node
from edgejson.generators.wording.phrase_book import PhraseBook
from edgejson.generators.wording.template import Template
from edgejson.generators.wording.typos import with_typo
from edgejson.generators.wording.value_format import draw_value_format

_CONVERSATIONAL = {"prose", "email", "chat", "mixed", "transcript"}
"""Styles in which people make asides and typing mistakes, and spell counts as words."""


def write_prompt(
    nodes: tuple[Node, ...],
    *,
    subject: str,
    headings: tuple[str, ...],
    book: PhraseBook,
    template: Template,
    draws: Draws,
) -> str:
    """Return the prompt that states `nodes`; `subject` and `headings` are what the thing is called."""
    heading = draws.choice(headings)
    value_format = draw_value_format(draws, dollars=not _has_currency(nodes))
    is_conversational = template.style in _CONVERSATIONAL
    if not is_conversational:
        value_format = replace(value_format, counts_in_words=False)
    has_asides = is_conversational and draws.chance(45)
    asides = draws.some(framing(template.group).asides, 1, 2) if has_asides else []
    before = template.frame.before.format(subject=subject, heading=heading)
    after = template.frame.after.format(subject=subject, heading=heading)
    if is_conversational and draws.chance(12):
        after = with_typo(after, draws)
    spec = PromptSpec(
        subject=subject,
        heading=heading,
        before=before,
        after=after,
        nodes=nodes,
        book=book,
        value_format=value_format,
        draws=draws,
        asides=tuple(asides),
    )
    return STYLES[template.style](spec)


def _has_currency(nodes: tuple[Node, ...]) -> bool:
    return any(node.key == "currency" for node in nodes)
