"""Padded batches on a tiny model: they answer as single prompts do, and answers end where they should."""

from dataclasses import replace
from typing import Any

import pytest
import torch

from edgejson.models.engines import Request
from edgejson.models.engines.kv_cache import growing_cache
from edgejson.models.engines.padded import PaddedEngine
from edgejson.models.precision import Numerics
from tests.edgejson.models.decoding import ignore, requests, texts
from tests.tiny_model import byte_tokenizer, untrained

FLOAT32 = Numerics(device="cpu", precision="fp32")


@pytest.fixture(scope="module")
def tokenizer() -> Any:
    return byte_tokenizer()


@pytest.fixture(scope="module")
def model(tokenizer: Any) -> Any:
    return untrained(tokenizer)


def ending_often(model: Any, tokenizer: Any) -> PaddedEngine:
    """An engine for which an eighth of all tokens end an answer, so that rows end at different steps."""
    engine = PaddedEngine(model=model, tokenizer=tokenizer, numerics=FLOAT32)
    ends = frozenset(range(0, len(tokenizer), 8)) | engine.end_tokens
    object.__setattr__(engine, "end_tokens", ends)
    return engine


@pytest.mark.parametrize("often", [False, True])
def test_batch_answers_as_one_at_a_time(model: Any, tokenizer: Any, often: bool) -> None:
    plain = PaddedEngine(model=model, tokenizer=tokenizer, numerics=FLOAT32)
    engine = ending_often(model, tokenizer) if often else plain
    batch = requests(13)
    alone = [engine.generate([one], max_new_tokens=30, on_tokens=ignore)[0] for one in batch]
    together = engine.generate(batch, max_new_tokens=30, on_tokens=ignore)
    assert texts(together) == texts(alone)
    assert len({each.tokens for each in together}) > (3 if often else 0)


def test_prompts_that_begin_alike_are_answered_as_one_at_a_time(model: Any, tokenizer: Any) -> None:
    engine = PaddedEngine(model=model, tokenizer=tokenizer, numerics=FLOAT32)
    beginning = tuple(range(50, 90))
    batch = [replace(each, tokens=beginning + each.tokens) for each in requests(5)]
    batch.append(replace(batch[0], id="nothing more", tokens=beginning))
    alone = [engine.generate([one], max_new_tokens=20, on_tokens=ignore)[0] for one in batch]
    assert texts(engine.generate(batch, max_new_tokens=20, on_tokens=ignore)) == texts(alone)


def test_beginning_is_read_once(model: Any, tokenizer: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[tuple[int, ...]] = []
    forward = model.forward

    def counting(*args: Any, input_ids: torch.Tensor, **options: Any) -> Any:
        read.append(tuple(input_ids.shape))
        return forward(*args, input_ids=input_ids, **options)

    monkeypatch.setattr(model, "forward", counting)
    engine = PaddedEngine(model=model, tokenizer=tokenizer, numerics=FLOAT32)
    batch = [Request(id=str(n), schema_id="s", tokens=(*range(50, 90), n, *range(n))) for n in range(1, 4)]
    engine.generate(batch, max_new_tokens=2, on_tokens=ignore)
    assert read == [(1, 40), (3, 4), (3, 1)]


def test_answers_are_those_of_transformers(model: Any, tokenizer: Any) -> None:
    engine = PaddedEngine(model=model, tokenizer=tokenizer, numerics=FLOAT32)
    for one in requests(4):
        prompt = torch.tensor([one.tokens])
        mask = torch.ones_like(prompt)
        theirs = model.generate(
            prompt, attention_mask=mask, do_sample=False, max_new_tokens=120, use_cache=False
        )
        tokens = theirs[0, prompt.shape[1] :].tolist()
        stop = "eos" if tokens[-1] == tokenizer.eos_token_id else "length"
        text = tokenizer.decode(tokens[:-1] if stop == "eos" else tokens)
        ours = engine.generate([one], max_new_tokens=120, on_tokens=ignore)
        assert texts(ours) == [(text, stop, len(tokens))]


def test_end_token_ends_and_is_not_in_the_text(model: Any, tokenizer: Any) -> None:
    engine = ending_often(model, tokenizer)
    for each in engine.generate(requests(13), max_new_tokens=200, on_tokens=ignore):
        assert each.stop == "eos"
        ids = tokenizer(each.text, add_special_tokens=False).input_ids
        assert not engine.end_tokens & set(ids)


def test_limit_counts_as_truncation(model: Any, tokenizer: Any) -> None:
    engine = PaddedEngine(model=model, tokenizer=tokenizer, numerics=FLOAT32)
    object.__setattr__(engine, "end_tokens", frozenset({-1}))
    generations = engine.generate(requests(3)[:1], max_new_tokens=7, on_tokens=ignore)
    assert [(each.stop, each.tokens) for each in generations] == [("length", 7)]


def test_limit_of_a_request(model: Any, tokenizer: Any) -> None:
    engine = PaddedEngine(model=model, tokenizer=tokenizer, numerics=FLOAT32)
    object.__setattr__(engine, "end_tokens", frozenset({-1}))
    limits = (3, 50, None)
    batch = [replace(each, max_new_tokens=limit) for each, limit in zip(requests(3), limits, strict=True)]
    alone = [engine.generate([each], max_new_tokens=9, on_tokens=ignore)[0] for each in batch]
    assert [each.tokens for each in alone] == [3, 9, 9]


def test_tokens_are_reported_as_they_come(model: Any, tokenizer: Any) -> None:
    told: list[int] = []
    engine = ending_often(model, tokenizer)
    generations = engine.generate(requests(6), max_new_tokens=30, on_tokens=told.append)
    assert told[0] == 6
    assert sum(told) == sum(each.tokens for each in generations)


def test_end_tokens_of_the_model_count_too(tokenizer: Any) -> None:
    model = untrained(tokenizer)
    model.generation_config.eos_token_id = [3, 4]
    engine = PaddedEngine(model=model, tokenizer=tokenizer, numerics=FLOAT32)
    assert engine.end_tokens == {3, 4, tokenizer.eos_token_id}


def test_cache_keeps_what_it_is_given(model: Any) -> None:
    draw = torch.Generator().manual_seed(1)
    cache = growing_cache(model.config)
    given: list[torch.Tensor] = []
    for length in (5, 1, 1, 300, 1):
        new = torch.rand(4, 2, length, 16, generator=draw)
        given.append(new)
        keys, values = cache.update(new, new + 1, 0)
        assert torch.equal(keys, torch.cat(given, dim=2))
        assert torch.equal(values, keys + 1)
    cache.batch_select_indices(torch.tensor([2, 0]))
    layer: Any = cache.layers[0]
    assert torch.equal(layer.keys, torch.cat(given, dim=2)[[2, 0]])
    new = torch.rand(2, 2, 1, 16, generator=draw)
    keys, _ = cache.update(new, new, 0)
    assert torch.equal(keys[:, :, -1:], new)
    assert cache.get_seq_length() == 309
