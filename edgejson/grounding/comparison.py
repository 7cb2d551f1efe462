"""A label beside the statements of its prompt, leaf by leaf and item by item."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from edgejson._typing import JSONObject, JSONValue, Pointer
from edgejson.grounding.flaw import Flaw, Truth
from edgejson.grounding.folding import name_form
from edgejson.grounding.pairing import pairs
from edgejson.grounding.passage import Passage
from edgejson.grounding.segments import groups, in_schema_order, natural
from edgejson.grounding.shape import ANY, Shape
from edgejson.grounding.statement import Flat, Group, Quote, Series, Statement
from edgejson.grounding.told import is_nothing, untrue
from edgejson.pointers import join


@dataclass(slots=True, kw_only=True)
class Leaf:
    """A scalar (or empty container) of the label that is not as stated under its name.

    ``stated`` is what the prompt says there, None where it does not name the field; then ``around`` is the
    text in which the value may stand without a name.
    """

    pointer: Pointer
    value: JSONValue
    shape: Shape
    stated: str | None
    truth: Truth
    around: tuple[Passage, ...] = ()


@dataclass(slots=True, kw_only=True)
class Dropped:
    """A field or item that is stated but not in the label. ``text`` is what is stated of it."""

    pointer: Pointer
    text: str
    is_item: bool


@dataclass(slots=True)
class Comparison:
    """What came out of a comparison; ``quotes`` are all texts that are stated under a name."""

    differing: list[Leaf] = field(default_factory=list)
    unnamed: list[Leaf] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    flaws: list[Flaw] = field(default_factory=list)
    quotes: list[str] = field(default_factory=list)

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
        """Compare `value` with `statements` if it agrees with them in more leaves than not; say whether it does."""
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
        if len(statements) > 1:
            tried = [Comparison() for _ in statements]
            for one, statement in zip(tried, statements, strict=True):
                one._value(value, [statement], shape, pointer, around)
            self._add(min(tried, key=lambda one: one.n_wrong))
            return
        statement = statements[0]
        if isinstance(value, dict) and (value or not isinstance(statement, Quote)):
            if isinstance(statement, Group):
                self._object(value, statement, shape, pointer, around)
            elif isinstance(statement, Quote):
                self.unstated(value, shape, pointer, (Passage(statement.text),))
            else:
                self.unstated(value, shape, pointer, around)
        elif isinstance(value, list) and (value or not isinstance(statement, Quote)):
            self._list(value, statement, shape, pointer, around)
        else:
            self._scalar(value, statement, shape, pointer)

    def _scalar(self, value: JSONValue, statement: Statement, shape: Shape, pointer: Pointer) -> None:
        if isinstance(statement, Quote):
            self.quotes.append(statement.text)
            if value == statement.text and isinstance(value, str):
                return
            if value in ({}, []):
                truth: Truth | None = None if is_nothing(statement.text) else "dropped"
            else:
                truth = untrue(value, statement.text, shape)
            if truth is not None and statement.open_ended and untrue(value, statement.first, shape) is None:
                return
            stated = statement.text
        else:
            stated = describe(statement)
            truth = "text" if stated else None
        if truth == "dropped":
            self.dropped.append(Dropped(pointer=pointer, text=stated, is_item=False))
        elif truth is not None:
            self.differing.append(Leaf(pointer=pointer, value=value, shape=shape, stated=stated, truth=truth))

    def _object(
        self, value: JSONObject, stated: Group, shape: Shape, pointer: Pointer, around: tuple[Passage, ...]
    ) -> None:
        if not value:
            if text := describe(stated):
                self.dropped.append(Dropped(pointer=pointer, text=text, is_item=False))
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
                text = describe(statements[0])
                if text and not is_nothing(text):
                    self.dropped.append(Dropped(pointer=pointer + join(key), text=text, is_item=False))

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
            self._inline(values, statement, inner, pointer)
            return
        if isinstance(statement, Group):
            self.unstated(values, shape, pointer, around)
            return
        if isinstance(statement, Flat):
            self._flat(values, statement, inner, pointer, around)
            return
        self._series(values, statement.items, inner, pointer, around)

    def _inline(self, values: list[JSONValue], quote: Quote, shape: Shape, pointer: Pointer) -> None:
        """Compare the items with a text that states them all (``red, green and blue``)."""
        passage = Passage(quote.text)
        if not values:
            if not is_nothing(quote.text):
                self.dropped.append(Dropped(pointer=pointer, text=quote.text, is_item=False))
        elif not all(isinstance(value, str) for value in values):
            self.unstated(values, shape, pointer, (passage,))
        else:
            from edgejson.grounding.enumeration import items_of

            items = items_of(quote.text, [value for value in values if isinstance(value, str)])
            stated: list[Statement] = [Quote(text=item, first=item, line=quote.line) for item in items]
            self._series(values, stated, shape, pointer, ())

    def _flat(
        self, values: list[JSONValue], flat: Flat, shape: Shape, pointer: Pointer, around: tuple[Passage, ...]
    ) -> None:
        keys = [key for key, _ in flat.entries]
        own = [list(value) for value in values if isinstance(value, dict) and value]
        by_repeat, by_order = natural(keys), in_schema_order(keys, shape)
        if [key for item in own for key in item] == keys:
            lengths = [len(item) for item in own]
            chosen = list(groups(flat.entries, lengths))
            filled = [(index, value) for index, value in enumerate(values) if value != {}]
            for (index, value), group in zip(filled, chosen, strict=True):
                self._value(value, [group], shape, f"{pointer}/{index}", around)
            for index, value in enumerate(values):
                if value == {}:
                    self._empty(f"{pointer}/{index}")
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
                    expected=f"{len(by_repeat)} items, if a new one begins where a field repeats",
                    actual=f"{len(values)} items",
                )
            )

    def _series(
        self,
        values: list[JSONValue],
        items: list[Statement],
        shape: Shape,
        pointer: Pointer,
        around: tuple[Passage, ...],
    ) -> None:
        if not values:
            if text := "; ".join(filter(None, map(describe, items))):
                self.dropped.append(Dropped(pointer=pointer, text=text, is_item=False))
            return
        straight = Comparison()
        if len(values) == len(items):
            for index, (value, item) in enumerate(zip(values, items, strict=True)):
                straight._value(value, [item], shape, f"{pointer}/{index}", around)
            if (
                not straight.differing
                and not straight.dropped
                and not straight.unnamed
                and not straight.flaws
            ):
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
        for index, stated in paired:
            here = f"{pointer}/{index}"
            if index is not None and stated is not None:
                value = values[index]
                if value == {}:
                    text = describe(items[stated])
                    if text:
                        self.dropped.append(Dropped(pointer=here, text=text, is_item=True))
                    else:
                        self._empty(here)
                else:
                    self._value(value, [items[stated]], shape, here, around)
            elif stated is not None:
                text = describe(items[stated])
                if text:
                    self.dropped.append(Dropped(pointer=pointer, text=text, is_item=True))
            elif index is not None:
                self._surplus(values, index, items, shape, here, around)

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


def describe(statement: Statement) -> str:
    """Return what a statement says, in one line; nothing for an empty header."""
    if isinstance(statement, Quote):
        return statement.text
    if isinstance(statement, Series):
        return "; ".join(filter(None, map(describe, statement.items)))
    parts = (
        statement.entries
        if isinstance(statement, Flat)
        else [(key, one) for key, several in statement.parts.items() for one in several]
    )
    told = [f"{key}: {text}" for key, one in parts if (text := describe(one))]
    loose = statement.loose if isinstance(statement, Group) else []
    return ", ".join([*loose, *told])


def _agreement(value: JSONValue, item: Statement, shape: Shape) -> Decimal:
    """Return how many leaves of `value` are as `item` states them, less a little for each that is not."""
    one = Comparison()
    one._value(value, [item], shape, "", ())
    right = max(0, _n_leaves(value) - one.n_wrong)
    return Decimal(right) - Decimal(one.n_wrong) / 1000


def _n_leaves(value: JSONValue) -> int:
    if isinstance(value, dict):
        return sum(map(_n_leaves, value.values()))
    if isinstance(value, list):
        return sum(map(_n_leaves, value))
    return 1
