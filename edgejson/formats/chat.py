"""Conversations: each turn of the assistant that holds JSON or calls is a label, all before it its prompt."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from edgejson._typing import JSONObject, JSONValue, Pointer
from edgejson.core.decoding import Fault
from edgejson.core.json_text import compact
from edgejson.core.record import Role, Turn
from edgejson.core.record_format import RecordFormat
from edgejson.formats.calls import Call, call_label, call_schema, calls_of, declared_functions, tagged_calls
from edgejson.formats.example import Example, places
from edgejson.formats.label_text import holds_json, read_label_text

ROLES: dict[str, Role] = {
    "system": "system", "developer": "system",
    "user": "user", "human": "user",
    "assistant": "assistant", "gpt": "assistant", "chatgpt": "assistant", "bot": "assistant",
    "model": "assistant", "function_call": "assistant",
    "tool": "tool", "function": "tool", "ipython": "tool", "observation": "tool", "tool_response": "tool",
}  # fmt: skip
"""The roles of messages by the names that the formats give them."""

_TOOLS = "You can call these functions:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message. ``at`` is the pointer of its text; one that ``is_learned`` is trained on."""

    role: Role
    text: str
    at: Pointer
    calls: tuple[Call, ...] = ()
    is_learned: bool = True

    @property
    def shown(self) -> str:
        """The message as later turns see it, its calls as JSON."""
        if not self.calls:
            return self.text
        calls: list[JSONValue] = [{"name": call.name, "arguments": call.arguments} for call in self.calls]
        text = compact(calls[0] if len(calls) == 1 else calls)
        return f"{self.text}\n{text}" if self.text.strip() else text


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """The messages of a row, with the functions that it declares and the schema of its answers.

    ``first_label`` is the first message that may be a label; ``faults`` are about what is no message.
    """

    messages: Sequence[Message]
    faults: tuple[Fault, ...] = ()
    tools: JSONValue = None
    answer_schema: JSONObject | None = None
    answer_schema_id: str = ""
    first_label: int = 0


def read_messages(
    value: JSONValue, at: Pointer, *, role: str, text: str, max_depth: int
) -> tuple[list[Message], tuple[Fault, ...]]:
    """Return the messages in a list, whose objects name role and text so, and a fault for each other item."""
    messages: list[Message] = []
    faults: list[Fault] = []
    for index, item in enumerate(value if isinstance(value, list) else ()):
        place = f"{at}/{index}"
        given = item.get(role) if isinstance(item, dict) else None
        known = ROLES.get(given.casefold()) if isinstance(given, str) else None
        if known is None or not isinstance(item, dict):
            expected = f"one of {', '.join(ROLES)}"
            actual = "nothing" if given is None else compact(given)
            faults.append(Fault(name="role", pointer=f"{place}/{role}", expected=expected, actual=actual))
        else:
            messages.append(_message(item, known, place, role=role, text=text, max_depth=max_depth))
    return messages, tuple(faults)


def _message(item: JSONObject, known: Role, at: Pointer, *, role: str, text: str, max_depth: int) -> Message:
    content, content_at = text_of(item.get(text)), f"{at}/{text}"
    calls: tuple[Call, ...] = ()
    if item.get(role) == "function_call":
        calls = calls_of(read_label_text(content, content_at, max_depth=max_depth).value, content_at)
        content = "" if calls else content
    elif known == "assistant":
        calls = calls_of({name: item[name] for name in ("tool_calls", "function_call") if item.get(name)}, at)
        if not calls and "<tool_call>" in content:
            calls = tagged_calls(content, content_at, max_depth=max_depth)
            content = content.partition("<tool_call>")[0]
    # OpenAI's fine-tuning leaves a turn of weight 0 out of the loss.
    return Message(role=known, text=content, at=content_at, calls=calls, is_learned=item.get("weight") != 0)


def text_of(content: JSONValue) -> str:
    """Return the text of a message's content, which may be a list of parts."""
    if isinstance(content, str):
        return content
    if isinstance(content, list):
        parts = (part.get("text") if isinstance(part, dict) else part for part in content)
        return "\n\n".join(part for part in parts if isinstance(part, str))
    return "" if content is None else compact(content)


def chat_examples(conversation: Conversation, record_format: RecordFormat) -> Iterator[Example]:
    """Yield an example for each turn that is a label, in order."""
    if conversation.faults:
        yield Example(fields={}, faults=conversation.faults)
        return
    functions = declared_functions(conversation.tools)
    turns = [Turn(message.role, message.shown) for message in conversation.messages]
    if functions:
        turns = _with_tools(turns, conversation.tools)
    n_added = len(turns) - len(conversation.messages)
    prompts = before = 0
    for index, message in enumerate(conversation.messages):
        if index >= conversation.first_label and _is_label(message):
            prompts += before
            if prompts > _MOST_OF_A_LINE * record_format.max_line_bytes:
                yield Example(fields={}, faults=(_too_long(record_format),))
                return
            earlier = tuple(turns[: index + n_added])
            yield _example(conversation, index, earlier, functions, record_format.max_depth)
        before += len(message.text) + _LEAST_OF_A_TURN


_MOST_OF_A_LINE = 8
_LEAST_OF_A_TURN = 64
"""The prompts of one row may be this many times as long as the longest line, and a turn counts for at least
so many characters: every label has all earlier turns for its prompt, which is the square of their number."""


def _is_label(message: Message) -> bool:
    return (
        message.role == "assistant"
        and message.is_learned
        and (bool(message.calls) or holds_json(message.text))
    )


def _example(
    conversation: Conversation,
    index: int,
    turns: tuple[Turn, ...],
    functions: Mapping[str, JSONValue],
    max_depth: int,
) -> Example:
    message, earlier = conversation.messages[index], conversation.messages[:index]
    asked = next((one.at for one in reversed(earlier) if one.role == "user"), message.at)
    fields: JSONObject = {"prompt": "\n\n".join(one.shown for one in earlier if one.shown.strip())}
    if message.calls:
        label = call_label(message.calls, max_depth=max_depth)
        value, faults, where = label.value, label.faults, (*label.places, ("/prompt", asked))
        fields["schema_id"] = label.schema_id
        own_schema = call_schema(value, functions) if functions else None
    else:
        value, faults = read_label_text(message.text, message.at, max_depth=max_depth)
        where, own_schema = places(prompt=asked, label=message.at), conversation.answer_schema
        if own_schema is not None:
            fields["schema_id"] = conversation.answer_schema_id
    if value is not None:
        fields["expected_output"] = value
    return Example(
        fields=fields,
        faults=faults,
        places=where,
        own_schema=own_schema,
        turns=turns,
        is_call=bool(message.calls),
    )


def _too_long(record_format: RecordFormat) -> Fault:
    most = _MOST_OF_A_LINE * record_format.max_line_bytes
    expected = f"prompts of at most {most:,} characters in all the labels of a row"
    return Fault(name="size", expected=expected, actual="more")


def _with_tools(turns: list[Turn], tools: JSONValue) -> list[Turn]:
    """Return the turns with the declared functions in the system turn, which is added where there is none."""
    text = f"{_TOOLS}\n{tools if isinstance(tools, str) else compact(tools)}"
    if turns and turns[0].role == "system":
        return [Turn("system", f"{turns[0].text}\n\n{text}"), *turns[1:]]
    return [Turn("system", text), *turns]


def answer_schema(response_format: JSONValue) -> tuple[JSONObject | None, str]:
    """Return the schema that a row's ``response_format`` names, with its id; None where it names none."""
    described = response_format.get("json_schema") if isinstance(response_format, dict) else None
    schema = described.get("schema") if isinstance(described, dict) else None
    if not isinstance(described, dict) or not isinstance(schema, dict):
        return None, ""
    name = described.get("name")
    return schema, name if isinstance(name, str) and name else "response_format"
