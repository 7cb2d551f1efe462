"""`check`: what makes a plain function a rule."""

import inspect
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, TypeAlias, TypeVar, get_args, overload

from edgejson._typing import Kind, Scope, Severity
from edgejson.core.finding import Mismatch

RuleFunction: TypeAlias = Callable[..., Iterable[Mismatch] | None]
_Function = TypeVar("_Function", bound=Callable[..., Any])
_ATTRIBUTE = "__edgejson_check__"


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """What `check` was told; it becomes a `Rule` when the function's module is collected."""

    kind: Kind
    severity: Severity
    scope: Scope
    schemas: tuple[str, ...] | None
    needs: tuple[str, ...] | None
    family: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule of a suite. ``id`` is ``family.name``; ``sentence`` is the function's docstring.

    ``schemas`` are the schema ids of the labels it is about, None for all. ``needs`` are the top-level
    fields of the label that it reads: where one of them violates the label's schema, the rule is not
    run. None means that it needs the whole label, ``()`` that it copes with any label.
    """

    id: str
    family: str
    name: str
    sentence: str
    kind: Kind
    severity: Severity
    scope: Scope
    schemas: tuple[str, ...] | None
    needs: tuple[str, ...] | None
    function: RuleFunction
    path: Path
    line: int
    takes_settings: bool


@overload
def check(function: _Function, /) -> _Function: ...


@overload
def check(
    *,
    kind: Kind = "custom",
    severity: Severity = "error",
    scope: Scope = "record",
    schemas: Sequence[str] | None = None,
    needs: Sequence[str] | None = None,
    family: str | None = None,
) -> Callable[[_Function], _Function]: ...


def check(
    function: _Function | None = None,
    /,
    *,
    kind: Kind = "custom",
    severity: Severity = "error",
    scope: Scope = "record",
    schemas: Sequence[str] | None = None,
    needs: Sequence[str] | None = None,
    family: str | None = None,
) -> _Function | Callable[[_Function], _Function]:
    """Make a function a rule; its name is the rule's name, its docstring the sentence that reports show.

    The function takes a `Record` (``scope="record"``) or a `Dataset` (``scope="file"`` or ``"split"``)
    and, if it wants them, the `Settings` as a second argument. It yields a `Mismatch` for each thing
    that is wrong, or plainly asserts::

        @check(schemas=["invoice"])
        def due_date_is_not_a_sunday(record):
            "No invoice is due on a Sunday."
            assert date.fromisoformat(record.label["due_date"]).isoweekday() != 7

    The function itself is returned unchanged. Raises ValueError or TypeError for an argument that makes
    no sense: a rule with a misspelt scope would pass without ever being run.
    """
    for name, given, known in (
        ("kind", kind, get_args(Kind)),
        ("severity", severity, get_args(Severity)),
        ("scope", scope, get_args(Scope)),
    ):
        if given not in known:
            raise ValueError(f"check: {name} is {given!r}, expected one of {', '.join(known)}")
    for name, names in (("schemas", schemas), ("needs", needs)):
        if isinstance(names, str):
            raise TypeError(f"check: {name} is {names!r}, expected a list such as [{names!r}]")
    declaration = Declaration(
        kind=kind,
        severity=severity,
        scope=scope,
        schemas=None if schemas is None else tuple(schemas),
        needs=None if needs is None else tuple(needs),
        family=family,
    )

    def declare(function: _Function) -> _Function:
        setattr(function, _ATTRIBUTE, declaration)
        return function

    return declare if function is None else declare(function)


def collect(module: ModuleType, *, family: str) -> list[Rule]:
    """Return the rules that `module` itself defines, in the order in which they are written there."""
    found = []
    for function in vars(module).values():
        declaration = getattr(function, _ATTRIBUTE, None)
        if isinstance(declaration, Declaration) and function.__module__ == module.__name__:
            found.append(_rule(function, declaration, family))
    return sorted(found, key=lambda rule: rule.line)


def _rule(function: Callable[..., Any], declaration: Declaration, family: str) -> Rule:
    family = declaration.family or family
    name = function.__name__
    sentence = " ".join((inspect.getdoc(function) or name.replace("_", " ")).split("\n\n")[0].split())
    return Rule(
        id=f"{family}.{name}",
        family=family,
        name=name,
        sentence=sentence,
        kind=declaration.kind,
        severity=declaration.severity,
        scope=declaration.scope,
        schemas=declaration.schemas,
        needs=declaration.needs,
        function=function,
        path=Path(function.__code__.co_filename),
        line=function.__code__.co_firstlineno,
        takes_settings=len(inspect.signature(function).parameters) > 1,
    )
