"""Token limits: every label fits with room, and no limit by the prompt knows the label."""

import json
from pathlib import Path
from typing import Any

import pytest
from transformers import AutoTokenizer

from edgejson.models.limits import limit_by_prompt, token_limit
from edgejson.models.prompt_format import answer_tokens, prompt_tokens
from edgejson.models.smollm2 import GGUF_SHA256, NAME, cache_folder
from tests.tiny_model import byte_tokenizer

DATA = Path(__file__).resolve().parents[3] / "data"
ROOM = 1.25
"""A label may be so many times as long as it is and still fit."""


@pytest.fixture(scope="module")
def smollm2() -> Any:
    """The tokenizer of the default base model, where its weights have been fetched."""
    folder = cache_folder() / f"{NAME}-{GGUF_SHA256[:12]}"
    if not folder.is_dir():
        pytest.skip("the weights of the default base model are not here; make demo fetches them")
    return AutoTokenizer.from_pretrained(folder)


def unfit(lines: list[bytes], tokenizer: Any) -> list[str]:
    """The records whose label, lengthened by the room, exceeds the limit that its prompt gives."""
    found = []
    for line in lines:
        record = json.loads(line)
        label = json.dumps(record["expected_output"], separators=(",", ":"), ensure_ascii=False)
        limit = limit_by_prompt(len(prompt_tokens(tokenizer, record["prompt"])))
        if ROOM * len(answer_tokens(tokenizer, label)) > limit:
            found.append(record["id"])
    return found


@pytest.mark.parametrize("name", ["train_v3.jsonl", "test_v3.jsonl", "v2/train_v2.jsonl"])
def test_every_label_of_our_data_fits_with_room(name: str, smollm2: Any) -> None:
    assert unfit((DATA / name).read_bytes().splitlines(), smollm2) == []


@pytest.mark.parametrize("name", ["train_v3.jsonl", "test_v3.jsonl", "v2/train_v2.jsonl"])
def test_every_label_of_our_data_fits_in_bytes_too(name: str) -> None:
    assert unfit((DATA / name).read_bytes().splitlines(), byte_tokenizer()) == []


@pytest.mark.parametrize(("prompt", "limit"), [(0, 128), (1, 130), (100, 288), (1000, 1728)])
def test_limit_by_prompt(prompt: int, limit: int) -> None:
    assert limit_by_prompt(prompt) == limit


@pytest.mark.parametrize(("longest", "limit"), [(1, 2), (10, 12), (247, 297), (5, 6)])
def test_token_limit(longest: int, limit: int) -> None:
    assert token_limit(longest) == limit
