"""The word files: TOML under ``generators/words``, checked against one JSON Schema as they are read."""

import json
import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Literal

import jsonschema_rs

from edgejson.errors import EdgejsonError

_WORDS: Traversable = files("edgejson.generators") / "words"


class WordFileError(EdgejsonError):
    """A word file that is not as ``words.schema.json`` wants it."""


def word_files(folder: Literal["books", "frames"]) -> tuple[str, ...]:
    """Return the names of the files in a folder of words, without their endings."""
    names = (entry.name for entry in (_WORDS / folder).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


def read_words(folder: Literal["books", "frames"], name: str) -> dict[str, Any]:
    """Return the content of a word file; KeyError when there is none, WordFileError when it is wrong."""
    file = _WORDS / folder / f"{name}.toml"
    if not file.is_file():
        raise KeyError(name)
    words = tomllib.loads(file.read_text(encoding="utf-8"))
    for error in _validator(folder).iter_errors(words):
        where = "/".join(map(str, error.instance_path))
        raise WordFileError(f"generators/words/{folder}/{name}.toml: {where or 'the file'}: {error.message}")
    return words


@cache
def _validator(folder: Literal["books", "frames"]) -> jsonschema_rs.Validator:
    schema = json.loads((_WORDS / "words.schema.json").read_text(encoding="utf-8"))
    kind = {"books": "phrase_book", "frames": "framing"}[folder]
    return jsonschema_rs.validator_for({**schema, "$ref": f"#/$defs/{kind}"})
