"""Days as prompts spell them, in figures and with the months' names of CLDR's languages."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from edgejson.alignment.months import months
from edgejson.alignment.number_words import ORDINALS, SMALL
from edgejson.alignment.runs import Runs, matches
from edgejson.alignment.vocabulary import words_for

Day: TypeAlias = tuple[int | None, int, int]
"""Year (None where it is not written), month and day."""

_YMD = re.compile(r"(?<![\w.,-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_DMY = re.compile(r"(?<![\w.,/-])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d]|[-/.]\d)")
_COMPACT = re.compile(r"(?<![\w.,-])((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=T\d{4}|\b)")
_CJK = re.compile(r"(?:(\d{4})\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号號일]")
_DM = re.compile(r"(?<![\w.,/-])(\d{1,2})([./])(\d{1,2})(?:\.(?!\d)|(?![\w./-]|,\d|\s?[%€$£]))")
_QUARTER = re.compile(r"\bq([1-4])[\s/,-]{0,2}(?:of\s)?(\d{4})|(\d{4})[\s/-]{0,2}q([1-4])\b")
_ISO_MONTH = re.compile(r"(?<![\w-])(\d{4})-(0[1-9]|1[0-2])(?![\w-])")
_MARKS = ("-", "/", ".")
_JOINERS = words_for("between day, month and year")
_TO = frozenset(
    [
        "to",
        "until",
        "till",
        "through",
        "thru",
        "-",
        "–",
        "al",
        "au",
        "bis",
        "a",
        "à",
        "tot",
        "til",
        "do",
    ]
)
_SUFFIXES = words_for("endings of ordinals")


class DayMention(NamedTuple):
    """The days that one place in a text can mean; ``is_period`` marks the ends of a month or quarter."""

    options: frozenset[Day]
    start: int
    end: int
    is_period: bool = False


def is_day(year: int, month: int, day: int) -> bool:
    """Whether there is such a day."""
    return 1 <= month <= 12 and year > 0 and 1 <= day <= monthrange(year, month)[1]


def days(
    text: str, lower: str, words: Sequence[str], starts: Sequence[int], runs: Runs, hot: Sequence[int]
) -> list[DayMention]:
    """Return the days that a text names, in its order, none inside another.

    ``runs`` are its digits; ``hot`` the tokens among which are all names of months.
    """
    found = [*_in_figures(text, runs)]
    if not text.isascii() and ("月" in text or "월" in text):
        for match in _CJK.finditer(text):
            year = int(match[1]) if match[1] else None
            if is_day(year or 2000, int(match[2]), int(match[3])):
                found.append(DayMention(frozenset({(year, int(match[2]), int(match[3]))}), *match.span()))
    found += _with_names(words, starts, hot)
    if "q" in lower:
        for match in _QUARTER.finditer(lower):
            found.append(
                _period(int(match[2] or match[3]), 3 * int(match[1] or match[4]) - 2, 3, *match.span())
            )
    found.sort(key=lambda one: (one.start, -one.end))
    result: list[DayMention] = []
    for one in found:
        if not result or one.start >= result[-1].end:
            result.append(one)
        elif one.end - one.start > result[-1].end - result[-1].start and result[-1].is_period:
            result[-1] = one
    return result


def _in_figures(text: str, runs: Runs) -> Iterator[DayMention]:
    long: list[int] = []
    short: list[int] = []
    compact: list[int] = []
    for start, end in runs:
        length = end - start
        mark = text[end : end + 2].lstrip()[:1]
        if mark in _MARKS:
            if length <= 2:
                short.append(start)
            elif length == 4:
                long.append(start)
        if length == 8:
            compact.append(start)
    for match in matches(_YMD, text, long):
        day = (int(match[1]), int(match[3]), int(match[4]))
        if is_day(*day):
            yield DayMention(frozenset({day}), *match.span())
    for match in matches(_DMY, text, short):
        first, second, year = int(match[1]), int(match[3]), _full(match[4])
        options: set[tuple[int, int, int]] = {(year, second, first)} | (
            {(year, first, second)} if match[2] != "." else set()
        )
        if len(match[4]) == 2 and match[2] != ".":
            options.add((_full(match[1]), second, int(match[4])))
        if options := {one for one in options if is_day(*one)}:
            yield DayMention(frozenset(options), *match.span())
    for match in matches(_COMPACT, text, compact):
        day = (int(match[1]), int(match[2]), int(match[3]))
        if is_day(*day):
            yield DayMention(frozenset({day}), *match.span())
    for match in matches(_ISO_MONTH, text, long):
        yield _period(int(match[1]), int(match[2]), 1, *match.span())
    for match in matches(_DM, text, short):
        first, second = int(match[1]), int(match[3])
        both: set[Day] = {(None, second, first)} | ({(None, first, second)} if match[2] == "/" else set())
        if match[2] == "." and not match[0].endswith("."):
            continue
        if both := {one for one in both if is_day(2000, one[1], one[2])}:
            yield DayMention(frozenset(both), *match.span())


def _period(year: int, month: int, length: int, start: int, end: int) -> DayMention:
    last = month + length - 1
    if not 1 <= month <= 12 or year < 1:
        return DayMention(frozenset(), start, end, True)
    return DayMention(
        frozenset({(year, month, 1), (year, last, monthrange(year, last)[1])}), start, end, True
    )


def _with_names(words: Sequence[str], starts: Sequence[int], hot: Sequence[int]) -> Iterator[DayMention]:
    names = months()
    n = len(words)
    for at in hot:
        word = words[at]
        if word not in names or not word[0].isalpha():
            continue
        before, first = _day_before(words, at)
        year, stop = _year_after(words, at + 1)
        if (before is None and year is None) or (before is None and year is not None and year < 100):
            day, stop = _day_after(words, at + 1)
            if day is None:
                continue
            year, after = _year_after(words, stop)
            stop = after if year is not None else stop
            first, days_ = at, {day}
        elif before is None:
            day, after = _day_after(words, at + 1)
            if day is not None and after < n and (more := _year_after(words, after))[0] is not None:
                year, stop, first, days_ = more[0], more[1], at, {day}
            else:
                assert year is not None
                end = starts[stop - 1] + len(words[stop - 1])
                for number in sorted(names[word])[:1]:
                    yield _period(year, number, 1, starts[at], end)
                continue
        else:
            days_ = {before}
            if year is None:
                stop = at + 1
        if year is not None and year < 100:
            year = _full(f"{year:02}")
        if before is not None and (opening := _range_start(words, first)) is not None:
            day, at_ = opening
            opened = {(year, month, day) for month in names[word] if is_day(year or 2000, month, day)}
            if opened:
                yield DayMention(frozenset(opened), starts[at_], starts[at_] + len(words[at_]))
        options = {
            (year, month, day) for month in names[word] for day in days_ if is_day(year or 2000, month, day)
        }
        if options:
            yield DayMention(frozenset(options), starts[first], starts[stop - 1] + len(words[stop - 1]))


def _day_before(words: Sequence[str], at: int) -> tuple[int | None, int]:
    k = at - 1
    steps = 0
    while k >= 0 and steps < 3 and words[k] in _JOINERS:
        k, steps = k - 1, steps + 1
    if k < 0:
        return None, at
    word = words[k]
    if word.isdigit():
        decimal = k > 1 and words[k - 1] in ".:" and words[k - 2].isdigit()
        return (int(word), k) if len(word) <= 2 and 1 <= int(word) <= 31 and not decimal else (None, at)
    if word in ORDINALS:
        value = ORDINALS[word]
        if k > 0 and value < 10 and words[k - 1] in ("twenty", "thirty"):
            return SMALL[words[k - 1]] + value, k - 1
        if k > 1 and value < 10 and words[k - 1] == "-" and words[k - 2] in ("twenty", "thirty"):
            return SMALL[words[k - 2]] + value, k - 2
        return value, k
    return (SMALL[word], k) if word in SMALL and 1 <= SMALL[word] <= 31 and k == at - 1 else (None, at)


def _range_start(words: Sequence[str], first: int) -> tuple[int, int] | None:
    """Return the day, and its token, that opens a range which the day at a token closes ("1 to 28 May")."""
    at = first - 1
    while at > 0 and first - at <= 2 and words[at] in ("the", "el", "le", "dem", "den"):
        at -= 1
    if at < 1 or words[at] not in _TO:
        return None
    word = words[at - 1]
    if word.isdigit() and len(word) <= 2 and 1 <= int(word) <= 31:
        return int(word), at - 1
    return (ORDINALS[word], at - 1) if word in ORDINALS else None


def _day_after(words: Sequence[str], at: int) -> tuple[int | None, int]:
    n = len(words)
    steps = 0
    while at < n and steps < 2 and words[at] in ("the", ".", "-", "/"):
        at, steps = at + 1, steps + 1
    if at >= n:
        return None, at
    word = words[at]
    if word.isdigit() and len(word) <= 2 and 1 <= int(word) <= 31:
        stop = at + 1
        if stop < n and words[stop] in _SUFFIXES and words[stop] != ".":
            stop += 1
        if words[stop : stop + 1] in ([":"], ["h"]):
            return None, at
        return int(word), stop
    if word in ORDINALS:
        return ORDINALS[word], at + 1
    if word in ("twenty", "thirty"):
        k = at + (2 if words[at + 1 : at + 2] == ["-"] else 1)
        if (
            k < n
            and (words[k] in ORDINALS or words[k] in SMALL)
            and ORDINALS.get(words[k], SMALL.get(words[k], 99)) < 10
        ):
            return SMALL[word] + ORDINALS.get(words[k], SMALL.get(words[k], 0)), k + 1
    if word in SMALL and 1 <= SMALL[word] <= 31:
        return SMALL[word], at + 1
    return None, at


def _year_after(words: Sequence[str], at: int) -> tuple[int | None, int]:
    """Return the year at a token (after joiners) and the token after it; two figures need a mark before."""
    n, marked = len(words), False
    steps = 0
    while at < n and steps < 3 and words[at] in _JOINERS:
        marked = marked or words[at] in "-'/’"
        at, steps = at + 1, steps + 1
    if at >= n:
        return None, at
    word = words[at]
    if word.isdigit():
        if len(word) == 4 and 1000 <= int(word) <= 2999 and words[at + 1 : at + 2] != [":"]:
            return int(word), at + 1
        return (int(word), at + 1) if len(word) == 2 and marked else (None, at)
    if word in ("nineteen", "twenty", "two"):
        return _spoken_year(words, at)
    return None, at


def _spoken_year(words: Sequence[str], at: int) -> tuple[int | None, int]:
    if words[at] == "two":
        if words[at + 1 : at + 2] != ["thousand"]:
            return None, at
        at, century = at + 2, 2000
        if words[at : at + 1] == ["and"]:
            at += 1
    else:
        century = SMALL[words[at]] * 100
        at += 1
        if words[at : at + 1] == ["-"]:
            at += 1
    rest, stop = 0, at
    if stop < len(words) and words[stop] in ("oh", "o"):
        stop += 1
    if stop < len(words) and words[stop] in SMALL:
        rest, stop = SMALL[words[stop]], stop + 1
        if rest >= 20 and stop < len(words):
            k = stop + (words[stop] == "-")
            if k < len(words) and 0 < SMALL.get(words[k], 0) < 10:
                rest, stop = rest + SMALL[words[k]], k + 1
        return century + rest, stop
    return (century, at) if century == 2000 and words[at - 1] == "thousand" else (None, at)


def _full(year: str) -> int:
    """Return a year with its century: two digits are 1970 to 2069, as POSIX reads them (69 and 70 aside)."""
    number = int(year)
    return number if len(year) > 2 else number + (2000 if number < 70 else 1900)
