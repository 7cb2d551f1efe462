"""A configuration file and ``--set key=value`` to a recipe, or to all of their mistakes at once."""

import difflib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from edgejson.train.errors import RecipeError
from edgejson.train.recipe import Recipe, documented_keys

RECIPES = Path(__file__).parent
"""The folder with the recipes that come with the package."""


def load_recipe(name: str, overrides: Sequence[str] = ()) -> Recipe:
    """Read the recipe in file `name`, or the one that comes with the package under that name.

    `overrides` are of the form ``lora.rank=8``, the value written as in YAML; ``method=full`` also takes
    the file's adapter away. Raises RecipeError that lists every mistake.
    """
    path = find_recipe(name)
    settings, problems = _read(path)
    if "method=full" in overrides and settings.get("method", "lora") == "lora":
        settings.pop("lora", None)
    for override in overrides:
        problems += _apply(settings, override)
    try:
        recipe = Recipe.model_validate(settings)
    except ValidationError as error:
        problems += [_sentence(detail) for detail in error.errors()]
    if problems:
        raise RecipeError(name, problems)
    return recipe


def find_recipe(name: str) -> Path:
    """Return the path of the recipe `name`; RecipeError when there is none."""
    path = Path(name)
    if path.is_file():
        return path
    packaged = RECIPES / f"{name}.yaml"
    if packaged.is_file():
        return packaged
    known = ", ".join(packaged_recipes())
    raise RecipeError(name, [f"no such configuration file; those that come with edgejson are {known}"])


def packaged_recipes() -> list[str]:
    """Return the names of the recipes that come with the package."""
    return sorted(path.stem for path in RECIPES.glob("*.yaml"))


def _read(path: Path) -> tuple[dict[str, Any], list[str]]:
    import yaml

    try:
        text = path.read_text(encoding="utf-8")
        settings = yaml.safe_load(text)
        repeated = _repeated_keys(yaml.compose(text))
    except (OSError, UnicodeDecodeError) as error:
        raise RecipeError(path, [f"cannot be read: {error}"]) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1}, column {mark.column + 1}: " if mark else ""
        raise RecipeError(path, [f"not YAML: {where}{getattr(error, 'problem', None) or error}"]) from error
    if settings is None:
        settings = {}
    if not isinstance(settings, dict):
        raise RecipeError(path, [f"expected keys and values, found a {type(settings).__name__}"])
    return settings, [f"{key}: given twice" for key in repeated]


def _repeated_keys(node: Any, prefix: str = "") -> list[str]:
    repeated: list[str] = []
    seen: set[str] = set()
    pairs = node.value if node is not None and node.id == "mapping" else []
    for key, value in pairs:
        name = f"{prefix}{key.value}"
        repeated += [name] if name in seen else []
        seen.add(name)
        repeated += _repeated_keys(value, f"{name}.")
    return repeated


def _apply(settings: dict[str, Any], override: str) -> list[str]:
    """Put one ``key=value`` into `settings`; return what is wrong with it."""
    import yaml

    key, equals, text = override.partition("=")
    if not equals or not key:
        return [f"--set {override}: expected key=value, such as lora.rank=8"]
    try:
        value = yaml.safe_load(text)
    except yaml.YAMLError:
        return [f"--set {override}: {text!r} is not a YAML value"]
    *sections, last = key.split(".")
    for section in sections:
        inner = settings.setdefault(section, {})
        if not isinstance(inner, dict):
            return [f"--set {override}: {section} holds no keys"]
        settings = inner
    settings[last] = value
    return []


def _sentence(detail: Any) -> str:
    key = ".".join(str(part) for part in detail["loc"])
    if detail["type"] == "extra_forbidden":
        known = [name for name, _, _ in documented_keys()]
        close = difflib.get_close_matches(key, known, n=1) or [
            name for name in known if key.split(".")[-1] == name.split(".")[-1]
        ]
        hint = f"did you mean {close[0]}?" if close else "see --help for the keys there are"
        return f"{key}: unknown key; {hint}"
    text = detail["msg"].removeprefix("Value error, ")  # pydantic's, before a sentence of our own
    message = text[:1].lower() + text[1:]
    return f"{key}: {message}, found {detail['input']!r}"
