"""The field listing: a heading, one ``Name: value`` a line, and a closing request.

Objects are indented, the items of a list of objects are numbered, those of a list of scalars bulleted,
so that every list reads back with its items apart.
"""

from collections.abc import Iterator

from edgejson.generators.draws import Draws
from edgejson.generators.statements import Group, Leaf, Series, Statement
from edgejson.generators.world import World

NAME = "listing"

_REQUESTS = (
    "Please extract the {subject} as JSON.",
    "Return the {subject} as a JSON object.",
    "Give me the {subject} above as JSON.",
    "Convert this {subject} to JSON.",
    "Write the {subject} as one JSON object and nothing else.",
    "Read the {subject} above and answer in JSON.",
    "I need this {subject} as JSON.",
    "Turn the {subject} above into a JSON object.",
)


def render(world: World, statements: tuple[Statement, ...], draws: Draws) -> str:
    """Return the prompt text that states `statements` for a record of `world`."""
    heading = draws.choice(world.headings)
    request = draws.choice(_REQUESTS).format(subject=world.subject)
    return "\n".join([heading, "", *_lines(statements, ""), "", request])


def _lines(parts: tuple[Statement, ...], indent: str) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Leaf):
            yield f"{indent}{part.name}: {part.text}"
        else:
            yield f"{indent}{part.name}:"
            yield from _inside(part, indent + "  ")


def _inside(part: Group | Series, indent: str) -> Iterator[str]:
    if isinstance(part, Group):
        yield from _lines(part.parts, indent)
        return
    for number, item in enumerate(part.items, 1):
        if isinstance(item, Leaf):
            yield f"{indent}- {item.text}"
            continue
        mark = f"{number}. "
        first, *rest = _inside(item, indent + " " * len(mark))
        yield indent + mark + first.lstrip(" ")
        yield from rest
