"""Binding: the mentions that can state each leaf, and which of them does, at the least cost.

=================  ====  ==========================================================================
cost                     reason
=================  ====  ==========================================================================
TAKEN                9   another leaf is bound there: a mention serves one leaf
DENIED               4   the words before deny it ("not", "rather than")
NAMING               6   it names or numbers what follows
LEVEL                1   each doubling of the smallest region that holds it and its item's other values
BACKWARDS            1   each doubling of its distance from the items beside it, 8 for the wrong side
cue                 -n   what the words beside it tell for the field (`cues`)
=================  ====  ==========================================================================
"""

import re
from decimal import Decimal

from edgejson.alignment.choices import find_choices
from edgejson.alignment.cues import Cues
from edgejson.alignment.days import days as days_in
from edgejson.alignment.document import Document
from edgejson.alignment.fields import LABEL, Field, Leaf
from edgejson.alignment.mention import Mention
from edgejson.alignment.moments import Moment, Stated, day_fits, offset_fits
from edgejson.alignment.texts import find_loosely, find_text
from edgejson.alignment.translations import find_currency, find_language
from edgejson.alignment.vocabulary import table_of
from edgejson.alignment.words import lowered, tokens

TAKEN, DENIED, NAMING, LEVEL, BACKWARDS = 9, 4, 6, 1, 1
_WORK = 40_000
"""Comparisons of a leaf with a mention that a record may cost; beyond it, the first candidates are taken."""

_SECONDS = table_of("seconds of units of time")
_FACTORS = {"k": 3, "m": -3, "µ": -6, "μ": -6, "u": -6, "n": -9, "c": -2, "g": 9, "p": -12}

_FRACTION = re.compile(r"[.,]\d")
_ZERO = re.compile(r"\b(?:none|nil|nobody|free|keine[rs]?|aucune?|ningun[oa]|nessun[oa]?|gratis)\b")
_FEW = 20


class Binding:
    """The leaves of a label bound to the mentions of a document."""

    def __init__(self, document: Document, leaves: list[Leaf], cues: Cues) -> None:
        self.document, self.leaves, self.cues = document, leaves, cues
        self.choices: dict[tuple[str, ...], dict[str, list[Mention]]] = {}
        self.manner: dict[str, str] = {}
        """How a text stands nearly, by the leaf's pointer: "space" or "case"."""
        self.stated: dict[int, Stated] = {
            id(m): s for m, s in zip(document.moment_mentions, document.moments, strict=True)
        }
        self._items: dict[str, list[Leaf]] = {}
        self._owners: dict[str, list[Leaf]] = {}
        self._lists: dict[str, list[Leaf]] = {}
        self.taken = bytearray(len(document.text) + 1)
        self.work = 0
        seen: dict[tuple[str, object], list[Mention]] = {}
        for leaf in leaves:
            key = (leaf.kind, leaf.value if leaf.kind != "number" else (leaf.value, leaf.field.words))
            found = seen.get(key)
            if found is None or leaf.kind in ("choice", "truth"):
                found = seen[key] = self._candidates(leaf)
            leaf.candidates = found
        self._assign()

    def score(self, leaf_field: Field, mention: Mention) -> int:
        """Return how much the words beside a mention speak for a field, less what speaks for no field."""
        return self.cues.scores(self.document, mention).get(leaf_field.index, 0)

    # candidates

    def _candidates(self, leaf: Leaf) -> list[Mention]:
        document = self.document
        if leaf.kind == "number":
            return self._numbers(leaf)
        if leaf.kind == "moment" and leaf.moment is not None:
            found = [m for m in document.moment_mentions if self._fits(leaf.moment, self.stated[id(m)])]
            return found or find_text(document, leaf.value) or self._parts(leaf.moment)
        if leaf.kind == "choice":
            table = self.choices_of(leaf.field)
            return table.get(leaf.value, [])
        if leaf.kind == "truth":
            return []
        return self._texts(leaf)

    def choices_of(self, field: Field) -> dict[str, list[Mention]]:
        """Return where the document states each choice of a field."""
        table = self.choices.get(field.choices)
        if table is None:
            table = self.choices[field.choices] = find_choices(self.document, field.choices)
        return table

    def _numbers(self, leaf: Leaf) -> list[Mention]:
        document, value = self.document, leaf.value
        found = list(document.by_value.get(value, ()))
        unit = next(
            (_SECONDS[word] for word in reversed(leaf.field.words) if word in _SECONDS and len(word) > 2), 0
        )
        if unit:
            found = [m for m in found if _SECONDS.get(m.unit, unit) == unit]
            found += [m for m in self._durations(Decimal(value) * unit) if m not in found]
        if found:
            return found
        literal = [m for m in find_text(document, str(value)) if value != 0]
        if literal:
            return [
                m
                for m in literal
                if not _FRACTION.match(document.text, m.end)
                and (m.start == 0 or document.text[m.start - 1] not in "-−–.,")
            ]
        for mention in document.numbers:  # the same quantity in another unit
            factor = _FACTORS.get(mention.unit[:1]) if len(mention.unit) > 1 and value else None
            if factor is not None and any(one.scaleb(factor) == value for one in mention.readings):
                found.append(mention)
        if found:
            return found
        if value == 0:
            return [
                Mention("number", m.start(), m.end(), frozenset({value}))
                for m in _ZERO.finditer(document.lower)
            ][:_FEW]
        digits = str(value)
        spaced = (
            re.search(r"(?<!\d)(?<!\d[.,])" + r"\s".join(map(re.escape, digits)) + r"(?![\d])", document.text)
            if 2 <= len(digits) <= 12 and value > 0
            else None
        )
        return [Mention("number", *spaced.span(), frozenset({value}))] if spaced else []

    def _durations(self, seconds: Decimal) -> list[Mention]:
        """Return where a length of time stands: one number with its unit, or several in a row."""
        found, total, start = [], Decimal(0), -1
        last: Mention | None = None
        for mention in self.document.numbers:
            unit = _SECONDS.get(mention.unit)
            if unit is None:
                last = None
                continue
            amount = next(iter(mention.readings))
            assert isinstance(amount, Decimal)
            joined = (
                last is not None
                and 0 <= mention.start - last.end <= 14
                and "\n" not in self.document.text[last.end : mention.start]
            )
            total = total + amount * unit if joined else amount * unit
            start = start if joined else mention.start
            if amount * unit == seconds:
                found.append(mention)
            elif total == seconds:
                found.append(Mention("number", start, mention.end, frozenset({total}), mention.unit))
            last = mention
        lower = self.document.lower
        for words, length in (
            ("half an hour", 1800),
            ("an hour and a half", 5400),
            ("one and a half hours", 5400),
            ("quarter of an hour", 900),
            ("three quarters of an hour", 2700),
            ("an hour", 3600),
            ("a day", 86400),
            ("a week", 604800),
            ("a fortnight", 1209600),
            ("a minute", 60),
            ("eine stunde", 3600),
            ("une heure", 3600),
            ("una hora", 3600),
            ("eine halbe stunde", 1800),
            ("demi-heure", 1800),
            ("media hora", 1800),
            ("anderthalb stunden", 5400),
        ):
            if length == seconds and (at := lower.find(words)) >= 0:
                found.append(Mention("number", at, at + len(words), frozenset({Decimal(length)})))
        return found

    def _fits(self, moment: Moment, stated: Stated) -> bool:
        if stated.day is None or not day_fits(moment, stated.day, self.document.years):
            return False
        if moment.time is None:
            return True
        return self._time_fits(moment, stated)

    def _parts(self, moment: Moment) -> list[Mention]:
        """Return the times that fit a moment whose day and offset are named elsewhere ("the same day")."""
        document = self.document
        if moment.time is None or not any(day_fits(moment, day, document.years) for day in document.days):
            return []
        if moment.offset is not None and not any(offset_fits(moment, offset) for offset in document.offsets):
            return []
        found = []
        for mention, stated in zip(document.moment_mentions, document.moments, strict=True):
            own_day = stated.day is None or day_fits(moment, stated.day, document.years)
            own_offset = (
                moment.offset is None
                or stated.offset is None
                or stated.offset.start < 0
                or offset_fits(moment, stated.offset)
            )
            if stated.time is not None and moment.time in stated.time.options and own_day and own_offset:
                found.append(mention)
        return found

    def _time_fits(self, moment: Moment, stated: Stated) -> bool:
        if stated.time is None:
            return False
        if moment.time not in stated.time.options or (stated.time.fraction != moment.fraction):
            return False
        if moment.offset is None:
            return True
        return stated.offset is not None and offset_fits(moment, stated.offset)

    def _texts(self, leaf: Leaf) -> list[Mention]:
        document, value = self.document, str(leaf.value)
        if value.strip() != value:
            self.manner[leaf.pointer] = "space"
            return find_text(document, value.strip()) or find_text(document, value)
        if leaf.kind == "email":
            found = [m for m in document.emails if value.lower() in m.readings]
            if found and any(
                document.text[m.start : m.end].rstrip(".-") == value
                or "@" not in document.text[m.start : m.end]
                for m in found
            ):
                return found
        found = find_text(document, value)
        if found:
            return found
        if leaf.kind == "email" or "@" in value:
            found = [m for m in document.emails if value.lower() in m.readings]
            if found:
                if any(document.text[m.start : m.end].lower() == value.lower() for m in found):
                    self.manner[leaf.pointer] = "case"
                return found
        if len(value) == 3 and value.isupper() and value.isalpha() and "currency" in leaf.field.words:
            return find_currency(document, value)
        if "language" in leaf.field.words or "locale" in leaf.field.words:
            found = find_language(document, value)
            if found:
                return found
        for mention, manner in find_loosely(document, value):
            if manner:
                self.manner[leaf.pointer] = manner
            return [mention]
        if len(value) < 40:
            lower = lowered(value)
            stated = days_in(value, lower, *tokens(lower))
            if len(stated) == 1 and stated[0].end - stated[0].start == len(value):
                return [
                    m
                    for m in document.moment_mentions
                    if (day := self.stated[id(m)].day) is not None
                    and not day.options.isdisjoint(stated[0].options)
                ]
        squeezed = "".join(c for c in lowered(value) if c.isalnum())
        code = any(c.isdigit() for c in value) or " " not in value
        told = squeezed in document.spelled() or (
            code and squeezed.replace("o", "0") in document.spelled().replace("o", "0")
        )
        if code and 2 <= len(squeezed) <= 60 and told and not _written_otherwise(document, value):
            return [Mention("text", 0, 0, frozenset({value}))]
        return []

    # assignment

    def _assign(self) -> None:
        """Bind each leaf: those with one candidate first, the others at the least cost beside them."""
        by_owner = self._owners
        for leaf in self.leaves:
            by_owner.setdefault(leaf.owner, []).append(leaf)
            if leaf.field.path[-1:] == ("*",):
                self._lists.setdefault(leaf.pointer.rpartition("/")[0], []).append(leaf)
            if leaf.holders:
                for holder in leaf.holders:
                    self._items.setdefault(holder, []).append(leaf)
        counts: dict[int, int] = {}
        for leaf in self.leaves:
            if len(leaf.candidates) == 1:
                counts[id(leaf.candidates[0])] = counts.get(id(leaf.candidates[0]), 0) + 1
        later = []
        for leaf in self.leaves:
            if len(leaf.candidates) == 1:
                self._bind(leaf, leaf.candidates[0])
            elif leaf.candidates:
                later.append(leaf)
        later.sort(key=lambda leaf: (len(leaf.candidates), -len(leaf.holders)))
        for leaf in later:
            self._bind(leaf, self._cheapest(leaf))

    def _bind(self, leaf: Leaf, mention: Mention) -> None:
        leaf.mention = mention
        mention.leaves.append(leaf)
        self.taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)

    def is_taken(self, start: int, end: int) -> bool:
        """Whether a leaf is bound to a part of a span."""
        return self.taken.find(1, start, end) >= 0

    def _cheapest(self, leaf: Leaf) -> Mention:
        best, lowest = leaf.candidates[0], 10**9
        if self.work > _WORK:
            return best
        anchors = self.anchors(leaf)
        siblings = (
            self._lists.get(leaf.pointer.rpartition("/")[0]) if leaf.field.path[-1:] == ("*",) else None
        )
        for mention in leaf.candidates:
            self.work += 1 + len(anchors)
            score = self.score(leaf.field, mention)
            cost = -min(score, 8) if leaf.holders else -score
            if mention.leaves:
                cost += TAKEN + any(
                    one.value == leaf.value and one.field is leaf.field for one in mention.leaves
                )
            if mention.unit == "not":
                cost += DENIED
            if self.document.is_name(mention):
                cost += NAMING
            if siblings is not None:
                cost += BACKWARDS * self._backwards(leaf, mention, siblings)
            if anchors:
                cost += LEVEL * self.document.distance(mention, anchors)
            if cost < lowest:
                best, lowest = mention, cost
        return best

    def _backwards(self, leaf: Leaf, mention: Mention, siblings: list[Leaf]) -> int:
        """Return how far the list's neighbours are from a mention; one on the wrong side counts 8."""
        result = 0
        for other in siblings[max(0, leaf.position - 1) : leaf.position + 2]:
            if other is not leaf and other.mention is not None:
                before = other.position < leaf.position
                gap = mention.start - other.mention.end if before else other.mention.start - mention.end
                result += 8 if gap < 0 else gap.bit_length() // 2
        return result

    def anchors(self, leaf: Leaf) -> list[Mention]:
        """Return the mentions of the other leaves of the same item, or of the same object."""
        if not leaf.holders:
            if leaf.field.path[-1:] == ("*",):
                stem = leaf.pointer.rpartition("/")[0]
                return [
                    one.mention
                    for one in self._lists.get(stem, ())
                    if one is not leaf and one.mention is not None and one.mention.end > 0
                ]
            if leaf.owner == LABEL:
                return []
            return [
                one.mention
                for one in self._owners.get(leaf.owner, ())
                if one is not leaf and one.mention is not None and one.mention.end > 0
            ]
        return [
            one.mention
            for one in self._items[leaf.holders[-1]]
            if one is not leaf and one.mention is not None and one.mention.end > 0
        ]


def _written_otherwise(document: Document, value: str) -> bool:
    """Whether the document writes a code with the same letters and digits, but other marks or blanks."""
    squeezed = r"[\W_]{0,2}".join(re.escape(c) for c in lowered(value) if c.isalnum())
    return len(squeezed) < 600 and re.search(squeezed, document.lower) is not None and not value.isalpha()
