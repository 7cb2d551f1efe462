"""How a prompt spells values: dates, date-times, amounts, counts, booleans and enumerated words.

One choice is made for a whole prompt, as one writer would. Every spelling can be read back exactly.
"""

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal

from edgejson.core.english import MONTHS, ZERO_TO_NINETEEN
from edgejson.generators.draws import Draws
from edgejson.generators.statements import Leaf

_WORDS = ZERO_TO_NINETEEN[:13]
_MONEY = {"price", "unit_price", "total", "subtotal", "tax", "shipping_cost", "total_amount"}
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(Z|[+-]\d\d:\d\d)")

_DATES = ("{iso}", "{day} {month} {year}", "{month} {day}, {year}", "{day} {abbreviated} {year}")
_TIMES = ("{date} at {time} {zone}", "{date}, {time} ({zone})", "{date} {time} {zone}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """The choices of one writer; the default is verbatim, as the label spells it."""

    date: str | None = None
    moment: str | None = None
    grouped: bool = False
    dollars: bool = False
    counts_in_words: bool = False
    plain_words: bool = False

    def __call__(self, leaf: Leaf) -> str:
        """Return the text by which a prompt states the value of `leaf`."""
        value = leaf.value
        if isinstance(value, bool):
            return ("yes" if value else "no") if self.plain_words else leaf.text
        if isinstance(value, str):
            return self._text(leaf, value)
        if not leaf.declared or value is None:
            return leaf.text
        if leaf.schema.get("type") == "integer":
            return self._count(leaf)
        return self._number(leaf)

    def _text(self, leaf: Leaf, value: str) -> str:
        kind = leaf.schema.get("format")
        if kind == "date" and self.date:
            return _spelled_date(value, self.date)
        if kind == "date-time" and self.moment and (found := _MOMENT.fullmatch(value)):
            date, time, offset = found.groups()
            zone = "UTC" if offset == "Z" else f"UTC{offset}"
            date = _spelled_date(date, self.date or "{iso}")
            return self.moment.format(date=date, time=time, zone=zone)
        if self.plain_words and "enum" in leaf.schema:
            return value.replace("_", " ")
        return value

    def _count(self, leaf: Leaf) -> str:
        value = leaf.value
        assert isinstance(value, int)
        if self.counts_in_words and leaf.key == "quantity" and 0 <= value < len(_WORDS):
            return _WORDS[value]
        if self.grouped and value >= 10_000:
            return f"{value:,}"
        return leaf.text

    def _number(self, leaf: Leaf) -> str:
        value = leaf.value
        assert isinstance(value, int | Decimal)
        text = f"{value:,}" if self.grouped and value >= 1000 else leaf.text
        return f"${text}" if self.dollars and leaf.key in _MONEY and value >= 0 else text


VERBATIM = Spelling()
"""Every value as the label has it."""


def drawn_spelling(draws: Draws, *, dollars: bool) -> Spelling:
    """Return a writer's choices; amounts get a dollar sign only where `dollars` allows it."""
    date = draws.choice(_DATES)
    return Spelling(
        date=date,
        moment=draws.optional(60, lambda: draws.choice(_TIMES)),
        grouped=draws.chance(50),
        dollars=dollars and draws.chance(50),
        counts_in_words=draws.chance(30),
        plain_words=draws.chance(60),
    )


def _spelled_date(iso: str, style: str) -> str:
    try:
        date = dt.date.fromisoformat(iso)
    except ValueError:
        return iso
    month = MONTHS[date.month - 1]
    return style.format(iso=iso, day=date.day, month=month, abbreviated=month[:3], year=date.year)
