"""What a record says of its own making, in its ``meta``: the style of its prompt, its template.

Files made elsewhere say nothing of the kind: then the answer is None.
"""

from collections.abc import Mapping
from typing import Any

from edgejson.core.record import Record


def style(record: Record) -> str | None:
    """Return how the prompt is written (``listing``, ``email``, ...)."""
    value = _meta(record).get("style")
    return value if isinstance(value, str) else None


def template(record: Record) -> str | None:
    """Return the id of the template that the prompt was made from, such as ``email/commerce/07``."""
    value = _meta(record).get("template")
    return value if isinstance(value, str) else None


def kept_from_training(record: Record) -> bool | None:
    """Return whether the record says that its template was kept out of training (``unseen``)."""
    value = _meta(record).get("unseen")
    return value if isinstance(value, bool) else None


def _meta(record: Record) -> Mapping[str, Any]:
    value = record.envelope.get("meta")
    return value if isinstance(value, dict) else {}
