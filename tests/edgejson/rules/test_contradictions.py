"""Nearly the same prompt with another label, where the prompts do not explain what differs."""

from typing import Any

import pytest

from tests.conftest import JSONObject, Project
from tests.edgejson.conftest import examined

RULE = "contradictions.like_prompts_have_like_labels"
NEAR = "duplicates.prompts_are_not_near_duplicates"
SETTINGS = 'schemas = "schemas"\nfields = { complexity = false, source = false }\n'
SLIP = (
    "(file elm_001.pdf) Elm Bakery, Linden Street 14, Oakville. Till 3, served by Ilse. 2 rye loaf 3.20 6.40; "
    "1 plum cake 14.90; 3 seeded roll 0.80 2.40. Sum 23.70 EUR, paid by card, terminal 5502, receipt 4471. "
    "Opening hours Monday to Saturday. Recorded 2024-03-07 09:14. Thank you for shopping with us."
)
LABEL = {"shop": "Elm Bakery", "total": 23.7, "till": 3, "time": "2024-03-07 09:14", "kind": "food"}


@pytest.fixture
def receipts(project: Project) -> Project:
    project.settings(SETTINGS)
    project.file("schemas/receipt.schema.json", '{"type": "object"}')
    return project


def receipt(number: int, prompt: str = SLIP, **label: Any) -> JSONObject:
    return {
        "id": f"r{number}",
        "schema_id": "receipt",
        "prompt": prompt,
        "expected_output": {**LABEL, **label},
    }


def found(project: Project, *records: JSONObject) -> list[tuple[str, int | None, str]]:
    """Return (rule, line, pointer) of what is said of like prompts."""
    rules = [RULE, NEAR, "duplicates.records_are_unique", "duplicates.prompts_are_unique"]
    findings = examined(project.data("data.jsonl", *records), selected=rules).findings
    return [(one.rule, one.line, one.pointer) for one in findings]


OTHER_FILE = SLIP.replace("elm_001", "elm-001")
OTHER_GREETING = SLIP.replace("Thank you for", "Thanks for")


@pytest.mark.parametrize("prompt", [OTHER_FILE, OTHER_GREETING, SLIP.replace(" Till 3,", "\nTill 3,")])
def test_same_label_is_a_duplicate_whatever_its_size(receipts: Project, prompt: str) -> None:
    small = {name: None for name in LABEL if name != "shop"}
    for changes in ({}, small):
        records = [receipt(1, **changes), receipt(2, prompt, **changes)]
        rules = {rule for rule, line, _ in found(receipts, *records) if line == 2}
        assert rules in ({NEAR}, {"duplicates.records_are_unique"})


@pytest.mark.parametrize("prompt", [OTHER_FILE, OTHER_GREETING])
@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"total": 21.3}, "/expected_output/total"),
        ({"shop": "Linden Bakery"}, "/expected_output/shop"),
        ({"time": "2024-03-07 09:41"}, "/expected_output/time"),
    ],
)
def test_label_that_differs_without_a_reason(
    receipts: Project, prompt: str, changes: JSONObject, pointer: str
) -> None:
    assert found(receipts, receipt(1), receipt(2, prompt, **changes)) == [(RULE, 2, pointer)]


def test_label_that_neither_states_differs_without_a_reason_where_no_word_does(receipts: Project) -> None:
    assert found(receipts, receipt(1), receipt(2, OTHER_FILE, kind="tools")) == [
        (RULE, 2, "/expected_output/kind")
    ]
    # Another word may be the reason.
    assert found(receipts, receipt(1), receipt(2, SLIP.replace("rye", "oat"), kind="tools")) == []


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ("Elm Bakery", "Oak Bakery", {"shop": "Oak Bakery"}),
        ("Till 3", "Till 4", {"till": 4}),
        ("23.70", "25.70", {"total": 25.7}),
        ("09:14", "09:41", {"time": "2024-03-07 09:41"}),
        # What follows from other words is not stated, but explained.
        ("Bakery", "Butcher", {"shop": "Elm Butcher", "kind": "meat"}),
        ("2 rye loaf", "5 rye loaf", {"kind": "wholesale"}),
        ("2 rye loaf", "5 rye loaf", {"total": 99.5}),
    ],
)
def test_label_that_differs_as_its_prompt_does(
    receipts: Project, before: str, after: str, changes: JSONObject
) -> None:
    assert found(receipts, receipt(1), receipt(2, SLIP.replace(before, after), **changes)) == []


def test_sign_and_decimals_of_a_number_are_reasons(receipts: Project) -> None:
    one, other = SLIP.replace("Till 3", "Till -3"), SLIP.replace("23.70", "2.370")
    assert found(receipts, receipt(1), receipt(2, one, till=-3), receipt(3, other, total=2.37)) == []


def test_long_instruction_that_all_share_makes_no_prompts_alike(receipts: Project) -> None:
    instruction = "Say how the writer feels. " + " ".join(f"Rule {n}: mind it." for n in range(60))
    words = ["I love it", "I hate it", "We loved that", "It is fine", "They hated this", "I adore this"]
    records = [
        {**receipt(n, f"{instruction}\n{text}"), "expected_output": {"feeling": "good" if n % 2 else "bad"}}
        for n, text in enumerate(words)
    ]
    assert found(receipts, *records) == []


def test_nearest_are_met_in_a_template_that_many_share(receipts: Project) -> None:
    """Each row is compared with few others, and still with its like."""
    words = [f"word{n}" for n in range(40)]
    records = [
        receipt(
            n, f"{' '.join(words)} {' '.join(f'x{n}y{m}' for m in range(12))} {' '.join(words)}", shop=str(n)
        )
        for n in range(300)
    ]
    copy = {**records[137], "id": "copy", "prompt": str(records[137]["prompt"]).replace("word7", "word-7", 1)}
    contradiction = {**copy, "id": "other", "expected_output": {**LABEL, "shop": "none"}}
    assert (NEAR, 301, "/prompt") in found(receipts, *records, copy)
    assert (RULE, 301, "/expected_output/shop") in found(receipts, *records, contradiction)


def test_partner_and_difference_are_named(receipts: Project) -> None:
    data = receipts.data("data.jsonl", receipt(1), receipt(2, OTHER_FILE, total=21.3, till=4))
    (one,) = examined(data, selected=[RULE]).findings
    assert one.kind == "contradiction"
    assert one.severity == "error"
    assert str(one.expected).endswith(
        "data.jsonl:1 (r1), whose prompt is nearly the same: /total 23.7, /till 3"
    )
    assert one.actual == "/total 21.3, /till 4"


def test_across_splits_both_sides_are_told(receipts: Project) -> None:
    receipts.settings(f'{SETTINGS}[tool.edgejson.splits]\ntrain = ["train.jsonl"]\ntest = ["test.jsonl"]')
    train = receipts.data("train.jsonl", receipt(1), receipt(3, OTHER_GREETING + " Bye.", till=3))
    test = receipts.data("test.jsonl", receipt(2, OTHER_FILE, total=21.3))
    rule = "contradictions.like_prompts_of_other_splits_have_like_labels"
    for data, line in ((train, 1), (test, 1)):
        lines = [one.line for one in examined(data).findings if one.rule == rule]
        assert line in lines
