"""A rule that is declared in the settings, without Python: ``[[tool.edgejson.rules]]``."""

from decimal import Decimal
from typing import Annotated, Literal, TypeAlias, get_args

from pydantic import AfterValidator, BeforeValidator, Field

from edgejson._typing import Severity
from edgejson.suite.waivers import SettingsTable

ConstraintName: TypeAlias = Literal[
    "sum", "product", "sum_of_products", "ordered", "within", "unique", "refers_to", "one_of",
    "currency_units", "functional_dependency",
]  # fmt: skip


def _pointer(text: str) -> str:
    if not text.startswith("/"):
        raise ValueError("expected a JSON Pointer into the label, such as /items/*/price")
    return text


def _name(text: str) -> str:
    if not text.isidentifier():
        raise ValueError("expected a name such as total_is_sum_of_items")
    return text


def _constraint(name: object) -> object:
    if name not in get_args(ConstraintName):
        raise ValueError(f"expected one of {', '.join(get_args(ConstraintName))}")
    return name


def _number(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise ValueError("expected a number")
    return value


def _bound(value: object) -> object:
    return value if isinstance(value, str) else _number(value)


def _decimals(value: object) -> object:
    if value != "currency" and (type(value) is not int or not 0 <= value <= 20):
        raise ValueError('expected a number of digits, or "currency"')
    return value


_Pointer = Annotated[str, AfterValidator(_pointer)]
_Bound = Annotated[Decimal | int | str | None, BeforeValidator(_bound)]


class DeclaredRule(SettingsTable):
    """A constraint of `edgejson.constraints` with its arguments, as a rule."""

    name: Annotated[str, AfterValidator(_name)] = Field(description="the rule's name, a true sentence")
    check: Annotated[ConstraintName, BeforeValidator(_constraint)] = Field(description="a constraint's name")
    sentence: str | None = None
    family: str = "own"
    schemas: tuple[str, ...] | None = None
    severity: Severity = "error"

    pointer: _Pointer | None = None
    pointers: tuple[_Pointer, ...] | None = None
    of: tuple[_Pointer, ...] | None = None
    plus: tuple[_Pointer, ...] | None = None
    optional: tuple[_Pointer, ...] | None = None
    discount: _Pointer | None = None
    decimals: Annotated[int | str | None, BeforeValidator(_decimals)] = None
    tolerance: Annotated[Decimal | None, BeforeValidator(_number)] = Field(None, ge=0)
    least: _Bound = None
    most: _Bound = None
    to: _Pointer | None = None
    values: tuple[str | bool | int | Decimal, ...] | None = None
    currency: _Pointer | None = None
    on: tuple[_Pointer, ...] | None = None

    def arguments(self) -> dict[str, object]:
        """Return the arguments of the constraint that are given, by name."""
        own = ("name", "check", "sentence", "family", "schemas", "severity")
        return {name: value for name, value in self if name not in own and value is not None}
