"""Breaking a good record in exactly one named way, without knowing how the suite looks for it."""

from edgejson.generators.mutations.amounts import AMOUNTS
from edgejson.generators.mutations.chronology import CHRONOLOGY
from edgejson.generators.mutations.composition import COMPOSITION
from edgejson.generators.mutations.conventions import CONVENTIONS
from edgejson.generators.mutations.duplicates import DUPLICATES
from edgejson.generators.mutations.encounters import ENCOUNTERS
from edgejson.generators.mutations.envelopes import ENVELOPES
from edgejson.generators.mutations.figures import FIGURES
from edgejson.generators.mutations.items import ITEMS
from edgejson.generators.mutations.labels import LABELS
from edgejson.generators.mutations.leakage import LEAKAGE
from edgejson.generators.mutations.lines import LINES
from edgejson.generators.mutations.lists import LISTS
from edgejson.generators.mutations.lost_and_invented_fields import FIELDS
from edgejson.generators.mutations.operator import Operator
from edgejson.generators.mutations.plausibility import PLAUSIBILITY
from edgejson.generators.mutations.references import REFERENCES
from edgejson.generators.mutations.semantics import SEMANTICS
from edgejson.generators.mutations.spellings import SPELLINGS
from edgejson.generators.mutations.swaps import SWAPS
from edgejson.generators.mutations.values import VALUES

OPERATORS: tuple[Operator, ...] = (
    *LINES,
    *ENVELOPES,
    *LABELS,
    *SPELLINGS,
    *VALUES,
    *FIELDS,
    *ITEMS,
    *SWAPS,
    *LISTS,
    *AMOUNTS,
    *FIGURES,
    *CHRONOLOGY,
    *REFERENCES,
    *SEMANTICS,
    *ENCOUNTERS,
    *PLAUSIBILITY,
    *CONVENTIONS,
    *DUPLICATES,
    *LEAKAGE,
    *COMPOSITION,
)
"""Every operator, from bytes to splits."""

__all__ = ["OPERATORS"]
