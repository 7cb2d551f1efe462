"""``python -m edgejson extract``: the way to it from the core, which imports no other room at load."""

from collections.abc import Sequence
from importlib import import_module


def main(argv: Sequence[str]) -> int:
    """Run the command in `edgejson.train.extract`; return its exit status."""
    status: int = import_module("edgejson.train.extract").main(argv)
    return status
