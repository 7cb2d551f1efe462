#!/usr/bin/env python3
"""Make the lexicon of the built-in schemas' cues from our own records: ``tools/lexicon.py FILE...``."""

import json
import sys
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from edgejson.alignment.cues import LEXICON
from edgejson.alignment.judgement import built_in
from edgejson.alignment.learning import Example, learned


def _examples(paths: Sequence[str]) -> Iterator[Example]:
    for path in paths:
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            record = json.loads(line, parse_float=Decimal)
            meta = record.get("meta", {})
            source = str(meta.get("template") or meta.get("writer") or record["id"])
            yield Example(record["prompt"], record["expected_output"], built_in(record["schema_id"]), source)


def main(paths: Sequence[str]) -> None:
    """Write the lexicon that the records in `paths` teach."""
    counts = learned(_examples(paths))
    schemas = {schema_id: counted.weights() for schema_id, counted in sorted(counts.items())}
    text = json.dumps({"schemas": schemas}, ensure_ascii=False, separators=(",", ":"))
    LEXICON.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
