"""What of a model is trained: all of it, or a new LoRA adapter around it (through peft)."""

from typing import Any

from edgejson.models.adapter import without_peft_warnings
from edgejson.train.recipe import Lora, Recipe


def prepare_for_training(model: Any, recipe: Recipe, *, base_name: str) -> Any:
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
    with without_peft_warnings():
        adapted = get_peft_model(model, config)
    adapted.peft_config["default"].base_model_name_or_path = base_name
    return adapted
