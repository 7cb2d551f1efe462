"""Token limits: every label fits with headroom, and no limit by the prompt knows the label."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from transformers import AutoTokenizer

from edgejson.models.limits import limit_by_prompt, token_limit
from edgejson.models.prompt_format import PLAIN_AFTER, PLAIN_BEFORE, answer_tokens, prompt_tokens
from edgejson.models.smollm2 import GGUF_SHA256, NAME, cache_folder

DATA = Path(__file__).resolve().parents[3] / "data"
HEADROOM = 1.25
"""A label may be so many times as long as it is and still fit."""


@pytest.fixture(scope="module")
def smollm2() -> Any:
    """The tokenizer of the default base model, where its weights have been fetched."""
    folder = cache_folder() / f"{NAME}-{GGUF_SHA256[:12]}"
    if not folder.is_dir():
        pytest.skip("the weights of the default base model are not here; make demo fetches them")
    return AutoTokenizer.from_pretrained(folder)


def records(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DATA / name).read_bytes().splitlines()]


def unfit(
    records: list[dict[str, Any]], n_prompt: Callable[[str], int], n_answer: Callable[[str], int]
) -> list[str]:
    """The records whose label, lengthened by the headroom, exceeds the limit that its prompt gives."""
    found = []
    for record in records:
        label = json.dumps(record["expected_output"], separators=(",", ":"), ensure_ascii=False)
        if HEADROOM * n_answer(label) > limit_by_prompt(n_prompt(record["prompt"])):
            found.append(record["id"])
    return found


FILES = pytest.mark.parametrize(
    "name", ["train_v3.jsonl", "validation_v3.jsonl", "test_v3.jsonl", "v2/train_v2.jsonl"]
)


@FILES
def test_every_label_of_our_data_fits_with_headroom(name: str, smollm2: Any) -> None:
    assert not unfit(
        records(name),
        lambda prompt: len(prompt_tokens(smollm2, prompt)),
        lambda answer: len(answer_tokens(smollm2, answer)),
    )


@FILES
def test_every_generated_label_fits_in_bytes_too(name: str) -> None:
    """A tokenizer of one token a byte, in the plain format, and an end token.

    A natural prompt may say in one table cell what its label says in a long key and a string.
    """
    around = len(f"{PLAIN_BEFORE}{PLAIN_AFTER}")
    generated = [record for record in records(name) if record["source"] == "template"]
    assert generated
    assert not unfit(
        generated, lambda prompt: around + len(prompt.encode()), lambda answer: len(answer.encode()) + 1
    )


@pytest.mark.parametrize(("prompt", "limit"), [(0, 128), (1, 130), (100, 288), (1000, 1728)])
def test_limit_by_prompt(prompt: int, limit: int) -> None:
    assert limit_by_prompt(prompt) == limit


@pytest.mark.parametrize(("longest", "limit"), [(1, 2), (10, 12), (247, 297), (5, 6)])
def test_token_limit(longest: int, limit: int) -> None:
    assert token_limit(longest) == limit
