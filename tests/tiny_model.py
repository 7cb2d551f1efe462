"""A tiny Llama over bytes, made on the spot: untrained, or trained until it knows a few answers by heart."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers
from transformers import (
    GPT2Config,
    GPT2LMHeadModel,
    LlamaConfig,
    LlamaForCausalLM,
    PreTrainedTokenizerFast,
)

from edgejson.models.base_model import BaseModel
from edgejson.models.prompt_format import answer_tokens, end_token, prompt_tokens

END = "<|end|>"


def byte_tokenizer() -> Any:
    """A tokenizer of one token a byte and an end token, which is the padding token too."""
    alphabet = [*sorted(pre_tokenizers.ByteLevel.alphabet()), END]
    tokenizer = Tokenizer(models.BPE(vocab={token: place for place, token in enumerate(alphabet)}, merges=[]))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    options: Any = {"tokenizer_object": tokenizer, "eos_token": END, "pad_token": END}
    made: Any = PreTrainedTokenizerFast
    return made(**options)


def untrained(tokenizer: Any) -> Any:
    """A model whose answers are arbitrary but always the same."""
    torch.manual_seed(5)
    config = LlamaConfig(
        vocab_size=len(tokenizer),
        hidden_size=64,
        intermediate_size=128,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=2,
        max_position_embeddings=2048,
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.eos_token_id,
        bos_token_id=None,
        initializer_range=0.2,
    )
    model: Any = LlamaForCausalLM(config)
    return model.eval()


def with_window(tokenizer: Any, window: int) -> Any:
    """An untrained model with a table of so many positions: it cannot go beyond."""
    torch.manual_seed(5)
    config = GPT2Config(
        vocab_size=len(tokenizer), n_positions=window, n_embd=32, n_layer=2, n_head=4,
        eos_token_id=tokenizer.eos_token_id, bos_token_id=None,
    )  # fmt: skip
    model: Any = GPT2LMHeadModel(config)
    return model.eval()


def trained(tokenizer: Any, pairs: Sequence[tuple[str, str]]) -> Any:
    """A model that answers each prompt with its text and stops."""
    model = untrained(tokenizer)
    for parameter in model.parameters():
        parameter.data.mul_(0.5 if parameter.dim() > 1 else 1)
    rows = []
    for prompt, answer in pairs:
        before, after = prompt_tokens(tokenizer, prompt), answer_tokens(tokenizer, answer)
        rows.append((before + after, [-100] * len(before) + after))
    width = max(len(tokens) for tokens, _ in rows)
    end = tokenizer.eos_token_id
    tokens = torch.tensor([row + [end] * (width - len(row)) for row, _ in rows])
    labels = torch.tensor([row + [-100] * (width - len(row)) for _, row in rows])
    optimiser = torch.optim.AdamW(model.parameters(), lr=5e-3)
    model.train()
    for _ in range(300):
        loss = model(input_ids=tokens, labels=labels).loss
        if loss.item() < 0.05:
            return model.eval()
        loss.backward()
        optimiser.step()
        optimiser.zero_grad()
    raise AssertionError(f"the tiny model did not learn its answers: loss {loss.item():.3f}")


def save(model: Any, tokenizer: Any, folder: Path) -> Path:
    """Save model and tokenizer as a base model's folder."""
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


def generated_by_transformers(loaded: BaseModel, prompt: str, *, max_new_tokens: int) -> tuple[str, bool]:
    """The answer of transformers' own greedy generation, and whether it ended by itself."""
    end = end_token(loaded.tokenizer)
    tokens = torch.tensor([prompt_tokens(loaded.tokenizer, prompt)])
    with torch.inference_mode():
        ids = loaded.model.generate(
            input_ids=tokens, attention_mask=torch.ones_like(tokens), max_new_tokens=max_new_tokens,
            do_sample=False, eos_token_id=end, pad_token_id=end,
        )  # fmt: skip
    answer: list[int] = ids[0, tokens.shape[1] :].tolist()
    ended = end in answer
    text = loaded.tokenizer.decode(
        answer[: answer.index(end)] if ended else answer, skip_special_tokens=False
    )
    return text, ended
