"""What every engine asks of a transformers model."""

from importlib.metadata import version
from typing import Any

from edgejson.models.prompt_format import end_token


def end_tokens_of(model: Any, tokenizer: Any) -> frozenset[int]:
    """Return the tokens that end an answer: the tokenizer's, and those of the model's generation settings."""
    configured = getattr(getattr(model, "generation_config", None), "eos_token_id", None)
    more = configured if isinstance(configured, list) else [configured]
    return frozenset({end_token(tokenizer), *(token for token in more if token is not None)})


def context_window(model: Any) -> int | None:
    """Return how many tokens the model was made for, prompt and answer together; None where it says nothing.

    A model with a table of positions fails beyond it; one with rotary positions goes on, but badly.
    """
    window = getattr(model.config.get_text_config(), "max_position_embeddings", None)
    return window if isinstance(window, int) and window > 0 else None


def versions() -> dict[str, str]:
    """Return the versions of the libraries that compute."""
    return {name: version(name) for name in ("torch", "transformers")}
