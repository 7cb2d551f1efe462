"""Examples through the model pass by pass, in passes that get smaller when memory runs out."""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

import torch
from accelerate import PartialState  # type: ignore[import-untyped]

from edgejson.train.batches import Pass, make_pass, split_into_passes
from edgejson.train.errors import TrainingError
from edgejson.train.examples import Example
from edgejson.train.memory import Limits, ran_out_of_memory
from edgejson.train.processes import my_share


def sum_over_passes(
    work: Callable[[Pass], float],
    examples: Sequence[Example],
    limits: Limits,
    *,
    model: Any,
    state: PartialState,
    prompt_weight: float,
    say: Callable[[str], None],
) -> tuple[float, Limits]:
    """Return the sum of `work` over this process's passes, and the limits to go on with.

    A pass that runs out of memory is tried again in halves; one record alone with gradient checkpointing.
    `work` must leave nothing behind when it raises. TrainingError when even that is too much.
    """
    total = 0.0
    mine = [
        example for chosen in my_share(_passes(examples, limits.shared_tokens), state) for example in chosen
    ]
    waiting = deque(_passes(mine, limits.tokens))
    while waiting:
        batch = make_pass(waiting[0], prompt_weight=prompt_weight).to(state.device)
        try:
            total += work(batch)
        except (RuntimeError, MemoryError) as error:
            if not ran_out_of_memory(error):
                raise
        else:
            waiting.popleft()
            continue
        # Not in the except clause: until its end the exception holds on to the tensors of the pass.
        if state.device.type == "cuda":
            torch.cuda.empty_cache()
        limits = _lowered(limits, waiting[0], say)
        if limits.checkpointing:
            keep_only_layer_inputs(model)
        waiting = deque(_passes(_together(waiting), limits.tokens))
    return total, limits


def keep_only_layer_inputs(model: Any) -> None:
    """Switch gradient checkpointing on: the backward pass computes each layer again from its input."""
    # The first is the new name, from transformers 5.2x on; the old one warns there.
    enable = getattr(model, "activation_checkpointing_enable", None) or model.gradient_checkpointing_enable
    enable({"use_reentrant": False})


def _passes(examples: Sequence[Example], budget: int) -> list[list[Example]]:
    lengths = [len(example.tokens) for example in examples]
    return [[examples[index] for index in chosen] for chosen in split_into_passes(lengths, budget=budget)]


def _together(passes: Iterable[Sequence[Example]]) -> list[Example]:
    return [example for chosen in passes for example in chosen]


def _lowered(limits: Limits, chosen: Sequence[Example], say: Callable[[str], None]) -> Limits:
    """Return the limits after `chosen` ran out of memory together."""
    longest = max(len(example.tokens) for example in chosen)
    if len(chosen) > 1:
        tokens = len(chosen) * longest // 2
        say(f"Out of memory in a pass of {len(chosen) * longest:,} tokens: from now on at most {tokens:,}")
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
