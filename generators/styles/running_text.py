"""Plans as running text: what prose, e-mail, chat and transcripts share."""

import re
from collections.abc import Iterator, Sequence

from edgejson.generators.draws import Draws
from edgejson.generators.wording.sentence_planning import ListBlock, Sentence, SentencePlan

_PRONOUN = re.compile(r"(?:It|Its|He|His|She|Her|They|Their|This|These|That|Both)\b")
_INLINE = 240
"""The longest list, in characters, that still reads well inside a paragraph."""


def paragraphs(plan: SentencePlan, draws: Draws, asides: Sequence[str] = ()) -> Iterator[str]:
    """Yield the paragraphs that tell `plan`; `asides` stand before or after its sentences."""
    texts = with_asides([part.text for part in plan if isinstance(part, Sentence)], draws, asides)
    while texts:
        count = draws.between(3, 7)
        yield " ".join(texts[:count])
        texts = texts[count:]
    for part in plan:
        if isinstance(part, ListBlock):
            yield "\n".join(block_lines(part, draws))


def with_asides(texts: list[str], draws: Draws, asides: Sequence[str]) -> list[str]:
    """Return `texts` with each aside before or after them: between them it would tear sentences apart."""
    found = list(texts)
    for aside in asides:
        found.insert(len(found) if draws.chance(60) or _PRONOUN.match("".join(found[:1])) else 0, aside)
    return found


def block_lines(block: ListBlock, draws: Draws, indent: str = "") -> Iterator[str]:
    """Yield the lines that tell a list of objects: in one sentence where it is short, else bulleted."""
    clauses = [clause(item) for item in block.items if not any(isinstance(part, ListBlock) for part in item)]
    line = "; ".join(clauses)
    short = len(clauses) == len(block.items) and len(line) <= _INLINE
    if short and not indent and not any(";" in text for text in clauses) and draws.chance(50):
        yield f"{block.lead} {line}."
        return
    yield f"{indent}{block.lead}"
    numbered = draws.chance(50)
    for number, item in enumerate(block.items, 1):
        mark = f"{number}. " if numbered else "- "
        yield f"{indent}{mark}{clause(item) or block.noun}"
        for part in item:
            if isinstance(part, ListBlock):
                yield from block_lines(part, draws, indent + "   ")


def clause(plan: SentencePlan) -> str:
    """Return the clauses of one item in one line; semicolons part them where a value has commas."""
    texts = [part.text for part in plan if isinstance(part, Sentence)]
    return ("; " if any("," in text for text in texts) else ", ").join(texts)
