"""Samples are even over the groups and fixed by the seed."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edgejson.scoring.errors import SampleError
from edgejson.scoring.stratified_sample import stratified_sample

GROUPS = st.dictionaries(
    st.sampled_from("abcdef"), st.integers(0, 9), min_size=1
).map(lambda sizes: {name: [f"{name}{n}" for n in range(size)] for name, size in sizes.items()})  # fmt: skip


@given(GROUPS, st.integers(0, 40), st.integers())
def test_choice_is_even_and_reproducible(groups: dict[str, list[str]], count: int, seed: int) -> None:
    available = sum(map(len, groups.values()))
    if count > available:
        with pytest.raises(SampleError, match=f"only {available} can be chosen"):
            stratified_sample(groups, count, seed)
        return
    chosen = stratified_sample(groups, count, seed)
    assert chosen == stratified_sample(dict(reversed(groups.items())), count, seed)
    assert len(set(chosen)) == len(chosen) == count
    shares = Counter(record_id[0] for record_id in chosen)
    most = max(shares.values(), default=0)
    for name, ids in groups.items():
        # A group gets as many as any other, or one less, unless it has no more to give.
        assert shares[name] >= min(most - 1, len(ids))


def test_seeds_choose_differently() -> None:
    groups = {name: [f"{name}{n}" for n in range(20)] for name in "abc"}
    assert len({tuple(stratified_sample(groups, 6, seed)) for seed in range(5)}) == 5
