"""The committed records over random schemas: a data file, and a schema file for each of its schemas."""

import json
from collections.abc import Iterator
from hashlib import sha256
from itertools import count
from pathlib import Path

from edgejson.generators.file_spec import SEEDS_PER_FILE
from edgejson.generators.from_schema.world import world_of
from edgejson.generators.generator_set import GeneratorSet
from edgejson.generators.new_records import new_records
from edgejson.generators.progress import ProgressCallback, no_progress
from edgejson.generators.random_schemas.random_schema import RandomSchema, random_schema
from edgejson.generators.record_layout import RecordLayout
from edgejson.generators.seeds import draws_for
from edgejson.generators.used_records import UsedRecords
from edgejson.suite.schema_registry import Registry, Schema, compiled
from edgejson.suite.settings import Settings

FOLDER = Path("data/random_schemas")
SEED = 5
SCHEMAS = 120
RECORDS_PER_SCHEMA = 5


def random_schema_files(*, on_progress: ProgressCallback = no_progress) -> Iterator[tuple[Path, bytes]]:
    """Yield the paths of the files, below the project's root, with their bytes."""
    drawn = [
        random_schema(number, draws_for("train", "random_schemas", SEED, f"schema {number}"))
        for number in range(SCHEMAS)
    ]
    contents = {one.schema_id: _content(one) for one in drawn}
    schemas = {one.schema_id: _schema(one, contents[one.schema_id]) for one in drawn}
    generator_set = GeneratorSet(
        generators={
            name: world_of(name, schema.document, schema.validator) for name, schema in schemas.items()
        },
        schemas=Registry(schemas),
        settings=Settings(root=None),
    )
    made = new_records(
        dict.fromkeys(schemas, RECORDS_PER_SCHEMA),
        lambda schema_id, seed: generator_set.generate(schema_id, seed),
        seeds=lambda _: count(SEED * SEEDS_PER_FILE),
        used=UsedRecords(),
        on_progress=on_progress,
    )
    layout = RecordLayout(settings=generator_set.settings)
    yield FOLDER / "train.jsonl", b"".join(map(layout.line, made))
    for schema_id, content in contents.items():
        yield FOLDER / "schemas" / f"{schema_id}.schema.json", content


def _content(schema: RandomSchema) -> bytes:
    return f"{json.dumps(schema.document, indent=2, ensure_ascii=False)}\n".encode()


def _schema(schema: RandomSchema, content: bytes) -> Schema:
    return Schema(
        schema_id=schema.schema_id,
        document=schema.document,
        complexity=schema.document["x-complexity"],
        sha256=sha256(content).hexdigest(),
        validator=compiled(schema.document),
    )
