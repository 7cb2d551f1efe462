"""Standard output and error, whatever their encoding."""

import sys
from io import TextIOWrapper


def escape_unencodable_output() -> None:
    """Write characters that the terminal's encoding lacks as escapes: data can hold any character."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
