"""Packed passes with continuous batching: each answer is the one that its prompt has alone."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
import torch
from transformers import MistralConfig, MistralForCausalLM

from edgejson.models.engines import Request, packed
from edgejson.models.engines.choice import choose_engine
from edgejson.models.engines.packed import PackedEngine
from edgejson.models.engines.packed_attention import (
    FEWEST_TOKENS,
    NAME,
    RowCache,
    packed_pass,
    use_packed_attention,
)
from edgejson.models.engines.padded import PaddedEngine
from edgejson.models.engines.request_queue import cache_tokens_of
from edgejson.models.precision import Numerics, computes_in_bf16
from tests.edgejson.models.decoding import decode, ignore, requests, texts
from tests.tiny_model import byte_tokenizer, untrained

FLOAT32 = Numerics(device="cpu", precision="fp32")


@pytest.fixture(scope="module")
def tokenizer() -> Any:
    return byte_tokenizer()


@pytest.fixture(scope="module")
def model(tokenizer: Any) -> Any:
    made = untrained(tokenizer)
    assert use_packed_attention(made)
    return made


def engine(
    model: Any,
    tokenizer: Any,
    *,
    rows: int = 4,
    cache_tokens: int = 1 << 20,
    lookup: bool = False,
    often: bool = False,
) -> PackedEngine:
    """An engine; `often`: an eighth of all tokens end an answer, so that answers end at different steps."""
    made = PackedEngine(
        model=model,
        tokenizer=tokenizer,
        numerics=FLOAT32,
        rows=rows,
        cache_tokens=cache_tokens,
        lookup=lookup,
    )
    if often:
        object.__setattr__(made, "end_tokens", frozenset(range(0, len(tokenizer), 8)) | made.end_tokens)
    return made


@pytest.mark.parametrize("lookup", [False, True])
@pytest.mark.parametrize("often", [False, True])
def test_answers_are_those_of_padded_prompts_alone(
    model: Any, tokenizer: Any, often: bool, lookup: bool
) -> None:
    alone = PaddedEngine(model=untrained(tokenizer), tokenizer=tokenizer, numerics=FLOAT32, batch_rows=1)
    ours = engine(model, tokenizer, lookup=lookup, often=often)
    object.__setattr__(alone, "end_tokens", ours.end_tokens)
    told: list[int] = []
    answers = decode(ours, requests(13), limit=60, on_tokens=told.append)
    assert texts(answers) == texts(decode(alone, requests(13), limit=60))
    assert sum(told) == sum(each.tokens for each in answers)
    assert len({each.tokens for each in answers}) > (3 if often else 0)


@pytest.mark.parametrize("lookup", [False, True])
@pytest.mark.parametrize("rows", [1, 3, 64])
def test_what_is_decoded_beside_it_changes_no_answer(
    model: Any, tokenizer: Any, rows: int, lookup: bool
) -> None:
    def logits(rows: int) -> list[tuple[str, str, int]]:
        made = engine(model, tokenizer, rows=rows, lookup=lookup, often=True)
        return texts(decode(made, requests(20), limit=40))

    assert logits(rows) == logits(2)


@pytest.mark.bf16
@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_a_row_of_a_pass_has_the_bits_that_it_has_elsewhere(tokenizer: Any, dtype: torch.dtype) -> None:
    """Holds for MKL and oneDNN; where it does not, answers may differ by rounding."""

    model = untrained(tokenizer).to(dtype)
    assert use_packed_attention(model)

    def last(beside: Sequence[Sequence[int]]) -> torch.Tensor:
        caches = [RowCache(capacity=4) for _ in range(1 + len(beside))]
        rows = list(zip(caches, [[7, 9, 11], *beside], strict=True))
        with torch.inference_mode():
            packed_pass(model, rows)
            for cache, tokens in rows:
                cache.length = len(tokens)
            entered = [(cache, [cache.length + 3]) for cache, _ in rows]
            return packed_pass(model, entered)[0]

    alone = last([])
    beside = last([[1, 2], [3] * 9, [4, 5, 6, 7, 8], [100]])
    assert torch.allclose(alone, beside, atol=1e-5 if dtype is torch.float32 else 0.1)
    native = dtype is torch.float32 or computes_in_bf16("cpu")
    if native and torch.backends.mkl.is_available():  # type: ignore[no-untyped-call]
        assert torch.equal(alone, beside)


def test_the_next_begins_when_one_ends(model: Any, tokenizer: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    widths: list[int] = []
    original = packed_pass

    def counting(model: Any, rows: Any, *, last_only: bool = False) -> torch.Tensor:
        if not last_only:
            widths.append(len(rows))
        return original(model, rows, last_only=last_only)

    monkeypatch.setattr(packed, "packed_pass", counting)
    made = engine(model, tokenizer, rows=3)
    object.__setattr__(made, "end_tokens", frozenset({-1}))
    limits = (2, 9, 9, 4, 4, 5)
    # The longest prompt begins.
    asked = [
        Request(id=str(n), schema_id="s", tokens=(n,) * (20 - n), max_new_tokens=limit)
        for n, limit in enumerate(limits)
    ]
    decode(made, asked, limit=9)
    # 33 tokens, of which reading the prompts gave one each. One place gives 1, 3, 3 and 4, the others 8 each.
    assert sum(widths) == 27
    assert max(widths) == 3
    assert len(widths) == 1 + 3 + 3 + 4


def test_caches_fit(model: Any, tokenizer: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = requests(8)
    cache_tokens = 2 * max(cache_tokens_of([each], max_new_tokens=10) for each in asked)
    under_way: list[int] = []
    original = PackedEngine._step

    def noted(self: PackedEngine, rows: Any) -> int:
        under_way.append(sum(row.cache_tokens for row in rows))
        return original(self, rows)

    monkeypatch.setattr(PackedEngine, "_step", noted)
    made = engine(model, tokenizer, rows=8, cache_tokens=cache_tokens)
    object.__setattr__(made, "end_tokens", frozenset({-1}))
    answers = decode(made, asked, limit=10)
    assert [each.tokens for each in answers] == [10] * 8
    assert cache_tokens // 2 < max(under_way) <= cache_tokens
    # One alone may need more than there is.
    assert texts(decode(with_cache_tokens(made, 1), asked, limit=10)) == texts(answers)


def with_cache_tokens(made: PackedEngine, cache_tokens: int) -> PackedEngine:
    other = replace(made, cache_tokens=cache_tokens)
    object.__setattr__(other, "end_tokens", made.end_tokens)
    return other


@pytest.mark.parametrize("lookup", [False, True])
def test_prompts_that_begin_alike(model: Any, tokenizer: Any, lookup: bool) -> None:
    beginning = tuple(range(50, 90))
    asked = [replace(each, tokens=beginning + each.tokens) for each in requests(5)]
    asked.append(replace(asked[0], id="nothing more", tokens=beginning))
    made = engine(model, tokenizer, lookup=lookup)
    alone = [decode(made, [one], limit=20)[0] for one in asked]
    assert texts(decode(made, asked, limit=20)) == texts(alone)


def test_beginning_is_read_once_and_long_prompts_in_chunks(
    model: Any, tokenizer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    forward = model.forward

    def counting(*args: Any, input_ids: torch.Tensor, **options: Any) -> Any:
        read.append(input_ids.shape[1])
        return forward(*args, input_ids=input_ids, **options)

    monkeypatch.setattr(model, "forward", counting)
    monkeypatch.setattr(packed, "CHUNK", 30)
    asked = [Request(id=str(n), schema_id="s", tokens=(*range(50, 90), n, *range(40 * n))) for n in (1, 2)]
    decode(engine(model, tokenizer), asked, limit=2)
    # The forty that both begin with; what is left of the longer and of the shorter; a token for each.
    assert read == [30, 10, 30, 30, 21, 30, 11, FEWEST_TOKENS]


def circling(
    model: Any, tokenizer: Any, monkeypatch: pytest.MonkeyPatch, *, lookup: bool
) -> tuple[PackedEngine, list[int]]:
    """An engine in whose answers the same seven tokens come round and round, and the tokens of its passes."""
    passes: list[int] = []

    def following(_model: Any, rows: Any, *, last_only: bool = False) -> torch.Tensor:
        tokens = torch.tensor([token for _, new in rows for token in new])
        passes.append(len(tokens))
        found = torch.nn.functional.one_hot(10 + (tokens + 1) % 7, 257).float()
        return found[-1:] if last_only else found

    monkeypatch.setattr(packed, "packed_pass", following)
    return engine(model, tokenizer, lookup=lookup), passes


def test_drafts_save_passes(model: Any, tokenizer: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    plain, passes = circling(model, tokenizer, monkeypatch, lookup=False)
    expected = texts(decode(plain, requests(2), limit=200))
    assert len(passes) == 201
    lookup, passes = circling(model, tokenizer, monkeypatch, lookup=True)
    assert texts(decode(lookup, requests(2), limit=200)) == expected
    # Once round, and then up to sixteen tokens a row and pass.
    assert len(passes) < 45


@pytest.mark.parametrize("limit", range(20, 45))
def test_limit_holds_in_the_middle_of_a_draft(
    model: Any, tokenizer: Any, monkeypatch: pytest.MonkeyPatch, limit: int
) -> None:
    made, passes = circling(model, tokenizer, monkeypatch, lookup=True)
    (answer,) = decode(made, requests(1), limit=limit)
    assert (answer.stop, answer.tokens) == ("length", limit)
    assert sum(passes) <= len(requests(1)[0].tokens) + limit


@pytest.mark.parametrize("window", [3, 4096])
def test_model_with_a_window_is_not_packed(tokenizer: Any, window: int) -> None:
    torch.manual_seed(5)
    config = MistralConfig(
        vocab_size=len(tokenizer), hidden_size=32, intermediate_size=64, num_hidden_layers=2,
        num_attention_heads=4, num_key_value_heads=2, sliding_window=window, initializer_range=0.2,
        eos_token_id=tokenizer.eos_token_id, pad_token_id=tokenizer.eos_token_id,
    )  # fmt: skip
    model: Any = MistralForCausalLM(config).eval()  # type: ignore[no-untyped-call]
    before = model.config._attn_implementation
    assert use_packed_attention(model) is None
    assert model.config._attn_implementation == before != NAME
    chosen, workers = choose_engine(model, tokenizer, FLOAT32, lookup=True, rows=8, constraint=None)
    assert isinstance(chosen, PaddedEngine)
    assert (workers, chosen.batch_rows, chosen.description["lookup"]) == (1, 8, None)


def test_whole_models_are_packed_and_may_be_again(tokenizer: Any, two_threads: None) -> None:
    model = untrained(tokenizer)
    choose_engine(model, tokenizer, FLOAT32, lookup=False, rows=8, constraint=None)
    chosen, workers = choose_engine(model, tokenizer, FLOAT32, lookup=True, rows=8, constraint=None)
    assert isinstance(chosen, PackedEngine)
    assert (workers, chosen.batch_rows) == (2, 1)
    assert chosen.description["batching"] == "packed"
    # 2 layers, keys and values of 2 heads of 16 numbers, 4 bytes each; half of 4 GiB.
    assert chosen.cache_tokens == (2 << 30) // (2 * 2 * 2 * 16 * 4)


def test_interruption_stops_at_the_next_token(model: Any, tokenizer: Any) -> None:
    def stop(_count: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        decode(engine(model, tokenizer), requests(2), limit=20, on_tokens=stop)
    assert decode(engine(model, tokenizer), requests(2), limit=20, on_tokens=ignore)
