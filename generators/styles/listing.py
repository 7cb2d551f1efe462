"""The field listing: one ``Name: value`` a line.

Objects are indented, the items of a list of objects are numbered, those of a list of scalars bulleted,
so that every list reads back with its items apart.
"""

from collections.abc import Iterator

from edgejson.generators.statements import Group, Leaf, Series, Statement
from edgejson.generators.styles.brief import Brief
from edgejson.generators.wording.spelling import VERBATIM, Spelling


def render(brief: Brief) -> str:
    """Return the prompt; values stand as the label has them."""
    return "\n".join([brief.before, "", *listed(brief.parts, VERBATIM), "", brief.after])


def listed(parts: tuple[Statement, ...], spelling: Spelling, indent: str = "") -> Iterator[str]:
    """Yield the lines that list `parts`."""
    for part in parts:
        if isinstance(part, Leaf):
            yield f"{indent}{part.name}: {spelling(part)}"
        else:
            yield f"{indent}{part.name}:"
            yield from _inside(part, spelling, indent + "  ")


def _inside(part: Group | Series, spelling: Spelling, indent: str) -> Iterator[str]:
    if isinstance(part, Group):
        yield from listed(part.parts, spelling, indent)
        return
    for number, item in enumerate(part.items, 1):
        if isinstance(item, Leaf):
            yield f"{indent}- {spelling(item)}"
            continue
        mark = f"{number}. "
        first, *rest = _inside(item, spelling, indent + " " * len(mark))
        yield indent + mark + first.lstrip(" ")
        yield from rest
