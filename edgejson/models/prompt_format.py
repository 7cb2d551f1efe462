"""The one way in which a prompt is put to a model and its answer is written, in training and evaluation.

A tokenizer that brings a chat template gets it: a prompt is the user's message, an answer the assistant's.
Any other gets a plain format. Text of a prompt or an answer never turns into a control token, whatever it
contains, so a record that quotes ``<|im_end|>`` cannot end its own message.
"""

import hashlib
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Any, Protocol

from edgejson.core.record import Role, Turn
from edgejson.models.errors import PromptFormatError

PLAIN_BEFORE, PLAIN_AFTER = "Text:\n", "\n\nJSON:\n"
"""What surrounds a prompt when the tokenizer has no chat template."""

_PLAIN_BETWEEN = "\n\n"
_PLACEHOLDER = "\ue000message {}\ue001"
"""Stands for the text of a message in a chat template; no text holds it: it is private to this module."""


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
    kind = "chat" if tokenizer.chat_template else "plain"
    digest = hashlib.sha256("\0".join(_control_texts(tokenizer, ("user",))).encode())
    return f"{kind}-{digest.hexdigest()[:12]}"


def prompt_tokens(
    tokenizer: Tokenizer,
    prompt: str,
    examples: Sequence[tuple[str, str]] = (),
    *,
    turns: Sequence[Turn] = (),
) -> list[int]:
    """Return the token ids that a model reads before it answers `prompt`.

    Where the prompt is a conversation, `turns` are its messages, and the tokenizer's template shows each in
    its role. `examples` are prompts with their answers that are put in front (few-shot), behind the system
    turn if there is one. Raises PromptFormatError where the template does not take the turns.
    """
    asked = tuple(turns) if turns and tokenizer.chat_template else (Turn("user", prompt),)
    n_system = 1 if len(asked) > 1 and asked[0].role == "system" else 0
    shown = chain.from_iterable((Turn("user", one), Turn("assistant", other)) for one, other in examples)
    messages = [*asked[:n_system], *shown, *asked[n_system:]]
    first, *others = _control_texts(tokenizer, tuple(message.role for message in messages))
    tokens = _control_tokens(tokenizer, first)
    for message, control in zip(messages, others, strict=True):
        tokens += [*_text_tokens(tokenizer, message.text), *_control_tokens(tokenizer, control)]
    return tokens


def answer_tokens(tokenizer: Tokenizer, answer: str) -> list[int]:
    """Return the token ids of a whole answer: the text, then the end-of-sequence token."""
    return [*_text_tokens(tokenizer, answer), end_token(tokenizer)]


def end_token(tokenizer: Tokenizer) -> int:
    """Return the id of the token that ends an answer; PromptFormatError if the tokenizer has none.

    It may also be the padding token (SmolLM2): padding must be told apart by position, not by id.
    """
    if tokenizer.eos_token_id is None:
        raise PromptFormatError(
            "this tokenizer has no end-of-sequence token: a model trained with it would never stop"
        )
    return int(tokenizer.eos_token_id)


def use_chat_template(tokenizer: Tokenizer, template: str) -> None:
    """Give `tokenizer` a chat template: its ``own``, none (``plain``), or the one in a file.

    Raises PromptFormatError when there is no such file or no prompt can be put by it.
    """
    if template == "own":
        return
    if template == "plain":
        tokenizer.chat_template = None
        return
    try:
        tokenizer.chat_template = Path(template).read_text(encoding="utf-8")
        format_id(tokenizer)
    except OSError as error:
        raise PromptFormatError(
            f"--chat-template is {template!r}, expected own, plain, or a file ({error.strerror})"
        ) from error
    except Exception as error:  # jinja's errors of whatever kind are the file's
        raise PromptFormatError(f"{template}: not a chat template that can be used ({error})") from error


def _control_texts(tokenizer: Tokenizer, roles: Sequence[Role]) -> list[str]:
    """Return what stands before, between and after messages of these roles, before an answer."""
    if not tokenizer.chat_template:
        n_examples = len(roles) // 2
        return [PLAIN_BEFORE, *[PLAIN_AFTER, _PLAIN_BETWEEN + PLAIN_BEFORE] * n_examples, PLAIN_AFTER]
    try:
        return _template_texts(tokenizer, roles)
    except Exception as error:
        if "tool" in roles:
            # Many templates know no results of tools: they are what the model is told.
            return _control_texts(tokenizer, ["user" if role == "tool" else role for role in roles])
        if isinstance(error, PromptFormatError) or set(roles) <= {"user"}:
            raise
        told = ", ".join(roles)
        raise PromptFormatError(
            f"this tokenizer's chat template does not take turns of {told} ({error}); "
            "use --chat-template plain, or another base model"
        ) from error


def _template_texts(tokenizer: Tokenizer, roles: Sequence[Role]) -> list[str]:
    messages = [{"role": role, "content": _PLACEHOLDER.format(index)} for index, role in enumerate(roles)]
    rest: str = tokenizer.apply_chat_template(messages, tokenize=False, add_generation_prompt=True)
    controls = []
    for message in messages:
        control, found, rest = rest.partition(message["content"])
        if not found or message["content"] in rest:
            raise PromptFormatError(
                "this tokenizer's chat template does not show every message exactly once, as it is; "
                "use --chat-template plain"
            )
        controls.append(control)
    return [*controls, rest]


def _control_tokens(tokenizer: Tokenizer, text: str) -> list[int]:
    return list(tokenizer(text, add_special_tokens=False).input_ids) if text else []


def _text_tokens(tokenizer: Tokenizer, text: str) -> list[int]:
    encoding = tokenizer(text, add_special_tokens=False, split_special_tokens=True, verbose=False)
    return list(encoding.input_ids)
