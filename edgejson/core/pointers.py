"""JSON Pointers (RFC 6901): making them, splitting them, following them."""

import re
from collections.abc import Iterator

from edgejson._typing import JSONValue, Pointer

_INDEX = re.compile(r"-?\d{1,9}", re.ASCII)


def join(*tokens: str | int) -> Pointer:
    """Return the pointer of unescaped reference tokens: ``join("a/b", 0)`` is ``/a~1b/0``."""
    return "".join("/" + str(token).replace("~", "~0").replace("/", "~1") for token in tokens)


def split(pointer: Pointer) -> tuple[str, ...]:
    """Return the unescaped reference tokens of `pointer`."""
    if not pointer:
        return ()
    return tuple(token.replace("~1", "/").replace("~0", "~") for token in pointer[1:].split("/"))


def find(value: JSONValue, pointer: Pointer) -> tuple[Pointer, JSONValue] | None:
    """Return the value at `pointer` with its pointer, None where there is none.

    An index may count from the end, -1 being the last item, which RFC 6901 does not have; the pointer that is
    returned counts from the beginning.
    """
    tokens: list[str | int] = []
    for token in split(pointer):
        if isinstance(value, dict) and token in value:
            tokens.append(token)
            value = value[token]
        elif isinstance(value, list) and _INDEX.fullmatch(token) and -len(value) <= int(token) < len(value):
            tokens.append(int(token) % len(value))
            value = value[int(token)]
        else:
            return None
    return join(*tokens), value


def leaves(value: JSONValue, prefix: Pointer = "") -> Iterator[tuple[Pointer, JSONValue]]:
    """Yield (pointer, value) for each scalar and each empty container in `value`, in document order."""
    if isinstance(value, dict) and value:
        for key, item in value.items():
            yield from leaves(item, prefix + join(key))
    elif isinstance(value, list) and value:
        for index, item in enumerate(value):
            yield from leaves(item, f"{prefix}/{index}")
    else:
        yield prefix, value
