"""Enum values and booleans as prompts spell them."""

import pytest

from edgejson.grounding.choices import says, stated, truth, truths_near


@pytest.mark.parametrize(
    "text",
    [
        "feature_request",
        "Feature request",
        "feature-request",
        "FEATURE REQUEST",
        "filed as a feature request",
        "featureRequest",
    ],
)
def test_choice_is_said(text: str) -> None:
    assert says("feature_request", text)


@pytest.mark.parametrize(
    ("choice", "text"), [("open", "opened"), ("high", "highway"), ("paid", "unpaid"), ("low", "below")]
)
def test_choice_is_not_a_part_of_a_word(choice: str, text: str) -> None:
    assert not stated(choice, text)


def test_words_between_and_other_endings() -> None:
    assert stated("waiting_customer", "we are waiting for the customer")
    assert stated("cancelled", "the order was cancelled")
    assert stated("credit_card", "paid by credit cards")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("true", True), ("Yes", True), ("on", True), ("enabled", True), ("✓", True), ("verified", True),
        ("False", False), ("no", False), ("off", False), ("disabled", False), ("not verified", False),
        ("unread", False), ("perhaps", None), ("on or off", None),
    ],
)  # fmt: skip
def test_truth_of_a_stated_text(text: str, expected: bool | None) -> None:
    assert truth(text) is expected


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("notifications_enabled", "switch notifications off, please", {False}),
        ("notifications_enabled", "notifications are on", {True}),
        ("is_read", "marked as unread", {False}),
        ("is_read", "the mail has been read", {True}),
        ("kyc_verified", "kyc was verified, the aml check is pending", {True}),
        ("aml_checked", "kyc was verified, the aml check is pending", {False}),
        ("enabled", "the rule is disabled", {False}),
        ("is_read", "read the mail above and answer in json.", set()),
        ("resolved", "nothing of the kind", set()),
    ],
)
def test_truth_beside_a_flags_name(name: str, text: str, expected: set[bool]) -> None:
    assert truths_near(name, text) == expected
