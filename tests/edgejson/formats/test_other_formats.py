"""ShareGPT, Alpaca, prompt and completion, fields by pointers, and our envelope."""

import json
from typing import Any

import pytest

from edgejson.core.record import Turn
from edgejson.errors import SourceError
from edgejson.formats.reader import open_data
from edgejson.suite.settings import load_settings
from tests.conftest import Project, contact
from tests.edgejson.formats.reading import content, faults, records
from tests.edgejson.formats.rows import (
    alpaca,
    conversational,
    hermes,
    label,
    prompt_completion,
    sharegpt,
    text,
    xlam,
)  # fmt: skip

CALL = {"name": "register_runner", "arguments": {"runner": label(3)["runner"], "bib": 13}}


def test_sharegpt() -> None:
    (record,) = records(sharegpt(3))
    assert (record.label, record.prompt) == (label(3), text(3))
    assert dict(record.places)["/expected_output"] == "/conversations/1/value"


def test_sharegpt_with_a_system_turn_beside_it() -> None:
    (record,) = records({**sharegpt(3), "system": "JSON only."})
    assert record.turns[0] == Turn("system", "JSON only.")


def test_hermes_calls_by_tags() -> None:
    (record,) = records(hermes(3))
    assert record.label == CALL
    assert record.own_schema is not None
    assert dict(record.places)["/expected_output"] == "/conversations/2/value"
    broken = hermes(3)
    broken["conversations"][2]["value"] = "<tool_call>\n{'name': 'register_runner'}\n</tool_call>"
    assert faults(broken) == [("no_json", "/conversations/2/value")]


def test_function_call_turns() -> None:
    row = sharegpt(3)
    row["conversations"][1] = {"from": "function_call", "value": json.dumps(CALL)}
    row["tools"] = json.dumps([{"name": "register_runner", "parameters": {"type": "object"}}])
    (record,) = records(row)
    assert (record.label, record.is_call) == (CALL, True)


def test_alpaca() -> None:
    (record,) = records(alpaca(3))
    assert record.prompt == f"Extract the runner as JSON.\n\n{text(3)}"
    assert record.places == (("/expected_output", "/output"), ("/prompt", "/input"))
    (bare,) = records({**alpaca(3), "input": ""})
    assert bare.prompt == "Extract the runner as JSON."
    assert content({**alpaca(3), "output": ""}).parts == ()


@pytest.mark.parametrize("make", [prompt_completion, conversational])
def test_prompt_and_completion(make: Any) -> None:
    (record,) = records(make(3))
    assert (record.label, record.prompt) == (label(3), text(3))


def test_completion_that_is_an_object() -> None:
    (record,) = records({**prompt_completion(3), "completion": label(3)})
    assert record.label == label(3)


def test_turns_of_the_prompt_are_no_labels() -> None:
    row = conversational(3)
    row["prompt"] = [{"role": "user", "content": "A"}, {"role": "assistant", "content": "{}"}, *row["prompt"]]
    (record,) = records(row)
    assert record.label == label(3)


POINTERS = (("prompt", ("/ask", "/more/0")), ("expected_output", ("/turns/-1/content",)), ("id", ("/uid",)))


def test_pointers() -> None:
    row = {"ask": "A.", "more": ["B."], "turns": [{}, {"content": '{"x": 1}'}], "uid": "u1"}
    (record,) = records(row, "pointers", pointers=POINTERS)
    assert (record.id, record.prompt, record.label) == ("u1", "A.\n\nB.", {"x": 1})
    places = {"/expected_output": "/turns/1/content", "/prompt": "/more/0", "/id": "/uid"}
    assert dict(record.places) == places


def test_xlam() -> None:
    pointers = (("prompt", ("/query",)), ("expected_output", ("/answers",)), ("tools", ("/tools",)))
    (record,) = records(xlam(3), "pointers", pointers=pointers)
    assert record.label == CALL
    assert dict(record.places)["/expected_output"] == "/answers/0"
    assert record.own_schema is not None
    properties: Any = record.own_schema["properties"]
    assert properties["arguments"] == {
        "type": "object",
        "properties": {"runner": {"type": "string"}, "bib": {"type": "integer"}, "club": {"type": "string"}},
        "required": ["runner", "bib"],
        "additionalProperties": False,
    }


def test_labels_of_the_envelope_may_be_text_or_arrays() -> None:
    row = contact(1)
    (record,) = records({**row, "expected_output": json.dumps(row["expected_output"])})
    assert record.label == row["expected_output"]
    assert faults({**row, "expected_output": "```\n{}\n```"}) == [("fenced", "/expected_output")]
    (listed,) = records({**row, "expected_output": [1]})
    assert listed.label == [1]


@pytest.mark.parametrize(
    ("settings", "row", "told"),
    [
        ("", {"question": "A", "answer": "{}"}, r"hold no prompt .* \(there are: question, answer\)"),
        (
            'fields = { prompt = "/messages[1]/content", expected_output = "/answer" }',
            {"question": "A", "answer": "{}"},
            r"no row has prompt = '/messages\[1\]/content'; the fields of its rows are question, answer",
        ),
        ('fields = { prompt = ["/question", "/q2"], expected_output = "/answer" }',
         {"question": "A", "answer": "{}"}, "no row has prompt = '/q2'"),
        ('fields = { id = "uid" }', alpaca(1), "no row has id = '/uid'; .* instruction, input, output"),
    ],
)  # fmt: skip
def test_field_that_no_row_has_is_an_error_that_names_those_there_are(
    project: Project, settings: str, row: dict[str, Any], told: str
) -> None:
    project.settings(settings)
    data = project.data("data.jsonl", row)
    with pytest.raises(SourceError, match=told):
        open_data(data, load_settings(data).record_format)


def test_field_that_only_a_late_row_has_is_there(project: Project) -> None:
    project.settings('fields = { prompt = ["/a", "/b"], expected_output = "/c" }')
    data = project.data("data.jsonl", *[{"a": "A", "c": {}}] * 200, {"a": "A", "b": "B", "c": {}})
    assert open_data(data, load_settings(data).record_format).record_format.name == "pointers"


def test_most_of_the_first_rows_tell_the_format(project: Project) -> None:
    data = project.data("data.jsonl", b"{", {"x": 1}, *map(sharegpt, range(3)), alpaca(1))
    assert open_data(data, load_settings(data).record_format).record_format.name == "sharegpt"


def test_file_without_an_object_is_an_envelope(project: Project) -> None:
    data = project.data("data.jsonl", b"{", b"", b"7")
    assert open_data(data, load_settings(data).record_format).record_format.name == "envelope"
