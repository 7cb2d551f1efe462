"""What of a model is trained: all of it, or a LoRA adapter around it (through peft), new or from a folder."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from edgejson.train.recipe import Lora, Recipe


def trainable(model: Any, recipe: Recipe, *, base_name: str) -> Any:
    """Return `model` (a PreTrainedModel) ready to be trained by the recipe's method.

    `base_name` is what an adapter's configuration says about where the model came from.
    """
    if recipe.method == "full":
        return model.requires_grad_(True)
    return add_adapter(model, recipe.lora, base_name=base_name)


def add_adapter(model: Any, lora: Lora, *, base_name: str) -> Any:
    """Return `model` (a PreTrainedModel) with a new adapter on every linear layer but the output layer.

    Only the adapter is left to train, and it changes nothing yet. `base_name` is what its configuration
    says about where the model came from.
    """
    from peft import LoraConfig, get_peft_model

    config = LoraConfig(
        r=lora.rank,
        lora_alpha=lora.alpha,
        lora_dropout=lora.dropout,
        use_rslora=lora.rslora,
        use_dora=lora.dora,
        target_modules="all-linear",
        task_type="CAUSAL_LM",
    )
    with _without_peft_noise():
        adapted = get_peft_model(model, config)
    adapted.peft_config["default"].base_model_name_or_path = base_name
    return adapted


def read_adapter(model: Any, folder: Path) -> Any:
    """Return `model` with the adapter in `folder`, which is read as safetensors and in no other form."""
    from peft import PeftModel

    with _without_peft_noise():
        return PeftModel.from_pretrained(model, str(folder), use_safetensors=True)


@contextmanager
def _without_peft_noise() -> Iterator[None]:
    with warnings.catch_warnings():
        # peft 0.21 asks transformers 5 under an old name; nothing that a user could do about it.
        warnings.filterwarnings("ignore", message="`is_gradient_checkpointing`", category=FutureWarning)
        yield
