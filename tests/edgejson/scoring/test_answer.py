import time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edgejson.core.json_text import compact
from edgejson.scoring.answer import MAX_DEPTH, MAX_OPENINGS, read_answer
from edgejson.scoring.equality import equal


def nested(depth: int) -> str:
    return '{"a":' * (depth - 1) + "{}" + "}" * (depth - 1)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": 1}', {"a": 1}),
        ('{"a": 1.50}', {"a": Decimal("1.50")}),
        ("{}", {}),
        ('{"a": {"b": {"c": {"d": [{}]}}}}', {"a": {"b": {"c": {"d": [{}]}}}}),
        ('{"a": "}{"}', {"a": "}{"}),
        ('{"a": "\\u00e9\\ud83d\\ude00"}', {"a": "é😀"}),
        ('{"a": -0.0}', {"a": Decimal("-0.0")}),
        ('{"a": 1e2}', {"a": Decimal("1e2")}),
    ],
)
def test_object_alone(text: str, value: Any) -> None:
    answer = read_answer(f" {text}\n")
    assert (answer.value, answer.fault, answer.text_around) == (value, None, False)


@pytest.mark.parametrize(
    "text",
    [
        'Sure: {"a": 1}',
        '{"a": 1} Hope this helps!',
        '```json\n{"a": 1}\n```',
        '{"a": 1}{"a": 2}',
        'Use {braces} like this: {"a": 1}',
        '{"b": 1, oops} then {"a": 1}',
        '{"b": {"c": 1}, oops} then {"a": 1}',
        '[1, 2] and then {"a": 1}',
        '\ufeff{"a": 1}',
        '<think>Perhaps {"a": 2}? No.</think>\n{"a": 1}',
        'Perhaps {"a": 2}? No.</think>\n{"a": 1}',
    ],
)
def test_first_complete_object_among_other_text(text: str) -> None:
    answer = read_answer(text)
    assert (answer.value, answer.fault, answer.text_around) == ({"a": 1}, None, True)


def test_array_of_objects_is_the_answer_and_not_its_first_item() -> None:
    assert read_answer('[{"a": 1}]').value == [{"a": 1}]
    assert read_answer('[{"a": 1}').fault == "unfinished"


def test_array_without_objects_is_an_answer_where_labels_are_arrays() -> None:
    assert read_answer('Here: ["a", "b"]', flat_arrays=True).value == ["a", "b"]


def test_thoughts_that_do_not_end_hold_no_answer() -> None:
    assert read_answer('<think>{"a": 1}').fault == "unfinished"
    assert read_answer('{"a": "</think>"}').value == {"a": "</think>"}


@pytest.mark.parametrize(
    "text",
    [
        '{"name": "f", "arguments": {"x": 1}}',
        '{"name": "f", "arguments": "{\\"x\\": 1}"}',
        '{"function": {"name": "f", "arguments": {"x": 1}}}',
        '[{"type": "function", "function": {"name": "f", "arguments": "{\\"x\\": 1}"}}]',
        '{"role": "assistant", "tool_calls": [{"function": {"name": "f", "arguments": {"x": 1}}}]}',
        '<tool_call>\n{"name": "f", "arguments": {"x": 1}}\n</tool_call>',
    ],
)
def test_calls_are_read_however_they_are_written(text: str) -> None:
    assert read_answer(text, calls=True).value == {"name": "f", "arguments": {"x": 1}}


def test_several_calls_are_a_list() -> None:
    call = '<tool_call>{"name": "f", "arguments": {}}</tool_call>'
    assert read_answer(call * 2, calls=True).value == [{"name": "f", "arguments": {}}] * 2


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "nothing"),
        (" \n\t", "nothing"),
        ("no", "no_object"),
        ("[1, 2]", "no_object"),
        ("null", "no_object"),
        ("{", "unfinished"),
        ('{"a"', "unfinished"),
        ('{"a": {"b": 1}', "unfinished"),
        ('{"a": {"b": 1}, "c', "unfinished"),
        ('{"a": 1, "b": tr', "unfinished"),
        ('{"a": -', "unfinished"),
        ('{"a": 1.', "unfinished"),
        ('{"a": 1e+', "unfinished"),
        ('{"a": "x\\', "unfinished"),
        ('{"a": "x\\u00', "unfinished"),
        ("{a: 1}", "syntax"),
        ("{'a': 1}", "syntax"),
        ('{"a": 1,}', "syntax"),
        ('{"a": {"b": 1}, oops}', "syntax"),
        ('{"a": "line\nbreak"}', "syntax"),
        ('{"a": 01}', "syntax"),
        ('{"a": 1, "a": 1}', "duplicate_keys"),
        ('{"x": [{"a": 1, "a": 2}]} {"a": 1}', "duplicate_keys"),
        ('{"a": NaN}', "number"),
        ('{"a": [-Infinity]}', "number"),
        ('{"a": 1e999}', "number"),
        ('{"a": 1e999999999999999999999}', "number"),
        ('{"a": 1e-999999999}', "number"),
        ('{"a": ' + "9" * 100_000 + "}", "number"),
        ('{"a": "\\ud800"}', "surrogate"),
        ('{"a": "\ud800"}', "surrogate"),
        ('{"\\udfff": 1}', "surrogate"),
        (nested(MAX_DEPTH + 1), "too_deep"),
        (nested(100_000), "too_deep"),
        ('{"a":' * 100_000, "too_deep"),
        ("{" * 10, "unfinished"),
        ("{" * (MAX_OPENINGS + 1), "syntax"),
        ("{x" * 10, "syntax"),
        ("{x" * MAX_OPENINGS + '{"a": 1}', "syntax"),
    ],
)
def test_no_object(text: str, fault: str) -> None:
    answer = read_answer(text)
    assert (answer.value, answer.fault) == (None, fault)


def test_deepest_object_that_is_read() -> None:
    assert read_answer(nested(MAX_DEPTH)).fault is None
    assert read_answer('{"a": "' + "[" * (MAX_DEPTH + 1) + '"}').fault is None


@pytest.mark.parametrize("piece", ["{", '{"', '{"a":', "{}{", '{"a":"', "[{", '{"a":1,', "\\", '{"a":1}x'])
def test_hostile_text_is_given_up_soon(piece: str) -> None:
    began = time.process_time()
    read_answer(piece * 200_000)
    # Without a limit on attempts this takes from half a minute to several minutes.
    assert time.process_time() - began < 5


JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**18), 10**18)
    | st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-1000, max_value=1000)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(st.text())
def test_any_text_is_read_without_an_error(text: str) -> None:
    answer = read_answer(text)
    assert (answer.value is None) != (answer.fault is None)


@given(st.text(alphabet='{}[]",:\\ 1eEu+-.dD8tfn\n'))
def test_anything_made_of_json_marks_is_read_without_an_error(text: str) -> None:
    answer = read_answer(text)
    assert (answer.value is None) != (answer.fault is None)


@given(st.dictionaries(st.text(), JSON_VALUES, max_size=5), st.text(), st.text())
def test_object_is_found_between_any_other_text(value: Any, before: str, after: str) -> None:
    answer = read_answer(before.translate({ord("{"): None, ord("["): None}) + compact(value) + after)
    assert answer.value is not None
    assert equal(answer.value, value)
