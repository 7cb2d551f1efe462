"""A finding: one thing that is wrong at one place, as a value."""

from dataclasses import asdict, dataclass, fields
from typing import Any, get_args

from edgejson._typing import JSONValue, Kind, Pointer, Severity
from edgejson.core.json_text import compact


@dataclass(frozen=True, slots=True, kw_only=True)
class Mismatch:
    """What a rule yields: where something is wrong, what would be right, what is there.

    ``pointer`` is a JSON Pointer into the line's object. ``line`` is needed from file and split rules
    only, with ``nth`` where the line holds several records; a mismatch without one is about the file as a
    whole. ``message`` replaces the rule's sentence and ``kind`` its kind; ``traceback`` is that of a rule
    that failed itself. Raises TypeError or ValueError for what no finding can hold.
    """

    pointer: Pointer = ""
    expected: JSONValue = None
    actual: JSONValue = None
    line: int | None = None
    message: str | None = None
    kind: Kind | None = None
    nth: int = 1
    traceback: str | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.pointer, str) or (self.pointer and not self.pointer.startswith("/")):
            raise ValueError(
                f"pointer: expected a JSON Pointer such as /expected_output/id, not {self.pointer!r}"
            )
        if type(self.line) not in (int, type(None)):
            raise TypeError(f"line: expected a number, not {self.line!r}")
        if self.kind not in (None, *get_args(Kind)):
            raise ValueError(f"kind: expected one of {', '.join(get_args(Kind))}, not {self.kind!r}")
        # Raises for what is no JSON value and for what cannot be written as UTF-8.
        compact([self.pointer, self.message, self.expected, self.actual, self.traceback]).encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A mismatch with everything that a person or a program needs to act on it."""

    file: str
    line: int | None
    record_id: str | None
    schema_id: str | None
    rule: str
    kind: Kind
    severity: Severity
    pointer: Pointer
    message: str
    expected: JSONValue
    actual: JSONValue
    traceback: str | None = None

    def to_json(self) -> str:
        """Return the finding as one line of JSON; numbers are written exactly, and no traceback is null."""
        values = asdict(self)
        if self.traceback is None:
            del values["traceback"]
        return compact(values)

    @classmethod
    def from_dict(cls, value: dict[str, Any]) -> "Finding":
        """Return the finding that `value`, a decoded line of `to_json`, describes."""
        known = {field.name: value[field.name] for field in fields(cls) if field.name != "traceback"}
        return cls(**known, traceback=value.get("traceback"))

    @property
    def location(self) -> str:
        """Where it is, as ``file:line``, in the form that editors and terminals make clickable."""
        return self.file if self.line is None else f"{self.file}:{self.line}"
