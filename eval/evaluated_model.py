"""The model of an evaluation: how it is asked, how it decodes, and what a report says of it."""

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from edgejson.eval.errors import EvaluationError
from edgejson.models.prompt_format import format_id, use_chat_template

if TYPE_CHECKING:
    from edgejson.models.base_model import BaseModel
    from edgejson.models.engines import Engine
    from edgejson.models.precision import Wanted
    from edgejson.scoring.schemas import Schemas

ENGINES = ("greedy", "lookup")
DTYPES: Mapping[str, "Wanted"] = {"auto": "auto", "float32": "fp32", "bfloat16": "bf16"}
"""What ``--dtype`` takes, as `edgejson.models.precision` spells it."""

_FROM_MANIFEST = ("data", "records", "recipe", "recipe_sha256", "seed")
"""What a report repeats of an adapter's manifest."""


def load_evaluated_model(name: str, chat_template: str) -> "BaseModel":
    """Load the model that ``--model`` names, to be asked by ``--chat-template``.

    Raises BaseModelError, PromptFormatError, and EvaluationError when an adapter would be asked in another
    format than it was trained in.
    """
    from edgejson.models.base_model import load_model

    loaded = load_model(name)
    use_chat_template(loaded.tokenizer, chat_template)
    trained = (loaded.manifest or {}).get("prompt_format")
    if trained is not None and trained != format_id(loaded.tokenizer):
        raise EvaluationError(f"{name}: was trained with prompt format {trained}; leave --chat-template out")
    return loaded


def make_engine(args: argparse.Namespace, loaded: "BaseModel", schemas: "Schemas") -> tuple["Engine", int]:
    """Return the engine that the options ask for, and how many worker threads it answers in."""
    import torch

    from edgejson.models.adapter import merge_adapter
    from edgejson.models.engines.choice import choose_engine
    from edgejson.models.precision import choose_numerics

    numerics = choose_numerics(DTYPES.get(args.dtype), "cuda" if torch.cuda.is_available() else "cpu")
    # An adapter is added to the weights once instead of to every product; in float32, before any rounding.
    weights = merge_adapter(loaded.model)
    constraint = None
    if args.constrained:
        from edgejson.models.engines.model_properties import end_tokens_of
        from edgejson.models.engines.schema_constraint import SchemaConstraint

        constraint = SchemaConstraint(
            tokenizer=loaded.tokenizer,
            schemas=schemas.documents,
            end_tokens=end_tokens_of(weights, loaded.tokenizer),
        )
    return choose_engine(
        weights,
        loaded.tokenizer,
        numerics,
        lookup=args.engine == "lookup",
        rows=args.batch_size,
        constraint=constraint,
    )


def describe_model(name: str, loaded: "BaseModel") -> dict[str, Any]:
    """Return what a report says of the model: names and digests, no paths."""
    adapter: dict[str, Any] | None = None
    if loaded.adapter_sha256 is not None:
        manifest = loaded.manifest or {}
        training = {key: manifest[key] for key in _FROM_MANIFEST if key in manifest}
        adapter = {
            "folder": Path(name).resolve().name,
            "sha256": loaded.adapter_sha256,
            "training": training,
        }
    return {
        "name": loaded.name,
        "sha256": loaded.sha256,
        "prompt_format": loaded.format_id,
        "adapter": adapter,
    }
