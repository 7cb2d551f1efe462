"""JSON Pointers (RFC 6901): making them, splitting them, following them."""

from collections.abc import Iterator

from edgejson._typing import JSONValue, Pointer


def join(*tokens: str | int) -> Pointer:
    """Return the pointer of unescaped reference tokens: ``join("a/b", 0)`` is ``/a~1b/0``."""
    return "".join("/" + str(token).replace("~", "~0").replace("/", "~1") for token in tokens)


def split(pointer: Pointer) -> tuple[str, ...]:
    """Return the unescaped reference tokens of `pointer`."""
    if not pointer:
        return ()
    return tuple(token.replace("~1", "/").replace("~0", "~") for token in pointer[1:].split("/"))


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
