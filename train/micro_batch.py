"""Which examples make up a step, how a step is split into micro-batches, and a micro-batch as tensors.

A step is a random draw of whole records, so what is learned does not depend on how it is computed. The
micro-batches of a step group records of like length, within a budget of tokens, so little of them is padding.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from edgejson.train.examples import Example

if TYPE_CHECKING:
    import torch

MICRO_BATCH_COST = 48
"""What one more micro-batch costs beside its tokens, in tokens (SmolLM2-135M on 2 AVX2 cores, measured)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MicroBatch:
    """Examples as tensors, padded on the right, and the positions at which the loss is taken.

    ``input_ids`` is (rows, columns). ``positions``, ``targets`` and ``weights`` are (labelled,):
    the index into the flattened rows x columns from which the target token is predicted, and its
    weight in the loss. Padding needs no mask: it comes after everything that a causal model may see
    from a labelled position, and is not labelled itself, so its token id does not matter either.
    """

    input_ids: "torch.Tensor"
    positions: "torch.Tensor"
    targets: "torch.Tensor"
    weights: "torch.Tensor"

    def to(self, device: "torch.device") -> "MicroBatch":
        """Return the same micro-batch on `device`."""
        return MicroBatch(
            input_ids=self.input_ids.to(device),
            positions=self.positions.to(device),
            targets=self.targets.to(device),
            weights=self.weights.to(device),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MicroBatchLimits:
    """What micro-batches may hold. ``tokens`` is this process's limit, ``shared_tokens`` that of all.

    Both begin equal; a process that runs out of memory lowers its own, and none is ever raised again.
    ``workers`` micro-batches at most are computed at a time, of ``tokens`` together.
    """

    shared_tokens: int
    tokens: int
    checkpointing: bool
    workers: int = 1


def steps_of_epoch(n_examples: int, *, per_step: int, seed: int, epoch: int) -> list[list[int]]:
    """Return the indices of the examples of each step of an epoch: a shuffle, dealt out evenly.

    A pure function of its arguments. Steps differ in size by at most one example.
    """
    order = list(range(n_examples))
    random.Random(f"edgejson {seed} {epoch}").shuffle(order)
    n_steps = -(-n_examples // per_step)
    bounds = [index * n_examples // n_steps for index in range(n_steps + 1)]
    return [order[start:stop] for start, stop in pairwise(bounds)]


def split_into_micro_batches(lengths: Sequence[int], *, budget: int) -> list[list[int]]:
    """Split the examples of a step so that padding and the number of micro-batches together cost least.

    `lengths` are tokens per example; returned are indices into it. A micro-batch holds at most
    `budget` tokens with padding, or one longer example. Exact, by dynamic programming over the sorted lengths
    (a cheapest split never interleaves them): quadratic in the examples of one step.
    """
    order = sorted(range(len(lengths)), key=lambda index: lengths[index])
    cheapest = [0.0] + [float("inf")] * len(order)
    begins = [0] * (len(order) + 1)
    for stop in range(1, len(order) + 1):
        longest = lengths[order[stop - 1]]
        for start in range(stop - 1, -1, -1):
            padded = (stop - start) * longest
            if padded > budget and stop - start > 1:
                break
            cost = cheapest[start] + padded + MICRO_BATCH_COST
            if cost < cheapest[stop]:
                cheapest[stop], begins[stop] = cost, start
    split: list[list[int]] = []
    stop = len(order)
    while stop:
        split.append(order[begins[stop] : stop])
        stop = begins[stop]
    return split[::-1]


def weight_of(examples: Sequence[Example], *, prompt_weight: float) -> float:
    """Return the sum of the weights in the loss of all labelled tokens of `examples`."""
    return sum(prompt_weight * (e.n_prompt - 1) + len(e.tokens) - e.n_prompt for e in examples)


def make_micro_batch(examples: Sequence[Example], *, prompt_weight: float) -> MicroBatch:
    """Return `examples` as the tensors of one micro-batch, on the CPU."""
    import torch

    columns = max(len(example.tokens) for example in examples)
    rows: list[list[int]] = []
    positions: list[int] = []
    targets: list[int] = []
    weights: list[float] = []
    for row, example in enumerate(examples):
        rows.append([*example.tokens, *[0] * (columns - len(example.tokens))])
        first = 1 if prompt_weight else example.n_prompt
        for column in range(first, len(example.tokens)):
            positions.append(row * columns + column - 1)
            targets.append(example.tokens[column])
            weights.append(1.0 if column >= example.n_prompt else prompt_weight)
    return MicroBatch(
        input_ids=torch.tensor(rows),
        positions=torch.tensor(positions),
        targets=torch.tensor(targets),
        weights=torch.tensor(weights),
    )
