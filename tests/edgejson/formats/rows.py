"""Small invented rows in the shapes of the formats that people train on, as their tools export them."""

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

Row = dict[str, Any]

_FIRST = (
    "Ada",
    "Ilse",
    "Tom",
    "Una",
    "Bo",
    "Eva",
    "Kay",
    "Nia",
    "Leo",
    "Jon",
    "Mia",
    "Zoe",
    "Ina",
    "Rex",
    "Sam",
)
_LAST = (
    "Voss", "Maar", "Reyl", "Holt", "Lindt", "Rund", "Dorn", "Fell", "Marsh", "Pike", "Stone", "Wolf", "Bell",
    "Ford", "Quill", "Thorn", "Vale", "West", "Yarrow", "Ash",
)  # fmt: skip
_TOWNS = ("Oakville", "Linden", "Harbor", "Ridgeton", "Mill Creek", "Stonebridge", "Elmford")

TOOLS = [
    {
        "type": "function",
        "function": {
            "name": "register_runner",
            "description": "Enter a runner for a race.",
            "parameters": {
                "type": "object",
                "properties": {"runner": {"type": "string"}, "bib": {"type": "integer"}},
                "required": ["runner", "bib"],
            },
        },
    },
    {
        "type": "function",
        "function": {"name": "list_races", "parameters": {"type": "object", "properties": {}}},
    },
]


def name(number: int) -> str:
    """Return a runner's name: another for each number below 300."""
    return f"{_FIRST[number % len(_FIRST)]} {_LAST[number // len(_FIRST) % len(_LAST)]}"


def label(number: int) -> Row:
    return {"runner": name(number), "bib": 10 + number, "town": _TOWNS[number % len(_TOWNS)]}


def text(number: int) -> str:
    one = label(number)
    return f"Runner {one['runner']} of {one['town']} starts with bib {one['bib']}."


def openai(number: int) -> Row:
    return {
        "messages": [
            {"role": "system", "content": "Answer with JSON only."},
            {"role": "user", "content": text(number)},
            {"role": "assistant", "content": json.dumps(label(number))},
        ]
    }


def openai_call(number: int) -> Row:
    one = label(number)
    arguments = {"runner": one["runner"], "bib": one["bib"]}
    call = {"name": "register_runner", "arguments": json.dumps(arguments)}
    return {
        "messages": [
            {"role": "user", "content": text(number)},
            {
                "role": "assistant",
                "content": None,
                "tool_calls": [{"id": f"call_{number}", "type": "function", "function": call}],
            },
        ],
        "tools": deepcopy(TOOLS),
        "parallel_tool_calls": False,
    }


def sharegpt(number: int) -> Row:
    return {
        "id": f"identity_{number}",
        "conversations": [
            {"from": "human", "value": text(number)},
            {"from": "gpt", "value": json.dumps(label(number), indent=2)},
        ],
    }


def alpaca(number: int) -> Row:
    return {
        "instruction": "Extract the runner as JSON.",
        "input": text(number),
        "output": json.dumps(label(number)),
    }


def prompt_completion(number: int) -> Row:
    return {"prompt": text(number), "completion": json.dumps(label(number))}


def conversational(number: int) -> Row:
    return {
        "prompt": [{"role": "user", "content": text(number)}],
        "completion": [{"role": "assistant", "content": json.dumps(label(number))}],
    }


def hermes(number: int) -> Row:
    one = label(number)
    call = {"arguments": {"runner": one["runner"], "bib": one["bib"]}, "name": "register_runner"}
    tools = "\n".join(json.dumps(tool) for tool in TOOLS)
    return {
        "id": f"row-{number}",
        "conversations": [
            {
                "from": "system",
                "value": "You call functions within <tools></tools> XML tags.\n"
                f"<tools>\n{tools}\n</tools>\nAnswer with <tool_call> tags.",
            },
            {"from": "human", "value": text(number)},
            {"from": "gpt", "value": f"<tool_call>\n{json.dumps(call)}\n</tool_call>"},
        ],
    }


def xlam(number: int) -> Row:
    one = label(number)
    answers = [{"name": "register_runner", "arguments": {"runner": one["runner"], "bib": one["bib"]}}]
    parameters = {
        "runner": {"description": "Who runs.", "type": "str"},
        "bib": {"description": "The number.", "type": "int"},
        "club": {"description": "Where from.", "type": "str, optional", "default": ""},
    }
    tools = [{"name": "register_runner", "description": "Enter a runner.", "parameters": parameters}]
    return {"id": number, "query": text(number), "answers": json.dumps(answers), "tools": json.dumps(tools)}


XLAM_SETTINGS = 'fields = { prompt = "/query", expected_output = "/answers", tools = "/tools" }'

FORMATS: dict[str, tuple[Callable[[int], Row], str]] = {
    "openai": (openai, ""),
    "openai_call": (openai_call, ""),
    "sharegpt": (sharegpt, ""),
    "alpaca": (alpaca, ""),
    "prompt_completion": (prompt_completion, ""),
    "conversational": (conversational, ""),
    "hermes": (hermes, ""),
    "xlam": (xlam, XLAM_SETTINGS),
}
"""Rows by what they are called, and the settings that a file of them needs."""
