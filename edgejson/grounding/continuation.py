"""Texts of the label that are cut out of a longer one: the prompt goes on where they end."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from decimal import Decimal
from functools import partial

from edgejson._typing import JSONValue, Pointer
from edgejson.core.pointers import split
from edgejson.grounding.coverage import Coverage
from edgejson.grounding.days import is_calendar_word
from edgejson.grounding.figures import Span
from edgejson.grounding.flaw import Flaw
from edgejson.grounding.moments import read_label
from edgejson.grounding.search import Sighting

_QUOTED = re.compile(r'"(?=\S)([^"]{2,}?)"(?!\w)|(?<!\w)\'(?=\S)([^\'\n]{2,}?)\'(?!\w)')
_NEXT = re.compile(r" (?P<word>[^\W\d_][\w'-]*|\d[\w.-]*)")
_LAST = re.compile(r"(?P<before>\S*)(?P<gap>\s+)(?P<word>[^\W\d_][\w'-]*) $")
_HONORIFICS = frozenset(["mr", "mrs", "ms", "miss", "dr", "prof", "sir", "herr", "frau", "mme", "m"])
_UNIT = re.compile(
    r"\s?(?:[%°x×]|pcs|pieces?|units?|mcg|mEq|bpm|mmHg|[kKM](?=/)|[kcdmnpuµμ]?(?:g|l|L|m|mol|IU|U|W|Wh|V|A|Hz))"
    r"(?:/\w+)?(?!\w)"
)
"""What shows that the number before it counts or measures."""
_EDGES = " .,;:!?"


def cut_out(
    sightings: Sequence[Sighting], text: str, names: Collection[str], covered: Coverage
) -> Iterator[Flaw]:
    """Yield a flaw for each text that stands in `text` only as a part of a longer name, quotation or bracket.

    What is `covered` by other values of the label does not make a text longer, nor do `names`, the words of
    the schema's fields.
    """
    quotations = [match.span(1) if match[1] else match.span(2) for match in _QUOTED.finditer(text)]
    amounts = _Amounts(sightings, text, covered)
    for sighting in sightings:
        value = sighting.leaf.value
        if (
            not isinstance(value, str)
            or sighting.leaf.shape.choices
            or read_label(value)
            or not sighting.spans
        ):
            continue
        own = partial(amounts.include, pointer=sighting.pointer)
        longer = [_longer(span, text, quotations, covered, names, own) for span in sighting.spans]
        if all(longer):
            yield Flaw(truth="words", pointer=sighting.pointer, expected=longer[0], actual=value)


class _Amounts:
    """The numbers that a text states for a label; one may stand right behind a name: ``Glucose 90``."""

    def __init__(self, sightings: Sequence[Sighting], text: str, covered: Coverage) -> None:
        self._text = text
        self._covered = covered
        self._alike: dict[JSONValue, list[Sighting]] = {}
        for sighting in sightings:
            if sighting.spans and isinstance(sighting.leaf.value, int | Decimal):
                self._alike.setdefault(sighting.leaf.value, []).append(sighting)

    def include(self, span: Span, *, pointer: Pointer) -> bool:
        """Whether a number is one of the item that the text at `pointer` is of (outside lists, the record).

        A number that is stated instead of a wrong one counts as well. Where the text has a number more often
        than the label (``2 x Camera 2``), only a unit shows that it is no part of the name.
        """
        stated = [alike for alike in self._alike.values() if span in alike[0].spans]
        if not stated:
            return self._covered.touches(*span)
        item = _item(pointer)
        return any(
            any(_item(one.pointer)[: len(item)] == item for one in alike)
            and (len(alike[0].spans) <= len(alike) or _UNIT.match(self._text, span[1]) is not None)
            for alike in stated
        )


def _item(pointer: Pointer) -> tuple[str, ...]:
    """Return the reference tokens up to the last number of an item in `pointer`."""
    tokens = split(pointer)
    return tokens[: max((at for at, token in enumerate(tokens, 1) if token.isdigit()), default=0)]


def _longer(
    span: Span,
    text: str,
    quotations: list[Span],
    covered: Coverage,
    names: Collection[str],
    is_amount: Callable[[Span], bool],
) -> str | None:
    start, end = span
    value = text[start:end]
    for left, right in quotations:
        if left <= start and end <= right:
            before, after = text[left:start].strip(_EDGES), text[end:right].strip(_EDGES)
            if not before and not after:
                return None
            if bool(before) != bool(after) and not _is_name(value):
                rest = (left, start) if before else (end, right)
                return None if covered.touches_text(*rest) else text[left:right]
    for opening, closing in ("()", "[]"):
        if value.count(opening) > value.count(closing) and (at := text.find(closing, end)) >= 0:
            return text[start : at + 1]
    return _longer_name(start, end, text, covered, names, is_amount)


def _longer_name(
    start: int,
    end: int,
    text: str,
    covered: Coverage,
    names: Collection[str],
    is_amount: Callable[[Span], bool],
) -> str | None:
    """Return the name that a capitalised text is a part of: a word beside it is capitalised as well."""
    words = text[start:end].split()
    after = _NEXT.match(text, end)
    if after is not None and _starts_high(words[-1]) and not covered.touches_text(*after.span("word")):
        word = after["word"]
        is_number = word.isdigit() and words[-1].isalpha() and not is_amount(after.span("word"))
        if (_goes_on(word, words[-1]) or is_number) and word.casefold() not in names:
            return text[start : after.end()]
    before = (
        _LAST.search(text[max(0, start - 40) : start])
        if words[0][0].isupper() and words[0].isalpha()
        else None
    )
    if before is not None:
        word = before["word"]
        inner = before["gap"] == " " and before["before"][-1:].isalnum()
        at = start - 1 - len(word)
        free = not covered.touches_text(at, start - 1)
        if inner and free and _goes_on(word, words[0]) and word.casefold() not in (*names, *_HONORIFICS):
            return text[at:end]
    return None


def _goes_on(word: str, beside: str) -> bool:
    """Whether a word beside a name is likely to belong to it."""
    shouted = word.isupper() and len(word) > 1
    return (
        word[0].isupper()
        and word != "I"
        and shouted == (beside.isupper() and len(beside) > 1)
        and not is_calendar_word(word)
    )


def _starts_high(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit()


def _is_name(value: str) -> bool:
    return all(word[0].isupper() for word in value.split())
