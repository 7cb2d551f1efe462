"""Breaking a good record in exactly one named way, without knowing how the suite looks for it."""

from edgejson.generators.mutations.amounts import AMOUNTS
from edgejson.generators.mutations.copies import COPIES
from edgejson.generators.mutations.envelopes import ENVELOPES
from edgejson.generators.mutations.fields import FIELDS
from edgejson.generators.mutations.figures import FIGURES
from edgejson.generators.mutations.habits import HABITS
from edgejson.generators.mutations.labels import LABELS
from edgejson.generators.mutations.leaks import LEAKS
from edgejson.generators.mutations.lines import LINES
from edgejson.generators.mutations.lists import LISTS
from edgejson.generators.mutations.meanings import MEANINGS
from edgejson.generators.mutations.operator import Operator
from edgejson.generators.mutations.orders import ORDERS
from edgejson.generators.mutations.references import REFERENCES
from edgejson.generators.mutations.shares import SHARES
from edgejson.generators.mutations.spellings import SPELLINGS
from edgejson.generators.mutations.values import VALUES

OPERATORS: tuple[Operator, ...] = (
    *LINES,
    *ENVELOPES,
    *LABELS,
    *SPELLINGS,
    *VALUES,
    *FIELDS,
    *LISTS,
    *AMOUNTS,
    *FIGURES,
    *ORDERS,
    *REFERENCES,
    *MEANINGS,
    *HABITS,
    *COPIES,
    *LEAKS,
    *SHARES,
)
"""Every operator, from bytes to splits."""

__all__ = ["OPERATORS"]
