"""Which rules are drafted from labels: those that hold and are surprising, and no others."""

import json
from pathlib import Path

import pytest

from edgejson.drafting.drafted_shape import DraftedFile, SupportedDraft, drafted_file
from tests.edgejson.drafting.shops import JSONObject, bills, shuffled


def drafted(folder: Path, rows: list[JSONObject]) -> DraftedFile:
    data = folder / "bills.jsonl"
    data.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return drafted_file(data)


def rules(folder: Path, rows: list[JSONObject]) -> dict[str, SupportedDraft]:
    (shape,) = drafted(folder, rows).shapes
    return {rule.draft.name: rule for rule in shape.rules}


def test_invariants_are_found_without_being_told(tmp_path: Path) -> None:
    assert sorted(rules(tmp_path, bills(120))) == [
        "due_cents_is_net_cents_plus_tax_cents_plus_tip_cents",
        "land_follows_from_town",
        "line_cents_is_pieces_times_cents",
        "net_cents_is_sum_of_line_cents",
        "paid_is_not_before_ordered",
        "returned_refers_to_article",
    ]


def test_part_that_may_be_absent_is_optional(tmp_path: Path) -> None:
    found = rules(tmp_path, bills(60))["due_cents_is_net_cents_plus_tax_cents_plus_tip_cents"]
    assert found.draft.arguments["of"] == ["/net_cents", "/tax_cents"]
    assert found.draft.arguments["optional"] == ["/tip_cents"]
    assert (found.support, found.count) == (60, 60)


@pytest.mark.parametrize("seed", range(3))
def test_shuffled_labels_have_no_rules(tmp_path: Path, seed: int) -> None:
    assert rules(tmp_path, shuffled(bills(150), seed=seed)) == {}


def test_sum_with_exceptions_is_drafted_and_counts_them(tmp_path: Path) -> None:
    rows = bills(100)
    for row in rows[10:60:10]:
        row["bill"]["net_cents"] += 1
    found = rules(tmp_path, rows)
    assert found["net_cents_is_sum_of_line_cents"].support == 95
    # The due amount is that of the lines, whose sum the net amount should be.
    due = found["due_cents_is_sum_of_line_cents_plus_tax_cents_plus_tip_cents"]
    assert due.support == 100


def test_amounts_that_no_sum_relates_are_named(tmp_path: Path) -> None:
    rows = [
        {
            "nr": f"{n}",
            "text": f"see {n}",
            "bill": {"tax": n * 7 % 31, "total": n * 13 % 97 + 0.5, "id": f"x{n}"},
        }
        for n in range(60)
    ]
    (shape,) = drafted(tmp_path, rows).shapes
    assert shape.rules == []
    assert shape.unrelated_money() == ["/tax", "/total"]
    (related,) = drafted(tmp_path, bills(40)).shapes
    assert related.unrelated_money() == []


def test_large_file_is_sampled_and_fully_counted(tmp_path: Path) -> None:
    found = rules(tmp_path, bills(900))
    assert found["net_cents_is_sum_of_line_cents"].count == 900
    assert {name: one.support for name, one in found.items()} == dict.fromkeys(
        rules(tmp_path, bills(120)), 900
    )
