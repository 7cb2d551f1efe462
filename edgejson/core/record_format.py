"""How a data file holds records: what the settings say of it, as plain values."""

from dataclasses import dataclass, replace
from typing import Literal, Self, TypeAlias, get_args

from edgejson._typing import JSONValue, Pointer

FormatName: TypeAlias = Literal[
    "envelope", "messages", "sharegpt", "prompt_completion", "alpaca", "pointers"
]  # fmt: skip
FORMATS: tuple[FormatName, ...] = get_args(FormatName)

RECORD_FIELDS = ("id", "schema_id", "complexity", "source", "prompt", "expected_output", "meta")
"""The fields of a record under their canonical names, in the usual order."""

NO_SCHEMA = "none"
"""The schema_id of records that have no schema; everything complies with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaMark:
    """How the labels of a schema are told from others: the names it requires, and its constant, if any."""

    schema_id: str
    required: frozenset[str]
    names: frozenset[str]
    is_array: bool = False
    constant: JSONValue = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFormat:
    """How the rows of a data file hold records, and what is too large to read.

    ``name`` is None until the format is recognised. ``names`` are pairs of a field's name in the file and its
    canonical name; empty where all are canonical. ``pointers`` are pairs of a canonical name and the pointers
    of its parts. ``absent`` are canonical fields that records need not have. ``text_labels`` says that labels
    are JSON texts; None until it is known.

    ``schema_id`` is that of all records. ``marks`` tell the schema of a label whose row does not name it, by
    the constant at ``constant_at`` in the label or by its names; None where there is no schema at all.
    """

    name: FormatName | None = None
    names: tuple[tuple[str, str], ...] = ()
    pointers: tuple[tuple[str, tuple[Pointer, ...]], ...] = ()
    absent: frozenset[str] = frozenset()
    text_labels: bool | None = None
    allows_unlabelled: bool = False
    schema_id: str | None = None
    marks: tuple[SchemaMark, ...] | None = None
    constant_at: Pointer | None = None
    max_line_bytes: int = 16 << 20
    max_depth: int = 64

    def named(self, name: FormatName) -> Self:
        """Return the format under a name that was recognised, or that an attestation states."""
        return replace(self, name=name)
