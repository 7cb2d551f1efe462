"""`[tool.edgejson]` of the nearest pyproject.toml: read, validated as a whole, resolved."""

import difflib
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BeforeValidator, Field, StrictInt, ValidationError

from edgejson._typing import Pointer, Severity, SplitName
from edgejson.core.files import real_path
from edgejson.core.record_format import FORMATS, FormatName, RecordFormat
from edgejson.core.regular_files import read_regular
from edgejson.errors import SettingsError
from edgejson.suite.declared_rule import DeclaredRule
from edgejson.suite.field_names import FieldNames
from edgejson.suite.schema_registry import registry
from edgejson.suite.waivers import SettingsTable, Waiver, read_waivers

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_WAYS_TO_SAY_OFF = ("off", "none", "ignore", "disable", "disabled", "no", "skip")


def _number(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise ValueError("expected a number")
    return value


def _glob(pattern: str) -> str:
    if not pattern or PurePosixPath(pattern).is_absolute() or PureWindowsPath(pattern).drive:
        raise ValueError('expected a pattern from the folder of the settings, such as "data/train*.jsonl"')
    return pattern


def _folders_or_none(value: object) -> object:
    return None if value is False else value


def _pointer(text: Pointer | None) -> Pointer | None:
    if text is not None and not text.startswith("/"):
        raise ValueError('expected a JSON Pointer into the label, such as "/type"')
    return text


class Settings(SettingsTable):
    """All settings, with their defaults. `root` is the folder of the file that they come from."""

    fail_on: Severity = Field("error", description="the least severity that fails a file")
    disable: tuple[str, ...] = Field(
        (), description="rules that are not run: ids, whole families, or patterns such as `semantics.*`"
    )
    severity: Mapping[str, Severity] = Field(
        {}, description="severities other than the rules' own, by rule id or family"
    )
    tolerance: Annotated[Decimal, BeforeValidator(_number)] = Field(
        Decimal(0), ge=0, description="how far a derived amount may be off, in the amount's own unit"
    )
    waivers: tuple[Waiver, ...] = Field(
        (), description="findings that are accepted: tables of `rule`, `id` (the record's) and `reason`"
    )
    waivers_file: str | None = Field(
        None, description="a TOML file with more `[[waivers]]`, from the folder of the settings"
    )
    format: FormatName | None = Field(
        None, description=f"how rows hold records: {', '.join(FORMATS)}; recognised where it is not set"
    )
    fields: FieldNames = Field(
        FieldNames(),
        description="where the record's fields stand in your rows: names, or JSON Pointers; `false` says "
        "that your records have none",
    )
    unlabelled: Literal["fail", "allow"] = Field(
        "fail", description="whether rows without a label fail the file"
    )
    schema_id: str | None = Field(None, description="the schema of all labels, where rows do not name theirs")
    schema_by: Annotated[str | None, AfterValidator(_pointer)] = Field(
        None, description="the JSON Pointer, in the label, of the constant that tells which schema it has"
    )
    schemas: str | None = Field(
        None, description="folder of `<schema_id>.schema.json` files that replace the built-in ones"
    )
    checks: Annotated[tuple[str, ...] | None, BeforeValidator(_folders_or_none)] = Field(
        (), description="more folders with `check_*.py` files; `false`: no such file is run"
    )
    rules: tuple[DeclaredRule, ...] = Field(
        (), description="rules without Python: tables of `name`, `check` and what the check takes"
    )
    splits: Mapping[SplitName, tuple[Annotated[str, AfterValidator(_glob)], ...]] = Field(
        {}, description="for `train`, `validation` and `test`: globs of the files in that split"
    )
    max_line_bytes: StrictInt = Field(16 << 20, ge=1, description="the most bytes that a line may have")
    max_depth: StrictInt = Field(64, ge=1, le=250, description="the most levels that a record may nest")

    root: Path | None = Field(None, exclude=True)

    @property
    def record_format(self) -> RecordFormat:
        """How the rows of a data file hold records."""
        fields = self.fields
        of_fields: FormatName | None = (
            "pointers" if fields.has_pointers else "envelope" if fields.renames_content else None
        )
        marks = None
        if self.schemas is not None and self.root is not None:
            known = registry(self.root / self.schemas).schemas.values()
            marks = tuple(schema.mark(self.schema_by) for schema in known)
        return RecordFormat(
            name=self.format or of_fields,
            names=fields.names(),
            pointers=tuple(fields.pointers()),
            absent=fields.absent(),
            allows_unlabelled=self.unlabelled == "allow",
            schema_id=self.schema_id,
            marks=marks,
            constant_at=self.schema_by,
            max_line_bytes=self.max_line_bytes,
            max_depth=self.max_depth,
        )

    def canonical(self) -> dict[str, Any]:
        """Return the settings as JSON values, without `root`: what the suite's digest covers.

        The format is not among them: an attestation states in which one the file was read.
        """
        return self.model_dump(mode="json", exclude={"format"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Settings with the mistakes that were found in them; without those where there are any.

    ``path`` is the file that they come from, None for the defaults.
    """

    settings: Settings
    path: Path | None
    problems: tuple[str, ...]


def load_settings(data: Path, config: Path | None = None) -> Settings:
    """Return the settings for a data file (see `read_settings`); SettingsError with all problems."""
    reading = read_settings(data, config)
    if reading.problems:
        raise SettingsError(reading.path or data, reading.problems)
    return reading.settings


def read_settings(data: Path, config: Path | None = None) -> Reading:
    """Read the settings for a data file, and everything that is wrong in them.

    They are those of `config` (any TOML file with a ``[tool.edgejson]`` table), or else of the nearest
    pyproject.toml from the folder of `data` upward that has such a table, or else the defaults. Raises
    SettingsError for a file that cannot be read, or that is `config` and has no such table.
    """
    if config is not None:
        table = _read_table(config)
        if table is None:
            raise SettingsError(config, ["there is no [tool.edgejson] table in it; its settings go there"])
        return _validated(table, config)
    for folder in real_path(data).parents:
        candidate = folder / "pyproject.toml"
        if candidate.is_file() and (table := _read_table(candidate)) is not None:
            return _validated(table, candidate)
    return Reading(settings=Settings(root=None), path=None, problems=())


def unknown_key(where: str, names: Sequence[str]) -> str:
    """Say that the dotted key `where` is none of `names`, with the likeliest other spelling."""
    return f"{where}: there is no such key{suggestion(where.rpartition('.')[2], names)}"


def suggestion(name: str, names: Sequence[str]) -> str:
    """Return ``; did you mean 'x'?`` for the closest of `names`, or the list of them."""
    close = difflib.get_close_matches(name, names, n=1)
    return f"; did you mean {close[0]!r}?" if close else f"; there are {', '.join(names)}"


def _read_table(path: Path) -> dict[str, Any] | None:
    try:
        document = tomllib.loads(read_regular(path).decode("utf-8"), parse_float=Decimal)
    except OSError as error:
        raise SettingsError(path, [f"cannot be read: {error.strerror or error}"]) from None
    except ValueError as error:
        raise SettingsError(path, [f"is not TOML: {error}"]) from None
    tool = document.get("tool", {})
    table = tool.get("edgejson") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise SettingsError(path, ["tool.edgejson is not a table"])
    return table


def _validated(table: dict[str, Any], path: Path) -> Reading:
    problems = [unknown_key("tool.edgejson.root", _KEYS[""])] if "root" in table else []
    table = {key: value for key, value in table.items() if key != "root"}
    while True:
        try:
            settings = Settings.model_validate(table)
            break
        except ValidationError as error:
            problems += dict.fromkeys(_problem(item) for item in error.errors())
            # What is left is validated again, so that all mistakes of all kinds are reported at once.
            table = _without(table, [item["loc"] for item in error.errors()])
    root = real_path(path).parent
    if settings.waivers_file is not None:
        waivers, unreadable = read_waivers(root / settings.waivers_file)
        settings = settings.model_copy(update={"waivers": (*settings.waivers, *waivers)})
        problems += unreadable
    problems += [
        *_ambiguous_fields(settings),
        *_repeated_waivers(settings),
        *_missing_folders(settings, root),
    ]
    there = {
        "root": root,
        "schemas": settings.schemas if _is_folder(root, settings.schemas) else None,
        "checks": None
        if settings.checks is None
        else tuple(folder for folder in settings.checks if _is_folder(root, folder)),
    }
    return Reading(settings=settings.model_copy(update=there), path=path, problems=tuple(problems))


def _without(table: dict[str, Any], places: Sequence[tuple[Any, ...]]) -> dict[str, Any]:
    """Return `table` without the entries (of lists and tables: their entries) at `places`."""
    bad: dict[str, set[Any]] = {}
    for key, *inner in places:
        bad.setdefault(key, set()).add(inner[0] if inner else None)
    rest: dict[str, Any] = {}
    for key, value in table.items():
        entries = bad.get(key, set())
        if isinstance(value, dict) and None not in entries:
            rest[key] = {name: item for name, item in value.items() if name not in entries}
        elif isinstance(value, list) and None not in entries:
            rest[key] = [item for index, item in enumerate(value) if index not in entries]
        elif not entries:
            rest[key] = value
    return rest


_KEYS: dict[str, Sequence[str]] = {
    "": [name for name in Settings.model_fields if name != "root"],
    "fields": list(FieldNames.model_fields),
    "waivers": list(Waiver.model_fields),
    "rules": list(DeclaredRule.model_fields),
    "splits": get_args(SplitName),
}
"""The keys that there are, by the table that they stand in."""

_TABLES: dict[str, type[SettingsTable]] = {"waivers": Waiver, "rules": DeclaredRule}
"""The tables that have keys which must not be missing."""


def _problem(item: "ErrorDetails") -> str:
    table, name = (str(item["loc"][0]), str(item["loc"][-1])) if len(item["loc"]) > 1 else ("", "")
    location = [part for part in item["loc"] if part != "[key]"]
    where = "tool.edgejson" + "".join(f"[{p + 1}]" if isinstance(p, int) else f".{p}" for p in location)
    if item["type"] == "extra_forbidden" or name == "[key]":
        return unknown_key(where, _KEYS[table])
    if item["type"] == "missing":
        return f"{where} is missing; expected {_TABLES[table].model_fields[name].description}"
    given = item["input"]
    expected = _expectation(item)
    hint = ""
    if table == "severity" and isinstance(given, str) and given.lower() in _WAYS_TO_SAY_OFF:
        hint = f"; to switch it off, name it in disable: {name!r}"
    return f"{where}: {expected}, but it is {_shown(given)}{hint}"


def _expectation(item: "ErrorDetails") -> str:
    if item["type"] == "value_error":
        return str(item["ctx"]["error"])
    what = _NAMES.get(item["type"])
    return f"expected {what or item['msg'].removeprefix('Input should be ')}"


_NAMES = {
    "string_type": "a string",
    "tuple_type": "a list",
    "int_type": "an integer",
    "mapping_type": "a table",
    "dict_type": "a table",
    "model_type": "a table",
}
"""What TOML calls the types that pydantic names otherwise."""


def _shown(value: object) -> str:
    return str(value) if isinstance(value, Decimal) else repr(value)


def _ambiguous_fields(settings: Settings) -> Iterator[str]:
    first: dict[str, str] = {}
    for field, place in settings.fields:
        for name in place if isinstance(place, tuple) else (place,):
            other = first.setdefault(name, field) if name else field
            if other != field:
                yield (
                    f"tool.edgejson.fields: {other} and {field} are both read from {name!r}; "
                    "each needs its own"
                )
    if settings.format not in (None, "pointers") and settings.fields.has_pointers:
        yield f"tool.edgejson: fields points to prompt or label, which the format {settings.format} knows"
    if settings.format == "pointers" and not settings.fields.has_pointers:
        yield "tool.edgejson.format: pointers need [tool.edgejson.fields] with prompt and expected_output"


def _repeated_waivers(settings: Settings) -> Iterator[str]:
    seen = set()
    for number, waiver in enumerate(settings.waivers, 1):
        if (waiver.rule, waiver.id) in seen:
            yield f"tool.edgejson.waivers[{number}]: {waiver.rule} is waived for {waiver.id!r} already"
        seen.add((waiver.rule, waiver.id))


def _missing_folders(settings: Settings, root: Path) -> Iterator[str]:
    named = [("schemas", settings.schemas), *(("checks", folder) for folder in settings.checks or ())]
    for key, folder in named:
        if folder is not None and not _is_folder(root, folder):
            yield f"tool.edgejson.{key}: there is no folder {folder!r} beside the settings"


def _is_folder(root: Path, folder: str | None) -> bool:
    return folder is not None and (root / folder).is_dir()
