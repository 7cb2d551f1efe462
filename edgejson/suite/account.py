"""The account of a file: every line that was read was judged or refused; none is passed over in silence."""

from collections.abc import Mapping, Set
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The lines of a file.

    ``refused`` says of each line that could not be judged why; ``accused`` are the lines in which some
    finding that fails the file stands, and ``is_accused`` says whether there is any such finding at all.
    """

    n_lines: int
    n_records: int
    refused: Mapping[int, str]
    accused: Set[int]
    is_accused: bool
