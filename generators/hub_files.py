"""The splits as the `datasets` library reads them: each label as JSON text.

A name such as ``location`` is text in the labels of one schema and an object in those of another, which one
column of a table cannot hold.
"""

import json
from decimal import Decimal
from pathlib import Path

from edgejson._typing import SplitName
from edgejson.core.json_text import compact
from edgejson.generators.data_files import TEST, TRAIN, VALIDATION

SPLITS: dict[SplitName, Path] = {"train": TRAIN, "validation": VALIDATION, "test": TEST}
"""The data file of each split."""


def hub_path(split: SplitName) -> Path:
    """Return the path of the file that `datasets` reads as `split`."""
    return Path("data/hub") / f"{split}.jsonl"


def hub_content(content: bytes) -> bytes:
    """Return the lines of one of our data files, each with its label as a string of JSON."""
    lines = []
    for line in content.splitlines():
        record = json.loads(line, parse_float=Decimal)
        record["expected_output"] = compact(record["expected_output"])
        lines.append(compact(record).encode() + b"\n")
    return b"".join(lines)
