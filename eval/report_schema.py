"""What a stored report must be, for the commands that read one: somebody may have edited it."""

from functools import cache
from typing import Any

from edgejson.eval.breakdowns import BREAKDOWNS

FORMAT = "edgejson.evaluation/2"

_OBJECT, _TEXT, _COUNT = {"type": "object"}, {"type": "string"}, {"type": "integer", "minimum": 0}
_OBJECT_OR_NONE = {"type": ["object", "null"]}
_FIGURE = {"type": "object", "required": ["value", "interval", "n", "method"]}
_FIGURES = {"type": "object", "minProperties": 1, "additionalProperties": _FIGURE}
_SHARES = {"type": "object", "additionalProperties": _FIGURE}
_TALLY = {
    "type": "object",
    "required": ["n", "scores", "counts"],
    "properties": {"n": _COUNT, "scores": _FIGURES, "counts": _SHARES},
}
_PROPERTIES = {
    "format": {"const": FORMAT},
    "command": _TEXT,
    "protocol": _TEXT,
    "data": {
        "type": "object",
        "required": ["file", "sha256", "records", "suite_sha256", "attestation_sha256", "result"],
        "properties": {"file": _TEXT, "sha256": _TEXT, "records": _COUNT, "result": _TEXT},
    },
    "selection": _OBJECT_OR_NONE,
    "model": _OBJECT_OR_NONE,
    "prompting": _OBJECT_OR_NONE,
    "decoding": _OBJECT_OR_NONE,
    "predictions": _OBJECT_OR_NONE,
    "answers_sha256": _TEXT,
    "machine": _OBJECT,
    "versions": _OBJECT,
    "statistics": _OBJECT,
    "n": _COUNT,
    "scores": _FIGURES,
    "counts": _SHARES,
    "misses": {"type": "object", "required": ["records", "by_reason", "differences"]},
    "breakdowns": {
        "type": "object",
        "required": list(BREAKDOWNS),
        "additionalProperties": {"type": "object", "additionalProperties": _TALLY},
    },
    "contamination": {"type": "object", "required": ["status", "reason", "training_data"]},
    "remarks": {"type": "array", "items": _TEXT},
}
_SCHEMA = {"type": "object", "required": list(_PROPERTIES), "properties": _PROPERTIES}
"""What a stored report must be for the commands that read it; more may be in it."""


def flaw_of(report: Any) -> str | None:
    """Return where a decoded JSON value is no report, and why, None if it is one."""
    flaw = next(_validator().iter_errors(report), None)
    if flaw is None:
        return None
    pointer = "".join(f"/{step}" for step in flaw.instance_path)
    return f"{pointer}: {flaw.message[:200]}" if pointer else str(flaw.message[:200])


@cache
def _validator() -> Any:
    import jsonschema_rs

    return jsonschema_rs.validator_for(_SCHEMA)
