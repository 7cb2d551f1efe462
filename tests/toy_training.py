"""Fixtures for training: a tiny Llama with a tokenizer of single bytes, and toy data that passes the gate."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from edgejson import Admitted, admit_or_validate

CHAT_TEMPLATE = (
    "{% for message in messages %}<|im_start|>{{ message['role'] }}\n{{ message['content'] }}<|im_end|>\n"
    "{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
TOY_SCHEMA = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "type": "object",
    "x-complexity": "simple",
    "properties": {"name": {"type": "string"}, "age": {"type": "integer"}},
    "required": ["name", "age"],
    "additionalProperties": False,
}
NAMES = [*"ABCDEFGH", *(f"{letter}a" for letter in "KLMNPRST")]


def _tokenizer(*, chat: bool = True) -> Any:
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers
    from transformers import PreTrainedTokenizerFast

    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    special = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]
    vocabulary = {token: index for index, token in enumerate([*special, *alphabet])}
    tokenizer = Tokenizer(models.BPE(vocab=vocabulary, merges=[]))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    fast: Any = PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=tokenizer,
        unk_token="<|endoftext|>",
        bos_token="<|im_start|>",
        eos_token="<|im_end|>",
        pad_token="<|im_end|>",
    )
    fast.chat_template = CHAT_TEMPLATE if chat else None
    return fast


def _model(*, seed: int = 0) -> Any:
    import torch
    from transformers import LlamaConfig, LlamaForCausalLM

    torch.manual_seed(seed)
    config = LlamaConfig(
        vocab_size=259,
        hidden_size=64,
        intermediate_size=128,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=2,
        max_position_embeddings=4096,
        tie_word_embeddings=True,
        initializer_range=0.3,
        bos_token_id=1,
        eos_token_id=2,
        # No padding id: torch would make the end token's embedding, and so its logit, zero.
        pad_token_id=None,
    )
    model: Any = LlamaForCausalLM(config)
    return model.eval()


@pytest.fixture
def tiny_tokenizer() -> Any:
    """Return a tokenizer of single bytes whose padding is its end of sequence, as SmolLM2's is."""
    return _tokenizer()


@pytest.fixture
def plain_tokenizer() -> Any:
    """Return the same without a chat template."""
    return _tokenizer(chat=False)


@pytest.fixture
def make_model() -> Callable[..., Any]:
    """Return a maker of untrained Llamas, two layers and 64 wide; takes a ``seed``."""
    return _model


@pytest.fixture(scope="session")
def tiny_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the tiny model and its tokenizer, as a recipe's `base_model` may name one."""
    from transformers.utils import logging

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    folder = tmp_path_factory.mktemp("base") / "tiny"
    _model().save_pretrained(folder)
    _tokenizer().save_pretrained(folder)
    return folder


def _toy_line(name: str, age: int) -> dict[str, Any]:
    return {
        "id": f"toy-{name}",
        "schema_id": "toy",
        "complexity": "simple",
        "source": "template",
        "prompt": f"Name: {name}\nAge: {age}",
        "expected_output": {"name": name, "age": age},
    }


def _write_toy_data(folder: Path, names: list[str] = NAMES, settings: str = "") -> Path:
    (folder / "schemas").mkdir(parents=True, exist_ok=True)
    (folder / "schemas" / "toy.schema.json").write_text(json.dumps(TOY_SCHEMA))
    (folder / "pyproject.toml").write_text(f'[tool.edgejson]\nschemas = "schemas"\n{settings}')
    lines = [json.dumps(_toy_line(name, 20 + 3 * index)) for index, name in enumerate(names)]
    data = folder / "toy.jsonl"
    data.write_text("\n".join(lines) + "\n")
    return data


@pytest.fixture
def write_toy_data() -> Callable[..., Path]:
    """Return a writer of a project with the toy schema and toy records; gives the data file's path."""
    return _write_toy_data


@pytest.fixture(scope="session")
def toy_data(tmp_path_factory: pytest.TempPathFactory) -> Admitted:
    """Return toy data, sixteen records, through the real gate."""
    return admit_or_validate(_write_toy_data(tmp_path_factory.mktemp("toy")))
