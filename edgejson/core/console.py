"""The terminal: messages for the person at it, output streams that take any text, text that does no harm."""

import json
import sys
from io import TextIOWrapper


def notify(message: str) -> None:
    """Write `message` and a line end to stderr; results go to stdout and to files."""
    sys.stderr.write(message + "\n")
    sys.stderr.flush()


def escaped(text: str) -> str:
    """Return `text` on one line, with JSON's escapes for what could steer a terminal or not be seen on it.

    A line feed in a record's id would begin a line of its own, which some programs take for a command.
    """
    return (
        text if text.isprintable() else "".join(c if c.isprintable() else json.dumps(c)[1:-1] for c in text)
    )


def escape_unencodable_output() -> None:
    """Write characters that the terminal's encoding lacks as escapes: data can hold any character."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
