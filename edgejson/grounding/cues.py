"""Values that prose names a field beside: ``coupon code SPRING25``, ``high priority``, ``due 3 April``."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from edgejson.grounding.choices import pattern
from edgejson.grounding.coverage import Coverage
from edgejson.grounding.figures import Span
from edgejson.grounding.folding import name_words
from edgejson.grounding.passage import Passage
from edgejson.grounding.shape import Shape

_LINK = re.compile(
    r"(?P<sign>[ \t]*(?:[:=#|]|\.{3,}|_{3,})[ \t]*|\s+(?:is|was|are)\s+|"
    r"(?P<asked>(?:,? please)?\?)\s+(?:\S[^\n:?]{0,30}:[ \t]+)?(?:(?:sure|yes|certainly|of course),?\s+)?"
    r"(?:(?:that|it)(?:\s(?:is|was|would be)|'s)\s+)?)?"
    r"(?:\s*\b(?:set|of|to|as|at|by|on|for|the|now|still)\b)*[ \t(\"'*`-]*"
)
_PLAIN_LINK = re.compile(r"(?P<sign>[ \t]*[:=#][ \t]*)|[\s(\"'*`]+")
_GENERIC = frozenset(["code", "id", "date", "number", "name", "address", "amount", "time", "at", "by"])
_TELLING_NOTHING = _GENERIC | frozenset(
    [
        "start",
        "end",
        "value",
        "price",
        "unit",
        "type",
        "status",
        "cost",
        "percentage",
        "rate",
        "is",
        "has",
        "per",
        "to",
        "in",
        "on",
        "of",
    ]
)
_CLAUSE_END = re.compile(r"[.;!?\n]\s|\n|,\s")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")
_MONEY_BEFORE = re.compile(r"(?:[$€£¥₹]|(?<![A-Za-z])[A-Z]{3})\s?$")
_MONEY_AFTER = re.compile(r"\s?(?:[$€£¥₹%]|[A-Z]{3}\b)")
_CENTS = re.compile(r"[.,]\d\d$")
_CONTENT = re.compile(r"[^\W_]{2,}")
_FILLERS = re.compile(
    r"\b(?:the|a|an|is|was|are|for|as|of|to|please|note|we|have|it|its|and|with|see|below|above|following)\b"
)
_DENIAL = re.compile(r"\b(?:no|not|none|without|never|n/a|missing|unknown|n't)\b|n't\b")
_NEAR = 30
"""Characters within which a name and a value stand near each other."""
_BOOLEAN = re.compile(r"(?:true|false|yes|no|on|off|enabled|disabled)\b")
_SHORT = 8
"""Words before a value in a plain statement, those who speak and an article included."""
_VAGUE = re.compile(
    r"(?:below|above|as|in|on|at|to|not|no|none|still|also|being|the same|attached|missing|unknown|fine|"
    r"right|wrong|clear|there|here|ready|what|how|up|out|open|pending|correct|good|ok|very|quite|too|so|\w+ed|\w+ing)\b",
    re.IGNORECASE,
)
_LAST_WORD = re.compile(r"(?P<word>[^\W\d_]+) $")
_ARTICLES = frozenset(
    {
        "the", "a", "an", "its", "his", "her", "their", "our", "my", "your", "and", "or", "with", "as", "for",
        "of", "in", "on", "at", "by", "is", "was", "has", "have", "set", "no", "one", "this", "that",
    }
)  # fmt: skip
_TOKEN = re.compile(r"[^\s,;:()\"|]+")
_ANSWER = re.compile(r"(?:[^\s,;:|\"]+[ ]){0,5}[^\s,;:|\"]+")
"""The whole of a short answer to a question."""
_SAYING = re.compile(r"\w")
_TEXT = re.compile(r"[^\n,;|\"]+")
_MONEY = re.compile(r"(?:[A-Z]{3}\s?)?[-−+]?\s?[$€£¥₹]?\s?[-−]?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A value that stands right beside a field's name: its span, and the text, for people.

    ``is_loose`` says that only a verb links the two, and that the value has no form of its own, ``is_said``
    that a verb, a mark or a question links it with the field's whole name, ``is_qualified`` that a word
    before it makes another name of it: ``meeting notes``.
    """

    start: int
    end: int
    text: str
    is_loose: bool = False
    is_said: bool = False
    is_qualified: bool = False


class Cues:
    """The values in a passage that stand beside names of fields.

    `phrases` are the names of all fields of the schema, so that *total* is not read in *total amount*.
    """

    def __init__(self, passage: Passage, phrases: Sequence[str]) -> None:
        self.passage = passage
        self._phrases = [phrase for phrase in phrases if phrase in passage.lower]
        self._found: dict[str, list[Cue]] = {}

    def of(self, shape: Shape) -> list[Cue]:
        """Return the values of the kind of `shape` that stand right beside its name."""
        if shape.name not in self._found:
            self._found[shape.name] = list(self._beside(shape))
        return self._found[shape.name]

    def names(self, sighting_spans: Sequence[Span], shape: Shape) -> bool:
        """Whether the name of `shape` stands near one of the places: ``we have high as the priority``."""
        name, text = _named(name_words(shape.name)), self.passage.lower
        return any(name.search(text, max(0, start - _NEAR), end + _NEAR) for start, end in sighting_spans)

    def _beside(self, shape: Shape) -> Iterator[Cue]:
        text, words = self.passage.lower, name_words(shape.name)
        short = words[:-1] if words[-1] in _GENERIC and len(words) > 1 else words
        for phrase in (words, short) if short != words else (words,):
            if not all(word in text for word in phrase):
                continue
            link = _LINK if phrase == words else _PLAIN_LINK
            for match in _places(phrase, text):
                if self._is_longer(match):
                    continue
                linked = link.match(text, match.end())
                if linked is not None:
                    sign = linked["sign"] or ""
                    asked = phrase == words and linked["asked"] is not None
                    link_sign = "?" if asked else sign.strip()
                    is_said, is_qualified = bool(sign) and phrase == words, _is_qualified(text, match.start())
                    for cue in _value_at(linked.end(), shape, self.passage, link_sign):
                        yield replace(cue, is_said=is_said, is_qualified=is_qualified)
                if shape.choices:
                    yield from _choice_before(match.start(), shape, self.passage)

    def _is_longer(self, match: re.Match[str]) -> bool:
        """Whether a longer name of a field stands where `match` stands."""
        size = match.end() - match.start()
        around = self.passage.lower[max(0, match.start() - 30) : match.end() + 30]
        return any(len(phrase) > size and match[0] in phrase and phrase in around for phrase in self._phrases)

    def states(self, cue: Cue) -> bool:
        """Whether a cue with a verb is a plain statement: the name begins the sentence, a value ends it."""
        line = self.passage.plain[: cue.start].rpartition("\n")[2]
        sentence = re.split(r"[.!?]\s", line)[-1]
        return len(sentence.split()) <= _SHORT and _VAGUE.match(cue.text) is None

    def alone(self, shape: Shape, covered: Coverage) -> Cue | None:
        """Return the clause that names a field (by two words, or in brackets) and holds no known value.

        A clause that says no (``no coupon code``) names nothing.
        """
        text, words = self.passage.lower, name_words(shape.name)
        for match in _places(words, text) if all(word in text for word in words) else ():
            start, end = _clause(text, *match.span())
            rest = text[start : match.start()] + text[match.end() : end]
            in_brackets = (
                text[match.start() - 1 : match.start()] == "(" and text[match.end() : match.end() + 1] == ")"
            )
            if (len(words) < 2 and not in_brackets) or self._is_longer(match) or covered.touches(start, end):
                continue
            if _CONTENT.search(_FILLERS.sub(" ", rest)) and not _DENIAL.search(rest):
                return Cue(start=start, end=end, text=self.passage.plain[start:end].strip())
        return None

    def loosely(self, shape: Shape, covered: Coverage) -> Iterator[Cue]:
        """Yield dates, addresses and amounts before which their clause has the telling words of the name.

        ``ordered on 5 May`` states *order_date*, ``shipping came to $4.95`` *shipping_cost*. What the label
        has (`covered`) may not stand between.
        """
        stems = _stems(shape.name)
        text = self.passage.lower
        if not stems or not all(stem in text for stem in stems):
            return
        for start, end in _strong(shape, self.passage):
            clause = _CLAUSE_END.split(text[max(0, start - _NEAR) : start])[-1]
            told = [re.search(rf"(?<!\w){re.escape(stem)}", clause) for stem in stems]
            first = start - len(clause)
            if all(at is not None and not covered.touches(first + at.start(), start) for at in told):
                yield Cue(start=start, end=end, text=self.passage.plain[start:end])


def _is_qualified(text: str, at: int) -> bool:
    """Whether a word that is no article stands right before the name at `at`."""
    before = _LAST_WORD.search(text[max(0, at - _NEAR) : at])
    return before is not None and before["word"] not in _ARTICLES


def _clause(text: str, start: int, end: int) -> Span:
    """Return the clause around a name; a name in brackets belongs to what is before them."""
    left = max(text.rfind(mark, 0, start) for mark in (",", ";", "\n", ". ", "! ", "? "))
    marks = [at for mark in (",", ";", "\n", ". ", "! ", "? ") if (at := text.find(mark, end)) >= 0]
    return left + 1, min(marks, default=len(text))


@lru_cache(maxsize=2048)
def _stems(name: str) -> tuple[str, ...]:
    """Return the beginnings of the words of a name that say more than what kind of thing it is."""
    words = [word for word in name_words(name) if word not in _TELLING_NOTHING and len(word) > 2]
    return tuple(word[: max(4, len(word) - 2)] for word in words)


def _strong(shape: Shape, passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield where values stand whose form alone says that they are of the field's kind."""
    if shape.format in ("date", "date-time"):
        yield from (span for _, span in passage.moments.days)
    elif shape.format == "email":
        yield from (match.span() for match in _EMAIL.finditer(passage.plain))
    elif shape.kind == "number":
        for figure in passage.figures:
            start, end = figure.span
            before = passage.plain[max(0, start - 5) : start]
            after, own = _MONEY_AFTER.match(passage.plain, end), _CENTS.search(passage.plain[start:end])
            if after or own or _MONEY_BEFORE.search(before):
                yield figure.span


def _places(words: tuple[str, ...], text: str) -> Iterator[re.Match[str]]:
    at = text.find(words[0])
    while at >= 0:
        match = _named(words).match(text, at)
        if match is not None:
            yield match
        at = text.find(words[0], at + 1)


@lru_cache(maxsize=2048)
def _named(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<![^\W_])(?<![?&/])" + r"[\s_-]?".join(map(re.escape, words)) + r"(?![^\W_])")


def _value_at(at: int, shape: Shape, passage: Passage, sign: str) -> Iterator[Cue]:
    text = passage.plain
    if shape.kind == "boolean":
        found = _BOOLEAN.match(passage.lower, at)
        if found is not None:
            yield Cue(start=at, end=found.end(), text=found[0])
    elif shape.choices:
        for choice in shape.choices:
            found = pattern(choice).match(passage.lower, at)
            if found is not None:
                yield Cue(start=found.start(), end=found.end(), text=choice)
    elif shape.kind == "number":
        money = _MONEY.match(text, at)
        start = money.end() if money else at
        for figure in passage.figures:
            if figure.span[0] == start and not figure.is_word:
                yield Cue(start=start, end=figure.span[1], text=text[at : figure.span[1]])
    elif shape.format in ("date", "date-time"):
        for _, (start, end) in passage.moments.days:
            if at <= start <= at + 5:
                yield Cue(start=start, end=end, text=text[start:end])
    elif shape.format == "email":
        token = _TOKEN.match(text, at)
        if token and "@" in token[0]:
            yield Cue(start=token.start(), end=token.end(), text=token[0])
    elif sign:
        found = _TEXT.match(text, at)
        if found is not None and sign == "?" and not _ANSWER.fullmatch(text, at, _line_end(text, at)):
            return
        if found is not None and _SAYING.search(found[0]):
            yield Cue(start=found.start(), end=found.end(), text=found[0].strip(), is_loose=sign.isalpha())
    else:
        token = _TOKEN.match(text, at)
        if token and any(map(str.isdigit, token[0])) and any(map(str.isalpha, token[0])):
            yield Cue(start=token.start(), end=token.end(), text=token[0])


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _choice_before(at: int, shape: Shape, passage: Passage) -> Iterator[Cue]:
    """Yield the enum value that stands right before the name: ``high-priority``, ``dark theme``."""
    for choice in shape.choices:
        before = passage.lower[max(0, at - len(choice) - 2) : at]
        found = re.search(rf"(?<!\w){re.escape(choice.lower()).replace('_', '[ _-]')}[ -]$", before)
        if found is not None:
            start = at - len(found[0])
            yield Cue(start=start, end=at - 1, text=choice)
