"""Tokens a second of every way of decoding, with the real model, in one run on this machine.

The first row is what the public harness does: transformers' own generation in single precision, one record at
a time, here at equally spaced quantiles of prompt length over the test file, as those of the other rows.
``EDGEJSON_BENCH_MODEL`` names a trained adapter, whose answers end by themselves; without it the base model
answers, up to 64 tokens a record. The clock's ratio is what a user sees on a free machine, that of processor
time is disturbed less by other jobs. The table in docs/evaluation.md is one such run.
"""

import json
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import torch
from peft import PeftModel

from edgejson.eval.engines import Generation, Request
from edgejson.eval.engines.greedy import GreedyEngine
from edgejson.eval.engines.numerics import Numerics
from edgejson.eval.engines.schema_restriction import SchemaRestriction
from edgejson.eval.limits import limit_by_prompt
from edgejson.eval.schemas import Schemas
from edgejson.prompt_format import prompt_tokens
from edgejson.registry import registry
from edgejson.train.base_model import BaseModel, load_model

DATA = Path(__file__).resolve().parents[2] / "data" / "test_v3.jsonl"
MODEL = os.environ.get("EDGEJSON_BENCH_MODEL", "base")
RECORDS = 64
ONE_AT_A_TIME = 4
AT_A_TIME = 32
BASE_LIMIT = 64
DRAFTING = 32


@pytest.fixture(scope="module")
def loaded() -> BaseModel:
    return load_model(MODEL)


@pytest.fixture(scope="module")
def model(loaded: BaseModel) -> Any:
    return loaded.model.merge_and_unload() if isinstance(loaded.model, PeftModel) else loaded.model


@pytest.fixture(scope="module")
def requests(loaded: BaseModel) -> list[Request]:
    """Records at equally spaced quantiles of prompt length over the file, the longest first."""
    found = []
    for line in DATA.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        tokens = tuple(prompt_tokens(loaded.tokenizer, record["prompt"]))
        limit = BASE_LIMIT if MODEL == "base" else limit_by_prompt(len(tokens))
        found.append(
            Request(id=record["id"], schema_id=record["schema_id"], tokens=tokens, max_new_tokens=limit)
        )
    found.sort(key=lambda request: -len(request.tokens))
    return spread(found, RECORDS)


def spread(ordered: Sequence[Request], count: int) -> list[Request]:
    """Return `count` requests from the middles of as many equal stretches of `ordered`."""
    return [ordered[(2 * place + 1) * len(ordered) // (2 * count)] for place in range(count)]


def as_the_public_harness(model: Any, tokenizer: Any, batch: list[Request]) -> list[Generation]:
    answers = []
    for request in batch:
        prompt = torch.tensor([request.tokens])
        with torch.inference_mode():
            output = model.generate(
                prompt,
                attention_mask=torch.ones_like(prompt),
                do_sample=False,
                max_new_tokens=request.max_new_tokens,
            )
        tokens = output[0, prompt.shape[1] :].tolist()
        ended = tokens[-1] == tokenizer.eos_token_id
        text = tokenizer.decode(tokens[:-1] if ended else tokens)
        stop: Any = "eos" if ended else "length"
        answers.append(Generation(text=text, stop=stop, tokens=len(tokens), seconds=0))
    return answers


class _Timed:
    """A restriction that counts the seconds spent in it: what the grammars cost, whatever the answers are."""

    def __init__(self, inner: SchemaRestriction) -> None:
        self.inner = inner
        self.description = inner.description
        self.seconds = 0.0

    def begin(self, batch: Sequence[Request]) -> Any:
        return _TimedBatch(self, self.inner.begin(batch))


class _TimedBatch:
    def __init__(self, total: _Timed, inner: Any) -> None:
        self.total, self.inner = total, inner

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.inner, name)

        def timed(*arguments: Any) -> Any:
            began = time.perf_counter()
            try:
                return found(*arguments)
            finally:
                self.total.seconds += time.perf_counter() - began

        return timed


@pytest.mark.timeout(1800)
def test_tokens_a_second(loaded: BaseModel, model: Any, requests: list[Request]) -> None:
    restriction = _Timed(
        SchemaRestriction(
            tokenizer=loaded.tokenizer,
            schemas=Schemas(registry()),
            end_tokens=frozenset({loaded.tokenizer.eos_token_id}),
        )
    )

    def ours(*, tokens_per_pass: int = 1, constrained: bool = False) -> Callable[[list[Request]], Any]:
        engine = GreedyEngine(
            model=model, tokenizer=loaded.tokenizer, numerics=Numerics(device="cpu", dtype="float32"),
            tokens_per_pass=tokens_per_pass, restriction=restriction if constrained else None,
        )  # fmt: skip

        def decode(chosen: list[Request]) -> list[Generation]:
            batches = [chosen[begin : begin + AT_A_TIME] for begin in range(0, len(chosen), AT_A_TIME)]
            return [
                answer
                for batch in batches
                for answer in engine.generate(
                    batch,
                    max_new_tokens=max(request.max_new_tokens or 0 for request in batch),
                    on_tokens=lambda _: None,
                )
            ]

        return decode

    few = spread(requests, ONE_AT_A_TIME)
    ways: list[tuple[str, list[Request], Callable[[list[Request]], Any]]] = [
        ("public harness, one at a time", few, lambda b: as_the_public_harness(model, loaded.tokenizer, b)),
        (f"greedy, {ONE_AT_A_TIME} at a time", few, ours()),
        (f"greedy, {AT_A_TIME} at a time", requests, ours()),
        (f"constrained, {AT_A_TIME} at a time", requests, ours(constrained=True)),
        (f"lookup, {ONE_AT_A_TIME} at a time", few, ours(tokens_per_pass=DRAFTING)),
        (f"lookup, {AT_A_TIME} at a time", requests, ours(tokens_per_pass=DRAFTING)),
        (
            f"constrained lookup, {AT_A_TIME} at a time",
            requests,
            ours(tokens_per_pass=DRAFTING, constrained=True),
        ),
    ]
    ours()(requests[-2:])
    texts: dict[str, dict[str, str]] = {}
    base = base_of_processor = 0.0
    print(f"\n{MODEL}, float32, {torch.get_num_threads()} threads")
    for name, batch, decode in ways:
        restriction.seconds = 0.0
        began, cpu = time.perf_counter(), time.process_time()
        answers = decode(batch)
        wall, seconds = time.perf_counter() - began, time.process_time() - cpu
        count = sum(answer.tokens for answer in answers)
        base, base_of_processor = base or count / wall, base_of_processor or count / seconds
        texts[name] = {each.id: answer.text for each, answer in zip(batch, answers, strict=True)}
        print(
            f"{name:<36} {count:6d} tokens {count / wall:7.1f}/s {count / wall / base:6.1f} x, "
            f"{count / seconds:7.1f} a processor second {count / seconds / base_of_processor:6.1f} x",
            f"; grammars {restriction.seconds / wall:.1%} of the time" if restriction.seconds else "",
            flush=True,
        )
    reference = texts[f"greedy, {AT_A_TIME} at a time"]
    for name, found in texts.items():
        alike = sum(reference[record_id] == text for record_id, text in found.items())
        print(f"{name:<36} {alike} of {len(found)} answers are those of greedy batches")
    assert texts[ways[0][0]].items() <= reference.items(), "the public harness's answers are others"
