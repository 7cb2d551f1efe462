"""Texts of simple patterns match them; other patterns are refused with a reason."""

import re

import pytest

from edgejson.generators.draws import Draws
from edgejson.generators.from_schema.patterns import Pattern
from edgejson.generators.seeds import draws_for


@pytest.mark.parametrize(
    "pattern",
    [
        r"^[A-Z]{2}-\d{4}$",
        r"^(DE|FR|PL) [0-9]{2,3}\.[a-f]+$",
        r"^(?:a|b(c|d)?)*x$",
        r"^\w{3,}@[\w.-]+$",
        r"^a?b*c+.\$$",
        r"^[-+]?\d+(\.\d{1,2})?$",
        r"ab",
        r"^[\d\s]{4}$",
        r"^\[x\]$",
    ],
)
def test_texts_match_their_pattern(pattern: str) -> None:
    parsed = Pattern.parse(pattern)
    simplest = Draws(lambda n: 0)
    for draws in (simplest, *(draws_for("train", pattern, seed, "test") for seed in range(60))):
        assert re.fullmatch(pattern.removeprefix("^").removesuffix("$"), parsed.draw(draws))


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("(?=a)b", "looks ahead"),
        ("[^a]", "all other characters"),
        ("a{2,1}", "out of order"),
        ("a{1000}", "above 200"),
        ("a{x}", "a count that is not"),
        ("(a", "not closed"),
        ("a)", "is not expected"),
        ("[]", "an empty class"),
        ("[a", "ends too early"),
        ("*a", "repeats nothing"),
        (r"\bword", r"\\b"),
        (r"\p{L}", r"\\p"),
        ("a+?", "lazy"),
        ("a\\", "ends too early"),
        ("(" * 30 + "a" + ")" * 30, "groups in groups"),
    ],
)
def test_patterns_that_are_not_simple_are_refused(pattern: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        Pattern.parse(pattern)
