"""Constrained decoding: whatever the model, the answer is of the record's schema."""

import json
from pathlib import Path
from typing import Any

import pytest
import torch

from edgejson.core.json_text import compact
from edgejson.models.engines import Request
from edgejson.models.engines.choice import choose_engine
from edgejson.models.engines.constraint import mask_forbidden
from edgejson.models.engines.packed import PackedEngine
from edgejson.models.engines.padded import PaddedEngine
from edgejson.models.engines.schema_constraint import SchemaConstraint
from edgejson.models.errors import DecodingError
from edgejson.models.precision import Numerics
from edgejson.models.prompt_format import answer_tokens
from edgejson.scoring.answer import read_answer
from edgejson.scoring.schemas import Schemas
from edgejson.suite.schema_registry import registry
from tests.edgejson.models.decoding import decode, texts
from tests.eval.conftest import RECORDS
from tests.tiny_model import byte_tokenizer, untrained

pytest.importorskip("llguidance")
ROOT = Path(__file__).resolve().parents[3]
SCHEMAS = Schemas(registry())
CLOSED = {"additionalProperties": False}
FINITE: dict[str, Any] = {
    "short": {"theme": {"enum": ["light", "dark"]}},
    "long": {
        "theme": {"enum": ["light", "dark"]},
        "on": {"type": "boolean"},
        "level": {"type": "integer", "minimum": 1, "maximum": 50},
        "sizes": {"type": "array", "items": {"enum": ["small", None]}, "maxItems": 3},
    },
}


@pytest.fixture(scope="module")
def tokenizer() -> Any:
    return byte_tokenizer()


@pytest.fixture(scope="module")
def constraint(tokenizer: Any) -> SchemaConstraint:
    return SchemaConstraint(
        tokenizer=tokenizer, schemas=SCHEMAS.documents, end_tokens=frozenset({tokenizer.eos_token_id})
    )


def test_untrained_model_answers_by_the_schema(tokenizer: Any, tmp_path: Path) -> None:
    # Finite schemas: an untrained model would go on for ever inside a free string.
    for schema_id, properties in FINITE.items():
        document = {"type": "object", "properties": properties, "required": ["theme"], **CLOSED}
        (tmp_path / f"{schema_id}.schema.json").write_text(json.dumps(document))
    schemas = Schemas(registry(tmp_path))
    ends = frozenset({tokenizer.eos_token_id})
    constraint = SchemaConstraint(tokenizer=tokenizer, schemas=schemas.documents, end_tokens=ends)
    numerics = Numerics(device="cpu", precision="fp32")
    padded = PaddedEngine(
        model=untrained(tokenizer), tokenizer=tokenizer, numerics=numerics, constraint=constraint
    )
    batch = [
        Request(id=str(n), schema_id=schema_id, tokens=tuple(range(n + 1, 2 * n + 9)))
        for n, schema_id in enumerate(("short", "long", "short", "long", "long"))
    ]
    answers = decode(padded, batch, limit=150)
    for request, answer in zip(batch, answers, strict=True):
        value = read_answer(answer.text).value
        assert value is not None
        assert schemas.registry.schemas[request.schema_id].validator.is_valid(value)
        assert (answer.stop, answer.text) == ("eos", compact(value))
    alone = [decode(padded, [one], limit=150)[0] for one in batch]
    assert texts(alone) == texts(answers)
    assert padded.description["constrained"]["by"] == "llguidance"

    for lookup in (False, True):
        packed, _ = choose_engine(
            untrained(tokenizer), tokenizer, numerics, lookup=lookup, rows=3, constraint=constraint
        )
        assert isinstance(packed, PackedEngine)
        steps: list[int] = []
        assert texts(decode(packed, batch, limit=150, on_tokens=steps.append)) == texts(answers)
        if lookup:
            # What the schema leaves no choice about comes many tokens at a time.
            assert len(steps) < max(each.tokens for each in answers) / 2


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: str(record["id"]))
def test_labels_are_allowed_and_broken_ones_are_not(
    tokenizer: Any, constraint: SchemaConstraint, record: dict[str, Any]
) -> None:
    label = json.dumps(record["expected_output"], separators=(",", ":"))
    schema_id = record["schema_id"]
    assert constraint.accepts(schema_id, answer_tokens(tokenizer, label))
    assert not constraint.accepts(schema_id, answer_tokens(tokenizer, label[:-1]))
    assert not constraint.accepts(schema_id, answer_tokens(tokenizer, label[:-1] + ',"more":1}'))
    assert not constraint.accepts(schema_id, answer_tokens(tokenizer, "Sure: " + label))


def test_every_label_of_the_test_file_is_allowed(tokenizer: Any, constraint: SchemaConstraint) -> None:
    path = ROOT / "data" / "test_v3.jsonl"
    refused = []
    for line in path.read_text(encoding="utf-8").splitlines():
        record: Any = read_answer(line).value
        label = record["expected_output"]
        if not constraint.accepts(str(record["schema_id"]), answer_tokens(tokenizer, compact(label))):
            refused.append(record["id"])
    assert refused == []


def test_drafts_are_cut_before_a_forbidden_token(tokenizer: Any, constraint: SchemaConstraint) -> None:
    def tokens(text: str) -> list[int]:
        return list(tokenizer(text, add_special_tokens=False).input_ids)

    answer = constraint.begin(Request(id="r", schema_id="rating", tokens=(1,)))
    answer.advance(tokens('{"rating":'))
    draft = tokens('4,"mood"')
    allowed = answer.allowed(draft)
    assert draft == tokens('4,"')
    assert len(allowed) == 1 + len(draft)
    logits = torch.zeros(len(allowed), len(tokenizer) + 40)
    mask_forbidden(logits, allowed)
    # After each token of the draft, what may follow there; and the answer itself is where it was.
    assert logits[0, tokens("4")[0]] == 0
    assert logits[0, tokens('"')[0]] == float("-inf")
    assert logits[1, tokens(",")[0]] == 0
    # Tokens that a model has and its tokenizer has not.
    assert torch.all(logits[:, -8:] == float("-inf"))
    assert answer.forced() == []
    answer.advance(tokens('4,"rev'))
    assert tokenizer.decode(answer.forced()) == "iew"


def test_unknown_schema(constraint: SchemaConstraint) -> None:
    with pytest.raises(DecodingError, match="'no_such' is not in the registry"):
        constraint.begin(Request(id="r", schema_id="no_such", tokens=(1,)))
