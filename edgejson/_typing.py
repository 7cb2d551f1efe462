"""The named seams: what passes between the parts of the package."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal, TypeAlias

JSONValue: TypeAlias = "bool | int | Decimal | str | list[JSONValue] | dict[str, JSONValue] | None"
"""A decoded JSON value. Numbers with a fraction or an exponent are exact decimals, never floats."""

JSONObject: TypeAlias = dict[str, "JSONValue"]
Label: TypeAlias = dict[str, "JSONValue"] | list["JSONValue"]
"""What a model should answer: an object, or an array where its schema says so."""

Pointer: TypeAlias = str
"""A JSON Pointer (RFC 6901) into the record, such as ``/expected_output/items/0/price``."""

Severity: TypeAlias = Literal["error", "warning"]
Kind: TypeAlias = Literal[
    "structure", "schema", "format", "envelope", "grounding", "ambiguity", "arithmetic", "temporal",
    "reference", "semantics", "plausibility", "convention", "duplicate", "contradiction", "balance",
    "leakage", "custom", "internal",
]  # fmt: skip
Scope: TypeAlias = Literal["line", "label", "record", "file", "split", "account"]
"""What a rule sees: a faulty line, a label's schema violations, a record, a file, the declared splits, or the
account of the lines that were read."""
StopReason: TypeAlias = Literal["eos", "length"]
"""Why an answer ended: the model stopped by itself, or it reached the token limit."""
SplitName: TypeAlias = Literal["train", "validation", "test"]
Complexity: TypeAlias = Literal["simple", "medium", "complex"]
Digest: TypeAlias = str
"""A SHA-256 as 64 lower-case hexadecimal digits."""

Peers: TypeAlias = Mapping[str, Digest]
