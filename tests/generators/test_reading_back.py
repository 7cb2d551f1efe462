"""The inverse reader: listings come back exactly, and what does not is shown."""

import ast
import json
from decimal import Decimal
from pathlib import Path

import pytest

from edgejson.core.json_text import compact
from edgejson.dataset.tables import canonical
from edgejson.generators import WORLDS
from edgejson.generators import __main__ as command_line
from edgejson.generators.reading_back.listing_parser import parse_listing
from edgejson.generators.record import assemble, build
from edgejson.generators.seeds import draws_for
from edgejson.generators.wording.phrase_book import phrase_book
from edgejson.generators.wording.template import Template
from edgejson.suite.schema_registry import registry
from tests.conftest import Project, contact, invoice

ROOM = Path(__file__).resolve().parents[2] / "generators"


def share_read(style: str, *, seeds: int) -> float:
    """Return the share of labels that come back exactly from prompts of one style, over all schemas."""
    exact = 0
    for schema_id in WORLDS:
        template = Template(style=style, group=phrase_book(schema_id).group, number=0)
        for seed in range(seeds):
            label = build(schema_id, draws_for("train", schema_id, seed, "world"))
            draws = draws_for("train", schema_id, seed, "prompt")
            prompt = assemble(schema_id, label, draws, number="1", meta={}, template=template).prompt
            read = parse_listing(prompt, registry().schema(schema_id))
            exact += compact(canonical(read)) == compact(canonical(label))
    return exact / seeds / len(WORLDS)


def test_listings_come_back_exactly() -> None:
    assert share_read("listing", seeds=30) >= 0.99


def test_forms_come_back_for_the_most_part() -> None:
    assert share_read("form", seeds=10) >= 0.9


def test_prose_is_not_guessed_at() -> None:
    label = parse_listing("The rating by Ada is 5 stars. Please return JSON.", registry().schema("rating"))
    assert label == {}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Rating: 4\nReviewer Name: Ada", {"rating": 4, "reviewer_name": "Ada"}),
        ("rating: four\nreviewer-name: Ada: the first", {"rating": 4, "reviewer_name": "Ada: the first"}),
        ("Rating ..... 4\nReviewer Name ..... Ada", {"rating": 4, "reviewer_name": "Ada"}),
        ("Rating: 4\nColour: red\nDate: 3 May 2024", {"rating": 4, "date": "2024-05-03"}),
        ("Rating: many\nReviewer Name: Ada", {"reviewer_name": "Ada"}),
    ],
)
def test_lines_are_read_by_name_and_by_what_the_schema_says(text: str, label: dict[str, object]) -> None:
    assert parse_listing(f"Review\n\n{text}\n\nAs JSON, please.", registry().schema("rating")) == label


def test_lists_free_objects_and_numbers_come_back() -> None:
    schema = {
        "type": "object",
        "properties": {
            "total": {"type": "number"},
            "tags": {"type": "array", "items": {"type": "string"}},
            "rows": {"type": "array", "items": {"type": "array", "items": {"type": "integer"}}},
            "items": {
                "type": "array",
                "items": {"type": "object", "properties": {"unit_price": {"type": "number"}}},
            },
            "data": {"type": "object"},
        },
    }
    prompt = (
        "Head\n\nTotal: $1,250.50\nTags:\n  - a: b\n  - c\nRows:\n  1. - 1\n     - 2\n  2. - 3\n"
        "Items:\n  1. Unit Price: 2\n  2. Unit Price: 0.10\n"
        "Data:\n  isOpen: true\n  n: -1.5e3\n  id: 0012\n\nEnd"
    )
    assert parse_listing(prompt, schema) == {
        "total": Decimal("1250.50"),
        "tags": ["a: b", "c"],
        "rows": [[1, 2], [3]],
        "items": [{"unit_price": 2}, {"unit_price": Decimal("0.10")}],
        "data": {"isOpen": True, "n": Decimal("-1.5e3"), "id": "0012"},
    }


def test_the_reader_knows_no_rule_and_no_grounding() -> None:
    for name in ("listing_parser.py", "listing_values.py"):
        tree = ast.parse((ROOM / "reading_back" / name).read_text("utf-8"))
        imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        ours = {module for module in imported if module and module.startswith("edgejson")}
        assert ours <= {
            "edgejson._typing",
            "edgejson.generators.reading_back.listing_values",
            "edgejson.generators.wording.number_words",
        }


def test_the_command_counts_by_style_and_shows_the_misses(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    told = {**contact(2), "prompt": "Ask Ada.", "meta": {"style": "prose"}}
    data = project.data("data.jsonl", {**contact(1), "meta": {"style": "listing"}}, told, invoice(3))
    report = project.root / "ceiling.json"
    assert command_line.main(["read-back", str(data), "--report", str(report)]) == 0
    out = capsys.readouterr().out
    assert "listing           1 of      1 exact (100.00 %)" in out
    assert "prose             0 of      1 exact (0.00 %)" in out
    assert f"miss (prose) {data}:2 {told['id']} /name: expected" in out
    written = json.loads(report.read_text("utf-8"))
    assert written["styles"]["listing"] == {"records": 1, "exact": 1, "percent": 100.0}
    assert [miss["line"] for miss in written["misses"]] == [2, 3]


def test_too_few_listings_read_end_with_1(project: Project) -> None:
    data = project.data("data.jsonl", {**contact(1), "prompt": "Ask Ada.", "meta": {"style": "listing"}})
    assert command_line.main(["read-back", str(data)]) == 1


def test_fewer_than_no_misses_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command_line.main(["read-back", "data.jsonl", "--show", "-3"])
    assert "'-3' is not a whole number of at least 0" in capsys.readouterr().err


def test_a_file_without_records_ends_with_2(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.main(["read-back", str(project.data("data.jsonl", b"{}"))]) == 2
    assert "there is no record of a known schema in it" in capsys.readouterr().err
