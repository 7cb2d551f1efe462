"""Files on this machine to a model and its tokenizer, through transformers, running nothing found in them.

Both functions return (PreTrainedModel, PreTrainedTokenizerBase) and raise BaseModelError.
"""

from pathlib import Path
from typing import Any

from edgejson.models.errors import BaseModelError


def load_folder(folder: Path) -> tuple[Any, Any]:
    """Load the safetensors, configuration and tokenizer in `folder`, in single precision, on the CPU."""
    return _load(folder, model_options={"use_safetensors": True}, tokenizer_options={})


def load_gguf(path: Path) -> tuple[Any, Any]:
    """Load a GGUF file, its weights turned into single precision, as a model like any other."""
    options = {"gguf_file": path.name}
    model, tokenizer = _load(path.parent, model_options=options, tokenizer_options=options)
    # The weights are plain tensors by now; these marks would only forbid to save and train them.
    model.hf_quantizer = None
    model.is_quantized = False
    if hasattr(model.config, "quantization_config"):
        del model.config.quantization_config
    model.config._name_or_path = ""
    return model, tokenizer


def _load(
    folder: Path, *, model_options: dict[str, Any], tokenizer_options: dict[str, Any]
) -> tuple[Any, Any]:
    import torch
    from safetensors import SafetensorError
    from transformers import AutoModelForCausalLM, AutoTokenizer
    from transformers.utils import logging

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    only_files: dict[str, Any] = {"local_files_only": True, "trust_remote_code": False}
    try:
        tokenizer = AutoTokenizer.from_pretrained(str(folder), **only_files, **tokenizer_options)
        model = AutoModelForCausalLM.from_pretrained(
            str(folder), dtype=torch.float32, **only_files, **model_options
        )
    except (OSError, ValueError, ImportError, KeyError, SafetensorError) as error:
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise BaseModelError(folder.name, f"cannot be loaded: {reason}") from error
    return model, tokenizer
