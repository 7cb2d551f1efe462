"""A label beside the statements of its prompt, leaf by leaf and item by item."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from edgejson._typing import JSONObject, JSONValue, Pointer
from edgejson.core.pointers import join
from edgejson.grounding.clauses import is_within
from edgejson.grounding.enumeration import items_of, parted
from edgejson.grounding.flaw import Flaw, Truth
from edgejson.grounding.folding import name_form
from edgejson.grounding.leaf import Dropped, Leaf
from edgejson.grounding.pairing import pairs
from edgejson.grounding.passage import Passage
from edgejson.grounding.segments import groups, in_schema_order, natural
from edgejson.grounding.shape import ANY, Shape
from edgejson.grounding.statement import Flat, Group, Quote, Series, Statement, describe
from edgejson.grounding.told import is_nothing, untrue

_SENTENCE_END = re.compile(r"\.(?=\s)")

_NEARNESS: Mapping[Truth, int] = {"copy": 1, "words": 2, "text": 3}
"""Which of the ways in which a text differs from its readings is told: the one of the nearest."""


@dataclass(slots=True)
class Comparison:
    """What came out of a comparison.

    ``quotes`` are all texts that are stated under a name, ``spare`` those of them that are stated for a
    field once too often, and so may belong elsewhere.
    """

    differing: list[Leaf] = field(default_factory=list)
    unnamed: list[Leaf] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    flaws: list[Flaw] = field(default_factory=list)
    quotes: list[str] = field(default_factory=list)
    spare: list[str] = field(default_factory=list)

    def of(
        self, label: JSONObject, stated: Group, shape: Shape, pointer: Pointer, around: tuple[Passage, ...]
    ) -> "Comparison":
        """Compare `label` with what is `stated`, and return this comparison."""
        self._object(label, stated, shape, pointer, around)
        return self

    def fits(
        self,
        value: JSONValue,
        statements: Sequence[Statement],
        shape: Shape,
        pointer: Pointer,
        around: Passage,
    ) -> bool:
        """Compare `value` with `statements` if most of its leaves agree with them; say whether they do."""
        one = Comparison()
        one._value(value, statements, shape, pointer, (around,))
        if 2 * one.n_wrong >= _n_leaves(value):
            return False
        self._add(one)
        return True

    @property
    def n_wrong(self) -> int:
        """How many things differ."""
        return len(self.differing) + len(self.unnamed) + len(self.dropped) + len(self.flaws)

    def _value(
        self,
        value: JSONValue,
        statements: Sequence[Statement],
        shape: Shape,
        pointer: Pointer,
        around: tuple[Passage, ...],
    ) -> None:
        if shape.refuses(value):
            return
        if len(statements) > 1:
            tried = [Comparison() for _ in statements]
            for one, statement in zip(tried, statements, strict=True):
                one._value(value, [statement], shape, pointer, around)
            best = min(range(len(tried)), key=lambda index: tried[index].n_wrong)
            self._add(tried[best])
            self.spare += [describe(one) for index, one in enumerate(statements) if index != best]
            return
        statement = statements[0]
        if isinstance(value, dict) and (value or not isinstance(statement, Quote)):
            if isinstance(statement, Group):
                self._object(value, statement, shape, pointer, around)
            elif isinstance(statement, Quote):
                beside = around if statement.is_said else ()
                self.unstated(value, shape, pointer, (Passage(statement.text), *beside))
            else:
                self.unstated(value, shape, pointer, around)
        elif isinstance(value, list) and (value or not isinstance(statement, Quote)):
            self._list(value, statement, shape, pointer, around)
        else:
            self._scalar(value, statement, shape, pointer)

    def _scalar(self, value: JSONValue, statement: Statement, shape: Shape, pointer: Pointer) -> None:
        if not isinstance(statement, Quote):
            if stated := describe(statement):
                self._differs(value, shape, pointer, "text", (stated,))
            return
        self.quotes.append(statement.text)
        if isinstance(value, str) and value == statement.text:
            return
        if value in ({}, []):
            self._drop(pointer, statement.text)
            return
        if statement.is_said and isinstance(value, str) and is_within(value, statement.text):
            return
        readings = statement.readings(value)
        truths: list[Truth | None] = []
        for text in readings:
            truths.append(untrue(value, text, shape))
            if truths[-1] is None:
                return
        if truths[0] == "dropped":
            self._drop(pointer, statement.text)
        else:
            truth, _ = min(
                ((truth, at) for at, truth in enumerate(truths) if truth is not None),
                key=lambda one: (_NEARNESS.get(one[0], 0), one[1]),
            )
            self._differs(value, shape, pointer, truth, tuple(readings))

    def _differs(
        self, value: JSONValue, shape: Shape, pointer: Pointer, truth: Truth, readings: tuple[str, ...]
    ) -> None:
        self.differing.append(
            Leaf(
                pointer=pointer, value=value, shape=shape, stated=readings[0], truth=truth, readings=readings
            )
        )

    def _object(
        self, value: JSONObject, stated: Group, shape: Shape, pointer: Pointer, around: tuple[Passage, ...]
    ) -> None:
        if not value:
            self._drop(pointer, describe(stated))
            return
        if stated.loose:
            around = (Passage("\n".join(stated.loose)), *around)
        parts = stated.parts
        if shape.kind != "object":
            spelled = {name_form(name): statements for name, statements in parts.items()}
            parts = {key: spelled[name_form(key)] for key in value if name_form(key) in spelled}
            left = {name_form(key) for key in value}
            parts |= {
                name: statements for name, statements in stated.parts.items() if name_form(name) not in left
            }
        for key, item in value.items():
            inner = shape.properties.get(key, ANY)
            if shape.kind == "object" and key not in shape.properties and shape.closed:
                continue
            here = pointer + join(key)
            if key in parts:
                self._value(item, parts[key], inner, here, around)
            else:
                self.unstated(item, inner, here, around)
        for key, statements in parts.items():
            if key not in value and key not in shape.required:
                self._drop(pointer + join(key), describe(statements[0]))

    def _list(
        self,
        values: list[JSONValue],
        statement: Statement,
        shape: Shape,
        pointer: Pointer,
        around: tuple[Passage, ...],
    ) -> None:
        inner = shape.items or ANY
        if isinstance(statement, Quote):
            self.quotes.append(statement.text)
            self._inline(values, statement, inner, pointer, around)
            return
        if isinstance(statement, Group):
            self.unstated(values, shape, pointer, around)
            return
        if isinstance(statement, Flat):
            self._flat(values, statement, inner, pointer, around)
            return
        self._series(values, statement.items, inner, pointer, around)

    def _inline(
        self,
        values: list[JSONValue],
        quote: Quote,
        shape: Shape,
        pointer: Pointer,
        around: tuple[Passage, ...],
    ) -> None:
        """Compare the items with a text that states them all (``red, green and blue``)."""
        passage = Passage(quote.text)
        if not values:
            self._drop(pointer, quote.text)
        elif not all(isinstance(value, str) for value in values):
            beside = (passage, *around) if quote.is_said else (passage,)
            for index, value in enumerate(values):
                if value == {}:
                    self._empty(f"{pointer}/{index}")
                else:
                    self.unstated(value, shape, f"{pointer}/{index}", beside)
        else:
            texts = [value for value in values if isinstance(value, str)]
            tried = []
            readings = dict.fromkeys((*quote.readings(None), _first_sentence(quote.text)))
            lists = [items_of(text, texts) for text in readings]
            if ";" in quote.text:
                lists.insert(0, parted(quote.text))
            for items in lists:
                one = Comparison()
                stated: list[Statement] = [Quote(text=item, first=item, line=quote.line) for item in items]
                one._series(values, stated, shape, pointer, ())
                tried.append(one)
            self._add(min(tried, key=lambda one: one.n_wrong))

    def _flat(
        self, values: list[JSONValue], flat: Flat, shape: Shape, pointer: Pointer, around: tuple[Passage, ...]
    ) -> None:
        keys = [key for key, _ in flat.entries]
        own = [list(value) for value in values if isinstance(value, dict) and value]
        by_repeat, by_order = natural(keys), in_schema_order(keys, shape)
        if [key for item in own for key in item] == keys:
            lengths = [len(item) for item in own]
            chosen = list(groups(flat.entries, lengths))
            self._flat_items(values, chosen, shape, pointer, around)
            is_clear = lengths == by_repeat
        else:
            tried = []
            for lengths in (by_repeat, by_order) if by_repeat != by_order else (by_repeat,):
                one = Comparison()
                one._series(values, list(groups(flat.entries, lengths)), shape, pointer, around)
                tried.append(one)
            self._add(min(tried, key=lambda one: one.n_wrong))
            is_clear = len(tried) == 1
        if not is_clear:
            self.flaws.append(
                Flaw(
                    truth="ambiguous",
                    pointer=pointer,
                    expected=f"{_counted(by_repeat)}, if a new item begins where a field repeats",
                    actual=_counted([len(value) if isinstance(value, dict) else 1 for value in values]),
                )
            )

    def _flat_items(
        self,
        values: list[JSONValue],
        groups: Sequence[Statement],
        shape: Shape,
        pointer: Pointer,
        around: tuple[Passage, ...],
    ) -> None:
        """Compare items with the groups that have their fields; empty items have none."""
        if {} not in values:
            self._series(values, list(groups), shape, pointer, around)
            return
        stated = iter(groups)
        for index, value in enumerate(values):
            if value == {}:
                self._empty(f"{pointer}/{index}")
            else:
                self._value(value, [next(stated)], shape, f"{pointer}/{index}", around)

    def _series(
        self,
        values: list[JSONValue],
        items: list[Statement],
        shape: Shape,
        pointer: Pointer,
        around: tuple[Passage, ...],
    ) -> None:
        if not values:
            self._drop(pointer, describe(Series(items=items)))
            return
        straight = Comparison()
        if len(values) == len(items):
            for index, (value, item) in enumerate(zip(values, items, strict=True)):
                straight._value(value, [item], shape, f"{pointer}/{index}", around)
            if not straight.n_wrong:
                self._add(straight)
                return
        agreement = [[_agreement(value, item, shape) for item in items] for value in values]
        paired, out_of_order = pairs(agreement)
        if out_of_order:
            self.flaws.append(
                Flaw(
                    truth="order",
                    pointer=pointer,
                    expected=[describe(item) for item in items],
                    actual=values,
                )
            )
        for at, stated in paired:
            if at is None:
                assert stated is not None
                self._drop(pointer, describe(items[stated]))
            elif stated is None:
                self._surplus(values, at, items, shape, f"{pointer}/{at}", around)
            elif values[at] == {} and describe(items[stated]):
                self._drop(f"{pointer}/{at}", describe(items[stated]))
            elif values[at] == {}:
                self._empty(f"{pointer}/{at}")
            else:
                self._value(values[at], [items[stated]], shape, f"{pointer}/{at}", around)

    def _drop(self, pointer: Pointer, text: str) -> None:
        """Note that `text` is stated but not in the label; a header with nothing below it states nothing."""
        if text and not is_nothing(text):
            self.dropped.append(Dropped(pointer=pointer, text=text))

    def _surplus(
        self,
        values: list[JSONValue],
        index: int,
        items: list[Statement],
        shape: Shape,
        pointer: Pointer,
        around: tuple[Passage, ...],
    ) -> None:
        value = values[index]
        if value in ({}, None, "", []):
            self._empty(pointer)
        elif any(value == other for at, other in enumerate(values) if at != index):
            self.flaws.append(
                Flaw(truth="repeated", pointer=pointer, expected=f"{len(items)} items", actual=value)
            )
        else:
            self.unstated(value, shape, pointer, around)

    def _empty(self, pointer: Pointer) -> None:
        self.flaws.append(
            Flaw(truth="empty", pointer=pointer, expected="an item that the prompt states", actual={})
        )

    def unstated(self, value: JSONValue, shape: Shape, pointer: Pointer, around: tuple[Passage, ...]) -> None:
        """Note every leaf of `value` as one whose field the prompt does not name."""
        if shape.refuses(value):
            return
        if isinstance(value, dict) and value:
            for key, item in value.items():
                if shape.kind == "object" and key not in shape.properties and shape.closed:
                    continue
                self.unstated(item, shape.properties.get(key, ANY), pointer + join(key), around)
        elif isinstance(value, list) and value:
            for index, item in enumerate(value):
                if item == {}:
                    self._empty(f"{pointer}/{index}")
                else:
                    self.unstated(item, shape.items or ANY, f"{pointer}/{index}", around)
        elif value is not None:
            self.unnamed.append(
                Leaf(pointer=pointer, value=value, shape=shape, stated=None, truth="invented", around=around)
            )

    def _add(self, other: "Comparison") -> None:
        self.differing += other.differing
        self.unnamed += other.unnamed
        self.dropped += other.dropped
        self.flaws += other.flaws
        self.quotes += other.quotes
        self.spare += other.spare


def _first_sentence(text: str) -> str:
    return _SENTENCE_END.split(text, maxsplit=1)[0]


def _agreement(value: JSONValue, item: Statement, shape: Shape) -> Decimal:
    """Return how many leaves of `value` are as `item` states them, less a little for each that is not."""
    one = Comparison()
    one._value(value, [item], shape, "", ())
    right = max(0, _n_leaves(value) - one.n_wrong)
    return Decimal(right) - Decimal(one.n_wrong) / 1000


def _counted(lengths: Sequence[int]) -> str:
    return f"items of {', '.join(map(str, lengths))} fields"


def _n_leaves(value: JSONValue) -> int:
    if isinstance(value, dict):
        return sum(map(_n_leaves, value.values()))
    if isinstance(value, list):
        return sum(map(_n_leaves, value))
    return 1
