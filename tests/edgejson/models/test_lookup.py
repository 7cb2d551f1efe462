"""Drafts by n-gram look-up: what followed the same tokens before."""

import pytest

from edgejson.models.engines.lookup import LONGEST, Lookup


def looking_up(*tokens: int) -> Lookup:
    lookup = Lookup()
    lookup.extend(tokens)
    return lookup


def test_draft_is_what_followed() -> None:
    lookup = looking_up(1, 2, 3, 4, 5, 9, 1, 2, 3)
    assert lookup.draft(8) == [4, 5]
    assert lookup.draft(1) == [4]
    lookup.extend([7])
    assert lookup.draft(3) == []
    lookup.extend([2, 3])
    # The later of two places where 2, 3 stood.
    assert lookup.draft(2) == [7]


def test_longest_n_gram_decides() -> None:
    assert looking_up(1, 2, 3, 50, 8, 2, 3, 60, 1, 2, 3).draft(1) == [50]


@pytest.mark.parametrize("alike", range(2, 25))
def test_draft_is_one_shorter_than_what_is_alike(alike: int) -> None:
    tokens = range(100, 100 + alike)
    followed = range(300, 400)
    lookup = looking_up(*tokens, *followed, 999, *tokens)
    assert lookup.draft(1000) == list(followed)[: min(alike, LONGEST) - 1]


def test_draft_goes_round_in_circles_too() -> None:
    assert looking_up(*[5, 6, 7] * 9).draft(100) == [5, 6, 7] * 5


def test_draft_after_what_is_known_to_come() -> None:
    lookup = looking_up(1, 2, 3, 4, 5, 6, 1)
    assert lookup.draft(5, after=[2, 3]) == [4, 5]
    assert lookup.draft(5, after=[3]) == []
    assert lookup.draft(0, after=[2, 3]) == []
    # Nothing was noted of it.
    assert lookup.tokens == [1, 2, 3, 4, 5, 6, 1]
