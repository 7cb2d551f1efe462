"""What the page shows of a miss: label and answer side by side, every difference marked where it stands."""

import json
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edgejson.eval.page.misses import KINDS, REASONS, SHOWN_CHARACTERS, SHOWN_DIFFERENCES, as_shown
from edgejson.eval.page.side_by_side import Hunk, Side, side_by_side
from edgejson.eval.page.stored_misses import StoredMiss, choose_misses
from edgejson.scoring.answer import read_answer
from edgejson.scoring.equality import DIFFERENCE_KINDS, differences
from edgejson.scoring.scored_record import MissReason

JSON = dict[str, Any]


def runs_of(label: JSON, answer: JSON) -> tuple[Hunk, ...]:
    one, other = read_answer(json.dumps(label)).value, read_answer(json.dumps(answer)).value
    assert one is not None
    assert other is not None
    return side_by_side(one, other)


def marked(label: JSON, answer: JSON) -> list[tuple[str | None, str, str, str]]:
    return [
        (hunk.kind, hunk.pointer, hunk.label.marked, hunk.answer.marked)
        for hunk in runs_of(label, answer)
        if hunk.kind
    ]


@pytest.mark.parametrize(
    ("label", "answer", "expected"),
    [
        ({"a": 1}, {"a": 1.0}, []),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, []),
        ({"a": 1}, {"a": 2}, [("wrong_value", "/a", "1", "2")]),
        ({"a": 1}, {"a": "1"}, [("wrong_type", "/a", "1", '"1"')]),
        ({"a": 1, "b": 2}, {"a": 1}, [("omission", "/b", '"b": 2', "")]),
        ({"a": 1}, {"a": 1, "b": [2]}, [("invention", "/b", "", '"b": [\n    2\n  ]')]),
        ({"a": [1, 2]}, {"a": [1, 3]}, [("wrong_value", "/a/1", "2", "3")]),
        ({"a": [1, 2]}, {"a": [1]}, [("omission", "/a/1", "2", "")]),
        ({"a": {"b/c": 1}}, {"a": {"b/c": 2}}, [("wrong_value", "/a/b~1c", "1", "2")]),
        ({"a": {}}, {"a": {"b": 1}}, [("invention", "/a/b", "", '"b": 1')]),
        ({"a": [1]}, {"a": {}}, [("wrong_type", "/a", "[\n    1\n  ]", "{}")]),
        # Of two strings only what differs between a shared beginning and a shared end.
        ({"a": "Ada Byron"}, {"a": "Ada Bryon"}, [("wrong_value", "/a", "yr", "ry")]),
        ({"a": "colour"}, {"a": "color"}, [("wrong_value", "/a", "ou", "o")]),
        ({"a": ""}, {"a": "x"}, [("wrong_value", "/a", '"', '"x')]),
    ],
)
def test_differences_are_marked(label: JSON, answer: JSON, expected: list[Any]) -> None:
    assert marked(label, answer) == expected


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.sampled_from(["", "a", "ab", "ba", '"', "\n"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from("abc/~"), inner, max_size=4),
    max_leaves=12,
)
OBJECTS = st.dictionaries(st.sampled_from("abc/~"), VALUES, max_size=5)


def text(side: Side) -> str:
    return side.before + side.marked + side.after


@given(label=OBJECTS, answer=OBJECTS)
def test_both_sides_are_still_the_whole_json(label: JSON, answer: JSON) -> None:
    hunks = runs_of(label, answer)
    assert json.loads("\n".join(text(hunk.label) for hunk in hunks)) == label
    assert json.loads("\n".join(text(hunk.answer) for hunk in hunks)) == answer
    one, other = read_answer(json.dumps(label)).value, read_answer(json.dumps(answer)).value
    found = [(each.kind, each.pointer) for each in differences(one, other)]
    assert [(hunk.kind, hunk.pointer) for hunk in hunks if hunk.kind] == found


def test_long_equal_runs_are_folded_and_short_ones_are_not() -> None:
    label = {"a": 0, **{f"k{number}": number for number in range(20)}, "z": 0}
    hunks = runs_of(label, {**label, "a": 1, "z": 1})
    assert [hunk.folded for hunk in hunks] == [0, 0, 0, 14, 0, 0, 0]
    [folded] = [hunk for hunk in hunks if hunk.folded]
    assert folded.label.before.count("\n") + 1 == 14
    short = {"a": 0, **{f"k{number}": number for number in range(8)}, "z": 0}
    assert not any(hunk.folded for hunk in runs_of(short, {**short, "a": 1, "z": 1}))


def stored(prediction: str | None, **others: Any) -> StoredMiss:
    miss: JSON = {
        "id": "r", "schema_id": "s", "complexity": "simple", "prompt": "Name: Ada. Age: 36.",
        "label": '{"name":"Ada","age":36}', "prediction": prediction, "tokens": None, "reason": "differs",
    }  # fmt: skip
    return StoredMiss(**{**miss, **others})


def test_miss_marks_in_the_prompt_what_was_expected() -> None:
    miss = as_shown(stored('{"name":"Eda","age":"36"}'), 0)
    assert miss.kinds == ("differs", "wrong_value", "wrong_type")
    assert [(piece.text, piece.note) for piece in miss.prompt if piece.severity] == [
        ("Ada", "expected at /name"),
        ("36", "expected at /age"),
    ]
    assert [(each.pointer, each.expected, each.actual) for each in miss.changes] == [
        ("/name", '"Ada"', '"Eda"'),
        ("/age", "36", '"36"'),
    ]
    assert miss.text is None


@pytest.mark.parametrize(
    ("prompt", "marked_there"),
    [
        ("Age: 36", ["36"]),
        ("Age: 360 or A-36 or 36.5 or 3.36", []),
        ("Age: 36. In room 36.", []),
        ("36 years, 36,000 steps", ["36"]),
        ("Age: 36.", ["36"]),
    ],
)
def test_prompt_is_marked_only_where_it_is_plain(prompt: str, marked_there: list[str]) -> None:
    miss = as_shown(stored('{"name":"Ada","age":37}', prompt=prompt), 0)
    assert [piece.text for piece in miss.prompt if piece.severity] == marked_there
    assert "".join(piece.text for piece in miss.prompt) == prompt


@pytest.mark.parametrize(
    ("answer", "label", "marked_answer"),
    [
        ('{"name":"Ada"', ',"age":36}', ""),
        ('{"name":"Ada","a":1,"a":2', 'ge":36}', '":1,"a":2'),
        ('{\n  "name": "Eda', 'Ada",\n  "age": 36\n}', "Eda"),
        ("no", '{\n  "name": "Ada",\n  "age": 36\n}', "no"),
        ("", '{\n  "name": "Ada",\n  "age": 36\n}', ""),
        (None, '{\n  "name": "Ada",\n  "age": 36\n}', ""),
    ],
)
def test_answer_without_an_object_is_marked_from_where_it_leaves_the_label(
    answer: str | None, label: str, marked_answer: str
) -> None:
    miss = as_shown(stored(answer, reason="unfinished"), 0)
    [hunk] = miss.hunks
    assert (hunk.label.marked, hunk.answer.marked) == (label, marked_answer)
    assert text(hunk.answer) == (answer or "")
    assert (miss.changes, miss.text) == ((), None)


def test_text_around_the_object_is_shown_too() -> None:
    miss = as_shown(stored('Sure: {"name":"Ada"}'), 0)
    assert miss.text == 'Sure: {"name":"Ada"}'
    assert miss.hunks


def test_what_is_long_is_cut_and_counted() -> None:
    label = {f"k{number}": number for number in range(SHOWN_DIFFERENCES + 5)}
    miss = as_shown(stored("{}", label=json.dumps(label), prompt="x" * (SHOWN_CHARACTERS + 1234)), 0)
    assert (len(miss.changes), miss.more_changes) == (SHOWN_DIFFERENCES, 5)
    assert sum(hunk.kind == "omission" for hunk in miss.hunks) == SHOWN_DIFFERENCES + 5
    assert miss.prompt[-1].text.endswith("… (1,234 more characters)")


def test_misses_are_chosen_evenly_and_keep_their_order() -> None:
    misses = [stored("{}", id=f"a{n}", schema_id="a") for n in range(10)]
    misses += [stored("{}", id=f"b{n}", schema_id="b") for n in range(2)]
    misses += [stored("{}", id="cut", schema_id="b", reason="truncated")]
    assert [miss.id for miss in choose_misses(misses, 5)] == ["a0", "a1", "b0", "b1", "cut"]
    assert choose_misses(misses, 99) == misses


def test_every_reason_and_kind_has_words() -> None:
    assert set(REASONS) == set(get_args(MissReason))
    assert set(KINDS) == set(DIFFERENCE_KINDS)
