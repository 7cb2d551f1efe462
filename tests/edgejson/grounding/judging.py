"""What the tests of grounding share: a judgement in short form."""

import json
from decimal import Decimal
from typing import Any

from edgejson.grounding import judge, shape_of
from edgejson.suite.settings import Settings

SETTINGS = Settings(root=None)


def read(label: str) -> Any:
    """Return a label as the suite decodes it: numbers exact."""
    return json.loads(label, parse_float=Decimal)


def flaws(schema_id: str, prompt: str, label: Any) -> list[tuple[str, str]]:
    """Return (truth, pointer in the label) of each flaw of a label, given as JSON text or as an object."""
    decoded = read(label if isinstance(label, str) else json.dumps(label))
    found = judge(prompt, decoded, shape_of(schema_id, SETTINGS))
    return [(flaw.truth, flaw.pointer.removeprefix("/expected_output")) for flaw in found]
