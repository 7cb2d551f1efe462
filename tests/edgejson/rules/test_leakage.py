"""What stands in two splits: one finding a record, on both sides; and splits that are written differently."""

import pytest

from tests.conftest import JSONObject, Project
from tests.edgejson.rules.records import edited, made, restated, said, telling

SPLITS = """
[tool.edgejson.splits]
train = ["train*.jsonl"]
validation = ["validation.jsonl"]
test = ["test.jsonl"]
"""


def in_both(project: Project, train: JSONObject, test: JSONObject) -> list[tuple[str, int | None]]:
    """Return what the rules say of train, having made sure that they say the same of test."""
    project.settings(SPLITS)
    first = project.data("train.jsonl", made("rating", 1), train)
    second = project.data("test.jsonl", made("rating", 2), test)
    assert said(first, "leakage") == said(second, "leakage")
    return said(first, "leakage")


def test_splits_without_common_records(project: Project) -> None:
    assert in_both(project, made("invoice", 1), made("invoice", 2)) == []


def test_record_in_two_splits_is_one_finding(project: Project) -> None:
    one = telling("invoice")
    assert in_both(project, one, one) == [("record_is_in_one_split_only", 2)]
    assert in_both(project, one, edited(one, id="other")) == [("record_is_in_one_split_only", 2)]


def test_prompt_in_two_splits_with_other_labels(project: Project) -> None:
    one = telling("invoice")
    other = edited(one, expected_output=one["expected_output"] | {"customer_name": "Somebody"})
    assert in_both(project, one, other) == [("prompt_is_in_one_split_only", 2)]


def test_id_in_two_splits(project: Project) -> None:
    assert in_both(project, made("invoice", 1), edited(made("invoice", 2), id=made("invoice", 1)["id"])) == [
        ("id_is_in_one_split_only", 2)
    ]


def test_large_label_in_two_splits(project: Project) -> None:
    one = telling("support_ticket")
    other = edited(one, id="other", prompt="A ticket came in. " + one["prompt"])
    assert in_both(project, one, other) == [("label_is_in_one_split_only", 2)]


def test_small_labels_may_meet(project: Project) -> None:
    one = made("contact_info")
    assert in_both(project, one, edited(one, id="other", prompt="Well. " + one["prompt"])) == []


def test_all_but_one_leaf_in_two_splits(project: Project) -> None:
    one = telling("order_details")
    other = edited(restated(one, one["expected_output"]["customer_name"], "Quentin Vandermeer"), id="other")
    assert in_both(project, one, other) == [("near_duplicates_are_in_one_split", 2)]


def test_near_duplicates_in_two_splits(project: Project) -> None:
    one = telling("iot_device_network", least=40)
    other = restated(one, one["expected_output"]["network_name"], "Quarterdeck")
    other = edited(restated(other, one["expected_output"]["network_id"], "net-zz"), id="other")
    assert in_both(project, one, other) == [("near_duplicates_are_in_one_split", 2)]


def test_every_copy_in_train_is_accused_and_train_alone_repeats(project: Project) -> None:
    project.settings(SPLITS)
    one = made("invoice")
    train = project.data("train-1.jsonl", one, made("rating"), one)
    project.data("test.jsonl", one)
    assert said(train, "leakage") == [("record_is_in_one_split_only", 1), ("record_is_in_one_split_only", 3)]
    assert said(train, "duplicates") == [("records_are_unique", 3)]


def test_undeclared_files_leak_nothing(project: Project) -> None:
    project.settings(SPLITS)
    project.data("test.jsonl", made("invoice"))
    assert said(project.data("other.jsonl", made("invoice")), "leakage") == []


@pytest.mark.parametrize(("extra", "expected"), [({"teacher": "x"}, 1), ({"meta": {}}, 0), ({}, 0)])
def test_fields_of_one_split_only(project: Project, extra: JSONObject, expected: int) -> None:
    project.settings(SPLITS)
    train = project.data("train.jsonl", *(edited(made("rating", n), **extra) for n in range(5)))
    test = project.data("test.jsonl", *(made("rating", n) for n in range(10, 15)))
    found = [("fields_are_those_of_the_other_splits", None)] * expected
    assert said(train, "leakage") == found
    assert said(test, "leakage") == found


def test_field_of_one_record_is_no_difference_of_splits(project: Project) -> None:
    project.settings(SPLITS)
    train = project.data(
        "train.jsonl", edited(made("rating", 0), teacher="x"), *(made("rating", n) for n in range(1, 5))
    )
    project.data("test.jsonl", *(made("rating", n) for n in range(10, 15)))
    assert said(train, "leakage") == []


def without_offset(record: JSONObject) -> JSONObject:
    stamp = record["expected_output"]["timestamp"]
    return restated(record, stamp, stamp[:19])


def test_times_with_an_offset_in_one_split_only(project: Project) -> None:
    project.settings(SPLITS)
    train = project.data("train.jsonl", *(made("log_entry", n) for n in range(30)))
    test = project.data("test.jsonl", *(without_offset(made("log_entry", n)) for n in range(100, 112)))
    assert said(train, "leakage") == [("formats_are_those_of_the_other_splits", None)]
    assert said(test, "leakage") == [("formats_are_those_of_the_other_splits", None)]


@pytest.mark.parametrize("count", [1, 9])
def test_a_few_times_do_not_make_a_format(project: Project, count: int) -> None:
    project.settings(SPLITS)
    project.data("train.jsonl", *(made("log_entry", n) for n in range(30)))
    test = project.data(
        "test.jsonl", *(without_offset(made("log_entry", n)) for n in range(100, 100 + count))
    )
    assert said(test, "leakage") == []


def test_one_time_without_offset_is_no_difference_of_splits(project: Project) -> None:
    project.settings(SPLITS)
    project.data("train.jsonl", *(made("log_entry", n) for n in range(30)))
    test = project.data(
        "test.jsonl", *(made("log_entry", n) for n in range(100, 130)), without_offset(made("log_entry", 99))
    )
    assert said(test, "leakage") == []
