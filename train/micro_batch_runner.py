"""Examples through the model in micro-batches, which get smaller when memory runs out."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from typing import Any, TypeVar

import torch
from accelerate import PartialState  # type: ignore[import-untyped]

from edgejson.models.worker_threads import WorkerThreads, worker_count
from edgejson.train.errors import TrainingError
from edgejson.train.examples import Example
from edgejson.train.memory import ran_out_of_memory
from edgejson.train.micro_batch import (
    MicroBatch,
    MicroBatchLimits,
    make_micro_batch,
    split_into_micro_batches,
)
from edgejson.train.processes import share_of_process

Result = TypeVar("Result")

_RECORDS_A_WORKER = 2
"""With fewer records a step than this for each worker, workers would wait for the longest record."""


def training_workers(model: Any, device: torch.device, *, records_per_step: int) -> int:
    """Return how many threads a run uses: 1 on a GPU, and where dropout draws from the one generator."""
    if device.type != "cpu" or _has_dropout(model):
        return 1
    return worker_count(records_per_step // _RECORDS_A_WORKER)


def run_micro_batches(
    work: Callable[[MicroBatch], Result],
    use: Callable[[Result], None],
    examples: Sequence[Example],
    limits: MicroBatchLimits,
    *,
    workers: WorkerThreads,
    model: Any,
    state: PartialState,
    prompt_weight: float,
    notify: Callable[[str], None],
) -> MicroBatchLimits:
    """Do `work` on each of this process's micro-batches, `use` the results; return the limits to go on with.

    `work` leaves nothing behind: it may run in several threads, and where memory runs out its micro-batch and
    those not yet used are done again, in smaller micro-batches, or one at a time. One record that does
    not fit alone is tried with gradient checkpointing; TrainingError when even that is too much.
    """

    def attempt(chosen: Sequence[Example]) -> Result | None:
        batch = make_micro_batch(chosen, prompt_weight=prompt_weight).to(state.device)
        try:
            return work(batch)
        except (RuntimeError, MemoryError) as error:
            if not ran_out_of_memory(error):
                raise
        # Not in the except clause: until its end the exception holds on to the tensors of the micro-batch.
        return None

    shared = _split(examples, limits.shared_tokens, workers=state.num_processes)
    waiting = [example for chosen in share_of_process(shared, state) for example in chosen]
    while waiting:
        micro_batches = _split(waiting, limits.tokens, workers=limits.workers)
        used = 0
        with closing(
            workers.map(attempt, micro_batches, size=_padded_tokens, capacity=limits.tokens)
        ) as results:
            for result in results:
                if result is None:
                    break
                use(result)
                used += 1
        if used < len(micro_batches):
            if state.device.type == "cuda":
                torch.cuda.empty_cache()
            limits = _lowered(limits, micro_batches[used], notify)
            workers.count = limits.workers
            if limits.checkpointing:
                keep_only_layer_inputs(model)
        waiting = [example for chosen in micro_batches[used:] for example in chosen]
    return limits


def keep_only_layer_inputs(model: Any) -> None:
    """Switch gradient checkpointing on: the backward pass computes each layer again from its input."""
    # The first is the new name, from transformers 5.2x on; the old one warns there.
    enable = getattr(model, "activation_checkpointing_enable", None) or model.gradient_checkpointing_enable
    enable({"use_reentrant": False})


def _split(examples: Sequence[Example], most: int, *, workers: int) -> list[list[Example]]:
    """Return micro-batches of at most `most` tokens for so many workers at a time, the longest first.

    Two for each worker, or more, so that none waits long for another at the end.
    """
    lengths = [len(example.tokens) for example in examples]
    budget = most if workers == 1 else min(most // workers, -(-sum(lengths) // (2 * workers)))
    split = split_into_micro_batches(lengths, budget=budget)
    return [[examples[index] for index in chosen] for chosen in reversed(split)]


def _padded_tokens(chosen: Sequence[Example]) -> int:
    """Return the tokens of a micro-batch, padding included."""
    return len(chosen) * max(len(example.tokens) for example in chosen)


def _lowered(
    limits: MicroBatchLimits, chosen: Sequence[Example], notify: Callable[[str], None]
) -> MicroBatchLimits:
    """Return the limits after `chosen` ran out of memory together."""
    if limits.workers > 1:
        notify("Out of memory with several micro-batches at a time: from now on one at a time")
        return replace(limits, workers=1)
    longest = max(len(example.tokens) for example in chosen)
    if len(chosen) > 1:
        tokens = _padded_tokens(chosen) // 2
        notify(
            f"Out of memory in a micro-batch of {_padded_tokens(chosen):,} tokens: "
            f"from now on at most {tokens:,}"
        )
        return replace(limits, tokens=tokens)
    if not limits.checkpointing:
        notify(
            f"Out of memory in a record of {longest:,} tokens: from now on with gradient checkpointing, "
            "which takes about a third more time"
        )
        return replace(limits, checkpointing=True)
    raise TrainingError(
        f"record {chosen[0].record_id!r} ({longest:,} tokens) does not fit into memory, even alone and with "
        "gradient checkpointing; lower max_tokens, or end other programs"
    )


def _has_dropout(model: Any) -> bool:
    """Whether a forward pass of `model` in training draws random numbers."""
    if any(isinstance(module, torch.nn.Dropout) and module.p > 0 for module in model.modules()):
        return True
    return any(
        isinstance(value, float) and value > 0
        for name, value in model.config.to_dict().items()
        if "dropout" in name
    )
