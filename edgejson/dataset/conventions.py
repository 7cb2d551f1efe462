"""What labels do where a schema leaves a choice: conventions that have to agree within and between files."""

import re
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from sys import intern
from typing import NamedTuple

from edgejson._typing import JSONObject, JSONValue, Label, Pointer
from edgejson.core.json_text import compact
from edgejson.dataset.prompt_skeleton import LONGEST_WORDING, spelled, states

_TIME = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?([Zz]|[+-]\d\d:?\d\d)?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_OTHER_DAY = re.compile(
    r"\d{1,2}(/)\d{1,2}/(?:\d{4}|\d\d)|\d{1,2}(\.)\d{1,2}\.\d{4}|\d{4}([/.])\d{1,2}\3\d{1,2}"
)
_LONGEST_SPELLING = 40
_INDEX = re.compile(r"/\d+(?=/|$)")
_MINUS = "-\N{MINUS SIGN}"


class Convention(NamedTuple):
    """One choice: its ``kind``, the ``path`` of the field (``*`` for list indexes), and the ``side`` taken.

    Kinds and sides:

    - ``time form``: the form of a time, such as ``a time without an offset`` or ``a date``
    - ``line break``: ``kept`` as the prompt has it, or ``rewritten``
    - ``unstated``: ``filled``, for a field of the label that the prompt may not state (a first look, which
      is cheap; whether it really does not is a question for the grounding of values)
    - ``sign``: ``positive`` or ``negative``; the path is the type of the transaction. With
      ``against the prompt`` added where the prompt states the amount with the other sign
    """

    kind: str
    path: str
    side: str

    def text(self) -> str:
        """Return the convention as one string, for a column."""
        return intern("\t".join(self))

    @classmethod
    def read(cls, text: str) -> "Convention":
        """Return the convention that `text` was made of."""
        return cls(*text.split("\t"))


def conventions_of(
    schema_id: str | None,
    prompt: str,
    listed: Collection[str],
    label: Label,
    leaves: Sequence[tuple[Pointer, JSONValue]],
) -> list[str]:
    """Return the conventions that a record shows, as text, each once and sorted.

    `listed` are the names that the prompt lists (see `listed_names`); `leaves` are those of the label, with
    pointers from its root.
    """
    prompt = prompt[:LONGEST_WORDING]
    found = {*_time_forms(leaves), *_line_breaks(prompt, leaves)}
    if isinstance(label, dict):
        found.update(_unstated(prompt, listed, label))
    if isinstance(label, dict) and schema_id == "transaction_record":
        found.update(_signs(prompt, label))
    return sorted(convention.text() for convention in found)


def time_form(text: str) -> str | None:
    """Return the form of the date or time that `text` is, in words, or None."""
    if len(text) > _LONGEST_SPELLING or not text[:1].isdigit():
        return None
    if match := _TIME.fullmatch(text):
        return "a time with an offset" if match[1] else "a time without an offset"
    if _DAY.fullmatch(text):
        return "a date"
    if match := _OTHER_DAY.fullmatch(text):
        return f"a date with {match[match.lastindex or 0]!r}"
    return None


def _time_forms(leaves: Sequence[tuple[Pointer, JSONValue]]) -> Iterator[Convention]:
    for pointer, value in leaves:
        if isinstance(value, str) and (form := time_form(value)):
            yield Convention("time form", field_path(pointer), form)


def _line_breaks(prompt: str, leaves: Sequence[tuple[Pointer, JSONValue]]) -> Iterator[Convention]:
    for pointer, value in leaves:
        if not isinstance(value, str):
            continue
        if "\n" in value.strip():
            if value in prompt:
                yield Convention("line break", field_path(pointer), "kept")
        elif " " in value and value not in prompt and _broken_over_lines(value, prompt):
            yield Convention("line break", field_path(pointer), "rewritten")


def _broken_over_lines(value: str, prompt: str) -> bool:
    """Whether `value` is in `prompt` but for a comma or blank in it that is a line break there."""
    gaps = r"(?:[^\S\n]+|,?[^\S\n]*\n[^\S\n]*)"
    words = [re.escape(word.rstrip(",")) + (",?" if word.endswith(",") else "") for word in value.split()]
    match = re.search(gaps.join(words), prompt)
    return match is not None and "\n" in match[0]


def _unstated(prompt: str, names: Collection[str], label: JSONObject) -> Iterator[Convention]:
    """Yield the top-level fields of the label that the prompt may not state.

    In a prompt that lists most of the label's fields by their names, those are the ones that it does not
    list; in any other prompt the texts whose words are not in it.
    """
    folded = prompt.casefold()
    listing = 2 * sum(spelled(key) in names for key in label) > len(label)
    for key, value in label.items():
        if isinstance(value, dict | list) or value is None:
            continue
        if listing:
            stated = spelled(key) in names
        else:
            is_wording = isinstance(value, str) and value and not any(letter.isdigit() for letter in value)
            stated = not is_wording or _in_words(str(value), folded)
        if not stated:
            yield Convention("unstated", f"/{key}", "filled")


def _in_words(value: str, folded: str) -> bool:
    value = value.casefold()
    return states(folded, value) or states(folded, " ".join(re.split(r"[\W_]+", value)).strip())


def _signs(prompt: str, label: JSONObject) -> Iterator[Convention]:
    amount, kind = label.get("amount"), label.get("type")
    if not isinstance(amount, int | Decimal) or isinstance(amount, bool) or not isinstance(kind, str):
        return
    if not amount:
        return
    negative = amount < 0
    in_prompt = _sign_in(prompt, compact(amount).removeprefix("-"))
    against = in_prompt is not None and in_prompt != negative
    side = "negative" if negative else "positive"
    yield Convention("sign", kind, f"{side} against the prompt" if against else side)


def _sign_in(prompt: str, spelling: str) -> bool | None:
    """Whether `prompt` states the amount with a minus; None when it does not state it in this spelling."""
    plain = prompt.replace(",", "")
    match = re.search(rf"(?<![\d.])([{_MINUS}]\s?[^\d\n]{{0,4}})?{re.escape(spelling)}(?!\d|\.\d)", plain)
    return None if match is None else match[1] is not None


def field_path(pointer: Pointer) -> str:
    """Return `pointer` with ``*`` for list indexes: ``/items/3/price`` is ``/items/*/price``."""
    return _INDEX.sub("/*", pointer)
