"""Marks on prompts and labels."""

import json

from edgejson._typing import JSONObject
from edgejson.reports.marks import Mark, marked_json, marked_text

_RECORD: JSONObject = {"id": "a", "prompt": "Price: 7", "expected_output": {"price": 8, "tags": ["x"]}}


def _mark(pointer: str) -> Mark:
    return Mark(pointer=pointer, severity="error", text="why")


def test_pieces_are_the_record_as_json_without_its_prompt() -> None:
    pieces = marked_json(_RECORD, [_mark("/expected_output/price")])
    expected = {name: value for name, value in _RECORD.items() if name != "prompt"}
    assert json.loads("".join(piece.text for piece in pieces)) == expected
    assert [(piece.text, piece.note) for piece in pieces if piece.severity] == [("8", "why")]


def test_a_missing_member_is_marked_on_its_parent() -> None:
    pieces = marked_json(_RECORD, [_mark("/expected_output/tags/3/name")])
    assert [piece.text for piece in pieces if piece.severity] == ["["]


def test_prompt_is_marked_where_the_value_is_stated() -> None:
    record: JSONObject = {**_RECORD, "expected_output": {"price": 7}}
    pieces = marked_text(
        "Price: 7", record, [_mark("/expected_output/price"), _mark("/expected_output/none")]
    )
    assert [(piece.text, piece.severity) for piece in pieces] == [("Price: ", None), ("7", "error")]
