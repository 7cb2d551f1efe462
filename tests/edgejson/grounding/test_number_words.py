"""Numbers in words: whole phrases state a number, parts of them none."""

import pytest

from edgejson.grounding.number_words import number_words
from tests.edgejson.grounding.judging import flaws


def mugs(said: str, quantity: int) -> list[tuple[str, str]]:
    prompt = f"We have {said} blue mugs at $4.50 each."
    return flaws("product_info", prompt, {"product_name": "blue mugs", "price": 4.5, "quantity": quantity})


@pytest.mark.parametrize(
    ("said", "quantity", "parts"),
    [
        ("two", 2, []),
        ("thirty-five", 35, [5, 30]),
        ("two hundred", 200, [2, 100]),
        ("one hundred and twenty", 120, [1, 20, 100]),
        ("two hundred and fifty", 250, [2, 50, 100, 200]),
        ("twelve hundred", 1200, [12, 100]),
        ("three thousand", 3000, [3, 1000]),
        ("a thousand", 1000, [1]),
        ("one hundred twenty-five thousand and two hundred", 125_200, [125, 200]),
        ("half a million", 500_000, [1_000_000]),
        ("a dozen", 12, [1]),
        ("two dozen", 24, [2, 12]),
        ("2 dozen", 24, [12]),
        ("half a dozen", 6, [12, 1]),
        ("a couple of", 2, [1]),
        ("a pair of", 2, [3]),
    ],
)
def test_a_phrase_states_its_number_alone(said: str, quantity: int, parts: list[int]) -> None:
    assert mugs(said, quantity) == []
    assert mugs(said.capitalize(), quantity) == []
    for wrong in (*parts, quantity + 1):
        assert [pointer for _, pointer in mugs(said, wrong)] == ["/quantity"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("two and three", [2, 3]),
        ("one two", [1, 2]),
        ("one hundred and two hundred", [100, 200]),
        ("twenty-one to thirty", [21, 30]),
        ("two\nhundred", [200]),
        ("dozens of thousands, a thousandth, a once", []),
        ("somehow someone won ten", [10]),
    ],
)
def test_phrases_end_where_another_begins(text: str, values: list[int]) -> None:
    assert [value for _, _, value in number_words(text)] == values


def test_a_name_may_begin_like_a_number() -> None:
    label = {"product_name": "Dozen Eggs", "price": 4.5, "quantity": 1}
    assert flaws("product_info", "Please add a Dozen Eggs at $4.50.", label) == []
