"""Sentences for the person at the terminal, on stderr; results go to stdout and to files."""

import sys


def say(sentence: str) -> None:
    """Write `sentence` and a line end to stderr."""
    sys.stderr.write(sentence + "\n")
    sys.stderr.flush()
