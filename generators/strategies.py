"""Hypothesis strategies over the generators: every draw keeps every rule, and shrinks.

>>> from hypothesis import given
>>> from edgejson.generators.strategies import records
>>> @given(records("invoice"))
... def test_my_reader(record): ...
"""

from hypothesis import strategies as st

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.record import GeneratedRecord, assemble, build
from edgejson.generators.worlds import WORLDS

__all__ = ["labels", "records"]


def labels(schema_id: str | None = None) -> st.SearchStrategy[JSONObject]:
    """Return a strategy for labels of one schema, or of any; KeyError for an unknown schema id.

    Hypothesis makes each choice of the world itself, so a failing label shrinks to first choices, absent
    optionals and few items, and still adds up.
    """
    return _schema_ids(schema_id).flatmap(_labels)


def records(schema_id: str | None = None) -> st.SearchStrategy[GeneratedRecord]:
    """Return a strategy for whole records of one schema, or of any; KeyError for an unknown schema id."""
    return _schema_ids(schema_id).flatmap(_records)


def _schema_ids(schema_id: str | None) -> st.SearchStrategy[str]:
    if schema_id is None:
        return st.sampled_from(tuple(WORLDS))
    if schema_id not in WORLDS:
        raise KeyError(schema_id)
    return st.just(schema_id)


@st.composite
def _labels(draw: st.DrawFn, schema_id: str) -> JSONObject:
    return build(schema_id, _draws(draw))


@st.composite
def _records(draw: st.DrawFn, schema_id: str) -> GeneratedRecord:
    draws = _draws(draw)
    label = build(schema_id, draws)
    number = draw(st.integers(0, 9_999_999))
    return assemble(schema_id, label, draws, number=f"hy{number:07}", meta={})


def _draws(draw: st.DrawFn) -> Draws:
    return Draws(lambda n: draw(st.integers(0, n - 1)))
