"""Records that repeat each other: one finding each, for the greatest thing that they have in common."""

import json

import pytest

from edgejson.core.record_format import RecordFormat
from edgejson.dataset.duplicates import Duplicates
from edgejson.dataset.minhash import BANDS
from edgejson.dataset.tables import Table, append_row, empty_columns
from edgejson.formats.example import Example
from edgejson.formats.reader import RowPart
from tests.conftest import JSONObject, Project
from tests.edgejson.rules.records import edited, made, restated, said, telling

RECORD = "records_are_unique"
PROMPT = "prompts_are_unique"
LABEL = "labels_are_unique"
LEAF = "labels_differ_in_more_than_one_leaf"
NEAR = "prompts_are_not_near_duplicates"


def test_different_records_of_all_sizes_are_no_duplicates(project: Project) -> None:
    records = [made(schema, n) for n in range(12) for schema in ("rating", "invoice", "iot_device_network")]
    assert said(project.data("data.jsonl", *records), "duplicates") == []


def test_repeated_line_is_one_finding_at_the_later_line(project: Project) -> None:
    one, other = made("rating"), made("invoice")
    data = project.data("data.jsonl", one, other, one, one)
    assert said(data, "duplicates") == [(RECORD, 3), (RECORD, 4)]
    assert said(data, "envelope") == []


def test_record_under_another_id_is_repeated(project: Project) -> None:
    one = made("rating")
    assert said(project.data("data.jsonl", one, edited(one, id="other")), "duplicates") == [(RECORD, 2)]


def test_key_order_and_spelling_of_numbers_do_not_make_another_record(project: Project) -> None:
    one = made("product_info")
    label = dict(reversed(one["expected_output"].items()))
    assert isinstance(label["price"], float)
    line = json.dumps(edited(one, expected_output=label | {"price": "PRICE"}))
    other = line.replace('"PRICE"', f"{label['price']}00").encode()
    assert said(project.data("data.jsonl", one, other), "duplicates") == [(RECORD, 2)]


def test_white_space_in_the_prompt_does_not_make_another_record(project: Project) -> None:
    one = made("rating")
    other = edited(one, id="other", prompt=one["prompt"].replace("\n", "\n  ") + "\n")
    assert said(project.data("data.jsonl", one, other), "duplicates") == [(RECORD, 2)]


@pytest.mark.parametrize("schema_id", ["rating", "invoice"])
def test_letter_case_of_the_prompt_does_not_make_another_record(project: Project, schema_id: str) -> None:
    one = made(schema_id)
    other = edited(one, id="other", prompt=one["prompt"].upper())
    assert said(project.data("data.jsonl", one, other), "duplicates") == [(RECORD, 2)]


def test_prompt_with_another_label_is_one_finding(project: Project) -> None:
    one = telling("invoice")
    label = one["expected_output"] | {"customer_name": "Somebody Else"}
    data = project.data("data.jsonl", one, edited(one, expected_output=label))
    assert said(data, "duplicates") == [(PROMPT, 2)]
    assert said(data, "envelope") == []


def test_repeated_id_is_the_envelopes_finding(project: Project) -> None:
    data = project.data(
        "data.jsonl",
        made("rating", 1),
        made("invoice"),
        edited(made("rating", 2), id=made("rating", 1)["id"]),
    )
    assert said(data, "envelope") == [("id_is_unique", 3)]
    assert said(data, "duplicates") == []


def test_missing_ids_are_not_repeated_ids(project: Project) -> None:
    records = [{key: value for key, value in made("rating", n).items() if key != "id"} for n in (1, 2)]
    assert said(project.data("data.jsonl", *records), "envelope") == [
        ("fields_are_present", 1),
        ("fields_are_present", 2),
    ]


def test_large_label_under_another_prompt(project: Project) -> None:
    one = telling("support_ticket")
    other = edited(one, id="other", prompt="Please read this ticket. " + one["prompt"])
    assert said(project.data("data.jsonl", one, other), "duplicates") == [(LABEL, 2)]


def test_small_labels_may_be_equal_under_other_prompts(project: Project) -> None:
    one = made("contact_info")
    near = edited(one, id="near", prompt="Please read this. " + one["prompt"])
    other = edited(one, id="other", prompt="What a day. " * 10 + one["prompt"])
    assert said(project.data("data.jsonl", one, near), "duplicates") == [(NEAR, 2)]
    assert said(project.data("data.jsonl", one, other), "duplicates") == []


def test_large_label_with_another_value_in_one_leaf(project: Project) -> None:
    one = telling("order_details")
    name = one["expected_output"]["customer_name"]
    other = edited(restated(one, name, "Quentin Vandermeer"), id="other")
    assert said(project.data("data.jsonl", one, other), "duplicates") == [(LEAF, 2)]


@pytest.mark.parametrize("order", [1, -1])
def test_large_label_with_one_leaf_less_or_more(project: Project, order: int) -> None:
    one = telling("support_ticket", least=9)
    label = dict(one["expected_output"])
    del label["subject"]
    other = edited(one, id="other", expected_output=label, prompt="About a ticket:\n" + one["prompt"])
    data = project.data("data.jsonl", *[one, other][::order])
    # Both prompts state it, so that one of the labels is wrong: worse than being alike.
    assert said(data, "duplicates") == []
    assert said(data, "contradictions") == [("like_prompts_have_like_labels", 2)]


def test_two_leaves_of_a_short_prompt_make_another_record(project: Project) -> None:
    one = telling("order_details")
    other = restated(one, one["expected_output"]["customer_name"], "Quentin Vandermeer")
    other = edited(
        restated(other, one["expected_output"]["order_id"], "A-1"), id="other", prompt="Two things. " * 30
    )
    assert said(project.data("data.jsonl", one, other), "duplicates") == []


def test_near_duplicate_prompts(project: Project) -> None:
    one = telling("iot_device_network", least=40)
    other = restated(one, one["expected_output"]["network_name"], "Quarterdeck")
    other = edited(restated(other, one["expected_output"]["network_id"], "net-zz"), id="other")
    data = project.data("data.jsonl", made("invoice"), one, made("iot_device_network", 9), other)
    assert said(data, "duplicates") == [(NEAR, 4)]


def test_prompts_of_one_wordy_template_are_not_near_duplicates(project: Project) -> None:
    boilerplate = "This letter is sent to all customers of our house and is to be read with care. " * 12
    records = [telling("order_details", n) for n in range(1, 9)]
    wordy = [edited(one, prompt=boilerplate + " ".join(one["prompt"].split("\n")[2:6])) for one in records]
    assert said(project.data("data.jsonl", *wordy), "duplicates") == []


def test_shards_of_a_split_are_one_data_set(project: Project) -> None:
    project.settings('[tool.edgejson.splits]\ntrain = ["a.jsonl", "b.jsonl"]')
    one, other = made("rating", 1), made("rating", 2)
    first = project.data("a.jsonl", one)
    second = project.data("b.jsonl", other, one, edited(made("invoice"), id=other["id"]))
    assert said(first, "duplicates") == []
    assert said(second, "duplicates") == [(RECORD, 2)]
    assert said(second, "envelope") == [("id_is_unique", 3)]


def test_lines_that_are_no_records_do_not_disturb(project: Project) -> None:
    one = made("rating")
    odd = [
        b"{}",
        b"[1]",
        b"{",
        b'{"id": 3, "prompt": null, "expected_output": []}',
        b'{"expected_output": {}}',
    ]
    data = project.data("data.jsonl", one, *odd, *odd, one)
    assert said(data, "duplicates") == [(RECORD, 12)]


def test_many_records_that_resemble_each_other_cost_a_few_comparisons_each(project: Project) -> None:
    columns = empty_columns()
    wording = " ".join(f"word{n}" for n in range(120))
    for number in range(1, 501):
        label: JSONObject = {f"k{n}": f"v{n}" for n in range(12)} | {"k0": f"x{number}", "k1": f"y{number}"}
        fields: JSONObject = {"id": str(number), "schema_id": "s", "prompt": f"{wording} x{number} y{number}"}
        example = Example(fields={**fields, "expected_output": label})
        part = RowPart(nth=1, example=example, record_id=str(number), record=None)
        append_row(columns, number, part, RecordFormat())
    copies = Duplicates.within(Table("f", columns).frame, "f")
    assert len(copies.near_duplicates) == 499
    # Of all pairs there are 124,750; three a band and row is the most that are looked at.
    assert len(list(copies.candidates())) < 3 * BANDS * 500
