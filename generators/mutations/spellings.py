"""Operators on texts of a label: small copying errors that the prompt reveals."""

import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise

from edgejson.generators.mutations.edit import replace_in_prompt
from edgejson.generators.mutations.label_values import LabelValue, label_values, text_values
from edgejson.generators.mutations.operator import Mutant, Operator, TargetRecord, mutant
from edgejson.generators.mutations.operator_factories import label_operator, shuffled

_COPY = "grounding.copies_are_exact"
_WORDS = "grounding.texts_keep_every_word"
_SPACE = "grounding.white_space_is_as_stated"
_CASE = "grounding.letter_case_is_as_stated"
_ID = re.compile(r"(?=.*\d)[\w.#/+-]{6,}")


def _text(
    name: str, caught_by: str, new: Callable[[TargetRecord, str], str | None], *companions: str
) -> Operator:
    def change(target: TargetRecord, entry: LabelValue) -> str | None:
        return new(target, str(entry.value))

    return label_operator(name, caught_by, text_values, change, *companions)


def _emails(target: TargetRecord) -> list[LabelValue]:
    return [entry for entry in label_values(target) if entry.schema.get("format") == "email"]


def _ids(target: TargetRecord) -> list[LabelValue]:
    return [entry for entry in text_values(target) if _ID.fullmatch(str(entry.value))]


def _other_letter(letter: str) -> str:
    """Return the letter or digit before or after an ASCII one, of its own kind."""
    return chr(ord(letter) + (-1 if letter in "zZ9" else 1))


def _character_changed(target: TargetRecord, entry: LabelValue) -> str | None:
    text = str(entry.value)
    positions = [i for i, letter in enumerate(text) if letter.isascii() and letter.isalnum()]
    if len(text) < 6 or not positions:
        return None
    position = target.random.choice(positions)
    return text[:position] + _other_letter(text[position]) + text[position + 1 :]


def _email_changed(target: TargetRecord, entry: LabelValue) -> str | None:
    user, _, domain = str(entry.value).partition("@")
    positions = [index for index, letter in enumerate(user) if letter.isascii() and letter.isalnum()]
    if not positions:
        return None
    position = target.random.choice(positions)
    return user[:position] + _other_letter(user[position]) + user[position + 1 :] + "@" + domain


def _neighbours_swapped(target: TargetRecord, text: str) -> str | None:
    positions = [
        index
        for index, (one, other) in enumerate(pairwise(text))
        if one.isalpha()
        and other.isalpha()
        and one.lower() != other.lower()
        and one.islower() == other.islower()
    ]
    if len(text) < 6 or not positions:
        return None
    position = target.random.choice(positions)
    return text[:position] + text[position + 1] + text[position] + text[position + 2 :]


def _letter(edit: Callable[[str], str]) -> Callable[[TargetRecord, str], str | None]:
    def new(target: TargetRecord, text: str) -> str | None:
        positions = [
            index for index, letter in enumerate(text) if letter.isalpha() and 0 < index < len(text) - 1
        ]
        if len(text) < 6 or not positions:
            return None
        position = target.random.choice(positions)
        return text[:position] + edit(text[position]) + text[position + 1 :]

    return new


def _word(edit: Callable[[str], str]) -> Callable[[TargetRecord, str], str | None]:
    """Return the change that replaces one longer word, but for the first and the last, of four or more."""

    def new(target: TargetRecord, text: str) -> str | None:
        words = list(re.finditer(r"(?<=\s)[^\W\d_]{4,}\s", text))
        if len(text.split()) < 4 or not words:
            return None
        word = target.random.choice(words)
        return text[: word.start()] + edit(word[0]) + text[word.end() :]

    return new


def _cut_at_word(target: TargetRecord, text: str) -> str | None:
    words = text.split(" ")
    kept = " ".join(words[: (len(words) + 1) // 2])
    # What is left may be the value of another field, and would be taken for it.
    is_value = target.prompt.count(kept) > target.prompt.count(text)
    return kept if len(words) > 3 and len(text) - len(kept) > 4 and not is_value else None


def _cut_in_word(_: TargetRecord, text: str) -> str | None:
    words = text.split(" ")
    if len(words) < 4 or len(words[-1]) < 6 or not words[-1].isalpha():
        return None
    return text[:-4]


def _first_letter(edit: Callable[[str], str]) -> Callable[[TargetRecord, str], str | None]:
    return lambda _, text: edit(text[0]) + text[1:] if text[0].isalpha() else None


def _shouted(_: TargetRecord, text: str) -> str | None:
    capitals = text.upper()
    # Some letters (ı, ß) are not those of their capitals.
    return capitals if len(text) > 3 and capitals.casefold() == text.casefold() else None


def _blank(edit: Callable[[str], str]) -> Callable[[TargetRecord, str], str | None]:
    return lambda _, text: edit(text) if " " in text.strip() else None


def _line_break_to_comma(target: TargetRecord) -> Mutant | None:
    """Have the prompt break the line where the label has a comma."""
    for entry in shuffled(target, text_values(target)):
        text = str(entry.value)
        if ", " in text and replace_in_prompt(target, entry.pointer, text.replace(", ", "\n", 1)):
            return mutant(target, f"{entry.pointer}: a line break of the prompt is a comma in the label")
    return None


def _without_accents(_: TargetRecord, text: str) -> str | None:
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return plain if plain != text else None


SPELLINGS = (
    label_operator("character_of_id_changed", _COPY, _ids, _character_changed),
    label_operator("character_of_email_changed", _COPY, _emails, _email_changed),
    label_operator("character_of_text_changed", _COPY, text_values, _character_changed),
    _text("neighbouring_letters_swapped", _COPY, _neighbours_swapped),
    _text("letter_lost", _COPY, _letter(lambda _: "")),
    _text("letter_doubled", _COPY, _letter(lambda letter: letter * 2)),
    _text("accents_lost", _COPY, _without_accents),
    _text("word_lost", _WORDS, _word(lambda _: "")),
    _text("word_added", _WORDS, _word(lambda word: f"{word}quite ")),
    _text("word_replaced", _WORDS, _word(lambda _: "another ")),
    _text("words_cut_off", _WORDS, _cut_at_word),
    _text("text_cut_in_word", _WORDS, _cut_in_word),
    _text("first_letter_in_lower_case", _CASE, _first_letter(str.lower)),
    _text("first_letter_in_upper_case", _CASE, _first_letter(str.upper)),
    _text("text_in_capitals", _CASE, _shouted),
    _text("blank_doubled", _SPACE, _blank(lambda text: text.replace(" ", "  ", 1))),
    _text("blank_lost", _SPACE, _blank(lambda text: text.replace(" ", "", 1))),
    _text("blank_becomes_line_break", _SPACE, _blank(lambda text: text.replace(" ", "\n", 1))),
    _text("blank_at_the_end", _SPACE, lambda _, text: f"{text} "),
    _text("blank_at_the_start", _SPACE, lambda _, text: f" {text}"),
    Operator(name="line_break_becomes_comma", breaks="label", caught_by=_SPACE, apply=_line_break_to_comma),
)
"""The operators of this module."""
