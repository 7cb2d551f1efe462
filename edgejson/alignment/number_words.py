# ruff: noqa: SIM905
"""Numbers in words: ``two hundred and fifty``, ``minus four point five``, ``half a dozen``."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from edgejson.alignment.mention import Mention
from edgejson.alignment.vocabulary import table_of, words_for

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SMALL = {
    **{word: value for value, word in enumerate(_UNITS)},
    **{word: value for value, word in zip(range(20, 100, 10), _TENS, strict=True)},
}
ORDINALS = {
    **{word: value for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(), 1)},
    "thirtieth": 30,
}  # fmt: skip
FOREIGN = table_of("numbers of other languages")
_SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 1_000_000,
    "hundert": 100,
    "cent": 100,
    "mille": 1000,
    "tausend": 1000,
}
DIGITS = {**{word: value for word, value in SMALL.items() if value < 10}, "oh": 0, "o": 0}
_POINTS = words_for("decimal points in words")
_COINS = words_for("coins")
STARTS = frozenset((*SMALL, *FOREIGN, "hundred", "thousand", "dozen", "half", "a", "an", "couple", "pair"))


def number_words(words: Sequence[str], starts: Sequence[int], hot: Sequence[int]) -> Iterator[Mention]:
    """Yield the numbers in words among the tokens of a text; a part of a phrase is no number of its own."""
    done, n = 0, len(words)
    for at in hot:
        if at < done or words[at] not in STARTS:
            continue
        value, stop = _phrase(words, at)
        if value is None:
            continue
        first = at
        values = {value}
        if stop < n and words[stop] in _POINTS:
            digits, after = _digits(words, stop + 1)
            if digits:
                values, stop = {value + Decimal("0." + digits)}, after
        elif stop < n and words[stop] in ("and", "&") and words[stop + 1 : stop + 3] == ["a", "half"]:
            values, stop = {value + Decimal("0.5")}, stop + 3
        else:
            joined = stop
            if joined < n and words[joined] in _COINS:
                joined += 1
                if joined < n and words[joined] == "and":
                    joined += 1
            coins = joined > stop
            if joined < n and value < 1000 and words[joined] in SMALL:
                more, after = _phrase(words, joined)
                if more is not None and 0 < more < 100 and (more > 9 or coins):
                    yield _mention(words, starts, first, after, {value + more / 100, 100 * value + more})
        unit = words[stop] if stop < n and words[stop].isalpha() else ""
        if first > 1 and words[first - 2 : first] == ["out", "of"]:
            done = stop
            continue
        if words[stop : stop + 2] == ["out", "of"] or (
            words[stop : stop + 1] == ["of"]
            and (
                words[stop + 1 : stop + 2] in (["five"], ["ten"])
                or words[stop + 1 : stop + 3] in (["the", "five"], ["the", "ten"])
            )
        ):
            scale = stop + (2 if words[stop] == "out" or words[stop + 1] == "the" else 1)
            if scale < n and (words[scale] in SMALL or words[scale].isdigit()):
                stop, unit = scale + 1, "/"
        if first > 0 and words[first - 1] in ("minus", "negative", "moins", "menos"):
            values, first = {-value for value in values}, first - 1
        elif unit in ("south", "west") or (
            unit in ("degrees", "degree")
            and words[stop + 1 : stop + 2]
            and words[stop + 1] in ("south", "west")
        ):
            values = {-value for value in values}
        elif first > 0 and words[first - 1] in ("below", "under"):
            values = values | {-value for value in values}
        yield _mention(words, starts, first, stop, values, unit)
        done = max(stop, at + 1)


def _mention(
    words: Sequence[str], starts: Sequence[int], first: int, stop: int, values: set[Decimal], unit: str = ""
) -> Mention:
    end = starts[stop - 1] + len(words[stop - 1])
    return Mention("number", starts[first], end, frozenset(values), unit)


def _digits(words: Sequence[str], at: int) -> tuple[str, int]:
    digits = ""
    while at < len(words) and len(digits) < 12:
        if words[at] in DIGITS:
            digits += str(DIGITS[words[at]])
        elif not digits and words[at] in SMALL:
            value, stop = _phrase(words, at)
            return (str(value), stop) if value is not None else ("", at)
        else:
            break
        at += 1
    return digits, at


def _phrase(words: Sequence[str], at: int) -> tuple[Decimal | None, int]:
    """Return the number that begins at a token, and the token after it."""
    n, total, current, first = len(words), 0, 0, at
    last = 1000  # what was added last: tens take units, hundreds take both
    seen = False
    if words[at] == "half":
        if words[at + 1 : at + 3] in (["a", "dozen"], ["an", "hour"]):
            return (Decimal(6), at + 3) if words[at + 2] == "dozen" else (None, at)
        return None, at
    if words[at] in ("a", "an"):
        if (
            words[at + 1 : at + 2]
            and words[at + 1] in _COINS
            and words[at + 2 : at + 3]
            and words[at + 2] in SMALL
        ):
            return Decimal(1), at + 1
        if words[at + 1 : at + 2] and words[at + 1] in (
            "hundred",
            "thousand",
            "dozen",
            "couple",
            "pair",
            "million",
        ):
            if words[at + 1] in ("couple", "pair"):
                return (Decimal(2), at + 2)
            current, seen, at = 1, True, at + 1
        else:
            return None, at
    while at < n:
        word = words[at]
        value = SMALL.get(word)
        if value is None and not seen:
            value = FOREIGN.get(word)
            if value is not None:
                return Decimal(value), at + 1
        if value is not None:
            fits = not seen or (last == 100) or (last in (1000, 1_000_000)) or (last == 10 and 0 < value < 10)
            if not fits:
                break
            current += value
            last = 10 if value >= 20 else 1
            seen, at = True, at + 1
        elif word == "-" and seen and last == 10 and at + 1 < n and 0 < SMALL.get(words[at + 1], 0) < 10:
            at += 1
        elif word in _SCALES and (seen or word == "hundred"):
            if word in ("hundred", "hundert", "cent"):
                current, last = max(current, 1) * 100, 100
            else:
                total, current, last = total + max(current, 1) * _SCALES[word], 0, 1000
            seen, at = True, at + 1
        elif word == "dozen":
            current, seen, at = (current or 1) * 12, True, at + 1
            break
        elif word == "and" and seen and last in (100, 1000) and at + 1 < n and words[at + 1] in SMALL:
            at += 1
        else:
            break
    return (Decimal(total + current), at) if seen and at > first else (None, first)
