"""Standard output and error that take any text."""

import sys
from io import TextIOWrapper


def take_any_text() -> None:
    """Have characters written as escapes that the terminal's encoding lacks: data holds all of them."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
