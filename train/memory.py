"""How much memory a micro-batch needs, how much there is, and what follows for the size of micro-batches."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch

from edgejson.models.precision import Numerics
from edgejson.train.errors import TrainingError
from edgejson.train.examples import Example
from edgejson.train.loss import summed_loss
from edgejson.train.micro_batch import MicroBatchLimits, make_micro_batch
from edgejson.train.recipe import Recipe

_PROBE_TOKENS = 64
_USABLE = 0.9
"""Share of the free memory that a run plans with; the rest is for what the estimate does not see."""
_LOGIT_COPIES = 3
"""A labelled token's logits, their log-probabilities and their gradient are there at the same time."""
_MALLOC_OVERHEAD = 1.7
"""malloc holds up to so many times the tensors of a micro-batch (measured: docs/training.md)."""
_CGROUP = Path("/sys/fs/cgroup")


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoryEstimate:
    """Bytes that a micro-batch holds at its peak, beside the model: so many a token, and a labelled token.

    ``checkpointed`` are the bytes a token with gradient checkpointing: each layer's input, and what one layer
    holds while it is computed again. ``fixed`` is what comes with the first step: gradients and AdamW's two
    moments. ``overhead`` is how many times the tensors of a micro-batch its memory takes.
    """

    per_token: float
    per_label: float
    checkpointed: float
    fixed: float
    overhead: float = 1.0

    def of(self, tokens: int, labels: int, *, checkpointing: bool) -> float:
        """Return the bytes for a micro-batch of `tokens`, of which `labels` are labelled."""
        per_token = self.checkpointed if checkpointing else self.per_token
        return self.overhead * (tokens * per_token + labels * self.per_label)


def estimate_memory(model: Any, example: Example, *, numerics: Numerics) -> MemoryEstimate:
    """Return what a micro-batch of `model` needs, from two forward passes over the beginning of one example.

    What the forward pass keeps for the backward pass is counted tensor by tensor, so this holds for any
    architecture whose attention keeps memory linear in the length (torch's scaled_dot_product_attention).
    """
    tokens = (list(example.tokens) * _PROBE_TOKENS)[:_PROBE_TOKENS]
    few, many = 1, _PROBE_TOKENS // 2
    kept = {
        n: _kept_bytes(model, replace(example, tokens=tokens, n_prompt=_PROBE_TOKENS - n), numerics=numerics)
        for n in (few, many)
    }
    per_label = (kept[many] - kept[few]) / (many - few)
    per_token = (kept[few] - few * per_label) / _PROBE_TOKENS
    config = model.config
    layers = getattr(config, "num_hidden_layers", None) or 1
    item = torch.finfo(numerics.torch_dtype).bits // 8
    trained = sum(p.numel() * p.element_size() for p in model.parameters() if p.requires_grad)
    return MemoryEstimate(
        per_token=per_token,
        per_label=max(_LOGIT_COPIES * per_label, 0.0),
        checkpointed=min(per_token, per_token / layers + layers * getattr(config, "hidden_size", 0) * item),
        fixed=3 * trained,
        overhead=_MALLOC_OVERHEAD if next(model.parameters()).device.type == "cpu" else 1.0,
    )


def plan_micro_batches(
    need: MemoryEstimate, examples: Sequence[Example], recipe: Recipe, *, free: float
) -> tuple[MicroBatchLimits, str]:
    """Return what micro-batches may hold if `free` bytes are free, and a sentence about it.

    Smaller micro-batches come first, then gradient checkpointing, for a record that is too long for memory on
    its own. Raises TrainingError when the longest record does not fit even then.
    """
    usable = _USABLE * free - need.fixed
    tokens = sum(len(example.tokens) for example in examples)
    labels = tokens if recipe.prompt_weight else sum(len(e.tokens) - e.n_prompt for e in examples)
    share = labels / tokens
    longest_example = max(examples, key=lambda e: (len(e.tokens), -e.n_prompt))
    longest = len(longest_example.tokens)
    longest_labels = longest if recipe.prompt_weight else longest - longest_example.n_prompt

    def for_longest(*, checkpointing: bool) -> float:
        return need.of(longest, longest_labels, checkpointing=checkpointing)

    checkpointing = recipe.gradient_checkpointing or for_longest(checkpointing=False) > usable
    if for_longest(checkpointing=checkpointing) > usable:
        raise TrainingError(
            f"the longest record ({longest:,} tokens) needs about "
            f"{gigabytes(for_longest(checkpointing=True))} beside the model, and {gigabytes(max(usable, 0))} "
            "of memory can be had; lower max_tokens, or end other programs"
        )
    per_token = need.of(1, 0, checkpointing=checkpointing) + share * need.overhead * need.per_label
    budget = min(recipe.tokens_per_pass, int(usable / per_token))
    sentence = (
        f"Memory: a micro-batch of {budget:,} tokens needs about {gigabytes(budget * per_token)} beside the "
        f"model, the longest record ({longest:,} tokens) "
        f"{gigabytes(for_longest(checkpointing=checkpointing))}; {gigabytes(free)} are free"
    )
    if budget < recipe.tokens_per_pass:
        sentence += f", too little for micro-batches of {recipe.tokens_per_pass:,} tokens"
    if checkpointing and not recipe.gradient_checkpointing:
        sentence += "; so gradient checkpointing is on, which takes about a third more time"
    return MicroBatchLimits(shared_tokens=budget, tokens=budget, checkpointing=checkpointing), sentence


def free_bytes(device: torch.device) -> float:
    """Return how much memory a run on `device` can still have: the GPU's, or the machine's or container's."""
    if device.type == "cuda":
        return float(torch.cuda.mem_get_info(device)[0])
    import psutil  # type: ignore[import-untyped]

    free = [float(psutil.virtual_memory().available)]
    limit, used = _number(_CGROUP / "memory.max"), _number(_CGROUP / "memory.current")
    if limit is not None and used is not None:
        free.append(limit - used)
    return max(min(free), 0.0)


def peak_bytes(device: torch.device) -> int:
    """Return the most memory so far: allocated on the GPU, or resident on this machine."""
    if device.type == "cuda":
        return int(torch.cuda.max_memory_allocated(device))
    status = Path("/proc/self/status")
    if status.exists():
        # ru_maxrss also knows of the process that started this one.
        line = next((line for line in status.read_text().splitlines() if line.startswith("VmHWM:")), None)
        if line:
            return 1024 * int(line.split()[1])
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else 1024 * peak


def ran_out_of_memory(error: BaseException) -> bool:
    """Whether `error` says that memory could not be had, on a GPU or on a CPU."""
    if isinstance(error, (MemoryError, torch.OutOfMemoryError)):
        return True
    # torch has no type of its own for the CPU.
    return isinstance(error, RuntimeError) and "DefaultCPUAllocator" in str(error)


def gigabytes(n_bytes: float) -> str:
    """Return a number of bytes for people, in units of 1e9."""
    return f"{n_bytes / 1e9:.1f} GB"


def _kept_bytes(model: Any, example: Example, *, numerics: Numerics) -> int:
    """Return the bytes that a forward pass over `example` keeps for the backward pass, parameters aside."""
    device = next(model.parameters()).device
    parameters = {parameter.untyped_storage().data_ptr() for parameter in model.parameters()}
    kept: dict[int, int] = {}

    def note(tensor: torch.Tensor) -> torch.Tensor:
        storage = tensor.untyped_storage()
        if storage.data_ptr() not in parameters:
            kept[storage.data_ptr()] = storage.nbytes()
        return tensor

    batch = make_micro_batch([example], prompt_weight=0).to(device)
    with (
        torch.random.fork_rng(devices=[device] if device.type == "cuda" else []),
        numerics.autocast(),
        torch.autograd.graph.saved_tensors_hooks(note, lambda tensor: tensor),
    ):
        summed_loss(model, batch)
    return sum(kept.values())


def _number(path: Path) -> float | None:
    try:
        return float(path.read_text())
    except (OSError, ValueError):
        return None  # not there, or "max"
