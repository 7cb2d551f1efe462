"""Findings that are accepted: waivers in the settings, and in a file of their own."""

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from edgejson.core.regular_files import read_regular


class SettingsTable(BaseModel):
    """A table of the settings: no unknown keys, never changed."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _reason(text: str) -> str:
    if not text.strip():
        raise ValueError("expected the reason, in words")
    return text


class Waiver(SettingsTable):
    """An accepted finding: `rule` is not reported for the record `id`, for the `reason` given."""

    rule: str = Field(description="the rule's id")
    id: str = Field(description="the record's id")
    reason: Annotated[str, AfterValidator(_reason)] = Field(description="why the finding is accepted")


class _WaiversFile(SettingsTable):
    waivers: tuple[Waiver, ...] = ()


def read_waivers(path: Path) -> tuple[tuple[Waiver, ...], list[str]]:
    """Return the waivers in a TOML file of ``[[waivers]]``, and what is wrong with it, a sentence each."""
    where = f"tool.edgejson.waivers_file: {path.name}"
    try:
        content = tomllib.loads(read_regular(path).decode("utf-8"))
        return _WaiversFile.model_validate(content).waivers, []
    except OSError as error:
        return (), [f"{where} cannot be read ({error.strerror})"]
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return (), [f"{where} is not valid TOML: {error}"]
    except ValidationError as error:
        return (), [f"{where}, {_place(item['loc'])}: {item['msg']}" for item in error.errors()]


def _place(location: Sequence[int | str]) -> str:
    """Return where in the file something is wrong, entries counted from 1: ``waivers[2].reason``."""
    return "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in location).lstrip(".")
