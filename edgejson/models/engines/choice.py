"""Which engine decodes, and in how many lanes."""

from typing import Any

from edgejson.models.engines.numerics import Numerics
from edgejson.models.engines.packed import PackedEngine
from edgejson.models.engines.packed_attention import use_packed_attention
from edgejson.models.engines.padded import PaddedEngine
from edgejson.models.engines.protocol import Engine
from edgejson.models.engines.restriction import Restriction
from edgejson.models.worker_threads import lanes_beside_each_other

CACHE_BYTES = 4 << 30
"""Bytes of key-value cache that all answers under way may come to need: 93,000 tokens of SmolLM2-135M."""


def choose_engine(
    model: Any,
    tokenizer: Any,
    numerics: Numerics,
    *,
    drafting: bool,
    rows: int,
    restriction: Restriction | None,
) -> tuple[Engine, int]:
    """Return the engine for a transformers model, and how many lanes it answers in.

    Packed passes in lanes on a CPU; on a GPU padded batches, unless there are drafts, for its one kernel for
    many rows is worth more than the padding costs. A model that cannot be packed is padded, and not drafted
    for. ``rows`` are decoded together, in each lane.
    """
    model.to(device=numerics.device, dtype=numerics.torch_dtype).eval()
    on_cpu = numerics.device == "cpu"
    bytes_per_token = use_packed_attention(model) if on_cpu or drafting else None
    if bytes_per_token:
        lanes = lanes_beside_each_other(rows) if on_cpu else 1
        packed = PackedEngine(
            model=model,
            tokenizer=tokenizer,
            numerics=numerics,
            restriction=restriction,
            drafting=drafting,
            rows=rows,
            slots=CACHE_BYTES // bytes_per_token // lanes,
        )
        return packed, lanes
    padded = PaddedEngine(
        model=model, tokenizer=tokenizer, numerics=numerics, restriction=restriction, batch_rows=rows
    )
    return padded, 1
