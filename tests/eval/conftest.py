"""What the evaluator's tests share: a small data file that passes the suite."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from edgejson.eval.command_line import main

JSON = dict[str, Any]

RECORDS: list[JSON] = [
    {
        "id": "contact-1",
        "schema_id": "contact_info",
        "complexity": "simple",
        "source": "template",
        "prompt": "Name: Ada Byron\nEmail: ada@example.org\nPhone: 555-0101",
        "expected_output": {"name": "Ada Byron", "email": "ada@example.org", "phone": "555-0101"},
    },
    {
        "id": "contact-2",
        "schema_id": "contact_info",
        "complexity": "simple",
        "source": "template",
        "prompt": "Name: Li Wei\nEmail: li@example.net\nPhone: 555-0199",
        "expected_output": {"name": "Li Wei", "email": "li@example.net", "phone": "555-0199"},
    },
    {
        "id": "rating-1",
        "schema_id": "rating",
        "complexity": "simple",
        "source": "template",
        "prompt": "Rating: 4\nReviewer Name: Sam Ortiz\nDate: 2025-03-14",
        "expected_output": {"rating": 4, "reviewer_name": "Sam Ortiz", "date": "2025-03-14"},
    },
    {
        "id": "order-1",
        "schema_id": "order_details",
        "complexity": "medium",
        "source": "template",
        "prompt": (
            "Order ID: ORD-7781\nCustomer Name: Mia Novak\nItems:\n  1. Product Name: Desk Lamp\n"
            "     Quantity: 2\n     Price: 19.50\nTotal Amount: 39.00\nStatus: shipped"
        ),
        "expected_output": {
            "order_id": "ORD-7781",
            "customer_name": "Mia Novak",
            "items": [{"product_name": "Desk Lamp", "quantity": 2, "price": 19.5}],
            "total_amount": 39.0,
            "status": "shipped",
        },
    },
]


def write_lines(path: Path, lines: list[Any]) -> Path:
    """Write JSON Lines and return the path."""
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own, away from the project's settings, in which commands run."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")
    return tmp_path


@pytest.fixture
def data(folder: Path) -> Path:
    """Four records that pass the suite."""
    return write_lines(folder / "data.jsonl", RECORDS)


Score = Callable[..., JSON]


@pytest.fixture
def score(folder: Path, data: Path) -> Score:
    """Score outputs by record id through the command line and return the report."""

    def run(outputs: Mapping[str, Any], *options: str, report: str = "R.json") -> JSON:
        write_lines(folder / "P.jsonl", [{"id": key, "output": value} for key, value in outputs.items()])
        arguments = ["score", "--data", data.name, "--predictions", "P.jsonl", "--report", report, *options]
        assert main(arguments) == 0
        loaded: JSON = json.loads((folder / report).read_text())
        return loaded

    return run


def gold() -> dict[str, Any]:
    """The labels as outputs, by record id."""
    return {record["id"]: record["expected_output"] for record in RECORDS}
