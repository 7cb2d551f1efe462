"""Times of day, and offsets from UTC, as prompts spell them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from edgejson.alignment.number_words import SMALL
from edgejson.alignment.runs import Runs, matches
from edgejson.alignment.words import tokens

_CLOCK = re.compile(
    r"(?<![\d:.,])(?<![A-Za-z_+])(?P<h>[012]?\d)(?:[:h]|\s?uhr\s|\sh\s?)(?P<m>[0-5]\d)(?:[:m](?P<s>[0-5]\d)(?:(?:\.|,(?=\d{3}))(?P<f>\d{1,9}))?)?"
    r"(?![\d:]|\.\d)(?P<half>,?\s?[ap]\s?\.?\s?m\b\.?)?",
    re.IGNORECASE,
)
_AFTER_T = re.compile(
    r"(?<=\d)[tT](?P<h>\d\d):?(?P<m>\d\d)(?::?(?P<s>\d\d)(?:(?:\.|,(?=\d{3}))(?P<f>\d{1,9}))?)?"
)
_HALVES = re.compile(
    r"(?<![\d:.,\w])(?P<h>\d{1,2})(?:\s?\.(?P<m>[0-5]\d))?(?P<half>\s?[ap]\.?\s?m\b\.?)", re.IGNORECASE
)
_POINTED = re.compile(
    r"\b(?:at|by|until|from|since|um|à|a las|alle|às|om|kl\.?|klokken)\s(?P<h>[012]?\d)\.(?P<m>[0-5]\d)"
    r"(?:\.(?P<s>[0-5]\d))?(?P<half>\b)(?!\s?[%€$£°]|[.,]?\d)"
    r"|(?<![\d.,])(?P<h2>[012]?\d)\.(?P<m2>[0-5]\d)(?=\s?(?:h\b|hrs|uhr|\())"
    r"|(?<![\d.,:\w])(?P<h3>[012]\d)(?P<m3>[0-5]\d)(?=\s?(?:h\b|hrs|hours|z\b|utc))"
    r"|(?<![\d.,:\w])(?P<h4>[012]?\d)(?=\s?(?:uhr\b|o'clock|heures\b|horas\b))",
    re.IGNORECASE,
)
_CJK = re.compile(
    r"(?P<half>午前|午後|上午|下午|오전|오후)?\s?(?P<h>[012]?\d)\s?[時时点點시](?:(?P<m>[0-5]?\d)\s?[分분])?"
)
_MORE = re.compile(
    r"\s?(?:\(?(?:utc|gmt|[-+−]\d)|h\b|hrs|uhr|[ap]\.?m\b|o'clock|[a-z]{3}t\b|(?:on|of) the |on [a-z0-9])"
)
_WORDS = {
    "noon": (12, 0),
    "midday": (12, 0),
    "midnight": (0, 0),
    "mezzogiorno": (12, 0),
    "mittag": (12, 0),
    "mediodía": (12, 0),
    "midi": (12, 0),
    "minuit": (0, 0),
    "mitternacht": (0, 0),
    "medianoche": (0, 0),
    "mezzanotte": (0, 0),
}
_PARTS = (
    (
        re.compile(
            r"^(?:\W|o'clock)*(?:in\sthe\s|at\s|on\sthe\s|on\s[a-z]+\s|of\sthe\s|[a-z]+day\s|this\s)?(?:afternoon|evening|night|p\s?\.?\s?m\b|in\sthe\safternoon|nachmittags?|abends?|de\sla\starde|du\ssoir|de\sl'après-midi|da\starde|della\ssera|de\sla\snoche|da\snoite|tonight)"
        ),
        True,
    ),
    (
        re.compile(
            r"^(?:\W|o'clock)*(?:in\sthe\s|at\s|on\sthe\s|on\s[a-z]+\s|of\sthe\s|[a-z]+day\s|this\s)?(?:morning|a\s?\.?\s?m\b|früh|morgens|vormittags?|de\sla\smañana|du\smatin|da\smanhã|del\smattino|di\smattina)"
        ),
        False,
    ),
)
_CLOCK_MARKS = (":", "h", "H", "u", "U")
_HALF_MARKS = (".", "a", "A", "p", "P")
_POINTED_WORDS = frozenset("tylmeàsn.")
_BEFORE_HOURS = frozenset(("at", "about", "around", "by", "until", "since", "before", "after", "from"))
STARTS = frozenset((*_WORDS, "past", "to", *_BEFORE_HOURS, "oh", "o", *SMALL))
"""Words that a time in words is found by."""
_MINUTES_TOLD = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
_SECONDS_TOLD = re.compile(r",?\s(?:and\s)?([a-z]+(?:[\s-][a-z]+)?|\d{1,2})\sseconds?\b")


class TimeMention(NamedTuple):
    """A time of day; ``options`` are hours, minutes and seconds that it can mean, ``fraction`` its digits."""

    options: frozenset[tuple[int, int, int]]
    fraction: str
    start: int
    end: int


def times(
    text: str,
    lower: str,
    words: Sequence[str],
    starts: Sequence[int],
    taken: bytearray,
    runs: Runs,
    hot: Sequence[int],
) -> list[TimeMention]:
    """Return the times of day that a text names outside `taken`, which they are then marked in.

    ``runs`` are its digits; ``hot`` the tokens among which are all that a time in words can begin with.
    """
    found: list[TimeMention] = []

    def keep(
        hour: int, minute: int, second: int, fraction: str, half: str | None, start: int, end: int
    ) -> None:
        if taken[start] or hour > 24:
            return
        options = {(hour % 24, minute, second)}
        if half and half.strip(" ,."):
            late = "p" in half.lower()
            options = {(hour % 12 + (12 if late else 0), minute, second)} if hour <= 12 else options
        elif 1 <= hour <= 12:
            tail = lower[end : end + 36]
            for pattern, late in _PARTS:
                if pattern.match(tail):
                    options = {
                        (
                            (hour % 12) + (12 if late and not (hour == 12 and "night" in tail[:14]) else 0),
                            minute,
                            second,
                        )
                    }
        found.append(TimeMention(frozenset(options), fraction.rstrip("0"), start, end))
        taken[start:end] = b"\1" * (end - start)

    for match in matches(_AFTER_T, text, [end for _, end in runs if text[end : end + 1] in ("T", "t")]):
        if int(match["h"]) < 25:
            keep(
                int(match["h"]),
                int(match["m"]),
                int(match["s"] or 0),
                match["f"] or "",
                None,
                match.start() + 1,
                match.end(),
            )
    short = [(start, text[end : end + 2].lstrip()[:1]) for start, end in runs if end - start <= 2]
    if ":" in text or "h" in lower:
        for match in matches(
            _CLOCK, text, [at for at, mark in short if mark in _CLOCK_MARKS]
        ):
            keep(
                int(match["h"]),
                int(match["m"]),
                int(match["s"] or 0),
                match["f"] or "",
                match["half"],
                *match.span(),
            )
    if "m" in lower:
        for match in matches(
            _HALVES, text, [at for at, mark in short if mark in _HALF_MARKS]
        ):
            keep(int(match["h"]), int(match["m"] or 0), 0, "", match["half"], *match.span())
    for match in _POINTED.finditer(text) if _may_be_pointed(text, runs) else ():
        sure = (
            match["h"] is None
            or any(taken[max(0, match.start() - 4) : match.start()])
            or _MORE.match(lower, match.end()) is not None
        )
        if not sure:
            continue
        hour = match["h"] or match["h2"] or match["h3"] or match["h4"]
        minute = match["m"] or match["m2"] or match["m3"] or "0"
        group = "h" if match["h"] else "h2" if match["h2"] else "h3" if match["h3"] else "h4"
        keep(int(hour), int(minute), int(match["s"] or 0), "", None, match.start(group), match.end())
    if not text.isascii() and any(c in text for c in "時时点點시"):
        for match in _CJK.finditer(text):
            late = match["half"] in ("午後", "下午", "오후")
            keep(
                int(match["h"]) % 12 + 12 if late else int(match["h"]),
                int(match["m"] or 0),
                0,
                "",
                None,
                *match.span(),
            )
    for hour, minute, start, end, sure in _told(words, starts, hot):
        before = len(found)
        if start < len(taken) and not taken[start]:
            second = 0
            told = _SECONDS_TOLD.match(lower, end)
            if told is not None:
                value, _after = _small(tokens(told[1])[0], 0)
                if value is not None:
                    second, end = value, told.end()
            keep(hour, minute, second, "", None, start, end)
            if len(found) > before and len(next(iter(found[-1:])).options) == 1 and not sure and hour <= 12:
                last = found[-1]
                if next(iter(last.options))[0] == hour and not _PARTS[1][0].match(lower[end : end + 36]):
                    found[-1] = last._replace(options=last.options | {((hour + 12) % 24, minute, 0)})
    found.sort(key=lambda one: one.start)
    return found


def _may_be_pointed(text: str, runs: Runs) -> bool:
    """Whether a text has figures as times are written with a point, or before a word for hours."""
    for start, end in runs:
        length = end - start
        mark = text[end : end + 1]
        if mark == "." and length <= 2:
            before = text[max(0, start - 2) : start]
            if before[-1:].isspace() and before[:1].lower() in _POINTED_WORDS:
                return True
            behind = text[end + 3 : end + 5].lstrip()[:1]
            if behind and behind in "hHuU(":
                return True
        elif length <= 2 or length == 4:
            behind = text[end : end + 2].lstrip()[:1]
            if behind and behind in "hHuUzZoO":
                return True
    return False


def _told(
    words: Sequence[str], starts: Sequence[int], hot: Sequence[int]
) -> Iterator[tuple[int, int, int, int, bool]]:
    """Yield hour, minute, start, end of times told in words, and whether the half of the day is told."""
    n = len(words)
    for at in hot:
        word = words[at]
        if word in _WORDS:
            yield *_WORDS[word], starts[at], starts[at] + len(word), True
        elif word in ("past", "to") and 0 < at < n - 1:
            hour, after = _small(words, at + 1)
            k = at - 1
            if words[k] in ("minutes",):
                k -= 1
            much = _MINUTES_TOLD.get(
                words[k], int(words[k]) if words[k].isdigit() and len(words[k]) < 3 else SMALL.get(words[k])
            )
            first = k
            if words[k] in SMALL and SMALL[words[k]] < 10 and words[k - 1 : k] in (["twenty"], ["-"]):
                first = k - (2 if words[k - 1] == "-" else 1)
                much = 20 + SMALL[words[k]]
            if hour is None or much is None or not 1 <= hour <= 12 or not 0 < much < 60:
                continue
            minutes = 60 * hour + (much if word == "past" else -much)
            yield minutes // 60, minutes % 60, starts[first], starts[after - 1] + len(words[after - 1]), False
        elif word in _BEFORE_HOURS and at + 1 < n:
            hour, after = _small(words, at + 1)
            if (
                hour is None
                or not 0 <= hour <= 23
                or words[at + 1].isdigit()
                or words[after : after + 1] in (["past"], ["to"], ["minutes"])
            ):
                continue
            if words[after : after + 1] == ["hundred"] and hour <= 23:
                yield hour, 0, starts[at + 1], starts[after] + 7, True
                continue
            minute, stop = _small(words, after)
            if (minute is not None and words[after] in ("oh", "o")) or (
                minute is not None and minute >= 10 and minute < 60
            ):
                yield hour, minute, starts[at + 1], starts[stop - 1] + len(words[stop - 1]), hour > 12
            else:
                yield hour, 0, starts[at + 1], starts[after - 1] + len(words[after - 1]), hour > 12
        elif word in ("oh", "o", "zero") or (word in SMALL and SMALL[word] < 24):
            hour, after = _small(words, at)
            if hour is None or hour > 23 or after >= n:
                continue
            minute, stop = _small(words, after)
            if (
                minute is not None
                and 0 <= minute < 60
                and (minute >= 10 or words[after] in ("oh", "o", "zero"))
            ):
                tail = words[stop : stop + 3]
            else:
                minute, stop = 0, after
                tail = words[after : after + 3]
            if tail[:1] == ["and"] and (
                words[stop + 2 : stop + 3] in (["second"], ["seconds"])
                or words[stop + 3 : stop + 4] in (["second"], ["seconds"])
                or words[stop + 4 : stop + 5] == ["seconds"]
            ):
                yield hour, minute, starts[at], starts[stop - 1] + len(words[stop - 1]), True
                continue
            if (
                tail[:1] in (["a"], ["p"], ["am"], ["pm"], ["o'clock"], ["hours"], ["utc"], ["gmt"], ["zulu"])
                or (tail[:2] == ["in", "the"] and tail[2:] and tail[2] in ("morning", "afternoon", "evening"))
                or tail[:2] == ["at", "night"]
            ):
                if tail[:1] == ["a"] and tail[1:2] not in (["."], ["m"]):
                    continue
                if tail[:1] == ["hours"] and stop == after:
                    continue
                yield (
                    hour,
                    minute,
                    starts[at],
                    starts[stop - 1] + len(words[stop - 1]),
                    hour > 12 or tail[:1] in (["utc"], ["gmt"]),
                )


def _small(words: Sequence[str], at: int) -> tuple[int | None, int]:
    """Return the number below 60 at a token, in figures or words, and the token after it."""
    if at >= len(words):
        return None, at
    word = words[at]
    if word.isdigit() and len(word) <= 2:
        return int(word), at + 1
    if word in ("oh", "o", "zero") and at + 1 < len(words) and SMALL.get(words[at + 1], 99) < 10:
        return SMALL[words[at + 1]], at + 2
    value = SMALL.get(word)
    if value is None:
        return None, at
    if value >= 20:
        k = at + 1 + (words[at + 1 : at + 2] == ["-"])
        if k < len(words) and 0 < SMALL.get(words[k], 0) < 10:
            return value + SMALL[words[k]], k + 1
    return value, at + 1
