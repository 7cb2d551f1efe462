"""Constrained decoding: llguidance forbids each token that leads away from the record's JSON Schema."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from edgejson.models.engines.protocol import Request
from edgejson.models.errors import DecodingError

_COMPACT: Any = {"whitespace_flexible": False, "item_separator": ",", "key_separator": ":"}


@dataclass(slots=True, kw_only=True)
class SchemaConstraint:
    """A grammar for each schema: its compact JSON objects, keys in its order, formats asserted.

    ``tokenizer`` is a fast transformers tokenizer, ``schemas`` are JSON Schemas by their ids; `end_tokens`
    are allowed where an object is complete.
    """

    tokenizer: Any
    schemas: Mapping[str, Mapping[str, Any]]
    end_tokens: frozenset[int]
    _vocabulary: Any = field(init=False)
    _ends: np.ndarray = field(init=False)
    _grammars: dict[str, str] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        try:
            from llguidance.hf import from_tokenizer
        except ImportError as error:
            raise DecodingError(
                "constrained decoding needs llguidance; install it with: pip install llguidance"
            ) from error
        self._vocabulary = from_tokenizer(self.tokenizer, eos_token=sorted(self.end_tokens))
        flags = np.zeros(-(-self._vocabulary.vocab_size // 32) * 32, dtype=np.uint8)
        flags[sorted(self.end_tokens)] = 1
        self._ends = np.packbits(flags, bitorder="little").view(np.int32)

    @property
    def description(self) -> Mapping[str, Any]:
        """Return what a report says of it."""
        return {"by": "llguidance", "to": "the record's JSON Schema, compact, keys in its order"}

    def begin(self, request: Request) -> "SchemaAnswerConstraint":
        """Return the matcher of an answer. Raises DecodingError for a schema that has no grammar."""
        return SchemaAnswerConstraint(matcher=self._matcher(request.schema_id), ends=self._ends)

    def accepts(self, schema_id: str, tokens: Sequence[int]) -> bool:
        """Return whether the grammar of a schema allows `tokens`, one after the other."""
        matcher = self._matcher(schema_id)
        return all(matcher.consume_token(token) for token in tokens)

    def _matcher(self, schema_id: str) -> Any:
        from llguidance import LLMatcher

        if schema_id not in self.schemas:
            raise DecodingError(
                f"schema {schema_id!r} is not in the registry; name its folder in the settings"
            )
        if schema_id not in self._grammars:
            document = json.dumps(dict(self.schemas[schema_id]))
            self._grammars[schema_id] = LLMatcher.grammar_from_json_schema(document, overrides=_COMPACT)
        matcher = LLMatcher(self._vocabulary, self._grammars[schema_id])
        if matcher.is_error():
            raise DecodingError(f"schema {schema_id!r} has no grammar: {matcher.get_error().splitlines()[0]}")
        return matcher


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaAnswerConstraint:
    """How far an answer is in its grammar; ``ends`` are the bits of the end tokens."""

    matcher: Any
    ends: np.ndarray

    def forced(self) -> list[int]:
        """Return the next tokens where the schema leaves one text only, such as a key's."""
        return [] if self.matcher.is_stopped() else list(self.matcher.compute_ff_tokens())

    def allowed(self, draft: list[int]) -> np.ndarray:
        """Return the bits, [1 + draft, words], of what may follow; the draft is cut where it is forbidden."""
        bits = np.full((1 + len(draft), len(self.ends)), -1, dtype=np.int32)
        self._allow(bits[0])
        for depth, token in enumerate(draft):
            if self.matcher.is_stopped() or not self.matcher.try_consume_tokens([token]):
                del draft[depth:]
                break
            self._allow(bits[depth + 1])
        if draft:
            self.matcher.rollback(len(draft))
        return bits[: 1 + len(draft)]

    def advance(self, tokens: list[int]) -> None:
        """Take note of the next tokens of the answer."""
        for token in tokens:
            if self.matcher.is_stopped():
                return
            self.matcher.consume_token(token)

    def _allow(self, bits: np.ndarray) -> None:
        """Set the bits of the tokens that may follow."""
        if self.matcher.is_stopped():
            # Complete, with nothing that could follow: the matcher would not ask for the end token.
            bits[:] = self.ends
        else:
            self.matcher.unsafe_compute_mask_ptr(bits.ctypes.data, len(self.ends) * 4)
