"""Adapters around a base model, through peft: read from a folder, or merged into its weights."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


def read_adapter(model: Any, folder: Path) -> Any:
    """Return `model` with the adapter in `folder`, which is read as safetensors and in no other form."""
    from peft import PeftModel

    with without_peft_warnings():
        return PeftModel.from_pretrained(model, str(folder), use_safetensors=True)


def merge_adapter(model: Any) -> Any:
    """Return `model` with its adapter added to the weights; a model without an adapter as it is."""
    from peft import PeftModel

    return model.merge_and_unload() if isinstance(model, PeftModel) else model


@contextmanager
def without_peft_warnings() -> Iterator[None]:
    """Hide what peft 0.21 warns of and no user can change: it asks transformers 5 under an old name."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="`is_gradient_checkpointing`", category=FutureWarning)
        yield
