"""What no container reads: recognised by how it begins, and said in one sentence that tells what to do."""

import json

from edgejson.core.json_in_text import ends_inside

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_BLANKS = b" \t\r\n"


def why_unreadable(head: bytes) -> str | None:
    """Return what a file is that begins with `head` and cannot be read as it is; None for any other."""
    if head.startswith(_UTF_16) or 0 < head[:4].count(0) < len(head[:4]):
        return "is UTF-16 or UTF-32; JSON is UTF-8: iconv -f UTF-16 -t UTF-8 makes it that"
    if head.startswith(b"ARROW1"):
        return "is an Arrow file; write it as Parquet"
    if b"\n" not in head and _is_object(head.split(b"\r", 1)[0]) and b"\r" in head.strip(_BLANKS):
        return "has CR line ends; JSON Lines has LF: tr '\\r' '\\n' makes them that"
    return _pretty_printed(head)


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _pretty_printed(head: bytes) -> str | None:
    """Say that objects stand over several lines, where the first one does."""
    text = head.decode("utf-8", "replace").removeprefix("\ufeff").lstrip()
    first, more, _ = text.partition("\n")
    if not more or not text.startswith("{") or not _breaks_off(first):
        return None
    try:
        value, end = json.JSONDecoder().raw_decode(text)
    except json.JSONDecodeError as error:
        # Longer than what was looked at, which ends somewhere in it.
        return _MANY if ends_inside(text, error) else None
    except RecursionError:
        return None
    if text[end:].strip():
        return _MANY
    lists = [name for name, item in value.items() if isinstance(item, list)]
    if len(lists) == 1:
        return f"is one JSON object; JSON Lines has one a line: jq -c '.{lists[0]}[]' makes them of its list"
    return "is one JSON object over several lines; JSON Lines has one a line: jq -c . makes it that"


_MANY = "holds pretty-printed JSON objects; JSON Lines has one a line: jq -c . makes it that"


def _breaks_off(line: str) -> bool:
    try:
        json.loads(line)
    except json.JSONDecodeError as error:
        return ends_inside(line, error)
    except RecursionError:
        return False
    return False
