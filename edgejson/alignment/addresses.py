"""E-mail addresses and telephone numbers, written or told in words."""

import re
from collections.abc import Iterator, Sequence

from edgejson.alignment.mention import Mention
from edgejson.alignment.number_words import DIGITS, FOREIGN, SMALL
from edgejson.alignment.vocabulary import table_of, words_for

_EMAIL = re.compile(r"[\w.+%&'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}")
_PHONE = re.compile(r"(?<![\w.,/-])\+?\(?\d[\d\s()./–-]{5,24}\d(?![\w])")
AT = words_for("at signs in words")
DOTS = words_for("dots in words")
MARKS = table_of("marks in words")


def emails(text: str) -> Iterator[Mention]:
    """Yield the e-mail addresses that a text writes."""
    if "@" in text:
        for match in _written(text):
            if "." in match[0][match[0].index("@") :]:
                start = match.start() + len(match[0]) - len(match[0].lstrip(".'-&"))
                yield Mention(
                    "email", start, match.end(), frozenset({text[start : match.end()].rstrip(".-").lower()})
                )


def _written(text: str) -> Iterator[re.Match[str]]:
    """Yield what has the form of an address: at each at sign, from where the name before it begins."""
    at, end = text.find("@"), 0
    while at >= 0:
        start = at
        while start > end and at - start < 64 and (text[start - 1].isalnum() or text[start - 1] in "_.+%&'-"):
            start -= 1
        match = _EMAIL.match(text, start)
        if match is not None:
            end = match.end()
            yield match
        at = text.find("@", max(end, at + 1))


def told_emails(words: Sequence[str], starts: Sequence[int], hot: Sequence[int]) -> Iterator[Mention]:
    """Yield the e-mail addresses that are told in words: ``jo dot lee at example dot com``."""
    n = len(words)
    for at in hot:
        word = words[at]
        if word not in AT or (word == "@" and not (at and starts[at] > starts[at - 1] + len(words[at - 1]))):
            continue
        # behind: host (dot host)+, the dots as words
        k, host, dots = at + 1, "", 0
        told = word == "@"
        while k < n and len(host) < 80:
            if (
                words[k] in DOTS
                and k + 1 < n
                and (words[k] != "." or starts[k + 1] == starts[k] + 1)
                and host
                and words[k + 1][0].isalnum()
            ):
                told = told or words[k] != "."
                host, k, dots = host + "." + words[k + 1], k + 2, dots + 1
            elif words[k] in MARKS and k + 1 < n and host and words[k + 1][0].isalnum():
                host, k = host + MARKS[words[k]] + words[k + 1], k + 2
            elif words[k] == "-" and k + 1 < n and host and starts[k] == starts[k - 1] + len(words[k - 1]):
                host, k = host + "-" + words[k + 1], k + 2
            elif not host and words[k][0].isalnum():
                host, k = words[k], k + 1
                if (
                    k + 1 < n
                    and words[k].isalpha()
                    and words[k] not in DOTS
                    and words[k] not in MARKS
                    and words[k + 1] in DOTS
                    and words[k + 1] != "."
                ):
                    host, k = host + words[k], k + 1
            else:
                break
        if not dots or not told or not any(c.isalpha() for c in host):
            continue
        # before: what the name is made of, one part and as many as marks join to it
        j, names = at - 1, {""}
        parts: list[str] = []
        joined = True
        while j >= 0 and at - j < 24:
            if words[j] in DOTS or words[j] in MARKS or words[j] in ("_", "-"):
                parts.append("." if words[j] in DOTS else MARKS.get(words[j], words[j]))
                joined = True
            elif words[j][0].isalnum() and (
                joined
                or len(words[j]) == 1
                or words[j] in SMALL
                or words[j].isdigit()
                or len(parts[-1]) == 1
                or parts[-1].isdigit()
            ):
                parts.append(
                    str(SMALL.get(words[j], words[j]))
                    if len(words[j]) > 1 or words[j].isdigit()
                    else words[j]
                )
                joined = False
            else:
                break
            name = "".join(reversed(parts))
            if name[0].isalnum():
                names.add(name)
            j -= 1
        names.discard("")
        if names:
            readings = frozenset(f"{name}@{host}" for name in names)
            yield Mention("email", starts[max(j + 1, 0)], starts[k - 1] + len(words[k - 1]), readings)


def phones(text: str) -> Iterator[Mention]:
    """Yield what can be a telephone number: seven digits and more, in groups."""
    for match in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        if 7 <= len(digits) <= 15 and "\n" not in match[0]:
            yield Mention("phone", match.start(), match.end(), frozenset({digits}))


def spelled(words: Sequence[str]) -> str:
    """Return the letters and digits of tokens with spoken digits as figures, and marks in words left out."""
    result, again = [], 1
    for word in words:
        if word in ("double", "triple"):
            again = 2 if word == "double" else 3
            continue
        if word in DIGITS:
            piece = str(DIGITS[word])
        elif word in SMALL:
            piece = str(SMALL[word])
        elif word in FOREIGN and len(word) > 2:
            piece = str(FOREIGN[word])
        elif word in MARKS or word in DOTS or not word[0].isalnum():
            again = 1
            continue
        else:
            piece = word
        result.append(piece.replace("o", "0") * again if len(piece) == 1 else piece * again)
        again = 1
    return "".join(result)
