"""Standard output and error that take any text."""

import sys
from io import TextIOWrapper


def escape_unencodable_output() -> None:
    """Have characters written as escapes that the terminal's encoding lacks: data holds all of them."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
