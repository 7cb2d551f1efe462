"""Chats and transcripts: who speaks, in front of each line, is no name of a field."""

import re
from collections import Counter

from edgejson.grounding.folding import name_form
from edgejson.grounding.shape import Shape

_TURN = re.compile(r"(?P<speaker>(?:\[[^\]\n]{1,20}\]\s*)?@?[^\W\d_][\w .'’()-]{0,29}?):[ \t]+(?=\S)")
_PLACE = re.compile(
    r"[^\W\d_][^\W\d_ ]*(?: [^\W\d_ ]+){0,2} \d{1,3}(?: of [^\W\d_ ]+(?: [^\W\d_ ]+){0,2} \d{1,3})+(?=:)"
)
"""Which item of which item a turn is about: ``Connection 1 of device 2:``."""
_FEWEST = 3
"""Turns of one who speaks."""


def without_speakers(prompt: str, shape: Shape) -> tuple[str, list[str]]:
    """Return `prompt` without the names of those who speak, and these names.

    They begin many lines, and name no field. A blank line stands before each turn. Where a turn names items
    from the inside out (``Connection 1 of device 2:``), it does so from the outside in afterwards
    (``device 2, Connection 1:``), as listings do.
    """
    if prompt.count(":") < _FEWEST:
        return prompt, []
    lines = prompt.split("\n")
    turns = [_TURN.match(line) for line in lines]
    said = Counter(turn["speaker"] for turn in turns if turn is not None)
    speaking = [name for name, count in said.items() if count >= _FEWEST and not _is_field(name, shape)]
    if not speaking:
        return prompt, []
    text = "\n".join(
        f"\n{_from_outside(line[turn.end() :])}" if turn is not None and turn["speaker"] in speaking else line
        for line, turn in zip(lines, turns, strict=True)
    )
    return text, speaking


def _from_outside(text: str) -> str:
    place = _PLACE.match(text)
    if place is None:
        return text
    return ", ".join(reversed(place[0].split(" of "))) + text[place.end() :]


def _is_field(name: str, shape: Shape) -> bool:
    """Whether a field at any depth has this name."""
    form = name_form(name)
    if form in shape.names:
        return True
    inner = [shape.items] if shape.items is not None else list(shape.properties.values())
    return any(_is_field(name, one) for one in inner)
