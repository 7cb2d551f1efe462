"""Drafts by n-gram look-up: guesses that make decoding faster and never change an answer."""

import random
from types import SimpleNamespace
from typing import Any

import pytest
import torch
from transformers.integrations.sdpa_attention import sdpa_attention_forward

from edgejson.eval.engines import Generation, Request
from edgejson.eval.engines.attention import NAME, grouped_attention, use_grouped_attention
from edgejson.eval.engines.greedy import GreedyEngine
from edgejson.eval.engines.kv_cache import growing_cache
from edgejson.eval.engines.lookup import Lookup
from edgejson.eval.engines.numerics import Numerics

from .tiny import byte_tokenizer, untrained

FLOAT32 = Numerics(device="cpu", dtype="float32")


@pytest.fixture(scope="module")
def tokenizer() -> Any:
    return byte_tokenizer()


def engine(tokenizer: Any, *, tokens_per_pass: int, often: bool = False) -> GreedyEngine:
    """An engine; `often`: an eighth of all tokens end an answer, so that rows end at different steps."""
    made = GreedyEngine(
        model=untrained(tokenizer), tokenizer=tokenizer, numerics=FLOAT32, tokens_per_pass=tokens_per_pass
    )
    if often:
        object.__setattr__(made, "end_tokens", frozenset(range(0, len(tokenizer), 8)) | made.end_tokens)
    return made


def requests(count: int) -> list[Request]:
    draw = random.Random(3)
    prompts = [tuple(draw.choices(range(200), k=draw.randint(1, 40))) for _ in range(count)]
    return [Request(id=str(n), schema_id="s", tokens=prompt) for n, prompt in enumerate(prompts)]


def texts(generations: list[Generation]) -> list[tuple[str, str, int]]:
    return [(each.text, each.stop, each.tokens) for each in generations]


@pytest.mark.parametrize(("often", "tokens_per_pass"), [(False, 16), (True, 200)])
def test_answers_are_those_without_drafts(tokenizer: Any, often: bool, tokens_per_pass: int) -> None:
    batch = requests(5)
    plain = engine(tokenizer, tokens_per_pass=1, often=often)
    drafting = engine(tokenizer, tokens_per_pass=tokens_per_pass, often=often)
    told: list[int] = []
    answers = drafting.generate(batch, max_new_tokens=90, on_tokens=told.append)
    expected = plain.generate(batch, max_new_tokens=90, on_tokens=lambda _: None)
    assert texts(answers) == texts(expected)
    assert sum(told) == sum(each.tokens for each in answers)


class Circle(torch.nn.Module):
    """A model in whose answers the same seven tokens come round and round."""

    def __init__(self, config: Any) -> None:
        super().__init__()
        self.config = config
        config._attn_implementation = "none"

    def forward(self, *, input_ids: torch.Tensor, logits_to_keep: int, **_rest: Any) -> Any:
        following = 10 + (input_ids[:, -logits_to_keep:] + 1) % 7
        return SimpleNamespace(logits=torch.nn.functional.one_hot(following, 257).float())


def circling(tokenizer: Any, *, tokens_per_pass: int) -> GreedyEngine:
    model: Any = Circle(untrained(tokenizer).config)
    return GreedyEngine(model=model, tokenizer=tokenizer, numerics=FLOAT32, tokens_per_pass=tokens_per_pass)


def test_drafts_save_passes(tokenizer: Any) -> None:
    batch = requests(2)
    told: list[int] = []
    answers = circling(tokenizer, tokens_per_pass=32).generate(
        batch, max_new_tokens=200, on_tokens=told.append
    )
    plain = circling(tokenizer, tokens_per_pass=1).generate(
        batch, max_new_tokens=200, on_tokens=lambda _: None
    )
    assert texts(answers) == texts(plain)
    # Once round, and then seven and more tokens a row and pass.
    assert len(told) < 45
    assert sum(told) == 400


@pytest.mark.parametrize("limit", range(20, 30))
def test_limit_holds_in_the_middle_of_a_draft(tokenizer: Any, limit: int) -> None:
    made = circling(tokenizer, tokens_per_pass=32)
    (answer,) = made.generate(requests(1), max_new_tokens=limit, on_tokens=lambda _: None)
    assert (answer.stop, answer.tokens) == ("length", limit)


def test_draft_is_what_followed() -> None:
    lookup = Lookup()
    lookup.extend([1, 2, 3, 4, 5, 9, 1, 2, 3])
    assert lookup.draft(3) == [4, 5, 9]
    assert lookup.draft(1) == [4]
    lookup.extend([7])
    assert lookup.draft(3) == []
    lookup.extend([2, 3])
    # The later of two places where 2, 3 stood.
    assert lookup.draft(2) == [7, 2]


def test_longest_n_gram_decides() -> None:
    lookup = Lookup()
    lookup.extend([1, 2, 3, 50, 8, 2, 3, 60, 1, 2, 3])
    assert lookup.draft(1) == [50]


@pytest.mark.parametrize("asked", [1, 4])
def test_grouped_attention_is_that_of_transformers(asked: int) -> None:
    draw = torch.Generator().manual_seed(1)
    query = torch.rand(3, 6, asked, 8, generator=draw)
    key, value = (torch.rand(3, 2, 20, 8, generator=draw) for _ in range(2))
    mask = torch.rand(3, 1, asked, 20, generator=draw) < 0.7
    module = torch.nn.Module()
    module.num_key_value_groups = 3  # type: ignore[assignment]
    theirs, _ = sdpa_attention_forward(module, query, key, value, mask, scaling=0.3)
    ours, _ = grouped_attention(module, query, key, value, mask, scaling=0.3)
    assert torch.allclose(ours, theirs, atol=1e-6)


def test_models_with_other_attention_keep_it(tokenizer: Any) -> None:
    model = untrained(tokenizer)
    model.set_attn_implementation("eager")
    use_grouped_attention(model)
    assert model.config._attn_implementation == "eager"
    model.set_attn_implementation("sdpa")
    use_grouped_attention(model)
    assert model.config._attn_implementation == NAME


def test_cache_is_packed(tokenizer: Any) -> None:
    cache = growing_cache(untrained(tokenizer).config)
    kept = torch.arange(12.0).reshape(2, 1, 6, 1)
    cache.update(kept, -kept, 0)
    layer: Any = cache.layers[0]
    layer.pack(torch.tensor([[0, 2, 5], [1, 2, 3]]))
    assert layer.keys.flatten().tolist() == [0, 2, 5, 7, 8, 9]
    new = torch.full((2, 1, 1, 1), 70.0)
    keys, values = cache.update(new, -new, 0)
    assert keys.flatten().tolist() == [0, 2, 5, 70, 7, 8, 9, 70]
    assert torch.equal(values, -keys)
