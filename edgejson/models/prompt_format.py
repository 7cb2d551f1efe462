"""The one way in which a prompt is put to a model and its answer is written, in training and evaluation.

A tokenizer that brings a chat template gets it: the prompt is the user's message, the answer the
assistant's. Any other gets a plain one. Text of a prompt or an answer never turns into a control token,
whatever it contains, so a record that quotes ``<|im_end|>`` cannot end its own message.
"""

import hashlib
from typing import Any, Protocol

PLAIN_BEFORE, PLAIN_AFTER = "Text:\n", "\n\nJSON:\n"
"""What surrounds a prompt when the tokenizer has no chat template."""

_PLACE_OF_PROMPT = "\ue000the prompt\ue001"


class Tokenizer(Protocol):
    """What this module needs of a transformers tokenizer."""

    chat_template: Any
    eos_token_id: Any

    def __call__(self, text: str, **options: Any) -> Any:
        """Return an encoding with ``input_ids``."""

    def apply_chat_template(self, conversation: Any, **options: Any) -> Any:
        """Return the conversation as one text."""


def format_id(tokenizer: Tokenizer) -> str:
    """Name the format that `tokenizer` gives, such as ``chat-2f1c09d3a5b7``.

    The digits are the start of the SHA-256 of the texts before and after the prompt: equal ids, equal
    formats. An adapter records its id, and is never used with another format than its own.
    """
    before, after = _around_prompt(tokenizer)
    kind = "chat" if tokenizer.chat_template else "plain"
    digest = hashlib.sha256("\0".join((before, after)).encode())
    return f"{kind}-{digest.hexdigest()[:12]}"


def prompt_tokens(tokenizer: Tokenizer, prompt: str) -> list[int]:
    """Return the token ids that a model reads before it answers `prompt`."""
    before, after = _around_prompt(tokenizer)
    return [*_control(tokenizer, before), *_text(tokenizer, prompt), *_control(tokenizer, after)]


def answer_tokens(tokenizer: Tokenizer, answer: str) -> list[int]:
    """Return the token ids of a whole answer: the text, then the end-of-sequence token."""
    return [*_text(tokenizer, answer), end_token(tokenizer)]


def end_token(tokenizer: Tokenizer) -> int:
    """Return the id of the token that ends an answer; ValueError if the tokenizer has none.

    It may also be the padding token (SmolLM2): padding must be told apart by position, not by id.
    """
    if tokenizer.eos_token_id is None:
        raise ValueError(
            "this tokenizer has no end-of-sequence token: a model trained with it would never stop"
        )
    return int(tokenizer.eos_token_id)


def _around_prompt(tokenizer: Tokenizer) -> tuple[str, str]:
    if not tokenizer.chat_template:
        return PLAIN_BEFORE, PLAIN_AFTER
    text: str = tokenizer.apply_chat_template(
        [{"role": "user", "content": _PLACE_OF_PROMPT}], tokenize=False, add_generation_prompt=True
    )
    before, place, after = text.partition(_PLACE_OF_PROMPT)
    if not place or _PLACE_OF_PROMPT in after:
        raise ValueError(
            "this tokenizer's chat template does not show the user's message exactly once, as it is"
        )
    return before, after


def _control(tokenizer: Tokenizer, text: str) -> list[int]:
    return list(tokenizer(text, add_special_tokens=False).input_ids) if text else []


def _text(tokenizer: Tokenizer, text: str) -> list[int]:
    encoding = tokenizer(text, add_special_tokens=False, split_special_tokens=True, verbose=False)
    return list(encoding.input_ids)
