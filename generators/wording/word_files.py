"""The word files: TOML under ``generators/words``, checked against one JSON Schema as they are read."""

import json
import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Literal, TypeAlias

import jsonschema_rs

from edgejson.errors import EdgejsonError

Folder: TypeAlias = Literal["books", "frames", "texts", "domains"]

_DEFINITIONS: dict[Folder, str] = {
    "books": "phrase_book",
    "frames": "framing",
    "texts": "texts_by_kind",
    "domains": "domain",
}
_WORDS: Traversable = files("edgejson.generators") / "words"


class WordFileError(EdgejsonError):
    """A word file that is not as ``words.schema.json`` wants it."""


def word_files(folder: Folder) -> tuple[str, ...]:
    """Return the names of the files in a folder of words, without their endings."""
    names = (entry.name for entry in (_WORDS / folder).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


def read_words(folder: Folder, name: str) -> dict[str, Any]:
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
def _validator(folder: Folder) -> jsonschema_rs.Validator:
    schema = json.loads((_WORDS / "words.schema.json").read_text(encoding="utf-8"))
    return jsonschema_rs.validator_for({**schema, "$ref": f"#/$defs/{_DEFINITIONS[folder]}"})
