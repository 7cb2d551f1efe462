"""The mixed form: the main facts in sentences, every list as a table or a listing below them."""

from dataclasses import replace

from edgejson.generators.statements import Group, Series, Statement
from edgejson.generators.styles.brief import Brief
from edgejson.generators.styles.listing import listed
from edgejson.generators.styles.sentences import with_asides
from edgejson.generators.styles.table import tables
from edgejson.generators.wording.telling import Sentence, Teller


def render(brief: Brief) -> str:
    """Return the prompt."""
    told, shown = _parted(brief.parts, brief)
    teller = Teller(book=brief.book, spelling=brief.spelling, draws=brief.draws)
    texts = [part.text for part in teller.tell(told) if isinstance(part, Sentence)]
    sentences = " ".join(with_asides(texts, brief.draws, brief.asides))
    printed = replace(brief, spelling=replace(brief.spelling, counts_in_words=False))
    if brief.draws.chance(50):
        lines = list(tables(printed, shown, "", 2))
    else:
        lines = list(listed(shown, printed.spelling))
    body = [sentences] if sentences else []
    return "\n".join(["\n\n".join([brief.before, *body]), "", *lines, *([""] if lines else []), brief.after])


def _parted(
    parts: tuple[Statement, ...], brief: Brief
) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
    """Return what is told and what is shown: lists and objects, or, where there are none, the latter half."""
    shown = tuple(part for part in parts if _nested(part))
    if not shown:
        half = brief.draws.between(1, max(1, len(parts) - 1))
        return parts[:half], parts[half:]
    return tuple(part for part in parts if not _nested(part)), shown


def _nested(part: Statement) -> bool:
    return isinstance(part, Group) or (isinstance(part, Series) and not part.scalar)
