"""Hypothesis strategies over the generators: every draw keeps every rule, and shrinks.

>>> from hypothesis import given
>>> from edgejson.generators.strategies import records
>>> @given(records("invoice"))
... def test_my_reader(record): ...

Nothing is drawn and then thrown away. A failing example shrinks to first choices, absent optionals, few
items, small numbers and a plain listing, and still adds up.
"""

from collections.abc import Sequence
from functools import lru_cache

from hypothesis import strategies as st

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.generator_set import GeneratorSet, built_in_generators
from edgejson.generators.record import GeneratedRecord
from edgejson.generators.styles import STYLES

__all__ = ["files", "labels", "prompts", "records"]


def labels(
    schema_id: str | None = None, *, generator_set: GeneratorSet | None = None
) -> st.SearchStrategy[JSONObject]:
    """Return a strategy for labels of one schema, or of any.

    `generator_set` has a user's generators (`load_generators`), by default the built-in ones. Raises
    KeyError for a schema id without a generator.
    """
    chosen = generator_set or built_in_generators()
    return _schema_ids(schema_id, chosen).flatmap(lambda name: _labels(chosen, name))


def records(
    schema_id: str | None = None, *, style: str | None = None, generator_set: GeneratorSet | None = None
) -> st.SearchStrategy[GeneratedRecord]:
    """Return a strategy for whole records of one schema, or of any, in one prompt style, or in any.

    Raises KeyError for a schema id without a generator and for an unknown style.
    """
    chosen = generator_set or built_in_generators()
    if style is not None and style not in STYLES:
        raise KeyError(style)
    return _schema_ids(schema_id, chosen).flatmap(lambda name: _records(chosen, name, style))


def prompts(
    schema_id: str | None = None, *, style: str | None = None, generator_set: GeneratorSet | None = None
) -> st.SearchStrategy[str]:
    """Return a strategy for the prompts of `records`, which takes the same arguments."""
    return records(schema_id, style=style, generator_set=generator_set).map(lambda record: record.prompt)


def files(
    *,
    min_size: int = 1,
    max_size: int | None = None,
    style: str | None = None,
    generator_set: GeneratorSet | None = None,
) -> st.SearchStrategy[tuple[GeneratedRecord, ...]]:
    """Return a strategy for the records of a data file, each of another schema, so that none repeats another.

    There are `min_size` to `max_size` of them (by default as many as there are schemas). Their lines, joined,
    are the file: ``b"".join(record.line() for record in drawn)``.
    """
    chosen = generator_set or built_in_generators()
    names = sorted(chosen.generators)
    drawn = st.lists(st.sampled_from(names), unique=True, min_size=min_size, max_size=max_size or len(names))
    return drawn.flatmap(lambda schema_ids: _files(chosen, schema_ids, style))


def _schema_ids(schema_id: str | None, generator_set: GeneratorSet) -> st.SearchStrategy[str]:
    if schema_id is None:
        return st.sampled_from(tuple(generator_set.generators))
    if schema_id not in generator_set.generators:
        raise KeyError(schema_id)
    return st.just(schema_id)


@st.composite
def _labels(draw: st.DrawFn, generator_set: GeneratorSet, schema_id: str) -> JSONObject:
    return generator_set.build(schema_id, _draws(draw))


@st.composite
def _records(
    draw: st.DrawFn, generator_set: GeneratorSet, schema_id: str, style: str | None
) -> GeneratedRecord:
    draws = _draws(draw)
    label = generator_set.build(schema_id, draws)
    number = f"hy{draws.below(10_000_000):07}"
    styles = None if style is None else (style,)
    return generator_set.assemble(schema_id, label, draws, number=number, meta={}, styles=styles)


def _files(
    generator_set: GeneratorSet, schema_ids: Sequence[str], style: str | None
) -> st.SearchStrategy[tuple[GeneratedRecord, ...]]:
    return st.tuples(*(_records(generator_set, schema_id, style) for schema_id in schema_ids))


def _draws(draw: st.DrawFn) -> Draws:
    return Draws(lambda n: draw(_below(n)))


@lru_cache(maxsize=4096)
def _below(n: int) -> st.SearchStrategy[int]:
    # Kept, because making a strategy costs more than drawing from it, and a record makes hundreds of choices.
    return st.integers(0, n - 1)
