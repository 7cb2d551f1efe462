"""Breaking a good record in exactly one named way, without knowing how the suite looks for it."""

from edgejson.generators.mutations.amounts import AMOUNTS
from edgejson.generators.mutations.envelopes import ENVELOPES
from edgejson.generators.mutations.labels import LABELS
from edgejson.generators.mutations.lines import LINES
from edgejson.generators.mutations.operator import Operator

OPERATORS: tuple[Operator, ...] = (*LINES, *ENVELOPES, *LABELS, *AMOUNTS)
"""Every operator."""

__all__ = ["OPERATORS"]
