"""Prompt and completion, as TRL's trainers read them: both texts, or both lists of messages."""

from collections.abc import Iterator

from edgejson._typing import JSONObject
from edgejson.core.record_format import RecordFormat
from edgejson.formats.chat import Conversation, answer_schema, chat_examples, read_messages
from edgejson.formats.example import Example, places
from edgejson.formats.label_text import read_label
from edgejson.formats.messages import is_messages, tools_of


def fits(row: JSONObject) -> bool:
    """Whether a row is of this format."""
    return "prompt" in row and "completion" in row


def examples(row: JSONObject, record_format: RecordFormat) -> Iterator[Example]:
    """Yield the example of a row, or one for each turn of its completion that is a label."""
    prompt, completion = row.get("prompt"), row.get("completion")
    if is_messages(prompt) and is_messages(completion):
        return _of_messages(row, record_format)
    return _of_texts(row, record_format)


def _of_texts(row: JSONObject, record_format: RecordFormat) -> Iterator[Example]:
    prompt, completion = row.get("prompt"), row.get("completion")
    if completion is None or completion == "":
        return
    read = read_label(completion, "/completion", max_depth=record_format.max_depth)
    fields: JSONObject = {} if prompt is None else {"prompt": prompt}
    if read.value is not None:
        fields["expected_output"] = read.value
    schema, schema_id = answer_schema(row.get("response_format"))
    if schema is not None:
        fields["schema_id"] = schema_id
    where = places(prompt="/prompt", label="/completion")
    yield Example(fields=fields, faults=read.faults, places=where, own_schema=schema)


def _of_messages(row: JSONObject, record_format: RecordFormat) -> Iterator[Example]:
    (asked, wrong), (answered, wrong_too) = (
        read_messages(row[name], f"/{name}", role="role", text="content", max_depth=record_format.max_depth)
        for name in ("prompt", "completion")
    )
    schema, schema_id = answer_schema(row.get("response_format"))
    conversation = Conversation(
        messages=[*asked, *answered],
        faults=(*wrong, *wrong_too),
        tools=tools_of(row),
        answer_schema=schema,
        answer_schema_id=schema_id,
        first_label=len(asked),
    )
    return chat_examples(conversation, record_format)
