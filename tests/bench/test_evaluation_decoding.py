"""Tokens a second of every way of decoding, with the real model, by the clock, in one run on this machine.

The first row is what the public harness does: transformers' own generation in single precision, one record at
a time, with all threads. ``EDGEJSON_BENCH_MODEL`` names a trained adapter, whose answers mostly end by
themselves; without it the base model answers, up to 64 tokens a record. ``EDGEJSON_BENCH_RECORDS`` says how
many records of data/test_v3.jsonl are answered, spread over the schemas (500 are all, half an hour on two
cores); the public harness answers every so many of them, evenly by the length of the label. What else runs on
the machine changes the ratios. The table in docs/evaluation.md says how it was measured.
"""

import json
import os
import time
from pathlib import Path
from typing import Any

import pytest
import torch
from peft import PeftModel

from edgejson.eval.answering import answer_all
from edgejson.eval.journal import Journal
from edgejson.models.base_model import BaseModel, load_model
from edgejson.models.batches import plan_batches
from edgejson.models.engines import Request
from edgejson.models.engines.choice import choose_engine
from edgejson.models.engines.model_properties import end_tokens_of
from edgejson.models.engines.schema_constraint import SchemaConstraint
from edgejson.models.limits import limit_by_prompt
from edgejson.models.precision import Numerics
from edgejson.models.prompt_format import prompt_tokens
from edgejson.models.worker_threads import WorkerThreads
from edgejson.scoring.prediction import Prediction
from edgejson.scoring.schemas import Schemas
from edgejson.scoring.stratified_sample import stratified_sample
from edgejson.suite.schema_registry import registry

DATA = Path(__file__).resolve().parents[2] / "data" / "test_v3.jsonl"
MODEL = os.environ.get("EDGEJSON_BENCH_MODEL", "base")
RECORDS = int(os.environ.get("EDGEJSON_BENCH_RECORDS", "25"))
ONE_AT_A_TIME = max(2, RECORDS // 25)
ROWS = 64
LIMIT_OF_BASE = 64


@pytest.fixture(scope="module")
def loaded() -> BaseModel:
    return load_model(MODEL)


@pytest.fixture(scope="module")
def model(loaded: BaseModel) -> Any:
    return loaded.model.merge_and_unload() if isinstance(loaded.model, PeftModel) else loaded.model


@pytest.fixture(scope="module")
def requests(loaded: BaseModel) -> list[Request]:
    """Requests, the shortest label first."""
    records = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]
    groups: dict[str, list[str]] = {}
    for record in records:
        groups.setdefault(record["schema_id"], []).append(record["id"])
    chosen = set(stratified_sample(groups, RECORDS, 7))
    records = [record for record in records if record["id"] in chosen]
    records.sort(key=lambda record: (len(json.dumps(record["expected_output"])), record["id"]))
    prompts = [tuple(prompt_tokens(loaded.tokenizer, record["prompt"])) for record in records]
    return [
        Request(
            id=record["id"], schema_id=record["schema_id"], tokens=prompt,
            max_new_tokens=LIMIT_OF_BASE if MODEL == "base" else limit_by_prompt(len(prompt)),
        )
        for record, prompt in zip(records, prompts, strict=True)
    ]  # fmt: skip


def as_the_public_harness(model: Any, tokenizer: Any, requests: list[Request]) -> dict[str, tuple[str, int]]:
    answers = {}
    for request in requests:
        prompt = torch.tensor([request.tokens])
        with torch.inference_mode():
            output = model.generate(
                prompt, attention_mask=torch.ones_like(prompt), do_sample=False,
                max_new_tokens=request.max_new_tokens,
            )  # fmt: skip
        tokens = output[0, prompt.shape[1] :].tolist()
        ended = tokens[-1] == tokenizer.eos_token_id
        answers[request.id] = (tokenizer.decode(tokens[:-1] if ended else tokens), len(tokens))
    return answers


@pytest.mark.timeout(7200)
def test_tokens_a_second(loaded: BaseModel, model: Any, requests: list[Request], tmp_path: Path) -> None:
    tokenizer = loaded.tokenizer
    numerics = Numerics(device="cpu", precision="fp32")
    constraint = SchemaConstraint(
        tokenizer=tokenizer, schemas=Schemas(registry()).documents, end_tokens=end_tokens_of(model, tokenizer)
    )
    limit = max(request.max_new_tokens or 0 for request in requests)
    base = 0.0

    def told(name: str, tokens: int, seconds: float) -> None:
        nonlocal base
        base = base or tokens / seconds
        print(
            f"{name:<40} {tokens:7d} tokens {seconds:7.1f} s {tokens / seconds:7.1f}/s "
            f"{tokens / seconds / base:6.1f} x",
            flush=True,
        )

    def ours(
        name: str, asked: list[Request], *, lookup: bool, constrained: bool = False
    ) -> dict[str, Prediction]:
        engine, workers = choose_engine(
            model, tokenizer, numerics, lookup=lookup, rows=ROWS,
            constraint=constraint if constrained else None,
        )  # fmt: skip
        batches = plan_batches(asked, max_rows=engine.batch_rows, max_new_tokens=limit)
        journal = Journal(path=tmp_path / name, key=name)
        began = time.perf_counter()
        answers = answer_all(batches, engine, journal, max_new_tokens=limit, workers=WorkerThreads(workers))
        told(name, sum(answer.tokens or 0 for answer in answers.values()), time.perf_counter() - began)
        return answers

    print(f"\n{MODEL}, {RECORDS} records, float32, {torch.get_num_threads()} threads")
    few = requests[RECORDS // ONE_AT_A_TIME // 2 :: RECORDS // ONE_AT_A_TIME][:ONE_AT_A_TIME]
    began = time.perf_counter()
    theirs = as_the_public_harness(model, tokenizer, few)
    told(
        f"public harness, {len(few)} one at a time",
        sum(count for _, count in theirs.values()),
        time.perf_counter() - began,
    )
    greedy = ours("greedy", requests, lookup=False)
    drafted = ours("look-up", requests, lookup=True)
    constrained = ours("look-up, constrained", requests, lookup=True, constrained=True)
    # What the masks cost shows where the answers are the same.
    alike = [each for each in requests if drafted[each.id].text == constrained[each.id].text]
    for lookup in (False, True):
        kind = "look-up" if lookup else "greedy"
        ours(f"{kind}, {len(alike)} answers alike", alike, lookup=lookup)
        ours(f"{kind}, constrained, the same {len(alike)}", alike, lookup=lookup, constrained=True)
    same = sum(greedy[each.id].text == drafted[each.id].text for each in requests)
    print(f"{same} of {len(requests)} answers with look-up are those without")
    other = [name for name, (text, _) in theirs.items() if greedy[name].text != text]
    print(f"{len(few) - len(other)} of the public harness's {len(few)} answers are those of ours")
    assert not other, "the public harness's answers are others"
