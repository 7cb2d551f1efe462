"""Steps cover every record once an epoch; passes cost least."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edgejson.train.micro_batch import MICRO_BATCH_COST, split_into_micro_batches, steps_of_epoch


@given(n=st.integers(1, 60), per_step=st.integers(1, 20), seed=st.integers(0, 5), epoch=st.integers(0, 5))
def test_an_epoch_holds_every_example_once_in_even_steps(
    n: int, per_step: int, seed: int, epoch: int
) -> None:
    steps = steps_of_epoch(n, per_step=per_step, seed=seed, epoch=epoch)
    assert sorted(itertools.chain(*steps)) == list(range(n))
    sizes = {len(step) for step in steps}
    assert max(sizes) <= per_step
    assert max(sizes) - min(sizes) <= 1
    assert steps == steps_of_epoch(n, per_step=per_step, seed=seed, epoch=epoch)


def test_epochs_and_seeds_differ_in_order() -> None:
    def order(seed: int, epoch: int) -> list[list[int]]:
        return steps_of_epoch(50, per_step=5, seed=seed, epoch=epoch)

    assert order(0, 0) != order(0, 1)
    assert order(0, 0) != order(1, 0)


def cost(passes: list[list[int]], lengths: list[int]) -> int:
    return sum(len(one) * max(lengths[i] for i in one) + MICRO_BATCH_COST for one in passes)


def partitions(items: list[int]) -> list[list[list[int]]]:
    if not items:
        return [[]]
    first, *rest = items
    found = []
    for partition in partitions(rest):
        found.append([[first], *partition])
        found += [
            [*partition[:i], [first, *partition[i]], *partition[i + 1 :]] for i in range(len(partition))
        ]
    return found


@given(lengths=st.lists(st.integers(1, 300), min_size=1, max_size=6), budget=st.integers(1, 900))
def test_passes_hold_every_example_within_the_budget_at_the_least_cost(
    lengths: list[int], budget: int
) -> None:
    passes = split_into_micro_batches(lengths, budget=budget)
    assert sorted(itertools.chain(*passes)) == list(range(len(lengths)))

    def fits(one: list[int]) -> bool:
        return len(one) == 1 or len(one) * max(lengths[i] for i in one) <= budget

    assert all(map(fits, passes))
    possible = [p for p in partitions(list(range(len(lengths)))) if all(map(fits, p))]
    assert cost(passes, lengths) == min(cost(p, lengths) for p in possible)


@pytest.mark.parametrize(
    ("lengths", "expected"), [([100, 100, 1000], 2), ([100, 101, 102], 1), ([10, 20, 30], 1)]
)
def test_like_lengths_share_a_pass(lengths: list[int], expected: int) -> None:
    assert len(split_into_micro_batches(lengths, budget=4096)) == expected
