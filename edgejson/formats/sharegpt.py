"""ShareGPT: a row's ``conversations``, each turn with ``from`` and ``value``; Hermes' calls as well."""

from collections.abc import Iterator

from edgejson._typing import JSONObject, JSONValue
from edgejson.core.json_in_text import first_json
from edgejson.core.record_format import RecordFormat
from edgejson.formats.chat import Conversation, Message, chat_examples, read_messages
from edgejson.formats.example import Example
from edgejson.formats.messages import is_messages, tools_of

_TURNS = "conversations"


def fits(row: JSONObject) -> bool:
    """Whether a row is of this format."""
    turns = row.get(_TURNS)
    if not isinstance(turns, list) or not turns:
        return False
    return is_messages(turns) or all(isinstance(turn, dict) and "from" in turn for turn in turns)


def examples(row: JSONObject, record_format: RecordFormat) -> Iterator[Example]:
    """Yield an example for each turn of the model that holds JSON or calls."""
    turns = row.get(_TURNS)
    role, text = ("role", "content") if is_messages(turns) else ("from", "value")
    messages, faults = read_messages(
        turns, f"/{_TURNS}", role=role, text=text, max_depth=record_format.max_depth
    )
    if isinstance(system := row.get("system"), str) and system.strip():
        messages.insert(0, Message(role="system", text=system, at="/system"))
    tools = tools_of(row)
    if not tools and messages:
        tools = _tagged_tools(messages[0].text)
    return chat_examples(Conversation(messages=messages, faults=faults, tools=tools), record_format)


def _tagged_tools(system: str) -> JSONValue:
    """Return the functions that Hermes' system turn lists between ``<tools>`` and ``</tools>``."""
    # The instructions name the tags themselves first: "within <tools></tools> XML tags".
    for piece in system.split("<tools>")[1:]:
        found = first_json(piece.partition("</tools>")[0])
        if isinstance(found, str):
            continue
        return found.value if isinstance(found.value, list) else _one_after_the_other(piece)
    return None


def _one_after_the_other(text: str) -> JSONValue:
    tools: list[JSONValue] = []
    while not isinstance(found := first_json(text), str) and len(tools) < _MOST_TOOLS:
        tools.append(found.value)
        text = text[found.end :].partition("</tools>")[0]
    return tools


_MOST_TOOLS = 128
