"""A user's file of generators: a Python module with a dictionary ``GENERATORS``, by schema id.

Their schemas are those of the settings above the file (``schemas = "FOLDER"``): the gate judges by the same.
"""

import importlib.util
import sys
from collections.abc import Mapping
from pathlib import Path

from edgejson.generators.errors import GeneratorError
from edgejson.generators.generator_set import Generator, GeneratorSet
from edgejson.generators.world import World
from edgejson.suite.schema_registry import registry
from edgejson.suite.settings import load_settings, suggestion


def load_generators(path: Path | str) -> GeneratorSet:
    """Return the generators of a file; GeneratorError, SettingsError when something is wrong with it.

    The file is run, as any import would run it.
    """
    path = Path(path)
    settings = load_settings(path)
    schemas = registry(settings.root / settings.schemas) if settings.root and settings.schemas else registry()
    found = getattr(_module(path), "GENERATORS", None)
    if not isinstance(found, Mapping) or not found:
        raise GeneratorError(
            f"{path}: there is no dictionary GENERATORS in it, from schema ids to generators; "
            "docs/generators.md has an example"
        )
    for schema_id, generator in found.items():
        if schema_id not in schemas:
            known = suggestion(str(schema_id), list(schemas.schema_ids))
            raise GeneratorError(
                f"{path}: GENERATORS[{schema_id!r}]: no schema has this id{known}; the setting `schemas` of "
                f"[tool.edgejson] names the folder of {schema_id}.schema.json"
            )
        lacking = [name for name in ("build", "check", "subject", "headings") if not hasattr(generator, name)]
        if lacking:
            raise GeneratorError(
                f"{path}: GENERATORS[{schema_id!r}] has no {', '.join(lacking)}; a generator has build, "
                "check, subject and headings (edgejson.generators.World takes them)"
            )
        if not generator.headings or isinstance(generator.headings, str):
            raise GeneratorError(
                f"{path}: GENERATORS[{schema_id!r}]: headings is {generator.headings!r}; it is a tuple of "
                'one text or more, such as ("Invoice", "Sales Invoice")'
            )
    return GeneratorSet(
        generators={schema_id: _world(generator) for schema_id, generator in found.items()},
        schemas=schemas,
        settings=settings,
    )


def _world(generator: Generator) -> World:
    if isinstance(generator, World):
        return generator
    return World(
        build=generator.build,
        check=generator.check,
        subject=generator.subject,
        headings=tuple(generator.headings),
    )


def _module(path: Path) -> object:
    spec = importlib.util.spec_from_file_location(f"edgejson_generators_{path.stem}", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise GeneratorError(f"{path}: there is no such Python file; --generator names a .py file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up there
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise GeneratorError(
            f"{path}: the file itself failed with {type(error).__name__}: {error}"
        ) from error
    return module
