"""The constraints that anybody's rules are written with: what each finds, and what it leaves alone."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from edgejson import constraints
from edgejson._typing import JSONObject
from edgejson.constraints.label_paths import scoped
from edgejson.core.finding import Mismatch
from edgejson.core.record import Record

Constraint = Callable[[Record], Iterable[Mismatch]]


def record(label: JSONObject, prompt: str = "") -> Record:
    return Record(line=1, offset=0, id="r1", schema_id="s", prompt=prompt, label=label, envelope={})


def found(constraint: Constraint, label: JSONObject, prompt: str = "") -> list[tuple[str, Any, Any]]:
    """Return pointer (into the label), expected and actual of each mismatch."""
    return [
        (one.pointer.removeprefix("/expected_output"), one.expected, one.actual)
        for one in constraint(record(label, prompt))
    ]


def call(name: str, *arguments: Any, **named: Any) -> Constraint:
    function = getattr(constraints, name)
    return lambda subject: function(subject, *arguments, **named)


total = partial(call, "sum", "/total")
LINES = ["/lines/*/n", "/lines/*/price"]


@pytest.mark.parametrize(
    ("constraint", "label", "expected"),
    [
        (total(of=["/a", "/b"]), {"a": 1, "b": 2, "total": 3}, []),
        (total(of=["/a", "/b"]), {"a": 1, "b": 2, "total": 4}, [("/total", "3", 4)]),
        (total(of=["/a", "/b"]), {"a": 1, "total": 4}, []),
        (total(of=["/a"], optional=["/b"]), {"a": 1, "total": 4}, [("/total", "1", 4)]),
        (total(of=["/l/*"]), {"l": [1, 2], "total": 4}, [("/total", "3", 4)]),
        (total(of=["/l/*/x"]), {"l": [{"x": 1}, {}], "total": 4}, []),
        (total(of=["/a"], tolerance=2), {"a": 1, "total": 3}, []),
        (total(of=["/a"], tolerance=2), {"a": 1, "total": 4}, [("/total", "1", 4)]),
        # A result has as many digits as the stated number, or as many as are asked for.
        (total(of=["/a"]), {"a": Decimal("1.26"), "total": Decimal("1.3")}, []),
        (
            total(of=["/a"], decimals=2),
            {"a": Decimal("1.26"), "total": Decimal("1.3")},
            [("/total", "1.26", Decimal("1.3"))],
        ),
        (total(of=["/a"]), {"a": "1", "total": 3}, []),
        (
            call("product", "/l/*/t", of=["/l/*/n", "/l/*/p"]),
            {"l": [{"n": 2, "p": 3, "t": 6}, {"n": 2, "p": 3, "t": 7}, {"n": 2, "t": 7}]},
            [("/l/1/t", "6", 7)],
        ),
        (
            call("sum_of_products", "/total", of=LINES, discount="/lines/*/off", plus=["/tax"]),
            {"lines": [{"n": 2, "price": 10, "off": 50}, {"n": 1, "price": 5}], "tax": 1, "total": 15},
            [("/total", "16", 15)],
        ),
        (call("sum_of_products", "/total", of=LINES), {"lines": [{"n": 2}], "total": 15}, []),
        (call("ordered", ["/a", "/b", "/c"]), {"a": 1, "b": 2, "c": 2}, []),
        (
            call("ordered", ["/a", "/b"]),
            {"a": 3, "b": 2},
            [("/a", "2 or less (/expected_output/b)", 3)],
        ),
        (
            call("ordered", ["/l/*/a", "/l/*/b"]),
            {"l": [{"a": "2024-01-02", "b": "2024-01-01"}, {"a": "2024-01-01", "b": "2024-01-02"}]},
            [("/l/0/b", "2024-01-02 or later (/expected_output/l/0/a)", "2024-01-01")],
        ),
        (call("ordered", ["/l/*"]), {"l": [1, 3, 2]}, [("/l/2", "3 or more (/expected_output/l/1)", 2)]),
        (call("within", "/a", least=0, most=5), {"a": 6}, [("/a", "at least 0 and at most 5", 6)]),
        (call("within", "/a", least=0), {"a": 0}, []),
        (
            call("within", "/a", most="2024-12-31"),
            {"a": "2025-01-01"},
            [("/a", "at most 2024-12-31", "2025-01-01")],
        ),
        (
            call("unique", "/l/*/x"),
            {"l": [{"x": 1}, {"x": 2}, {"x": 1}]},
            [("/l/2/x", "a value other than that at /expected_output/l/0/x", 1)],
        ),
        (
            call("refers_to", "/to/*", to="/ids/*"),
            {"to": ["a", "c"], "ids": ["a", "b"]},
            [("/to/1", "one of the values at /ids/*: a, b", "c")],
        ),
        (call("one_of", "/a", values=["x", 1]), {"a": 2}, [("/a", "one of x, 1", 2)]),
        (call("one_of", "/a", values=["x", 1]), {"a": "x"}, []),
        (
            call("currency_units", ["/a"], currency="/c"),
            {"a": Decimal("1.5"), "c": "JPY"},
            [("/a", "no more than 0 digits after the point (JPY)", Decimal("1.5"))],
        ),
        (call("currency_units", ["/a"], currency="/c"), {"a": Decimal("1.5"), "c": "EUR"}, []),
        (
            call("currency_units", ["/a"], currency="/c"),
            {"a": 1, "c": "EURO"},
            [("/c", "an ISO 4217 code such as EUR", "EURO")],
        ),
    ],
)
def test_what_is_found(
    constraint: Constraint, label: JSONObject, expected: list[tuple[str, Any, Any]]
) -> None:
    assert found(constraint, label) == expected


def test_prompt_names_the_currency_whose_digits_count() -> None:
    constraint = total(of=["/a"], decimals="currency")
    label: JSONObject = {"a": Decimal("10.6"), "total": 11}
    assert found(constraint, label, "In all 11 JPY") == []
    assert found(constraint, label, "In all 11 EUR") == [("/total", "10.60", 11)]
    units = call("currency_units", ["/a"])
    assert [pointer for pointer, _, _ in found(units, label, "In all 11 JPY")] == ["/a"]


def test_paths_meet_in_the_innermost_list_that_they_share() -> None:
    label: JSONObject = {"l": [{"m": [{"x": 1}, {"x": 2}], "y": 3}, {"m": [], "y": 4}]}
    assert list(scoped(label, "/l/*/y", "/l/*/m/*/x")) == [
        ("/l/0/y", "/l/0/m/*/x"),
        ("/l/1/y", "/l/1/m/*/x"),
    ]
    assert list(scoped(label, "/a", "/l/*/y")) == [("/a", "/l/*/y")]


def test_escaped_names() -> None:
    assert found(call("within", "/a~1b/c~0d", most=1), {"a/b": {"c~d": 2}}) == [
        ("/a~1b/c~0d", "at most 1", 2)
    ]
