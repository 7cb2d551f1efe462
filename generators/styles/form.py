"""The indented form: names and values in two columns, a heading over every part."""

from collections.abc import Iterator

from edgejson.generators.statements import Group, Leaf, Series, Statement
from edgejson.generators.styles.brief import Brief

_LEADERS = (".", " ", "_")
_WIDTH = 26


def render(brief: Brief) -> str:
    """Return the prompt: a form that somebody has filled in."""
    leader = brief.draws.choice(_LEADERS)
    lines = _lines(brief, brief.parts, leader, "")
    return "\n".join([brief.before, "", *lines, "", brief.after])


def _lines(brief: Brief, parts: tuple[Statement, ...], leader: str, indent: str) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Leaf):
            yield _line(part.name, brief.spelling(part), leader, indent)
        elif isinstance(part, Group):
            yield f"{indent}[{part.name}]"
            yield from _lines(brief, part.parts, leader, indent + "  ")
        else:
            yield from _items(brief, part, leader, indent)


def _items(brief: Brief, series: Series, leader: str, indent: str) -> Iterator[str]:
    yield f"{indent}[{series.name}]"
    noun = brief.book.nouns.get(series.path, "item").capitalize()
    for number, item in enumerate(series.items, 1):
        if isinstance(item, Group):
            yield f"{indent}  {noun} {number}"
            yield from _lines(brief, item.parts, leader, indent + "    ")
        elif isinstance(item, Leaf):
            yield f"{indent}  * {brief.spelling(item)}"
        else:
            yield from _items(brief, item, leader, indent + "  ")


def _line(name: str, value: str, leader: str, indent: str) -> str:
    return f"{indent}{name} {leader * max(3, _WIDTH - len(indent) - len(name))} {value}"
