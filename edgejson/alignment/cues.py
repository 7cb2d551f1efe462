"""Cues: the words around a mention that tell whose value it is, and how much each of them tells."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeAlias

from edgejson.alignment.cells import Name
from edgejson.alignment.document import Document
from edgejson.alignment.fields import Field, Fields
from edgejson.alignment.mention import Mention
from edgejson.alignment.words import ORDINARY, name_words

Weights: TypeAlias = Mapping[str, Mapping[str, int]]
"""Field path (joined by dots) to cue to weight, in half nats."""

LEXICON = Path(__file__).with_name("lexicon.json")
NULL = -1
"""The index that stands for no field: cues of what no label takes up."""
_LEFT, _RIGHT = 3, 2
CAPS: Mapping[str, int] = {
    "K": 8,
    "k": 4,
    "w": 3,
    "P": 3,
    "L": 4,
    "l": 3,
    "N": 1,
    "B": 3,
    "R": 4,
    "r": 2,
    "u": 4,
    "s": 5,
}
"""The most that a cue of each sort can tell: names of cells, words before and behind, units, shapes."""
_MOST = 8
LEAST = -4
"""The least that a shape tells: a field that never has it."""
ENOUGH = 8
"""Mentions of a field after which a shape that it never had speaks against it."""
_KINDS: Mapping[str, tuple[str, ...]] = {
    "number": ("number",), "moment": ("moment",), "email": ("email", "text"), "phone": ("text",),
    "text": ("text", "choice"), "choice": ("choice",), "truth": ("truth",),
}  # fmt: skip


def cues_of(document: Document, mention: Mention) -> list[str]:
    """Return the cues of a mention: names of its cells, words before and behind, its form."""
    found: list[str] = []
    text, words, starts = document.text, document.words, document.starts
    first = document.word_at(mention.start)
    left_end = 0
    right_end = len(text)
    for cell in document.cells_at(mention.start, mention.end)[:2]:
        inside = mention.start - cell.start
        most = mention.kind != "text" or 2 * (mention.end - mention.start) > cell.end - cell.start
        whole = (most and inside <= 2) or (
            most and (inside < 12 and not any(c.isalpha() for c in text[cell.start : mention.start]))
        )
        for name in cell.names:
            key = " ".join(name)
            found.append(f"K {key}" if whole else f"k {key}")
            if len(name) > 1:
                found += [f"w {word}" for word in name if word not in ORDINARY]
        if cell.parents:
            found.append(f"P {' '.join(cell.parents[-1])}")
        if left_end == 0:
            left_end, right_end = cell.start, cell.end
    count = 0
    last = ""
    index = first - 1
    while index >= 0 and count < _LEFT and first - index < 12:
        word = words[index]
        start = starts[index]
        if (
            start < left_end
            or "\n"
            in text[start + len(word) : starts[index + 1] if index + 1 < len(starts) else mention.start]
        ):
            break
        if word[0].isalpha():
            if last == "" and first - index < 4:
                found.append(f"N {word}")
            elif last and last != " " and first - index < 5:
                found.append(f"B {word} {last}")
            last = word if last == "" else " "
            if word not in ORDINARY:
                found.append(f"{'L' if count == 0 else 'l'} {word}")
                count += 1
        elif word in ".!?;" and starts[index + 1 : index + 2] and starts[index + 1] > start + 1:
            break
        index -= 1
    index = document.word_at(mention.end)
    count = 0
    stop = min(index + 6, len(words))
    previous = mention.end
    while index < stop and count < _RIGHT:
        word = words[index]
        if starts[index] >= right_end or "\n" in text[previous : starts[index]]:
            break
        if word[0].isalpha() and word not in ORDINARY:
            found.append(f"R {word}" if count == 0 else f"r {word}")
            count += 1
        elif word in ".!?;":
            break
        previous = starts[index] + len(word)
        index += 1
    if mention.unit:
        found.append(f"u {mention.unit}")
    if mention.kind == "number":
        value = next(iter(mention.readings))
        assert isinstance(value, Decimal | int)
        whole_number = value == int(value) and "." not in text[mention.start : mention.end]
        found.append(f"s whole{min(len(str(abs(int(value)))), 4)}" if whole_number else "s part")
    elif mention.kind == "text":
        found.append(f"s {shape_of(text[mention.start : mention.end])}")
    return found


_SHAPES = (
    ("email", re.compile(r"\S+@\S+\.\S+")),
    ("link", re.compile(r"(?:https?://|www\.)\S+")),
    ("zone", re.compile(r"[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+(?:/[A-Z]\w+)?")),
    ("tag", re.compile(r"[a-z]{2,3}-[A-Z][A-Za-z]{1,3}")),
    ("phone", re.compile(r"\+?[\d\s()./-]{8,30}")),
    ("range", re.compile(r"[<>≤≥]?\s?[\d.,]+(?:\s?[-–]\s?[\d.,]+)?(?:\s?\D{0,12})")),
    ("type", re.compile(r"[a-z]+/[a-z0-9.+-]+")),
    ("file", re.compile(r"[\w.-]+\.[a-z]{2,4}")),
    ("version", re.compile(r"v?\d+(?:\.\d+)+")),
    ("currency", re.compile(r"[A-Z]{3}")),
)


@lru_cache(maxsize=8192)
def shape_of(value: str) -> str:
    """Return a rough shape of a text: an address, a code, figures, a name, a word, words or sentences."""
    words = value.split()
    if len(words) < 6 and len(value) < 80:
        for name, pattern in _SHAPES:
            if pattern.fullmatch(value):
                return name
    if len(words) > 5 or value.rstrip().endswith((".", "!", "?")):
        return "sentence"
    figures = any(c.isdigit() for c in value)
    letters = any(c.isalpha() for c in value)
    if figures:
        return ("code" if letters else "figures") if len(words) == 1 else "mixed"
    if len(words) == 1:
        return "upper" if value.isupper() else "Word" if value[:1].isupper() else "word"
    return "Name" if all(word[0].isupper() for word in words if len(word) > 3) else "words"


class Cues:
    """The cues of one schema's fields: how much each tells for which of them."""

    def __init__(self, fields: Fields, weights: Weights) -> None:
        self.fields = fields
        self.index: dict[str, list[tuple[int, int]]] = {}
        for path, cues in weights.items():
            if path == "":
                number = NULL
            else:
                one = fields.by_path.get(tuple(path.split(".")))
                if one is None:
                    continue
                number = one.index
            for cue, weight in cues.items():
                self.index.setdefault(cue, []).append((number, weight))
        self.names: dict[str, list[tuple[int, int]]] = {}
        self.words: dict[str, int] = Counter(word for one in fields.all for word in set(one.words))
        self._known = len(fields.all)

    def scores(self, document: Document, mention: Mention) -> dict[int, int]:
        """Return how much speaks for each field to be the one that a mention states, by the fields' index."""
        if mention.scores is not None:
            return mention.scores
        if len(self.fields.all) != self._known:
            self._known = len(self.fields.all)
            self.names.clear()
            self.words = Counter(word for one in self.fields.all for word in set(one.words))
        scores: dict[int, int] = {}
        kinds = _KINDS[mention.kind]
        all_fields = self.fields.all
        for cue in dict.fromkeys(cues_of(document, mention)):
            for number, weight in self.index.get(cue, ()):
                if number == NULL or all_fields[number].kind in kinds:
                    scores[number] = scores.get(number, 0) + weight
            for number, weight in self._named(cue):
                if all_fields[number].kind in kinds:
                    scores[number] = scores.get(number, 0) + weight
        mention.scores = scores
        return scores

    def shape(self, document: Document, mention: Mention, number: int) -> int:
        """Return what of a mention's score for a field its shape tells."""
        cue = f"s {shape_of(document.text[mention.start : mention.end])}"
        return sum(weight for other, weight in self.index.get(cue, ()) if other == number)

    def _named(self, cue: str) -> list[tuple[int, int]]:
        """Return the fields that the schema's own words make a cue speak for, and how much."""
        found = self.names.get(cue)
        if found is None:
            if len(self.names) > 50_000:
                self.names.clear()
            found = self.names[cue] = [*self._by_name(cue)]
        return found

    def _by_name(self, cue: str) -> Iterable[tuple[int, int]]:
        sort, _, rest = cue.partition(" ")
        if sort in "Kk":
            joined = rest.replace(" ", "")
            for one in self.fields.all:
                if any("".join(name) == joined for name in one.names):
                    yield (
                        one.index,
                        (_MOST if sort == "K" else 3) + (2 if joined == "".join(one.words) else 0),
                    )
                elif one.words and set(one.words) <= set(rest.split()):
                    yield one.index, 3 if sort == "K" else 1
        elif sort == "P":
            for one in self.fields.all:
                if any(tuple(rest.split()) == name for name in names_above(one)):
                    yield one.index, 2
        elif sort in "LlwR" and rest not in ORDINARY and self.words.get(rest):
            weight = 3 if self.words[rest] == 1 else 2 if self.words[rest] < 4 else 1
            for one in self.fields.all:
                if rest in one.words:
                    yield one.index, weight if len(one.words) == 1 or sort != "R" else max(1, weight - 1)


def names_above(one: Field) -> list[Name]:
    """Return the names of the objects and lists around a field."""
    return [name_words(key) for key in one.path[:-1] if key != "*"]


@cache
def lexicon() -> Mapping[str, Weights]:
    """Return the weights of the built-in schemas' cues, by schema id: made from our own data by a command."""
    if not LEXICON.exists():
        return {}
    data: Any = json.loads(LEXICON.read_text(encoding="utf-8"))
    return data["schemas"]  # type: ignore[no-any-return]
