"""Records to token sequences: what the model reads, what it is to write, and what is kept for validation."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from edgejson.core.json_text import compact
from edgejson.core.record import Record
from edgejson.models.prompt_format import Tokenizer, answer_tokens, prompt_tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One record as tokens: the first ``n_prompt`` of them are the prompt's, the rest the answer's.

    The answer ends in the end-of-sequence token, unless the example is ``cut``.
    """

    record_id: str
    tokens: Sequence[int]
    n_prompt: int
    cut: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """The examples of a data file; what was too long is counted, never silent."""

    training: Sequence[Example]
    validation: Sequence[Example]
    n_cut: int
    n_left_out: int
    longest: int
    """Tokens of the longest record, before anything was cut or left out."""


def make_examples(
    records: Iterable[Record],
    tokenizer: Tokenizer,
    *,
    max_tokens: int,
    too_long: Literal["cut", "leave_out"],
    validation_share: float,
    validation_records: Iterable[Record] | None = None,
) -> Examples:
    """Tokenise `records` and hold some out for validation.

    These are `validation_records` where they are given, else the records that `is_for_validation` names.
    """
    training: list[Example] = []
    validation: list[Example] = []
    n_cut = n_left_out = longest = 0
    share = validation_share if validation_records is None else 0.0
    for record, is_held_out in (
        *((record, is_for_validation(_id_of_row(record), share)) for record in records),
        *((record, True) for record in validation_records or ()),
    ):
        prompt = prompt_tokens(tokenizer, record.prompt, turns=record.turns)
        tokens = prompt + answer_tokens(tokenizer, compact(record.label))
        longest = max(longest, len(tokens))
        cut = len(tokens) > max_tokens
        # Where the prompt alone fills the limit, nothing of the answer is left to learn from.
        if cut and (too_long == "leave_out" or len(prompt) >= max_tokens):
            n_left_out += 1
            continue
        n_cut += cut
        example = Example(record_id=record.id, tokens=tokens[:max_tokens], n_prompt=len(prompt), cut=cut)
        (validation if is_held_out else training).append(example)
    return Examples(
        training=training, validation=validation, n_cut=n_cut, n_left_out=n_left_out, longest=longest
    )


def _id_of_row(record: Record) -> str:
    """Return the id that all records of a row share: the turns of a conversation stay together."""
    return record.id.removesuffix(f".{record.nth}") if record.nth > 1 else record.id


def is_for_validation(record_id: str, share: float) -> bool:
    """Whether this record is held out of training; depends on its id alone, not on the rest of the file."""
    # Not the bare hash of the id, by which our generators order their files.
    digest = hashlib.sha256(f"edgejson/validation/{record_id}".encode()).digest()
    return int.from_bytes(digest[:8], "big") < share * 2**64
