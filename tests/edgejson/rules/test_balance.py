"""What a data set is made of: schemas, complexities, sources, templates."""

import pytest

from tests.conftest import JSONObject, Project, contact
from tests.edgejson.rules.records import edited, made, said

SPLITS = '[tool.edgejson.splits]\ntrain = ["train*.jsonl"]\ntest = ["test.jsonl"]'


def ratings(count: int, *, start: int = 0, **fields: str) -> list[JSONObject]:
    return [edited(made("rating", start + n), **fields) for n in range(count)]


def logs(count: int, *, start: int = 0) -> list[JSONObject]:
    return [made("log_entry", start + n) for n in range(count)]


def test_alike_splits(project: Project) -> None:
    project.settings(SPLITS)
    train = project.data("train.jsonl", *ratings(20), *logs(20))
    test = project.data("test.jsonl", *ratings(10, start=50), *logs(10, start=50))
    assert said(train, "balance") == []
    assert said(test, "balance") == []


def test_schema_missing_from_a_split(project: Project) -> None:
    project.settings(SPLITS)
    train = project.data("train.jsonl", *ratings(10))
    test = project.data("test.jsonl", *ratings(10, start=50), *logs(10))
    assert said(train, "balance") == [("every_schema_is_in_every_split", None)]
    assert said(test, "balance") == []


def test_schema_that_is_in_another_shard_is_not_missing(project: Project) -> None:
    project.settings(SPLITS)
    train = project.data("train-1.jsonl", *ratings(10))
    project.data("train-2.jsonl", *logs(10))
    project.data("test.jsonl", *ratings(10, start=50), *logs(10, start=50))
    assert said(train, "balance") == []


@pytest.mark.parametrize(("count", "expected"), [(9, 1), (10, 0)])
def test_ten_test_records_of_a_schema(project: Project, count: int, expected: int) -> None:
    project.settings(SPLITS)
    project.data("train.jsonl", *ratings(20), *logs(20))
    test = project.data("test.jsonl", *ratings(count, start=50), *logs(10, start=50))
    assert said(test, "balance") == [("test_has_ten_records_of_each_schema", None)] * expected


@pytest.mark.parametrize(("in_train", "expected"), [(40, 0), (41, 2)])
def test_share_gap_of_more_than_two(project: Project, in_train: int, expected: int) -> None:
    project.settings(SPLITS)
    project.data("train.jsonl", *ratings(in_train), *logs(10 * 6 - 40))
    # 40 of 60 is exactly twice 10 of 30, and 20 of 60 half of 20 of 30.
    test = project.data("test.jsonl", *ratings(10, start=80), *logs(20, start=80))
    names = [name for name, _ in said(test, "balance")]
    assert names == ["shares_in_train_and_test_are_alike"] * expected


def test_what_is_about_a_split_is_said_of_its_first_file(project: Project) -> None:
    project.settings(SPLITS)
    first = project.data("train-1.jsonl", *ratings(5))
    second = project.data("train-2.jsonl", *ratings(5, start=10))
    project.data("test.jsonl", *ratings(10, start=50), *logs(10))
    assert said(first, "balance") == [("every_schema_is_in_every_split", None)]
    assert said(second, "balance") == []


def test_declared_split_without_a_file(project: Project) -> None:
    project.settings(SPLITS)
    train = project.data("train.jsonl", *ratings(3))
    assert said(train, "balance") == [("every_declared_split_has_records", None)]


def test_source_that_test_has_too_much_of(project: Project) -> None:
    project.settings(SPLITS)
    project.data("train.jsonl", *ratings(60), *ratings(20, start=100, source="llm"))
    test = project.data("test.jsonl", *ratings(10, start=200), *ratings(15, start=300, source="llm"))
    assert said(test, "balance") == [("sources_in_train_and_test_are_alike", None)]


def test_few_test_records_of_a_source_say_nothing(project: Project) -> None:
    project.settings(SPLITS)
    project.data("train.jsonl", *ratings(95), *ratings(5, start=100, source="llm"))
    test = project.data("test.jsonl", *ratings(10, start=200), *ratings(3, start=300, source="llm"))
    assert said(test, "balance") == []


@pytest.mark.parametrize(("rare", "expected"), [(5, 1), (6, 0), (0, 0)])
def test_rare_source(project: Project, rare: int, expected: int) -> None:
    data = project.data("data.jsonl", *ratings(100), *ratings(rare, start=200, source="human"))
    assert said(data, "balance") == [("sources_are_balanced", None)] * expected


def test_rare_complexity(project: Project) -> None:
    data = project.data("data.jsonl", *ratings(100), made("invoice"))
    assert said(data, "balance") == [("complexities_are_balanced", None)]


def test_unknown_source_and_complexity_are_the_envelopes(project: Project) -> None:
    odd = [edited(made("rating", 200), source="gpt"), edited(made("rating", 201), complexity="hard")]
    data = project.data("data.jsonl", *ratings(100), *odd)
    assert said(data, "balance") == []
    assert said(data, "envelope") == [("complexity_is_that_of_the_schema", 102), ("source_is_known", 101)]


def test_small_files_are_samples(project: Project) -> None:
    data = project.data("data.jsonl", *ratings(98), made("invoice"))
    assert said(data, "balance") == []


@pytest.mark.parametrize(("count", "expected"), [(99, 0), (100, 1)])
def test_one_template(project: Project, count: int, expected: int) -> None:
    data = project.data("data.jsonl", *(contact(n) for n in range(count)))
    assert said(data, "balance") == [("prompts_follow_many_templates", None)] * expected


def test_two_templates(project: Project) -> None:
    records = [contact(n) for n in range(120)]
    for one in records[:14]:
        one["prompt"] = one["prompt"].replace(
            "Extract the contact info as JSON.", "Who is this? Answer in JSON."
        )
    assert said(project.data("data.jsonl", *records), "balance") == []


def test_generated_listings_follow_many_templates(project: Project) -> None:
    data = project.data("data.jsonl", *ratings(60), *logs(60))
    assert said(data, "balance") == []
