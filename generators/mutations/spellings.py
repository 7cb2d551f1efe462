"""Operators on texts of a label: the small slips of copying that the prompt gives away."""

import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise

from edgejson.generators.mutations.edit import reword
from edgejson.generators.mutations.making import in_label, shuffled
from edgejson.generators.mutations.operator import Mutant, Operator, Victim, rewritten
from edgejson.generators.mutations.places import Place, places, text_places

_COPY = "grounding.copies_are_exact"
_WORDS = "grounding.texts_keep_every_word"
_SPACE = "grounding.white_space_is_as_stated"
_CASE = "grounding.letter_case_is_as_stated"
_ID = re.compile(r"(?=.*\d)[\w.#/+-]{6,}")


def _text(name: str, caught_by: str, new: Callable[[Victim, str], str | None], *companions: str) -> Operator:
    def slip(victim: Victim, place: Place) -> str | None:
        return new(victim, str(place.value))

    return in_label(name, caught_by, text_places, slip, *companions)


def _emails(victim: Victim) -> list[Place]:
    return [place for place in places(victim) if place.schema.get("format") == "email"]


def _ids(victim: Victim) -> list[Place]:
    return [place for place in text_places(victim) if _ID.fullmatch(str(place.value))]


def _other_letter(letter: str) -> str:
    """Return the letter or digit before or after an ASCII one, of its own kind."""
    return chr(ord(letter) + (-1 if letter in "zZ9" else 1))


def _character_changed(victim: Victim, place: Place) -> str | None:
    text = str(place.value)
    spots = [i for i, letter in enumerate(text) if letter.isascii() and letter.isalnum()]
    if len(text) < 6 or not spots:
        return None
    spot = victim.random.choice(spots)
    return text[:spot] + _other_letter(text[spot]) + text[spot + 1 :]


def _email_changed(victim: Victim, place: Place) -> str | None:
    user, _, domain = str(place.value).partition("@")
    spots = [index for index, letter in enumerate(user) if letter.isascii() and letter.isalnum()]
    if not spots:
        return None
    spot = victim.random.choice(spots)
    return user[:spot] + _other_letter(user[spot]) + user[spot + 1 :] + "@" + domain


def _neighbours_swapped(victim: Victim, text: str) -> str | None:
    spots = [
        index
        for index, (one, other) in enumerate(pairwise(text))
        if one.isalpha()
        and other.isalpha()
        and one.lower() != other.lower()
        and one.islower() == other.islower()
    ]
    if len(text) < 6 or not spots:
        return None
    spot = victim.random.choice(spots)
    return text[:spot] + text[spot + 1] + text[spot] + text[spot + 2 :]


def _letter(edit: Callable[[str], str]) -> Callable[[Victim, str], str | None]:
    def new(victim: Victim, text: str) -> str | None:
        spots = [index for index, letter in enumerate(text) if letter.isalpha() and 0 < index < len(text) - 1]
        if len(text) < 6 or not spots:
            return None
        spot = victim.random.choice(spots)
        return text[:spot] + edit(text[spot]) + text[spot + 1 :]

    return new


def _word(edit: Callable[[str], str]) -> Callable[[Victim, str], str | None]:
    """Return the slip that replaces one longer word, but for the first and the last, of four or more."""

    def new(victim: Victim, text: str) -> str | None:
        words = list(re.finditer(r"(?<=\s)[^\W\d_]{4,}\s", text))
        if len(text.split()) < 4 or not words:
            return None
        word = victim.random.choice(words)
        return text[: word.start()] + edit(word[0]) + text[word.end() :]

    return new


def _cut_at_word(victim: Victim, text: str) -> str | None:
    words = text.split(" ")
    kept = " ".join(words[: (len(words) + 1) // 2])
    # What is left may be the value of another field, and would be taken for it.
    is_value = victim.prompt.count(kept) > victim.prompt.count(text)
    return kept if len(words) > 3 and len(text) - len(kept) > 4 and not is_value else None


def _cut_in_word(_: Victim, text: str) -> str | None:
    words = text.split(" ")
    if len(words) < 4 or len(words[-1]) < 6 or not words[-1].isalpha():
        return None
    return text[:-4]


def _first_letter(edit: Callable[[str], str]) -> Callable[[Victim, str], str | None]:
    return lambda _, text: edit(text[0]) + text[1:] if text[0].isalpha() else None


def _shouted(_: Victim, text: str) -> str | None:
    capitals = text.upper()
    # Some letters (ı, ß) are not those of their capitals.
    return capitals if len(text) > 3 and capitals.casefold() == text.casefold() else None


def _blank(edit: Callable[[str], str]) -> Callable[[Victim, str], str | None]:
    return lambda _, text: edit(text) if " " in text.strip() else None


def _line_break_to_comma(victim: Victim) -> Mutant | None:
    """Have the prompt break the line where the label has a comma."""
    for place in shuffled(victim, text_places(victim)):
        text = str(place.value)
        if ", " in text and reword(victim, place.pointer, text.replace(", ", "\n", 1)):
            return rewritten(victim, f"{place.pointer}: a line break of the prompt is a comma in the label")
    return None


def _without_accents(_: Victim, text: str) -> str | None:
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return plain if plain != text else None


SPELLINGS = (
    in_label("character_of_id_changed", _COPY, _ids, _character_changed),
    in_label("character_of_email_changed", _COPY, _emails, _email_changed),
    in_label("character_of_text_changed", _COPY, text_places, _character_changed),
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
