"""What is read from the wording of prompts: words, listed names, skeletons, sketches."""

import random

import pytest

from edgejson.dataset.conventions import field_path, time_form
from edgejson.dataset.minhash import BANDS, packed, similarity, sketch
from edgejson.dataset.prompt_skeleton import listed_names, skeleton, spelled, states, words

LISTING = """Order

Order ID: A-17
Customer Name: {name}
Items:
  1. Product: Desk lamp
     Price: 12.50
- note: none of it
Shipping Address: 5 Mill Lane
Springfield

Please give me this as JSON."""


def test_words_are_folded_and_bare() -> None:
    assert words("The ID, it's «A-17»; ÉTÉ 3.5%") == ["the", "id", "it", "s", "a", "17", "été", "3", "5"]


def test_names_that_a_prompt_lists() -> None:
    text = LISTING.format(name="Ada")
    assert listed_names(text) == ("order id", "customer name", "items", "note", "shipping address")


@pytest.mark.parametrize(
    "text", ["", "At 10:30 we meet", "see http://example.org", "a | b: c", "12: noon", "x" * 60 + ": y"]
)
def test_what_lists_no_name(text: str) -> None:
    assert listed_names(text) == ()


@pytest.mark.parametrize("name", ["font_size", "Font Size", "FONT-SIZE", " font  size "])
def test_spellings_of_a_name(name: str) -> None:
    assert spelled(name) == "font size"


def test_skeleton_is_the_same_whatever_is_listed() -> None:
    one = skeleton(LISTING.format(name="Ada"), {"Ada", "Desk lamp", "5 Mill Lane\nSpringfield", "none of it"})
    short = "Order\n\nOrder ID: B-2\n\nPlease give me this as JSON."
    assert one == skeleton(short, set()) == "order\n≡\nplease give me this as json."


def test_skeleton_of_prose_is_its_wording_without_values() -> None:
    text = "On {day}, {name} paid {amount} for a {product}."
    one = skeleton(
        text.format(day="2024-05-01", name="Ada Byron", amount="12.50 EUR", product="lamp"),
        {"Ada Byron", "lamp"},
    )
    other = skeleton(text.format(day="2023-12-24", name="Al", amount="7 EUR", product="sofa"), {"Al", "sofa"})
    assert one == "on ≡ ≡ paid ≡ eur for a ≡ ."
    assert other == "on ≡ al paid ≡ eur for a ≡ ."


def test_free_text_after_a_fixed_instruction_is_no_template() -> None:
    instruction = "Extract the person.\nText: "
    one = skeleton(instruction + "Ada came late and left early.", {"Ada"})
    other = skeleton(instruction + "Nobody had seen Grace before noon.", {"Grace"})
    assert one != other


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("high priority", "high", True),
        ("a high-priority one", "high", True),
        ("highest", "high", False),
        ("abnormal, normal", "normal", True),
        ("abnormal", "normal", False),
        ("", "x", False),
    ],
)
def test_values_stand_as_words(text: str, value: str, expected: bool) -> None:
    assert states(text, value) is expected


def likeness(one: list[str], other: list[str]) -> float:
    return similarity(packed(sketch(one)), packed(sketch(other)))


def test_sketches_estimate_the_share_of_common_runs() -> None:
    random.seed(7)
    base = [f"w{random.randrange(10**6)}" for _ in range(400)]
    for changed in (0, 10, 40, 120):
        other = list(base)
        for index in range(0, changed * 3, 3):
            other[index] = "x" + other[index]
        runs = [{tuple(text[i : i + 3]) for i in range(398)} for text in (base, other)]
        right = len(runs[0] & runs[1]) / len(runs[0] | runs[1])
        assert likeness(base, other) == pytest.approx(right, abs=0.12)


def test_sketch_is_the_same_on_every_machine() -> None:
    assert len(sketch(["a", "b", "c", "d"])) == BANDS
    assert sketch(["a", "b", "c", "d"])[0] == sketch(["a", "b", "c", "d"])[0]
    assert list(sketch(["one", "two", "three"])[:2]) == [7764115880027011485, 6945402832780917903]


def test_sketches_of_short_texts() -> None:
    assert likeness([], []) == 1
    assert likeness(["a"], ["a"]) == 1
    assert likeness(["a"], ["b"]) < 0.1


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("2024-05-01T10:00:00Z", "a time with an offset"),
        ("2024-05-01 10:00+02:00", "a time with an offset"),
        ("2024-05-01T10:00:00.123", "a time without an offset"),
        ("2024-05-01", "a date"),
        ("05/01/2024", "a date with '/'"),
        ("1.5.2024", "a date with '.'"),
        ("1/5/24", "a date with '/'"),
        ("2024.05.01", "a date with '.'"),
        ("1/2", None),
        ("1.2.3.4", None),
        ("2.1.10", None),
        ("20240501", None),
        ("noon", None),
        ("", None),
    ],
)
def test_forms_of_times(text: str, form: str | None) -> None:
    assert time_form(text) == form


def test_paths_of_fields() -> None:
    assert field_path("/items/3/price") == "/items/*/price"
    assert field_path("/items/3") == "/items/*"
    assert field_path("/18_24/x1") == "/18_24/x1"
