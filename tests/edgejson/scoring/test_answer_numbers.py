"""A number is right or wrong alike in a line of data and in a model's answer: one decoder reads both."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edgejson.core.decoding import decode
from edgejson.core.source import Line
from edgejson.scoring.answer import read_answer

RIGHT = ["0", "-0", "0e999", "1e308", "-1.7976931348623157e308", "1e-310", "4.9e-324", "9" * 308]
WRONG = ["9e308", "-1.8e308", "1e309", "1e-400", "-1e-400", "9" * 309, "NaN", "-Infinity", "1e99999999999"]


def in_data(number: str) -> bool:
    raw = f'{{"a": {number}}}'.encode()
    decoded = decode(Line(number=1, offset=0, raw=raw, size=len(raw)), max_bytes=1 << 20, max_depth=64)
    return [fault.name for fault in decoded.faults] != ["number"]


def in_answer(number: str) -> bool:
    return read_answer(f'{{"a": {number}}}').fault != "number"


@pytest.mark.parametrize("number", RIGHT)
def test_number_that_a_double_can_hold(number: str) -> None:
    assert in_data(number)
    assert in_answer(number)


@pytest.mark.parametrize("number", WRONG)
def test_number_that_no_double_can_hold(number: str) -> None:
    assert not in_data(number)
    assert not in_answer(number)


@given(st.from_regex(r"-?(0|[1-9][0-9]{0,3})(\.[0-9]{1,3})?([eE][+-]?[0-9]{1,4})?", fullmatch=True))
def test_any_number(number: str) -> None:
    assert in_data(number) == in_answer(number)
