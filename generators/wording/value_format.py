"""The format of values in a prompt: dates, date-times, amounts, counts, booleans and enumerated words.

One choice is made for a whole prompt, as one writer would. Every format can be read back exactly.
"""

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal

from babel.dates import get_month_names

from edgejson.generators.draws import Draws
from edgejson.generators.wording.meaning_representation import ValueNode
from edgejson.generators.wording.number_words import NUMBER_WORDS

_MONEY_FIELDS = {"price", "unit_price", "total", "subtotal", "tax", "shipping_cost", "total_amount"}
_DATE_TIME = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(Z|[+-]\d\d:\d\d)")

_DATE_FORMATS = ("{iso}", "{day} {month} {year}", "{month} {day}, {year}", "{day} {abbreviated} {year}")
_DATE_TIME_FORMATS = ("{date} at {time} {zone}", "{date}, {time} ({zone})", "{date} {time} {zone}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueFormat:
    """The choices of one writer; the default is verbatim, as the label spells it."""

    date: str | None = None
    date_time: str | None = None
    thousands_separators: bool = False
    dollars: bool = False
    counts_in_words: bool = False
    plain_words: bool = False

    def __call__(self, node: ValueNode) -> str:
        """Return the text by which a prompt states the value of `node`."""
        value = node.value
        if isinstance(value, bool):
            return ("yes" if value else "no") if self.plain_words else node.text
        if isinstance(value, str):
            return self._text(node, value)
        if not node.declared or value is None:
            return node.text
        if node.schema.get("type") == "integer":
            return self._count(node)
        return self._number(node)

    def _text(self, node: ValueNode, value: str) -> str:
        kind = node.schema.get("format")
        if kind == "date" and self.date:
            return _format_date(value, self.date)
        if kind == "date-time" and self.date_time and (found := _DATE_TIME.fullmatch(value)):
            date, time, offset = found.groups()
            zone = "UTC" if offset == "Z" else f"UTC{offset}"
            date = _format_date(date, self.date or "{iso}")
            return self.date_time.format(date=date, time=time, zone=zone)
        if self.plain_words and "enum" in node.schema:
            return value.replace("_", " ")
        return value

    def _count(self, node: ValueNode) -> str:
        value = node.value
        assert isinstance(value, int)
        if self.counts_in_words and node.key == "quantity" and 0 <= value < len(NUMBER_WORDS):
            return NUMBER_WORDS[value]
        if self.thousands_separators and value >= 10_000:
            return f"{value:,}"
        return node.text

    def _number(self, node: ValueNode) -> str:
        value = node.value
        assert isinstance(value, int | Decimal)
        text = f"{value:,}" if self.thousands_separators and value >= 1000 else node.text
        return f"${text}" if self.dollars and node.key in _MONEY_FIELDS and value >= 0 else text


VERBATIM = ValueFormat()
"""Every value as the label has it."""


def draw_value_format(draws: Draws, *, dollars: bool) -> ValueFormat:
    """Return a writer's choices; amounts get a dollar sign only where `dollars` allows it."""
    date = draws.choice(_DATE_FORMATS)
    return ValueFormat(
        date=date,
        date_time=draws.optional(60, lambda: draws.choice(_DATE_TIME_FORMATS)),
        thousands_separators=draws.chance(50),
        dollars=dollars and draws.chance(50),
        counts_in_words=draws.chance(30),
        plain_words=draws.chance(60),
    )


def _format_date(iso: str, style: str) -> str:
    try:
        date = dt.date.fromisoformat(iso)
    except ValueError:
        return iso
    month = get_month_names("wide", locale="en")[date.month]
    return style.format(iso=iso, day=date.day, month=month, abbreviated=month[:3], year=date.year)
