"""Sentence planning: which sentences of the phrase book state which values.

The plan is the same for every style that speaks in sentences. It has one part a sentence, and one a list of
objects, whose items are plans themselves.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from edgejson.generators.draws import Draws
from edgejson.generators.wording.meaning_representation import ListNode, Node, ObjectNode, ValueNode, flatten
from edgejson.generators.wording.phrase_book import GenericKind, PhraseBook, generic_phrases
from edgejson.generators.wording.value_format import ValueFormat

_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence (of the label) or a clause (of a list's item), and the path of the first field it states."""

    text: str
    path: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListBlock:
    """A list of objects: how it is announced, what one item is called, and a plan for each item."""

    path: str
    lead: str
    noun: str
    items: "tuple[SentencePlan, ...]"


SentencePlan: TypeAlias = tuple[Sentence | ListBlock, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SentencePlanner:
    """Plans sentences from a phrase book, with one value format and drawn choices."""

    book: PhraseBook
    value_format: ValueFormat
    draws: Draws

    def plan(self, nodes: Sequence[Node], path: str = "") -> SentencePlan:
        """Return the plan that states `nodes`: every value exactly once, lists last and in order.

        `nodes` are fields of the label, or of one item of the list at `path`.
        """
        facts, lists = _facts_and_lists(nodes, path)
        blocks = [self._block(node) for node in lists]
        return (*self._sentences(facts, path), *blocks)

    def _block(self, node: ListNode) -> ListBlock:
        noun = self.book.nouns.get(node.path, node.name.removesuffix("s").lower() or "item")
        leads = self.book.leads.get(node.path) or (f"{node.name}:",)
        items = tuple(
            self.plan(item.children, node.path)
            if isinstance(item, ObjectNode)
            else self._item_sentence(item, node)
            for item in node.items
        )
        return ListBlock(path=node.path, lead=self.draws.choice(leads), noun=noun, items=items)

    def _item_sentence(self, item: ValueNode | ListNode, node: ListNode) -> SentencePlan:
        return (Sentence(text=self._value(item), path=node.path, name=node.name),)

    def _sentences(self, facts: Mapping[str, Node], path: str) -> Iterator[Sentence]:
        """Yield sentences until every fact is stated; those that state many at once are chosen more often."""
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
                text, names = self._template_by_name(first, fact, in_item=bool(path)), (first,)
            yield Sentence(text=self._filled(text, left), path=fact.path, name=fact.name)
            for name in names:
                del left[name]

    def _templates(self, facts: Mapping[str, Node], path: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the templates of the object at `path` and of those in it, with the fields they state."""
        prefixes = {"": None} | {name.rpartition(".")[0]: None for name in facts if "." in name}
        for prefix in prefixes:
            where = ".".join(filter(None, (path, prefix)))
            for text in self.book.sentences.get(where, ()):
                full = _PLACEHOLDER.sub(rf"{{{prefix}.\1}}", text) if prefix else text
                names = tuple(_PLACEHOLDER.findall(full))
                if all(name in facts for name in names):
                    yield full, names

    def _template_by_name(self, name: str, fact: Node, *, in_item: bool) -> str:
        """Return a template that states a fact by its field's name, for want of one in the phrase book."""
        owner, _, _ = name.rpartition(".")
        of = f"{owner.replace('_', ' ').replace('.', ' ')} " if owner else ""
        if isinstance(fact, ValueNode) and not fact.declared:
            return f"{of}{fact.name} = {{{name}}}" if in_item else f"The {of}has {fact.name} = {{{name}}}."
        is_text = isinstance(fact, ValueNode) and fact.text.endswith((".", "!", "?"))
        phrase = self.draws.choice(generic_phrases()[_kind(fact, in_item=in_item)])
        placeholder = f'"{{{name}}}"' if is_text else f"{{{name}}}"
        return phrase.format(name=f"{of}{_lower(fact.name)}", value=placeholder)

    def _filled(self, template: str, facts: Mapping[str, Node]) -> str:
        """Return `template` with its values; one that ends in a full stop gets no second one."""
        text, end = "", 0
        for placeholder in _PLACEHOLDER.finditer(template):
            text += template[end : placeholder.start()] + self._value(facts[placeholder[1]])
            end = placeholder.end()
            if text.endswith((".", "!", "?")):
                follows = template[end:]
                text += '"' if follows.startswith('".') else ""
                end += 2 if follows.startswith('".') else int(follows.startswith("."))
        return text + template[end:]

    def _value(self, fact: Node) -> str:
        if isinstance(fact, ValueNode):
            return self.value_format(fact)
        if isinstance(fact, ListNode):
            return self._joined(fact)
        return ", ".join(f"{node.name} = {self._assigned(node)}" for node in fact.children)

    def _assigned(self, node: Node) -> str:
        text = self._value(node)
        return f'"{text}"' if set(text) & set(",;=") else text

    def _joined(self, node: ListNode) -> str:
        """Return the values of a list in one line, its items apart whatever is in them."""
        texts = [self._value(item) for item in node.items]
        if any(mark in text for text in texts for mark in (",", ";", " and ")) or self.draws.chance(30):
            return "; ".join(texts)
        if len(texts) == 1:
            return texts[0]
        if self.draws.chance(50):
            return ", ".join(texts)
        return ", ".join(texts[:-1]) + " and " + texts[-1]


def _kind(fact: Node, *, in_item: bool) -> GenericKind:
    if in_item:
        return "clause"
    if isinstance(fact, ListNode):
        return "list"
    return "flag" if isinstance(fact, ValueNode) and isinstance(fact.value, bool) else "fact"


def _facts_and_lists(nodes: Sequence[Node], path: str) -> tuple[dict[str, Node], list[ListNode]]:
    """Return what an object states in sentences, by its name relative to `path`, and its lists of objects.

    Nested objects with declared fields dissolve into dotted names; flat objects with free keys are one fact.
    """
    facts: dict[str, Node] = {}
    lists: list[ListNode] = []
    for _, node in flatten(nodes, whole=_fits_one_line):
        if isinstance(node, ListNode) and not node.is_scalar:
            lists.append(node)
        else:
            facts[node.path.removeprefix(f"{path}.") if path else node.path] = node
    return facts, lists


def _fits_one_line(node: ObjectNode) -> bool:
    """Whether an object with free keys can be stated in one line."""
    return node.has_free_keys and all(
        isinstance(child, ValueNode) and '"' not in child.text for child in node.children
    )


def _lower(name: str) -> str:
    """Return a field's name as it stands inside a sentence: acronyms and figures stay."""
    words = name.split()
    return " ".join(w if w.isupper() or any(map(str.isdigit, w)) else w.lower() for w in words)
