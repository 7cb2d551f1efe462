"""Which engine decodes, and in how many worker threads."""

from typing import Any

from edgejson.models.engines.constraint import TokenConstraint
from edgejson.models.engines.packed import PackedEngine
from edgejson.models.engines.packed_attention import use_packed_attention
from edgejson.models.engines.padded import PaddedEngine
from edgejson.models.engines.protocol import Engine
from edgejson.models.precision import Numerics
from edgejson.models.worker_threads import worker_count

CACHE_BYTES = 4 << 30
"""Bytes of key-value cache that all answers under way may come to need: 93,000 tokens of SmolLM2-135M."""


def choose_engine(
    model: Any,
    tokenizer: Any,
    numerics: Numerics,
    *,
    lookup: bool,
    rows: int,
    constraint: TokenConstraint | None,
) -> tuple[Engine, int]:
    """Return the engine for a transformers model, and how many worker threads it answers in.

    The model is moved to the device and precision of `numerics`. Packed passes in threads on a CPU; on a GPU
    padded batches, unless there is look-up, for its one kernel for many rows is worth more than the padding
    costs. A model that cannot be packed is padded, without look-up. ``rows`` are decoded together, in each
    thread.
    """
    model.to(device=numerics.device, dtype=numerics.torch_dtype).eval()
    on_cpu = numerics.device == "cpu"
    bytes_per_token = use_packed_attention(model) if on_cpu or lookup else None
    if bytes_per_token:
        workers = worker_count(rows) if on_cpu else 1
        packed = PackedEngine(
            model=model,
            tokenizer=tokenizer,
            numerics=numerics,
            constraint=constraint,
            lookup=lookup,
            rows=rows,
            cache_tokens=CACHE_BYTES // bytes_per_token // workers,
        )
        return packed, workers
    padded = PaddedEngine(
        model=model, tokenizer=tokenizer, numerics=numerics, constraint=constraint, batch_rows=rows
    )
    return padded, 1
