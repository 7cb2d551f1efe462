"""Examples through the model pass by pass, in passes that get smaller when memory runs out."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from typing import Any, TypeVar

import torch
from accelerate import PartialState  # type: ignore[import-untyped]

from edgejson.models.worker_threads import Lanes
from edgejson.train.batches import Pass, make_pass, split_into_passes
from edgejson.train.errors import TrainingError
from edgejson.train.examples import Example
from edgejson.train.memory import Limits, ran_out_of_memory
from edgejson.train.processes import my_share

Outcome = TypeVar("Outcome")


def each_pass(
    work: Callable[[Pass], Outcome],
    take: Callable[[Outcome], None],
    examples: Sequence[Example],
    limits: Limits,
    *,
    lanes: Lanes,
    model: Any,
    state: PartialState,
    prompt_weight: float,
    say: Callable[[str], None],
) -> Limits:
    """Do `work` on each of this process's passes and `take` the outcomes; return the limits to go on with.

    `work` leaves nothing behind: in several lanes it runs in several threads, and where memory runs out its
    pass and those not yet taken are done again, in smaller passes, or one at a time. One record that does
    not fit alone is tried with gradient checkpointing; TrainingError when even that is too much.
    """

    def attempt(chosen: Sequence[Example]) -> Outcome | None:
        batch = make_pass(chosen, prompt_weight=prompt_weight).to(state.device)
        try:
            return work(batch)
        except (RuntimeError, MemoryError) as error:
            if not ran_out_of_memory(error):
                raise
        # Not in the except clause: until its end the exception holds on to the tensors of the pass.
        return None

    shared = _passes(examples, limits.shared_tokens, workers=state.num_processes)
    waiting = [example for chosen in my_share(shared, state) for example in chosen]
    while waiting:
        passes = _passes(waiting, limits.tokens, workers=limits.lanes)
        taken = 0
        with closing(lanes.outcomes(attempt, passes, size=_slots, room=limits.tokens)) as outcomes:
            for outcome in outcomes:
                if outcome is None:
                    break
                take(outcome)
                taken += 1
        if taken < len(passes):
            if state.device.type == "cuda":
                torch.cuda.empty_cache()
            limits = _lowered(limits, passes[taken], say)
            lanes.count = limits.lanes
            if limits.checkpointing:
                keep_only_layer_inputs(model)
        waiting = [example for chosen in passes[taken:] for example in chosen]
    return limits


def keep_only_layer_inputs(model: Any) -> None:
    """Switch gradient checkpointing on: the backward pass computes each layer again from its input."""
    # The first is the new name, from transformers 5.2x on; the old one warns there.
    enable = getattr(model, "activation_checkpointing_enable", None) or model.gradient_checkpointing_enable
    enable({"use_reentrant": False})


def _passes(examples: Sequence[Example], most: int, *, workers: int) -> list[list[Example]]:
    """Return passes of at most `most` tokens for so many workers at a time, the longest first.

    Two passes for each worker, or more, so that none waits long for another at the end.
    """
    lengths = [len(example.tokens) for example in examples]
    budget = most if workers == 1 else min(most // workers, -(-sum(lengths) // (2 * workers)))
    split = split_into_passes(lengths, budget=budget)
    return [[examples[index] for index in chosen] for chosen in reversed(split)]


def _slots(chosen: Sequence[Example]) -> int:
    """Return the tokens of a pass, padding included."""
    return len(chosen) * max(len(example.tokens) for example in chosen)


def _lowered(limits: Limits, chosen: Sequence[Example], say: Callable[[str], None]) -> Limits:
    """Return the limits after `chosen` ran out of memory together."""
    if limits.lanes > 1:
        say("Out of memory with several passes at a time: from now on one at a time")
        return replace(limits, lanes=1)
    longest = max(len(example.tokens) for example in chosen)
    if len(chosen) > 1:
        tokens = _slots(chosen) // 2
        say(f"Out of memory in a pass of {_slots(chosen):,} tokens: from now on at most {tokens:,}")
        return replace(limits, tokens=tokens)
    if not limits.checkpointing:
        say(
            f"Out of memory in a record of {longest:,} tokens: from now on with gradient checkpointing, "
            "which takes about a third more time"
        )
        return replace(limits, checkpointing=True)
    raise TrainingError(
        f"record {chosen[0].record_id!r} ({longest:,} tokens) does not fit into memory, even alone and with "
        "gradient checkpointing; lower max_tokens, or end other programs"
    )
