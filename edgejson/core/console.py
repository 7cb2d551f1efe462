"""The terminal: messages for the person at it, and output streams that take any text."""

import sys
from io import TextIOWrapper


def notify(message: str) -> None:
    """Write `message` and a line end to stderr; results go to stdout and to files."""
    sys.stderr.write(message + "\n")
    sys.stderr.flush()


def escape_unencodable_output() -> None:
    """Write characters that the terminal's encoding lacks as escapes: data can hold any character."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
