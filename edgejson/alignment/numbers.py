"""Numbers in digits: where they stand, and what separators, signs, magnitudes and sides make of them."""

import re
from collections.abc import Iterator
from decimal import Decimal

from edgejson.alignment.mention import Mention
from edgejson.alignment.vocabulary import table_of, words_for
from edgejson.alignment.words import has_blanks

_DIGITS = re.compile(r"\d+(?:[.,'’]\d+|[ \u00a0\u202f\u2009]\d{3}(?![\d]))*")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+")
_BLANKED = re.compile(r"\d{1,3}(?:[ \u00a0\u202f\u2009'’]\d{3})+")
_SEPARATED = re.compile(r"(?<=\d)[ \u00a0\u202f\u2009'’](?=\d{3}(?!\d))")
_COMMAS = re.compile(r"\d,\d{1,2}(?![\d,])|\d\.\d{3},\d")
_CENTS = re.compile(r"[.,]\d\d$|,\d{3}")
_BLANKS = " \u00a0\u202f\u2009"
_SIGNS = "$€£¥₹₩₫₺₽฿₦₴₱₪"
_MINUS = "-−–"
_WORD = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"([^\W\d_]+)[\s-]$")
_NEGATIVE = words_for("minus")
_NEGATIVE_ENDINGS = tuple(_NEGATIVE)
_MAGNITUDES = table_of("magnitudes")
_SOUTH_OR_WEST = words_for("south or west")
_SIDES = words_for("sides of the compass")
_CJK_UNITS = table_of("units without blanks")
_CODE = re.compile(r"[A-Za-z][\w-]*$")
_OUT_OF = re.compile(r"\s?(?:/|out of|of|von|sur|de|su|von)\s?(?:5|10|100|five|ten)\b(?!\s?[/.-]?\d)")
_FALLING = re.compile(
    r"\b(?:fell|fall|falls|down|dropped|drop|declined?|decreased?|shrank|lost|loss|below|under|minus|owe[sd]?|overdrawn)\b"
)


def numbers(
    text: str, lower: str, mask: bytearray, cuts: set[int], foreign: bool = False
) -> Iterator[Mention]:
    """Yield the numbers of a text outside `mask`; at `cuts` a comma parts cells, and so numbers.

    In a `foreign` text a comma can be the decimal mark and a point can part thousands.
    """
    comma = foreign or _COMMAS.search(text) is not None
    for match in _DIGITS.finditer(text):
        start, end = match.span()
        if mask[start]:
            continue
        digits = match[0]
        if len(digits) > 60:
            continue
        parted = False
        if not digits.isdigit():
            parted = bool(cuts) and any(start + i in cuts for i, c in enumerate(digits) if c == ",")
            before = text[start - 1] if start else ""
            if not parted and "," in digits and (before == "[" or text[end : end + 1] == "]"):
                parted = True
            if not parted and not _read(digits, comma):
                parted = True
            if (not parted and before == "(" and digits.count(",") > 1) or (
                text[end : end + 1] == ")" and digits.count(",") > 1
            ):
                yield from _parts(text, lower, start, digits, ",", comma)
        if parted:
            yield from _parts(text, lower, start, digits, ", ", comma)
            continue
        mention = _number(text, lower, start, end, _read(digits, comma))
        if mention is not None:
            yield mention


def _parts(text: str, lower: str, start: int, digits: str, marks: str, comma: bool) -> Iterator[Mention]:
    at = 0
    for i in range(len(digits) + 1):
        if i == len(digits) or digits[i] in marks:
            part = digits[at:i]
            if part and (values := _read(part, comma)):
                mention = _number(text, lower, start + at, start + i, values)
                if mention is not None:
                    yield mention
            at = i + 1


def _number(text: str, lower: str, start: int, end: int, values: set[Decimal]) -> Mention | None:
    if not values:
        return None
    negative = either = False
    unit = ""
    begin = start
    k = start - 1
    before = text[k] if k >= 0 else "\n"
    if before not in " \n" or k < 0:
        if before == "_" or (before.isalpha() and before not in "xX×" and has_blanks(before)):
            if before == "R" and _CENTS.search(text, start, end) and not text[k - 1 : k].isalnum():
                before = " "
            code = text[k - 2 : k + 1] if k >= 2 else ""
            if before != " " and not (
                len(code) == 3 and code.isupper() and code.isalpha() and not text[k - 3 : k - 2].isalnum()
            ):
                return None
        elif before in "xX" and k > 0 and text[k - 1].isalnum():
            return None
        elif before in _MINUS + "/.:" and k > 0 and text[k - 1].isalnum():
            if not text[k - 1].isdigit() or before in ".:":
                return None
            if before == "/" or _CODE.search(text, max(0, k - 24), k):
                return None
    # what stands before: a currency, a sign
    for _ in range(2):
        j = k
        while j >= 0 and start - j <= 4 and text[j] in _BLANKS:
            j -= 1
        if j < 0:
            break
        c = text[j]
        if c in _SIGNS:
            unit, k, begin = c, j - 1, j
            while k >= 0 and j - k <= 3 and text[k].isupper():
                k -= 1
        elif (
            c.isupper()
            and j >= 2
            and text[j - 2 : j + 1].isalpha()
            and text[j - 2 : j + 1].isupper()
            and (j == 2 or not text[j - 3].isalnum())
        ):
            unit, k, begin = lower[j - 2 : j + 1], j - 3, j - 2
        else:
            break
    if k >= 0:
        c = text[k]
        if c in _MINUS and (k == 0 or not (text[k - 1].isalnum() or text[k - 1] in ")%°")):
            negative, begin = True, k
        elif c == " " and k > 0 and text[k - 1] in _MINUS and text[k - 2 : k - 1] in (":", "=", "|"):
            negative, begin = True, k - 1
        elif c == "(" and text[end : end + 1] == ")":
            either = True
        elif c in " -" and k > 3:
            word = (
                _LAST_WORD.search(lower[max(0, k - 12) : k + 1])
                if lower.endswith(_NEGATIVE_ENDINGS, 0, k)
                else None
            )
            if word is not None and word[1] in _NEGATIVE:
                negative, begin = True, k - len(word[1])
    # what stands behind
    stop = end
    j = end
    if j < len(text) and text[j] in _BLANKS and j + 1 < len(text):
        j += 1
    if j < len(text):
        c = text[j]
        if c in "%°" or c in _SIGNS:
            unit = unit or c
            if c == "%":
                stop = j + 1
            if c == "°":
                word = _WORD.match(lower, j + 1 + (text[j + 1 : j + 2] in (" ", "′", "'")))
                if (
                    word is not None
                    and word[0] in _SIDES
                    and word.end() - word.start() == 1
                    and text[word.start()] in "SW"
                ):
                    negative = True
        elif c.isalpha():
            word = _WORD.match(lower, j)
            name = word[0] if word else ""
            after = text[j + len(name) : j + len(name) + 1]
            glued = after.isdigit() or after == "_" or (len(name) > 5 and name not in _MAGNITUDES)
            if j == end and glued and name != "x" and after:
                return None
            if (
                name in _MAGNITUDES
                and (j > end or name in ("k", "m", "mn", "bn", "mio"))
                and not (name == "m" and j > end)
            ):
                values = {
                    value.scaleb(_MAGNITUDES[name]) if name != "dozen" else value * 12 for value in values
                }
                stop = j + len(name)
                if name == "k" and text[j] == "K" and j > end:
                    pass
            elif name in ("degrees", "degree", "grad", "degrés", "grados", "deg", "graus", "gradi"):
                side = re.match(
                    r"\s(?:latitude\s|longitude\s)?([^\W\d_]+)", lower[j + len(name) : j + len(name) + 30]
                )
                if side and side[1] in _SOUTH_OR_WEST:
                    negative = True
                unit = "°"
            elif name in _SOUTH_OR_WEST and (len(name) > 1 or text[j] in "SW") and "." in text[start:end]:
                negative = True
            else:
                unit = unit or _CJK_UNITS.get(name[:2]) or _CJK_UNITS.get(name[:1]) or name
        elif c == "-" and text[j + 1 : j + 2] == " ":
            pass
        elif c == "_" or (
            c == "-" and j == end and text[j + 1 : j + 2].isupper() and text[j + 2 : j + 3].isupper()
        ):
            return None
    if negative:
        values = {-value for value in values}
    elif either or (start > 4 and _FALLING.search(lower, max(0, start - 40), start)):
        values = values | {-value for value in values}
    if (
        before == " "
        and lower[max(0, begin - 8) : begin].endswith(("out of ", "score of "))
        and lower[begin - 7 : begin] == "out of "
    ):
        return None
    scale = _OUT_OF.match(lower, stop)
    if scale is not None:
        stop = scale.end()
        unit = "/"
    return Mention("number", begin, stop, frozenset(values), unit)


def _read(digits: str, comma: bool) -> set[Decimal]:
    """Return the readings of digits with separators; `comma` says that the text writes decimal commas."""
    if digits.isdigit():
        return {Decimal(digits)}
    plain = _SEPARATED.sub("", digits)
    if plain != digits:
        whole = re.split("[.,]", digits)[0]
        if not _BLANKED.fullmatch(whole):
            return set()
        digits = plain
        if digits.isdigit():
            return {Decimal(digits)}
    if any(c in digits for c in " \u00a0\u202f\u2009'’"):
        return set()
    points, commas = digits.count("."), digits.count(",")
    if not commas:
        if points == 1:
            dotted = (comma or digits.endswith("000")) and _DOTTED.fullmatch(digits)
            return {Decimal(digits), Decimal(digits.replace(".", ""))} if dotted else {Decimal(digits)}
        return {Decimal(digits.replace(".", ""))} if _DOTTED.fullmatch(digits) else set()
    if not points:
        if _THOUSANDS.fullmatch(digits):
            both = comma and commas == 1
            return {Decimal(digits.replace(",", "")), *([Decimal(digits.replace(",", "."))] if both else [])}
        return {Decimal(digits.replace(",", "."))} if commas == 1 else set()
    mark = max(",.", key=digits.rfind)
    whole, _, fraction = digits.rpartition(mark)
    if not (_THOUSANDS if mark == "." else _DOTTED).fullmatch(whole):
        return set()
    return {Decimal(f"{whole.replace(',', '').replace('.', '')}.{fraction}")}
