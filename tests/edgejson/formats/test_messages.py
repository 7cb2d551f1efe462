"""Chat messages: which turns are labels, what their prompts are, and where everything stands."""

import json
from typing import Any

import pytest

from edgejson.core.record import Turn
from tests.edgejson.formats.reading import content, faults, records
from tests.edgejson.formats.rows import TOOLS, openai, openai_call

ANSWER = {"runner": "Ada"}


def chat(*turns: tuple[str, Any], **row: Any) -> dict[str, Any]:
    return {"messages": [{"role": role, "content": text} for role, text in turns], **row}


def called(*calls: tuple[str, Any], tools: Any = TOOLS) -> dict[str, Any]:
    made = [
        {"id": f"c{n}", "type": "function", "function": {"name": name, "arguments": arguments}}
        for n, (name, arguments) in enumerate(calls)
    ]
    messages = [
        {"role": "user", "content": "Enter Ada with bib 7."},
        {"role": "assistant", "content": None, "tool_calls": made},
    ]
    return {"messages": messages, "tools": tools}


def test_last_turn_is_the_label_and_the_others_its_prompt() -> None:
    (record,) = records(openai(3))
    row = openai(3)["messages"]
    assert record.label == json.loads(row[2]["content"])
    assert record.prompt == f"{row[0]['content']}\n\n{row[1]['content']}"
    assert record.turns == (Turn("system", row[0]["content"]), Turn("user", row[1]["content"]))
    assert (record.id, record.schema_id) == ("7", "none")
    assert dict(record.places) == {
        "/expected_output": "/messages/2/content",
        "/prompt": "/messages/1/content",
    }


def test_every_turn_that_holds_json_is_a_label_of_its_own() -> None:
    row = chat(
        ("user", "Ada?"), ("assistant", json.dumps(ANSWER)), ("user", "Hello."), ("assistant", "Hello!"),
        ("user", "Tom?"), ("assistant", '{"runner": "Tom"}'),
    )  # fmt: skip
    first, second = records(row)
    assert (first.id, first.nth, second.id, second.nth) == ("7", 1, "7.2", 2)
    assert second.label == {"runner": "Tom"}
    assert second.prompt == 'Ada?\n\n{"runner": "Ada"}\n\nHello.\n\nHello!\n\nTom?'
    assert dict(second.places)["/expected_output"] == "/messages/5/content"


def test_row_without_json_has_no_part() -> None:
    assert content(chat(("user", "Hello."), ("assistant", "Hello!"))).parts == ()
    assert content(chat(("user", "Hello."))).parts == ()


def test_turns_that_nobody_learns_from_are_no_labels() -> None:
    row = chat(("user", "Ada?"), ("assistant", json.dumps(ANSWER)))
    row["messages"][1]["weight"] = 0
    assert content(row).parts == ()


def test_content_in_parts_is_their_texts() -> None:
    parts = [{"type": "text", "text": "Runner Ada."}, {"type": "image_url", "image_url": {"url": "x"}}]
    (record,) = records(chat(("user", parts), ("assistant", json.dumps(ANSWER))))
    assert record.prompt == "Runner Ada."


def test_call_is_its_function_with_its_arguments() -> None:
    (record,) = records(openai_call(3))
    assert record.is_call
    assert record.schema_id == "register_runner"
    assert record.label == {"name": "register_runner", "arguments": {"runner": "Una Voss", "bib": 13}}
    assert dict(record.places)["/expected_output"] == "/messages/1/tool_calls/0/function"
    assert record.turns[0].role == "system"
    assert "register_runner" in record.turns[0].text
    assert "register_runner" not in record.prompt


def test_several_calls_are_a_list() -> None:
    (record,) = records(called(("list_races", "{}"), ("register_runner", '{"runner": "Ada", "bib": 7}')))
    assert record.label == [
        {"name": "list_races", "arguments": {}},
        {"name": "register_runner", "arguments": {"runner": "Ada", "bib": 7}},
    ]
    assert record.schema_id == "calls"
    assert dict(record.places)["/expected_output/1"] == "/messages/1/tool_calls/1/function"


def test_old_function_call_is_a_call() -> None:
    row = chat(("user", "Races?"), functions=[TOOLS[1]["function"]])
    call = {"name": "list_races", "arguments": "{}"}
    row["messages"].append({"role": "assistant", "content": None, "function_call": call})
    (record,) = records(row)
    assert record.label == {"name": "list_races", "arguments": {}}
    assert dict(record.places)["/expected_output"] == "/messages/1/function_call"


def test_columns_of_a_table_that_are_null_say_nothing() -> None:
    row = called(("list_races", "{}"))
    row["messages"][0] |= {"tool_calls": None, "weight": None}
    row["tools"] = json.dumps(TOOLS)
    assert [record.schema_id for record in records(row)] == ["list_races"]


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        ('{"runner": ', "cut_off"),
        ('"{}"', "encoded_twice"),
        ("Ada", "no_json"),
        ('{"a": 1, "a": 2}', "duplicate_key"),
    ],
)
def test_arguments_that_are_no_object(arguments: str, name: str) -> None:
    at = "/messages/1/tool_calls/0/function/arguments"
    found = faults(called(("register_runner", arguments)))
    assert [(fault, pointer.startswith(at)) for fault, pointer in found] == [(name, True)]


def test_schema_of_the_row_is_that_of_its_answers() -> None:
    schema = {"type": "object", "properties": {"runner": {"type": "string"}}}
    row = chat(("user", "Ada?"), ("assistant", json.dumps(ANSWER)))
    row["response_format"] = {"type": "json_schema", "json_schema": {"name": "run", "schema": schema}}
    (record,) = records(row)
    assert (record.schema_id, record.own_schema) == ("run", schema)


def test_role_that_is_not_known_is_a_fault() -> None:
    assert faults(chat(("narrator", "Ada?"), ("assistant", "{}"))) == [("role", "/messages/0/role")]


def test_prompts_of_a_long_conversation_are_bounded() -> None:
    row = chat(*[("user", "x" * 50), ("assistant", "{}")] * 400)
    found = content(row, max_line_bytes=len(json.dumps(row)))
    assert found.parts[-1].example.faults[0].name == "size"
    assert len(found.parts) < 400
