"""Tokens a second of every way of decoding, with the real model, in one run on this machine.

The first row is what the public harness does: transformers' own generation in single precision, one record at
a time. ``EDGEJSON_BENCH_MODEL`` names a trained adapter, whose answers end by themselves; without it the base
model answers, up to 64 tokens a record. Ratios are of processor time, which other jobs on the machine disturb
less than the clock. The table in docs/evaluation.md is one such run.
"""

import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from peft import PeftModel

from edgejson.eval.engines import Generation, Request
from edgejson.eval.engines.greedy import GreedyEngine
from edgejson.eval.engines.numerics import Numerics
from edgejson.eval.engines.schema_restriction import SchemaRestriction
from edgejson.eval.schemas import Schemas
from edgejson.prompt_format import answer_tokens, prompt_tokens
from edgejson.registry import registry
from edgejson.train.base_model import BaseModel, load_model

DATA = Path(__file__).resolve().parents[2] / "data" / "test_v3.jsonl"
MODEL = os.environ.get("EDGEJSON_BENCH_MODEL", "base")
RECORDS = 16
ONE_AT_A_TIME = 2
LIMIT = 64 if MODEL == "base" else 110
LONGEST_LABEL = 90
DRAFTING = 32


@pytest.fixture(scope="module")
def loaded() -> BaseModel:
    return load_model(MODEL)


@pytest.fixture(scope="module")
def model(loaded: BaseModel) -> Any:
    return loaded.model.merge_and_unload() if isinstance(loaded.model, PeftModel) else loaded.model


@pytest.fixture(scope="module")
def requests(loaded: BaseModel) -> list[Request]:
    """Records with labels that the limit lets pass, evenly over the file."""
    found = []
    for line in DATA.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        label = json.dumps(record["expected_output"], separators=(",", ":"), ensure_ascii=False)
        if len(answer_tokens(loaded.tokenizer, label)) <= LONGEST_LABEL:
            tokens = tuple(prompt_tokens(loaded.tokenizer, record["prompt"]))
            found.append(Request(id=record["id"], schema_id=record["schema_id"], tokens=tokens))
    chosen = found[:: len(found) // RECORDS][:RECORDS]
    return sorted(chosen, key=lambda request: -len(request.tokens))


def as_the_public_harness(model: Any, tokenizer: Any, batch: list[Request]) -> list[Generation]:
    answers = []
    for request in batch:
        prompt = torch.tensor([request.tokens])
        with torch.inference_mode():
            output = model.generate(
                prompt, attention_mask=torch.ones_like(prompt), do_sample=False, max_new_tokens=LIMIT
            )
        tokens = output[0, prompt.shape[1] :].tolist()
        ended = tokens[-1] == tokenizer.eos_token_id
        text = tokenizer.decode(tokens[:-1] if ended else tokens)
        stop: Any = "eos" if ended else "length"
        answers.append(Generation(text=text, stop=stop, tokens=len(tokens), seconds=0))
    return answers


@pytest.mark.timeout(1800)
def test_tokens_a_second(loaded: BaseModel, model: Any, requests: list[Request]) -> None:
    restriction = SchemaRestriction(
        tokenizer=loaded.tokenizer,
        schemas=Schemas(registry()),
        end_tokens=frozenset({loaded.tokenizer.eos_token_id}),
    )

    def ours(*, tokens_per_pass: int = 1, constrained: bool = False) -> Callable[[list[Request]], Any]:
        engine = GreedyEngine(
            model=model, tokenizer=loaded.tokenizer, numerics=Numerics(device="cpu", dtype="float32"),
            tokens_per_pass=tokens_per_pass, restriction=restriction if constrained else None,
        )  # fmt: skip
        return lambda batch: engine.generate(batch, max_new_tokens=LIMIT, on_tokens=lambda _: None)

    few = requests[:: RECORDS // ONE_AT_A_TIME]
    ways: list[tuple[str, list[Request], Callable[[list[Request]], Any]]] = [
        ("public harness, one at a time", few, lambda b: as_the_public_harness(model, loaded.tokenizer, b)),
        (f"greedy, {ONE_AT_A_TIME} at a time", few, ours()),
        (f"greedy, {RECORDS} at a time", requests, ours()),
        (f"constrained, {RECORDS} at a time", requests, ours(constrained=True)),
        (f"lookup, {ONE_AT_A_TIME} at a time", few, ours(tokens_per_pass=DRAFTING)),
        (f"lookup, {RECORDS} at a time", requests, ours(tokens_per_pass=DRAFTING)),
        (
            f"constrained lookup, {RECORDS} at a time",
            requests,
            ours(tokens_per_pass=DRAFTING, constrained=True),
        ),
    ]
    ours()(requests[-2:])
    texts: dict[str, dict[str, str]] = {}
    base = 0.0
    print(f"\n{MODEL}, float32, {torch.get_num_threads()} threads, at most {LIMIT} tokens an answer")
    for name, batch, decode in ways:
        began, cpu = time.perf_counter(), time.process_time()
        answers = decode(batch)
        wall, seconds = time.perf_counter() - began, time.process_time() - cpu
        count = sum(answer.tokens for answer in answers)
        base = base or count / seconds
        texts[name] = {each.id: answer.text for each, answer in zip(batch, answers, strict=True)}
        print(
            f"{name:<36} {count:6d} tokens {count / wall:7.1f}/s {count / seconds:7.1f} a processor second "
            f"{count / seconds / base:6.1f} x",
            flush=True,
        )
    reference = texts[f"greedy, {RECORDS} at a time"]
    for name, found in texts.items():
        alike = sum(reference[record_id] == text for record_id, text in found.items())
        print(f"{name:<36} {alike} of {len(found)} answers are those of greedy batches")
    assert texts[ways[0][0]].items() <= reference.items(), "the public harness's answers are others"
