"""A generator for one JSON Schema: a world whose labels the schema itself describes."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.errors import GenerationError
from edgejson.generators.from_schema.complexity import complexity_of
from edgejson.generators.from_schema.support import check_supported
from edgejson.generators.from_schema.texts import words_of
from edgejson.generators.from_schema.values import ValueBuilder
from edgejson.generators.generator_set import GeneratorSet
from edgejson.generators.schema_resolution import Schema
from edgejson.generators.seeds import draws_for
from edgejson.generators.world import World, require
from edgejson.suite.schema_registry import Registry, registry
from edgejson.suite.settings import load_settings

_ENDING = ".schema.json"
_PROBES = 20


def world_of(schema_id: str, document: Schema, validator: Any) -> World:
    """Return the generator of a schema; GenerationError for one that no label can be made for."""
    check_supported(schema_id, document)

    def build(draws: Draws) -> JSONObject:
        try:
            return ValueBuilder(document, draws).label()
        except GenerationError as error:
            raise GenerationError(f"{schema_id}{_ENDING}: {error}") from error

    def check(label: Any) -> None:
        for error in validator.iter_errors(label):
            require(False, f"/{'/'.join(map(str, error.instance_path))}: {error.message}")

    name = str(document.get("title") or " ".join(words_of(schema_id)))
    world = World(build=build, check=check, subject=name.lower(), headings=(name[:1].upper() + name[1:],))
    _probe(schema_id, world)
    return world


def generators_of_schema(path: Path) -> GeneratorSet:
    """Return the generator of a schema file, with the schemas of its folder and the settings above it.

    Raises GenerationError for a file that is not named ``SCHEMA_ID.schema.json`` or that no label can be made
    for, and SettingsError for a folder with something else than JSON Schemas.
    """
    if not path.name.endswith(_ENDING) or not path.is_file():
        raise GenerationError(f"{path}: --schema names a file SCHEMA_ID{_ENDING}")
    schema_id = path.name.removesuffix(_ENDING)
    schema = registry(path.resolve().parent).schemas[schema_id]
    if not isinstance(schema.document, Mapping):
        raise GenerationError(f"{path}: the schema is {json.dumps(schema.document)}; make it an object")
    world = world_of(schema_id, schema.document, schema.validator)
    schema = replace(schema, complexity=schema.complexity or complexity_of(schema.document))
    return GeneratorSet(
        generators={schema_id: world}, schemas=Registry({schema_id: schema}), settings=load_settings(path)
    )


def _probe(schema_id: str, world: World) -> None:
    """Raise GenerationError unless some labels can be made, the simplest one among them."""
    probes = [Draws(lambda _: 0), *(draws_for("train", schema_id, seed, "probe") for seed in range(_PROBES))]
    for draws in probes:
        try:
            world.check(world.build(draws))
        except AssertionError as error:
            raise GenerationError(
                f"{schema_id}{_ENDING}: labels made for it do not satisfy it ({error}); state it more simply"
            ) from error
