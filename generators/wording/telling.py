"""Telling a tree of statements in words: which sentences state which values.

The plan is the same for every style that speaks in sentences. It has one part a sentence, and one a list of
objects, whose items are plans themselves.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from edgejson.generators.draws import Draws
from edgejson.generators.statements import Group, Leaf, Series, Statement, flattened
from edgejson.generators.wording.phrase_book import PhraseBook
from edgejson.generators.wording.spelling import Spelling

_PLACE = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence (of the label) or a clause (of a list's item), and the path of the first field it states."""

    text: str
    path: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A list of objects: how it is announced, what one item is called, and a plan for each item."""

    path: str
    lead: str
    noun: str
    items: "tuple[Plan, ...]"


Part: TypeAlias = Sentence | Block
Plan: TypeAlias = tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """Words statements with a book, a spelling and draws."""

    book: PhraseBook
    spelling: Spelling
    draws: Draws

    def tell(self, parts: Sequence[Statement]) -> Plan:
        """Return the plan that states `parts` of the label: every value exactly once, lists in order."""
        return self._told(parts, "")

    def tell_item(self, parts: Sequence[Statement], path: str) -> Plan:
        """Return the plan that states `parts` of one item of the list at `path`."""
        return self._told(parts, path)

    def _told(self, parts: Sequence[Statement], path: str) -> Plan:
        facts, lists = _told_apart(parts, path)
        sentences = self._sentences(facts, path)
        blocks = tuple(self._block(series) for series in lists)
        return (*sentences, *blocks)

    def _block(self, series: Series) -> Block:
        noun = self.book.nouns.get(series.path, series.name.removesuffix("s").lower() or "item")
        leads = self.book.leads.get(series.path) or (f"{series.name}:",)
        items = tuple(
            self._told(item.parts, series.path) if isinstance(item, Group) else self._inner(item, series)
            for item in series.items
        )
        return Block(path=series.path, lead=self.draws.choice(leads), noun=noun, items=items)

    def _inner(self, item: Statement, series: Series) -> Plan:
        assert not isinstance(item, Group)
        text = self.spelling(item) if isinstance(item, Leaf) else self.joined(item)
        return (Sentence(text=text, path=series.path, name=series.name),)

    def _sentences(self, facts: Mapping[str, Statement], path: str) -> Iterator[Sentence]:
        """Yield sentences until every fact is told; those that tell much at once are chosen more often."""
        templates = list(self._templates(facts, path))
        left = dict(facts)
        while left:
            first = next(iter(left))
            fitting = [
                (text, names) for text, names in templates if first in names and left.keys() >= set(names)
            ]
            fact = left[first]
            if fitting:
                text, names = self.draws.choice([each for each in fitting for _ in range(len(each[1]) ** 2)])
            else:
                text, names = self._plain(first, fact, path), (first,)
            yield Sentence(text=self._filled(text, left), path=fact.path, name=fact.name)
            for name in names:
                del left[name]

    def _templates(self, facts: Mapping[str, Statement], path: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the templates of the object at `path` and of those in it, with the fields they state."""
        prefixes = {"": None} | {name.rpartition(".")[0]: None for name in facts if "." in name}
        for prefix in prefixes:
            where = ".".join(filter(None, (path, prefix)))
            for text in self.book.sentences.get(where, ()):
                full = _PLACE.sub(rf"{{{prefix}.\1}}", text) if prefix else text
                names = tuple(_PLACE.findall(full))
                if all(name in facts for name in names):
                    yield full, names

    def _plain(self, name: str, fact: Statement, path: str) -> str:
        owner, _, _ = name.rpartition(".")
        of = f"{owner.replace('_', ' ').replace('.', ' ')} " if owner else ""
        if isinstance(fact, Leaf) and not fact.declared:
            return f"{of}{fact.name} = {{{name}}}" if path else f"The {of}has {fact.name} = {{{name}}}."
        words = f"{of}{_lower(fact.name)}"
        place = (
            f'"{{{name}}}"'
            if isinstance(fact, Leaf) and fact.text.endswith((".", "!", "?"))
            else f"{{{name}}}"
        )
        if path:
            return f"{words} {place}"
        verb = "are" if isinstance(fact, Series) else "is"
        return f"The {words} {verb} {place}."

    def _filled(self, template: str, facts: Mapping[str, Statement]) -> str:
        """Return `template` with its values; one that ends in a full stop gets no second one."""
        text, end = "", 0
        for place in _PLACE.finditer(template):
            text += template[end : place.start()] + self._value(facts[place[1]])
            end = place.end()
            if text.endswith((".", "!", "?")):
                follows = template[end:]
                text += '"' if follows.startswith('".') else ""
                end += 2 if follows.startswith('".') else int(follows.startswith("."))
        return text + template[end:]

    def _value(self, fact: Statement) -> str:
        if isinstance(fact, Leaf):
            return self.spelling(fact)
        if isinstance(fact, Series):
            return self.joined(fact)
        return ", ".join(f"{part.name} = {self._assigned(part)}" for part in fact.parts)

    def _assigned(self, part: Statement) -> str:
        text = self._value(part)
        return f'"{text}"' if set(text) & set(",;=") else text

    def joined(self, series: Series) -> str:
        """Return the values of a list in one line, its items apart whatever is in them."""
        texts = [self._value(item) for item in series.items]
        if any(mark in text for text in texts for mark in (",", ";", " and ")) or self.draws.chance(30):
            return "; ".join(texts)
        if len(texts) == 1:
            return texts[0]
        if self.draws.chance(50):
            return ", ".join(texts)
        return ", ".join(texts[:-1]) + " and " + texts[-1]


def _told_apart(parts: Sequence[Statement], path: str) -> tuple[dict[str, Statement], list[Series]]:
    """Return what an object states in sentences, by its name relative to `path`, and its lists of objects.

    Nested objects with declared fields dissolve into dotted names; flat free objects are one statement.
    """
    facts: dict[str, Statement] = {}
    lists: list[Series] = []
    for _, part in flattened(parts, whole=_is_flat):
        if isinstance(part, Series) and not part.scalar:
            lists.append(part)
        else:
            facts[part.path.removeprefix(f"{path}.") if path else part.path] = part
    return facts, lists


def _is_flat(group: Group) -> bool:
    """Whether a free object can be told in one line."""
    return group.free and all(isinstance(part, Leaf) and '"' not in part.text for part in group.parts)


def _lower(name: str) -> str:
    """Return a field's name as it stands inside a sentence: acronyms and figures stay."""
    words = name.split()
    return " ".join(w if w.isupper() or any(map(str.isdigit, w)) else w.lower() for w in words)
