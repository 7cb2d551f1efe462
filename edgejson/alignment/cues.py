"""Cues: the words around a mention that tell whose value it is, and how much each of them tells."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeAlias

from edgejson.alignment.cells import Cell, Name
from edgejson.alignment.document import Document
from edgejson.alignment.fields import Field, Fields
from edgejson.alignment.mention import Mention, MentionKind
from edgejson.alignment.words import ORDINARY, name_words

Weights: TypeAlias = Mapping[str, Mapping[str, int]]
"""Field path (joined by dots) to cue to weight, in half nats."""

Told: TypeAlias = tuple[tuple[int, int], ...]
"""The fields, by index, that a cue speaks for, and how much."""

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
_MOST_CUES, _MOST_SUMS = 50_000, 5_000
"""Cues, and sets of them, whose answers are kept."""
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
    cells = document.cells_at(mention.start, mention.end)[:2]
    return _cues_in(document, mention, cells, _form(document.text, mention))


def _form(text: str, mention: Mention) -> str:
    """Return the cue of a mention's own form, "" for kinds of which each has the same."""
    if mention.kind == "number":
        value = next(iter(mention.readings))
        assert isinstance(value, Decimal | int)
        number = int(value)
        whole = value == number and "." not in text[mention.start : mention.end]
        return f"s whole{min(len(str(abs(number))), 4)}" if whole else "s part"
    if mention.kind == "text":
        return f"s {shape_of(text[mention.start : mention.end])}"
    return ""


def _is_whole_of(cell: Cell, text: str, mention: Mention) -> bool:
    """Whether a mention is what a cell states, and not a part of it."""
    if mention.kind == "text" and 2 * (mention.end - mention.start) <= cell.end - cell.start:
        return False
    inside = mention.start - cell.start
    return inside <= 2 or (inside < 12 and not any(c.isalpha() for c in text[cell.start : mention.start]))


def _cues_in(document: Document, mention: Mention, cells: Sequence[Cell], form: str) -> list[str]:
    found: list[str] = []
    text, words, starts = document.text, document.words, document.starts
    first = document.word_at(mention.start)
    left_end = 0
    right_end = len(text)
    line_start = text.rfind("\n", 0, starts[first] if first < len(starts) else mention.start) + 1
    line_end = text.find("\n", mention.end)
    for cell in cells:
        whole = _is_whole_of(cell, text, mention)
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
        if start < left_end or start < line_start:
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
    if 0 <= line_end < right_end:
        right_end = line_end
    while index < stop and count < _RIGHT:
        word = words[index]
        if starts[index] >= right_end:
            break
        if word[0].isalpha() and word not in ORDINARY:
            found.append(f"R {word}" if count == 0 else f"r {word}")
            count += 1
        elif word in ".!?;":
            break
        index += 1
    if mention.unit:
        found.append(f"u {mention.unit}")
    if form:
        found.append(form)
    return found


_SHAPES = re.compile(
    r"(?P<email>\S+@\S+\.\S+)"
    r"|(?P<link>(?:https?://|www\.)\S+)"
    r"|(?P<zone>[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+(?:/[A-Z]\w+)?)"
    r"|(?P<tag>[a-z]{2,3}-[A-Z][A-Za-z]{1,3})"
    r"|(?P<phone>\+?[\d\s()./-]{8,30})"
    r"|(?P<range>[<>≤≥]?\s?[\d.,]+(?:\s?[-–]\s?[\d.,]+)?(?:\s?\D{0,12}))"
    r"|(?P<type>[a-z]+/[a-z0-9.+-]+)"
    r"|(?P<file>[\w.-]+\.[a-z]{2,4})"
    r"|(?P<version>v?\d+(?:\.\d+)+)"
    r"|(?P<currency>[A-Z]{3})"
)


@lru_cache(maxsize=8192)
def shape_of(value: str) -> str:
    """Return a rough shape of a text: an address, a code, figures, a name, a word, words or sentences."""
    words = value.split()
    if len(words) < 6 and len(value) < 80:
        match = _SHAPES.fullmatch(value)
        if match is not None and match.lastgroup is not None:
            return match.lastgroup
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

    def __init__(
        self,
        fields: Fields,
        weights: Weights,
        undeclared: Sequence[Field] = (),
        declared: "Cues | None" = None,
    ) -> None:
        """Fields that no schema declares stand beside those ``declared``, whose answers are reused."""
        self.fields, self.weights, self.declared, self.undeclared = fields, weights, declared, undeclared
        self.all: list[Field] = [*fields.all, *undeclared]
        self.index: dict[str, list[tuple[int, int]]] = {}
        paths = {one.path: one.index for one in (undeclared if declared else self.all)}
        for path, cues in weights.items():
            number = NULL if path == "" else paths.get(tuple(path.split(".")))
            if number is None or (declared and number == NULL):
                continue
            for cue, weight in cues.items():
                self.index.setdefault(cue, []).append((number, weight))
        self.words: dict[str, int] = Counter(word for one in self.all for word in set(one.words))
        self._with_word: dict[str, list[int]] = {}
        self._joined: dict[str, list[int]] = {}
        self._above: dict[Name, list[int]] = {}
        for one in self.all:
            for word in dict.fromkeys(one.words):
                self._with_word.setdefault(word, []).append(one.index)
            for joined in dict.fromkeys("".join(name) for name in one.names):
                self._joined.setdefault(joined, []).append(one.index)
            for name in dict.fromkeys(names_above(one)):
                self._above.setdefault(name, []).append(one.index)
        self._own = {word for one in undeclared for word in one.words}
        self._told: dict[str, dict[str, Told]] = {kind: {} for kind in _KINDS}
        self._sums: dict[tuple[str, ...], dict[int, int]] = {}
        self._of_cells: dict[tuple[Any, ...], dict[int, int]] = {}

    def scores(self, document: Document, mention: Mention) -> dict[int, int]:
        """Return how much speaks for each field to be the one that a mention states, by the fields' index."""
        scores = mention.scores
        if scores is None:
            scores = mention.scores = self._scored(document, mention)
        return scores

    def best(self, document: Document, mention: Mention) -> tuple[int, ...] | None:
        """Return the field for which most speaks: () when several are equal, None when nothing speaks."""
        scores = self.scores(document, mention)
        if not scores:
            return None
        highest = max(scores.values())
        most = [number for number, score in scores.items() if score == highest]
        if highest < 0:
            return tuple(one.index for one in self.all if one.index not in scores)
        return (most[0],) if len(most) == 1 else ()

    def _scored(self, document: Document, mention: Mention) -> dict[int, int]:
        cells = document.cells_at(mention.start, mention.end)[:2]
        form = _form(document.text, mention)
        if not cells or cells[0].start != mention.start or cells[0].end != mention.end or not mention.start:
            return self._sum(mention.kind, _cues_in(document, mention, cells, form))
        # a whole cell: no words beside it count, so that its names and form alone tell
        key = (
            mention.kind,
            mention.unit,
            form,
            *((cell.names, cell.parents[-1:], _is_whole_of(cell, document.text, mention)) for cell in cells),
        )
        scores = self._of_cells.get(key)
        if scores is None:
            if len(self._of_cells) > _MOST_SUMS:
                self._of_cells.clear()
            scores = self._sum(mention.kind, _cues_in(document, mention, cells, form))
            self._of_cells[key] = scores
        return scores

    def _sum(self, kind: MentionKind, cues: Iterable[str]) -> dict[int, int]:
        table = self._told[kind]
        telling: dict[str, Told] = {}
        for cue in cues:
            told = table.get(cue)
            if told is None:
                told = self._told_by(cue, kind)
            if told:
                telling[cue] = told
        key = (kind, *telling)
        scores = self._sums.get(key)
        if scores is None:
            if len(self._sums) > _MOST_SUMS:
                self._sums.clear()
            scores = self._sums[key] = {}
            for told in telling.values():
                for number, weight in told:
                    scores[number] = scores.get(number, 0) + weight
        return scores

    def _told_by(self, cue: str, kind: MentionKind) -> Told:
        """Return the fields of some kinds that a cue speaks for, by counts and by the schema's own words."""
        table = self._told[kind]
        found = table.get(cue)
        if found is None:
            if len(table) > _MOST_CUES:
                table.clear()
            found = table[cue] = self._tells(cue, kind)
        return found

    def _tells(self, cue: str, kind: MentionKind) -> Told:
        told: dict[int, int] = {}
        kinds = _KINDS[kind]
        if self.declared is not None and cue.partition(" ")[2] not in self._own:
            told.update(self.declared._told_by(cue, kind))
            counted, first = self.index.get(cue, []), len(self.fields.all)
        else:
            counted, first = self.counted(cue), 0
        for number, weight in (*counted, *self._by_name(cue, first)):
            if number == NULL or self.all[number].kind in kinds:
                told[number] = told.get(number, 0) + weight
        return tuple(told.items())

    def counted(self, cue: str) -> list[tuple[int, int]]:
        """Return the fields that a cue stood beside, and how much it tells for them."""
        own = self.index.get(cue, [])
        return [*self.declared.counted(cue), *own] if self.declared is not None else own

    def shape(self, document: Document, mention: Mention, number: int) -> int:
        """Return what of a mention's score for a field its shape tells."""
        cue = f"s {shape_of(document.text[mention.start : mention.end])}"
        return sum(weight for other, weight in self.counted(cue) if other == number)

    def _by_name(self, cue: str, first: int) -> Iterable[tuple[int, int]]:
        """Yield the fields, from one on, that the schema's own words make a cue speak for, and how much."""
        sort, _, rest = cue.partition(" ")
        if sort in "Kk":
            words = rest.split()
            joined = "".join(words)
            named = self._joined.get(joined, ())
            for number in sorted({*named, *(one for word in words for one in self._with_word.get(word, ()))}):
                one = self.all[number]
                if number < first:
                    continue
                if number in named:
                    own = 2 if joined == "".join(one.words) else 0
                    yield number, (_MOST if sort == "K" else 3) + own
                elif set(one.words) <= set(words):
                    yield number, 3 if sort == "K" else 1
        elif sort == "P":
            for number in self._above.get(tuple(rest.split()), ()):
                if number >= first:
                    yield number, 2
        elif sort in "LlwR" and rest not in ORDINARY and rest in self.words:
            weight = 3 if self.words[rest] == 1 else 2 if self.words[rest] < 4 else 1
            for number in self._with_word.get(rest, ()):
                if number >= first:
                    one = self.all[number]
                    yield number, weight if len(one.words) == 1 or sort != "R" else max(1, weight - 1)


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
