"""Several processes, one run: each computes its share of a step's micro-batches, and all get the sums.

Started with ``torchrun`` (or, for several GPUs, ``accelerate launch``). Every process sees the whole data and
knows every step, so nothing but gradients and sums has to travel; one process alone does nothing here.
"""

from collections.abc import Iterable, Sequence
from typing import TypeVar

import torch
from accelerate import PartialState  # type: ignore[import-untyped]
from accelerate.utils import broadcast_object_list, gather_object  # type: ignore[import-untyped]

T = TypeVar("T")


def share_of_process(micro_batches: Sequence[T], state: PartialState) -> Sequence[T]:
    """Return every n-th of `micro_batches`; they are sorted by length, so shares cost about the same."""
    return micro_batches[state.process_index :: state.num_processes]


def sum_over_processes(
    parameters: Iterable[torch.nn.Parameter], numbers: Sequence[float], state: PartialState
) -> list[float]:
    """Replace each gradient by its sum over all processes; return the sums of `numbers`.

    A process without a micro-batch in this step has no gradients and counts as zero.
    """
    if state.num_processes == 1:
        return list(numbers)
    parameters = list(parameters)
    for parameter in parameters:
        if parameter.grad is None:
            parameter.grad = torch.zeros_like(parameter)
    pieces = [parameter.grad.flatten() for parameter in parameters if parameter.grad is not None]
    message = torch.cat([*pieces, torch.tensor(numbers, device=state.device, dtype=torch.float32)])
    torch.distributed.all_reduce(message)
    start = 0
    for parameter in parameters:
        if parameter.grad is not None:
            parameter.grad.copy_(message[start : start + parameter.numel()].view_as(parameter))
            start += parameter.numel()
    return [float(number) for number in message[start:]]


def broadcast_from_first(value: T, state: PartialState) -> T:
    """Return the first process's `value`, in every process."""
    if state.num_processes == 1:
        return value
    values = [value]
    broadcast_object_list(values)
    return values[0]


def gather_from_all(value: T, state: PartialState) -> list[T]:
    """Return every process's `value`, in the order of the processes."""
    if state.num_processes == 1:
        return [value]
    gathered: list[T] = gather_object([value])
    return gathered
