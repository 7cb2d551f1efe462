"""The rules of ``[[tool.edgejson.rules]]``: each is one of the constraints, with its arguments."""

import inspect
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from edgejson import constraints
from edgejson._typing import Kind
from edgejson.core.finding import Mismatch
from edgejson.core.pointers import split
from edgejson.suite.checks import Rule, RuleFunction
from edgejson.suite.declared_rule import DeclaredRule
from edgejson.suite.settings import Settings, suggestion

_KINDS: Mapping[str, Kind] = {
    "sum": "arithmetic",
    "product": "arithmetic",
    "sum_of_products": "arithmetic",
    "unique": "reference",
    "refers_to": "reference",
    "one_of": "semantics",
    "currency_units": "semantics",
}


def declared_rules(settings: Settings, path: Path) -> tuple[list[Rule], list[str]]:
    """Return the rules that the settings at `path` declare, and all that is wrong in them."""
    lines = [n for n, line in enumerate(_lines(path), 1) if line.startswith("[[tool.edgejson.rules]]")]
    rules: list[Rule] = []
    problems: list[str] = []
    for index, declared in enumerate(settings.rules):
        wrong = [f"tool.edgejson.rules[{index + 1}]{problem}" for problem in _problems(declared)]
        problems += wrong
        if not wrong:
            rules.append(_rule(declared, path, lines[index] if index < len(lines) else 1))
    return rules, problems


def _lines(path: Path) -> list[str]:
    return [line.strip() for line in path.read_text("utf-8").splitlines()]


def _problems(declared: DeclaredRule) -> Iterator[str]:
    """Yield what the constraint lacks, and what it does not take."""
    parameters = dict(list(inspect.signature(getattr(constraints, declared.check)).parameters.items())[1:])
    given = declared.arguments()
    for name, parameter in parameters.items():
        if parameter.default is inspect.Parameter.empty and not given.get(name):
            yield f": {declared.check} needs {name!r}"
    for name in given:
        if name not in parameters:
            yield f".{name}: {declared.check} takes no such key{suggestion(name, list(parameters))}"
    if declared.check == "within" and declared.least is None and declared.most is None:
        yield ": within needs 'least' or 'most'"


def _rule(declared: DeclaredRule, path: Path, line: int) -> Rule:
    of_file = declared.check == "functional_dependency"
    arguments = declared.arguments()
    if of_file:
        arguments["schemas"] = declared.schemas
    kind = _KINDS.get(declared.check, "custom")
    return Rule(
        id=f"{declared.family}.{declared.name}",
        family=declared.family,
        name=declared.name,
        sentence=declared.sentence or f"{declared.name.replace('_', ' ').capitalize()}.",
        kind=kind,
        severity=declared.severity,
        scope="file" if of_file else "record",
        schemas=declared.schemas,
        needs=None if of_file else _needs(declared),
        function=_function(declared.check, arguments, has_tolerance=kind == "arithmetic"),
        path=path,
        line=line,
        takes_settings=True,
    )


def _function(name: str, arguments: dict[str, object], *, has_tolerance: bool) -> RuleFunction:
    constraint: RuleFunction = getattr(constraints, name)
    own = arguments.get("tolerance", 0)

    def rule(subject: object, settings: Settings) -> Iterable[Mismatch] | None:
        if has_tolerance and isinstance(own, Decimal | int):
            return constraint(subject, **{**arguments, "tolerance": max(own, settings.tolerance)})
        return constraint(subject, **arguments)

    return rule


def _needs(declared: DeclaredRule) -> tuple[str, ...] | None:
    """Return the fields of the label that the pointers begin with; None where one begins with any item."""
    pointers = [
        text
        for name, value in declared.arguments().items()
        if name != "values"
        for text in (value if isinstance(value, tuple) else [value])
        if isinstance(text, str) and text.startswith("/")
    ]
    fields = tuple(dict.fromkeys(split(pointer)[0] for pointer in pointers))
    return None if "*" in fields else fields
