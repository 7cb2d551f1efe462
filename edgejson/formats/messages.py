"""Chat in the form of OpenAI's API: a row's ``messages``, each with ``role`` and ``content``."""

from collections.abc import Iterator

from edgejson._typing import JSONObject, JSONValue
from edgejson.core.record_format import RecordFormat
from edgejson.formats.chat import Conversation, answer_schema, chat_examples, read_messages
from edgejson.formats.example import Example


def is_messages(value: JSONValue) -> bool:
    """Whether a value is a list of messages."""
    return isinstance(value, list) and bool(value) and all(isinstance(m, dict) and "role" in m for m in value)


def fits(row: JSONObject) -> bool:
    """Whether a row is of this format."""
    return is_messages(row.get("messages"))


def examples(row: JSONObject, record_format: RecordFormat) -> Iterator[Example]:
    """Yield an example for each turn of the assistant that holds JSON or calls."""
    depth = record_format.max_depth
    messages, faults = read_messages(
        row.get("messages"), "/messages", role="role", text="content", max_depth=depth
    )
    schema, schema_id = answer_schema(row.get("response_format"))
    conversation = Conversation(
        messages=messages,
        faults=faults,
        tools=tools_of(row),
        answer_schema=schema,
        answer_schema_id=schema_id,
    )
    return chat_examples(conversation, record_format)


def tools_of(row: JSONObject) -> JSONValue:
    """Return the functions that a row declares, as ``tools`` or under their old name."""
    return row.get("tools") or row.get("functions")
