"""`[tool.edgejson]` of the nearest pyproject.toml: read, validated as a whole, resolved."""

import difflib
import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from edgejson._typing import Severity, SplitName
from edgejson.errors import SettingsError

RECORD_FIELDS = ("id", "schema_id", "complexity", "source", "prompt", "expected_output", "meta")


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Waiver(_Table):
    """An accepted finding: `rule` does not speak of the record `id`, for the `reason` given."""

    rule: str
    id: str
    reason: str = Field(min_length=1)


class FieldNames(_Table):
    """Under which name each field of a record stands in the file."""

    id: str = "id"
    schema_id: str = "schema_id"
    complexity: str | Literal[False] = "complexity"
    source: str | Literal[False] = "source"
    prompt: str = "prompt"
    expected_output: str = "expected_output"
    meta: str = "meta"


class Settings(_Table):
    """All settings, with their defaults. `root` is the folder of the file that they come from."""

    fail_on: Severity = Field("error", description="the least severity that fails a file")
    tolerance: Decimal = Field(Decimal(0), ge=0, description="by how much an amount may be off, in its unit")
    disable: tuple[str, ...] = Field((), description="rules (or whole families) that are not run")
    severity: Mapping[str, Severity] = Field({}, description="severities other than the rules' own")
    waivers: tuple[Waiver, ...] = Field((), description="findings that are accepted, with the reason")
    fields: FieldNames = Field(FieldNames(), description="names of the record's fields in your files")
    schemas: str | None = Field(
        None, description="folder of *.schema.json files, instead of the built-in ones"
    )
    checks: tuple[str, ...] = Field((), description="more folders with check_*.py files")
    splits: Mapping[SplitName, tuple[str, ...]] = Field({}, description="globs of the files of each split")
    max_line_bytes: int = Field(16 << 20, ge=1, description="bytes that one line may have")
    max_depth: int = Field(64, ge=1, le=500, description="levels that one record may nest")

    root: Path | None = Field(None, exclude=True)

    def canonical(self) -> dict[str, Any]:
        """Return the settings as JSON values, without `root`: what the suite's digest covers."""
        return self.model_dump(mode="json")


def load_settings(data: Path, config: Path | None = None) -> Settings:
    """Return the settings for a data file.

    They are those of `config`, or else of the nearest pyproject.toml from the folder of `data` upward
    that has a ``[tool.edgejson]`` table, or else the defaults. Raises SettingsError with all problems.
    """
    if config is not None:
        table = _read_table(config)
        if table is None:
            raise SettingsError(config, ["there is no [tool.edgejson] table in it; add one"])
        return _validated(table, config)
    for folder in data.resolve().parents:
        candidate = folder / "pyproject.toml"
        if candidate.is_file() and (table := _read_table(candidate)) is not None:
            return _validated(table, candidate)
    return Settings(root=None)


def _read_table(path: Path) -> dict[str, Any] | None:
    try:
        document = tomllib.loads(path.read_text("utf-8"), parse_float=Decimal)
    except (OSError, ValueError) as error:
        raise SettingsError(path, [f"cannot be read: {error}"]) from None
    table = document.get("tool", {}).get("edgejson")
    if table is not None and not isinstance(table, dict):
        raise SettingsError(path, ["tool.edgejson is not a table"])
    return table


def _validated(table: dict[str, Any], path: Path) -> Settings:
    try:
        settings = Settings.model_validate({**table, "root": path.resolve().parent})
    except ValidationError as error:
        raise SettingsError(path, [_problem(item) for item in error.errors()]) from None
    problems = list(_missing_folders(settings))
    if "root" in table:
        problems.append(unknown_key("root", Settings))
    if problems:
        raise SettingsError(path, problems)
    return settings


def _problem(item: Any) -> str:
    where = ".".join(map(str, ("tool", "edgejson", *item["loc"])))
    if item["type"] == "extra_forbidden":
        parents: dict[str, type[BaseModel]] = {"waivers": Waiver, "fields": FieldNames}
        model = parents.get(str(item["loc"][0]), Settings) if len(item["loc"]) > 1 else Settings
        return unknown_key(where, model)
    return f"{where}: {item['msg'].lower()}, but it is {item['input']!r}"


def unknown_key(where: str, model: type[BaseModel]) -> str:
    """Say that the dotted key `where` is not one of `model`, with the likeliest other spelling."""
    names = [name for name in model.model_fields if name != "root"]
    return f"{where}: there is no such key{suggestion(where.rpartition('.')[2], names)}"


def suggestion(name: str, names: list[str]) -> str:
    """Return ``; did you mean 'x'?`` for the closest of `names`, or the list of them."""
    close = difflib.get_close_matches(name, names, n=1)
    return f"; did you mean {close[0]!r}?" if close else f"; there are {', '.join(names)}"


def _missing_folders(settings: Settings) -> Iterator[str]:
    assert settings.root is not None
    folders = [("schemas", settings.schemas)] if settings.schemas else []
    folders += [("checks", folder) for folder in settings.checks]
    for key, folder in folders:
        if not (settings.root / folder).is_dir():
            yield f"tool.edgejson.{key}: there is no folder {folder!r} beside the file"
