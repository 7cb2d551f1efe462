"""Finding and replacing values in a label, and in the prompt along with it."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TypeAlias, TypeGuard

from edgejson._typing import JSONObject, JSONValue, Pointer
from edgejson.core.json_text import compact
from edgejson.core.pointers import leaves, split
from edgejson.generators.mutations.operator import TargetRecord

Number: TypeAlias = Decimal | int


def value_at(label: JSONValue, pointer: Pointer) -> JSONValue:
    """Return the value at `pointer`; KeyError or IndexError where there is none."""
    for token in split(pointer):
        label = label[int(token)] if isinstance(label, list) else _object(label)[token]
    return label


def last_field_name(pointer: Pointer) -> str:
    """Return the last name in `pointer` that is no index: the name of a field, or of an item's list."""
    return next((token for token in reversed(split(pointer)) if not token.isdecimal()), "")


def is_number(value: JSONValue) -> TypeGuard[Number]:
    """Whether `value` is a number."""
    return isinstance(value, Decimal | int) and not isinstance(value, bool)


def matching_pointers(label: JSONValue, path: str) -> list[Pointer]:
    """Return the pointers of the values that `path`, a pointer in which ``*`` is any item, names in order."""
    pointers = [""]
    for step in path.split("/")[1:]:
        pointers = [
            f"{pointer}/{one}" for pointer in pointers for one in _steps(value_at(label, pointer), step)
        ]
    return pointers


def number_at(label: JSONValue, pointer: Pointer) -> Number | None:
    """Return the number at `pointer`, None where there is none."""
    try:
        value = value_at(label, pointer)
    except (KeyError, IndexError):
        return None
    return value if is_number(value) else None


def set_value(label: JSONValue, pointer: Pointer, value: JSONValue) -> None:
    """Replace or add the value at `pointer`, whose parent must exist."""
    *above, last = split(pointer)
    for token in above:
        label = label[int(token)] if isinstance(label, list) else _object(label)[token]
    if isinstance(label, list):
        label[int(last)] = value
    else:
        _object(label)[last] = value


def remove_value(label: JSONValue, pointer: Pointer) -> JSONValue:
    """Remove the value at `pointer` and return it."""
    *above, last = split(pointer)
    for token in above:
        label = label[int(token)] if isinstance(label, list) else _object(label)[token]
    return label.pop(int(last)) if isinstance(label, list) else _object(label).pop(last)


def number_leaves(label: JSONValue) -> Iterator[tuple[Pointer, Number]]:
    """Yield the numbers of a label with their pointers."""
    for pointer, value in leaves(label):
        if is_number(value):
            yield pointer, value


def text_leaves(label: JSONValue) -> Iterator[tuple[Pointer, str]]:
    """Yield the texts of a label with their pointers."""
    for pointer, value in leaves(label):
        if isinstance(value, str):
            yield pointer, value


def add_units(value: Number, units: int) -> Number:
    """Return `value` moved by `units` of its last written digit."""
    if isinstance(value, int):
        return value + units
    exponent = value.as_tuple().exponent
    return value + Decimal(units).scaleb(exponent if isinstance(exponent, int) else 0)


def span_in_prompt(prompt: str, label: JSONObject, pointer: Pointer) -> tuple[int, int] | None:
    """Return where `prompt` states the value at `pointer`, as (start, end); None when that is ambiguous.

    It is looked for after its field's name, and else anywhere. Of several like statements it is the one
    that comes as late as its leaf among the like leaves of the label, provided that there are as many.
    """
    name, text = last_field_name(pointer), _as_text(value_at(label, pointer))
    like = [one for one, value in leaves(label) if _as_text(value) == text]
    named = [one for one in like if last_field_name(one) == name]
    value = rf"(?<![\w.,])({re.escape(text)})(?![\w]|[.,]\d)"
    words = r"[\W_]*".join(map(re.escape, name.split("_")))
    for pattern, peers in (
        (rf"(?im)^[\W\d]*{words}[ \t]*[:=][ \t]*(?-i:{value})[ \t]*$", named),
        (value, like),
    ):
        matches = list(re.finditer(pattern, prompt))
        if text and len(matches) == len(peers):
            return matches[peers.index(pointer)].span(1)
    return None


def replace_in_prompt(target: TargetRecord, pointer: Pointer, after: str) -> bool:
    """Have the prompt say `after` where it states the value at `pointer`; False when that is ambiguous."""
    span = span_in_prompt(target.prompt, target.label, pointer)
    if span is None:
        return False
    start, end = span
    target.record["prompt"] = target.prompt[:start] + after + target.prompt[end:]
    return True


def replace_in_both(target: TargetRecord, pointer: Pointer, after: JSONValue) -> bool:
    """Put `after` at `pointer` of the label, and in the prompt where it states the value that was there.

    False, with nothing changed, when there is no such value or the prompt does not show where it is.
    """
    try:
        before = value_at(target.label, pointer)
    except (KeyError, IndexError):
        return False
    if before == after or not replace_in_prompt(target, pointer, _as_text(after)):
        return False
    set_value(target.label, pointer, after)
    return True


def _as_text(value: JSONValue) -> str:
    return value if isinstance(value, str) else compact(value)


def _steps(value: JSONValue, step: str) -> list[str]:
    if isinstance(value, dict):
        return [step] if step in value else []
    indexes = [str(index) for index in range(len(value))] if isinstance(value, list) else []
    return indexes if step == "*" else [index for index in indexes if index == step]


def _object(value: JSONValue) -> JSONObject:
    if not isinstance(value, dict):
        raise KeyError("not an object")
    return value
