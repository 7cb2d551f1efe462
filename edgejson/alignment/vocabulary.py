"""Words of everyday language that mentions are read by: yes and no, units, marks told in words."""

import json
from functools import cache
from pathlib import Path
from typing import Any


@cache
def _vocabulary() -> Any:
    return json.loads(Path(__file__).with_name("vocabulary.json").read_text(encoding="utf-8"))


def words_for(title: str) -> frozenset[str]:
    """Return the words under a title of the vocabulary; KeyError when there is none."""
    return frozenset(_vocabulary()["sets"][title].split())


def table_of(title: str) -> dict[str, Any]:
    """Return what a table of the vocabulary gives for its words; KeyError when there is none."""
    table: dict[str, Any] = _vocabulary()["tables"][title]
    return table
