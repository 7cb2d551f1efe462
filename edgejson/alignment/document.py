"""A document: a prompt as regions, cells and mentions, each scanned once."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from edgejson.alignment.addresses import emails, phones, spelled, told_emails
from edgejson.alignment.brackets import read_brackets
from edgejson.alignment.cells import Cell, Layout, Region
from edgejson.alignment.clock import TimeMention, times
from edgejson.alignment.days import DayMention, days
from edgejson.alignment.markup import read_markup
from edgejson.alignment.mention import Mention
from edgejson.alignment.moments import Stated, composed
from edgejson.alignment.number_words import number_words
from edgejson.alignment.numbers import numbers
from edgejson.alignment.offsets import OffsetMention, offsets
from edgejson.alignment.pairs import read_lines, read_quotes
from edgejson.alignment.tables import Line, read_tables
from edgejson.alignment.vocabulary import words_for
from edgejson.alignment.words import lowered, tokens

_LINE = re.compile(r"[^\n]*")
_MARK = re.compile(
    r"^[^\S\n]*(?:[-*•#]+\s?)?(?:[\w.]{1,20}: )?(?:\w{1,20} ){1,2}(\d{1,3})(?::|\.?[^\S\n]*$)", re.MULTILINE
)
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d]|[.,]\d)")

_NAMES = re.compile(
    r"(?<![\w@.-])[A-ZÀ-ÞŁŚŻĆ][\w'’-]{1,30}\.?"
    r"(?: (?:(?:de|van|von|da|del|la|der|den|bin|al|di|dos|y) ){0,2}[A-ZÀ-ÞŁŚŻĆ][\w'’-]{0,30}){1,4}"
)
_CODES = re.compile(
    r"(?<![\w@./:+-])(?=[A-Za-z_-]{0,20}\d)[A-Za-z][\w-]{2,40}(?![\w@])|(?<![\w/])[A-Z][a-z]+/[A-Z][A-Za-z_]+(?![\w/])|(?<![\w@.])[a-z]{2}-[A-Z]{2}(?!\w)"
)
_KEY_END = re.compile(r"[\"'*_]{0,3}\s?(?:[:：](?!\d)|=(?!=))")
_RANGE_END = re.compile(
    r" ?[-–_] ?\d{1,3}(?![\d.,]*[-–/.]?\d)| to \d{1,3}\b(?![.,:/-]\d)| (?:and|or) (?:over|older|more)\b| ?\+| ?-?plus\b"
)
_RANGE_START = re.compile(r"(?<![\d.,:/-])\d{1,3}(?: ?[-–_] ?| to )$")
_NUMBERING = re.compile(r"[.)]\s")
_MOST_TEXTS = 3000

_ENGLISH = words_for("small words, English")
_OTHERS = words_for("small words, other languages")


class Document:
    """A prompt that was scanned. Places in it are offsets of characters."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lower = lowered(text)
        self.words, self.starts = tokens(self.lower)
        self.layout = Layout()
        self.lines = _lines(text)
        taken = read_tables(text, self.lines, self.layout)
        read_lines(self.lines, taken, self.layout)
        if "{" in text or "[" in text:
            read_brackets(text, self.layout)
        if "<" in text:
            read_markup(text, self.layout)
        read_quotes(text, self.layout)
        self.cells: list[Cell] = sorted(self.layout.cells, key=lambda cell: (cell.start, -cell.end))
        self._cell_starts = [cell.start for cell in self.cells]
        self._english: bool | None = None
        self._arrange()
        self._scan()
        self._spelled: str | None = None
        self._texts: list[Mention] | None = None
        self._names: dict[tuple[int, int], bool] = {}

    def _scan(self) -> None:
        text, lower = self.text, self.lower
        mask = bytearray(len(text) + 1)
        self.emails = [*emails(text), *told_emails(self.words, self.starts)]
        for mention in self.emails:
            mask[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
        self.days: list[DayMention] = [
            day for day in days(text, lower, self.words, self.starts) if not mask[day.start]
        ]
        for day in self.days:
            mask[day.start : day.end] = b"\1" * (day.end - day.start)
        self.times: list[TimeMention] = times(text, lower, self.words, self.starts, mask)
        self.offsets: list[OffsetMention] = offsets(text, lower) if self.times else []
        for offset in self.offsets:
            mask[offset.start : offset.end] = b"\1" * (offset.end - offset.start)
        self.years = frozenset(int(match[0]) for match in _YEAR.finditer(text)) | frozenset(
            year for day in self.days for year, _, _ in day.options if year is not None
        )
        self.moments: list[Stated] = composed(lower, self.days, self.times, self.offsets)
        self.numbers: list[Mention] = [*numbers(text, lower, mask, self.layout.cuts, not self.is_english)]
        self.numbers += [one for one in number_words(self.words, self.starts) if not mask[one.start]]
        self.numbers.sort(key=lambda one: one.start)
        self.marks = {match.start(1) for match in _MARK.finditer(text)}
        self.by_value: dict[object, list[Mention]] = {}
        for mention in self.numbers:
            for reading in mention.readings:
                self.by_value.setdefault(reading, []).append(mention)
        self.moment_mentions = [
            Mention(
                "moment",
                one.start,
                one.end,
                frozenset(),
                ("time" if one.day else "clock") if one.time else "day",
            )
            for one in self.moments
        ]

    @property
    def is_english(self) -> bool:
        """Whether no other language's small words outnumber English ones."""
        if self._english is None:
            english = sum(word in _ENGLISH for word in self.words)
            self._english = english >= sum(word in _OTHERS for word in self.words)
        return self._english

    @property
    def is_careless(self) -> bool:
        """Whether the text hardly has capital letters where sentences begin."""
        capitals = sum(c.isupper() for c in self.text)
        return 50 * capitals < len(self.text) and len(self.text) > 40 and not self.text[:1].isupper()

    def phones(self) -> list[Mention]:
        """Return what can be telephone numbers."""
        return list(phones(self.text))

    def texts(self) -> list[Mention]:
        """Return what can be a text: cells, quotations, names and codes in the running text."""
        if self._texts is None:
            spans = dict.fromkeys(
                (cell.start, cell.end) for cell in self.cells if cell.end - cell.start < 600
            )
            for start, end in self.layout.quotes:
                if self.text[end + 1 : end + 3].lstrip()[:1] not in (":", "="):
                    spans[start, end] = None
            for match in _NAMES.finditer(self.text):
                start = match.start()
                if "\n" not in match[0]:
                    spans.setdefault((start, match.end()))
            for match in _CODES.finditer(self.text):
                spans.setdefault(match.span())
            heads = self.layout.heads
            self._texts = [
                Mention("text", start, end, frozenset())
                for start, end in sorted(spans)
                if not any(left <= start < right for left, right in heads)
            ][:_MOST_TEXTS]
        return self._texts

    def is_name(self, mention: Mention) -> bool:
        """Whether a mention names or numbers what follows: a key, an item's number, a part of a range."""
        found = self._names.get((mention.start, mention.end))
        if found is None:
            found = self._names[mention.start, mention.end] = self._is_name(mention.start, mention.end)
        return found

    def _is_name(self, start: int, end: int) -> bool:
        text = self.text
        if _KEY_END.match(text, end) and "\n" not in text[start:end]:
            return True
        if text[start].isdigit():
            if start in self.marks or _RANGE_END.match(text, end):
                return True
            if _RANGE_START.search(text, max(0, start - 7), start):
                return True
            line = text.rfind("\n", 0, start) + 1
            return not text[line:start].strip(" \t(*-") and _NUMBERING.match(text, end) is not None
        return False

    def spelled(self) -> str:
        """Return the letters and digits of the text, digits in words as figures."""
        if self._spelled is None:
            self._spelled = spelled(self.words)
        return self._spelled

    def _arrange(self) -> None:
        """Make a tree of the regions: what crosses another one is left out."""
        found = sorted(
            set(self.layout.regions), key=lambda one: (one.start, -one.end, one.kind != "row", one.kind)
        )
        self.regions: list[Region] = [Region(0, len(self.text) + 1, "text")]
        self.parents: list[int] = [-1]
        stack = [0]
        for region in found:
            if region.end <= region.start:
                continue
            while stack and self.regions[stack[-1]].end <= region.start:
                stack.pop()
            top = self.regions[stack[-1]]
            if region.end > top.end or (region.start, region.end) == (top.start, top.end):
                continue
            self.parents.append(stack[-1])
            self.regions.append(region)
            stack.append(len(self.regions) - 1)
        self._region_starts = [region.start for region in self.regions]
        self._paths: dict[int, tuple[int, ...]] = {}

    def region_at(self, place: int) -> int:
        """Return the index of the smallest region at a place."""
        index = bisect_right(self._region_starts, place) - 1
        while self.regions[index].end <= place:
            index = self.parents[index]
        return index

    def path_of(self, index: int) -> tuple[int, ...]:
        """Return the regions around (and with) one, from the whole text inwards."""
        path = self._paths.get(index)
        if path is None:
            steps = [index]
            while steps[-1] > 0:
                steps.append(self.parents[steps[-1]])
            path = self._paths[index] = tuple(reversed(steps))
        return path

    def place(self, mention: Mention) -> tuple[int, ...]:
        """Return the regions around a mention."""
        if mention.place is None:
            mention.place = self.path_of(self.region_at(mention.start))
        return mention.place

    def common(self, first: Mention, second: Mention) -> int:
        """Return the size of the smallest region that holds two mentions, in characters."""
        left, right = self.place(first), self.place(second)
        last = 0
        for one, other in zip(left, right, strict=False):
            if one != other:
                break
            last = one
        region = self.regions[last]
        return region.end - region.start

    def distance(self, mention: Mention, others: Sequence[Mention]) -> int:
        """Return how far a mention is from the nearest of others, in doublings of region and gap."""
        best = 99
        for other in others[:16]:
            gap = other.start - mention.end if other.start >= mention.end else mention.start - other.end
            best = min(best, self.common(mention, other).bit_length() + max(gap, 0).bit_length())
        return best if others else 0

    def cells_at(self, start: int, end: int) -> list[Cell]:
        """Return the cells that hold a span, the innermost first."""
        index = bisect_right(self._cell_starts, start)
        found = [cell for cell in self.cells[max(0, index - 12) : index] if cell.end >= end]
        found.sort(key=lambda cell: cell.end - cell.start)
        return found

    def word_at(self, place: int) -> int:
        """Return the index of the first token that begins at a place or after it."""
        return bisect_right(self.starts, place - 1)


def _outermost_first(region: Region) -> tuple[int, int, bool, str]:
    return region.start, -region.end, region.kind != "row", region.kind


def _lines(text: str) -> Sequence[Line]:
    found, start = [], 0
    for line in text.split("\n"):
        found.append(Line(start, start + len(line), line, len(line) - len(line.lstrip())))
        start += len(line) + 1
    return found
