"""A label as text is decoded strictly; what else a text can be is told apart, and read where it can be."""

import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edgejson.formats.label_text import holds_json, read_label, read_label_text

LABEL = {"a": [1, {"b": "x"}]}
TEXT = json.dumps(LABEL)


def read(text: str) -> tuple[Any, list[str]]:
    found = read_label_text(text, "/completion", max_depth=64)
    return found.value, [fault.name for fault in found.faults]


@pytest.mark.parametrize("text", [TEXT, f" {TEXT}\n", json.dumps(LABEL, indent=2)])
def test_json_alone_is_the_label(text: str) -> None:
    assert read(text) == (LABEL, [])
    assert read("[1, 2]") == ([1, 2], [])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"```json\n{TEXT}\n```", "fenced"),
        (f"```\n{TEXT}\n```", "fenced"),
        (f"~~~ json\n{TEXT}\n~~~", "fenced"),
        (f"Here it is:\n{TEXT}", "wrapped"),
        (f"{TEXT} Hope this helps!", "wrapped"),
        (f"Here it is:\n```json\n{TEXT}\n```", "wrapped"),
        (f"{TEXT}{TEXT}", "wrapped"),
        (json.dumps(TEXT), "encoded_twice"),
    ],
)
def test_label_that_can_be_read_all_the_same(text: str, name: str) -> None:
    assert read(text) == (LABEL, [name])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", ["no_json"]),
        ("It rained.", ["no_json"]),
        ("42", ["no_json"]),
        ("null", ["no_json"]),
        ('"It rained."', ["no_json"]),
        ("{'a': 1}", ["no_json"]),
        ('{"a": 1,}', ["no_json"]),
        ('{"a": 1', ["cut_off"]),
        ('{"a": {"b": "x', ["cut_off"]),
        ('Sure: {"a": [1, 2', ["cut_off"]),
        (f"```json\n{TEXT[:-4]}", ["cut_off"]),
        ('{"a": 1, "a": 2}', ["duplicate_key"]),
        ('{"a": NaN, "b": 9e999}', ["number", "number"]),
        ('{"a": "\\ud800"}', ["surrogate"]),
        ('```\n{"a": 1, "a": 2}\n```', ["fenced", "duplicate_key"]),
        ("[" * 65 + "]" * 65, ["depth"]),
        ("[" * 100_000, ["depth"]),
    ],
)
def test_text_that_is_no_label(text: str, names: list[str]) -> None:
    assert read(text) == (None, names)


def test_faults_inside_have_the_pointer_of_the_text_before_theirs() -> None:
    found = read_label_text('{"a": {"b": NaN}}', "/messages/2/content", max_depth=64)
    assert [fault.pointer for fault in found.faults] == ["/messages/2/content/a/b"]


@pytest.mark.parametrize("value", [LABEL, [1]])
def test_values_are_labels_as_they_are(value: Any) -> None:
    assert read_label(value, "/x", max_depth=64) == (value, ())
    assert read_label(7, "/x", max_depth=64).faults[0].actual == "a JSON integer"


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        f"```json\n{TEXT}\n```",
        f"Sure:\n{TEXT}",
        f"{TEXT}\nDone.",
        '{"a": ',
        "{'a': 1}",
        '["a", "b"]',
        "[1]",
    ],
)
def test_messages_that_were_to_be_labels(text: str) -> None:
    assert holds_json(text)


@pytest.mark.parametrize(
    "text",
    [
        "It rained.",
        "[1] says otherwise, and so does everybody else.",
        "[Ada enters.] Good evening!",
        f"You would write {TEXT}, and then call the server with it, which answers when it is ready.",
        "In C, write { and } around it.",
    ],
)
def test_messages_that_say_something(text: str) -> None:
    assert not holds_json(text)


@given(st.text(alphabet='{}[]",:\\ 1a`\n') | st.text())
def test_any_text_is_read(text: str) -> None:
    value, names = read(text)
    assert value is not None or names
    holds_json(text)


@pytest.mark.parametrize("piece", ["{", '{"', '{"a":', "[{", "`", "```json\n{", '"', "\\", "[1,"])
def test_hostile_text_is_given_up_soon(piece: str) -> None:
    began = time.process_time()
    read(piece * 100_000)
    holds_json(piece * 100_000)
    assert time.process_time() - began < 5
