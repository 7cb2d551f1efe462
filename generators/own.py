"""Generators by users: what one is, how a file of them is found, and records made by them.

A file of generators is a Python module with a dictionary ``GENERATORS``, from schema ids to generators. Their
schemas are those of the settings above the file (``schemas = "FOLDER"``), the same that the gate judges by.
"""

import difflib
import importlib.util
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from edgejson._typing import JSONObject, SplitName
from edgejson.errors import EdgejsonError
from edgejson.generators.draws import Draws
from edgejson.generators.record import VERSION, GeneratedRecord, assemble, generate
from edgejson.generators.seeds import draws_for
from edgejson.generators.statements import statements
from edgejson.generators.template import Template, drawn_template
from edgejson.generators.wording.books import BOOKS, PLAIN
from edgejson.generators.wording.frames import FRAMES
from edgejson.generators.wording.prompt import worded
from edgejson.generators.world import World
from edgejson.generators.worlds import WORLDS
from edgejson.registry import Registry, registry
from edgejson.settings import Settings, load_settings, suggestion


@runtime_checkable
class Generator(Protocol):
    """What makes the labels of one schema. `World` is such; so is any object or class with these names."""

    @property
    def subject(self) -> str:
        """What a prompt calls the thing in its request: ``invoice``."""

    @property
    def headings(self) -> tuple[str, ...]:
        """What a prompt may be headed with: ``("Invoice", "Sales Invoice")``."""

    def build(self, draws: Draws, /) -> JSONObject:
        """Return a label; all that it decides comes from `draws`, numbers are int or Decimal."""

    def check(self, label: Any, /) -> None:
        """Raise unless every invariant of the schema holds in `label`, at tolerance 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Generators by schema id, with the schemas of their labels and the settings of their files."""

    generators: Mapping[str, World]
    schemas: Registry
    settings: Settings

    def makes(self, schema_id: str, schemas: Registry) -> bool:
        """Whether there is a generator for what `schemas` means by `schema_id`."""
        if schema_id not in self.generators or schema_id not in schemas:
            return False
        return schemas.schemas[schema_id].sha256 == self.schemas.schemas[schema_id].sha256

    def with_built_in(self) -> "Sources":
        """Return these generators and, where the schemas are the built-in ones, the built-in others."""
        if self.schemas is not registry():
            return self
        return replace(self, generators={**WORLDS, **self.generators})

    def known(self, schema_ids: str) -> tuple[str, ...]:
        """Return the schema ids of a comma-separated text; ValueError names the one that has no generator."""
        names = tuple(name.strip() for name in schema_ids.split(",") if name.strip())
        for name in names:
            if name not in self.generators:
                near = difflib.get_close_matches(name, self.generators, n=1)
                hint = f"did you mean {near[0]}?" if near else "`describe` lists them"
                raise ValueError(f"there is no generator for {name!r}; {hint}")
        if not names:
            raise ValueError("name at least one schema; `describe` lists them")
        return names

    def build(self, schema_id: str, draws: Draws) -> JSONObject:
        """Return a label of a schema, whose invariants have been asserted; KeyError for an unknown schema."""
        generator = self.generators[schema_id]
        label = generator.build(draws)
        generator.check(label)
        return label

    def assemble(
        self,
        schema_id: str,
        label: JSONObject,
        draws: Draws,
        *,
        number: str,
        meta: JSONObject,
        split: SplitName = "test",
        style: str | None = None,
    ) -> GeneratedRecord:
        """Return the record of a finished label: its prompt is worded by `draws`, its id ends in `number`.

        The template is drawn from those of `split` (test has them all), or from those of one `style`.
        """
        world = self.generators[schema_id]
        is_built_in = world is WORLDS.get(schema_id)
        group = BOOKS[schema_id].group if is_built_in else PLAIN.group
        if style is None:
            template = drawn_template(group, split, draws)
        else:
            template = Template(style=style, group=group, number=draws.below(len(FRAMES[group][style])))
        if is_built_in:
            return assemble(schema_id, label, draws, number=number, meta=meta, template=template)
        schema = self.schemas.schemas[schema_id]
        prompt = worded(
            statements(label, dict(schema.document)),
            subject=world.subject,
            headings=world.headings,
            book=PLAIN,
            template=template,
            draws=draws,
        )
        wording: JSONObject = {"style": template.style, "template": str(template), "unseen": template.unseen}
        return GeneratedRecord(
            id=f"{schema_id}_template_{number}",
            schema_id=schema_id,
            complexity=schema.complexity or "",
            source="template",
            prompt=prompt,
            label=label,
            meta={**meta, **wording, "generator": VERSION},
        )

    def make(self, schema_id: str, seed: int, split: SplitName = "train") -> GeneratedRecord:
        """Return the record of a schema, a seed and a split, as `generate` does; KeyError, ValueError too."""
        if self.generators[schema_id] is WORLDS.get(schema_id):
            return generate(schema_id, seed, split=split)
        label = self.build(schema_id, draws_for(split, schema_id, seed, "world"))
        prompt_draws = draws_for(split, schema_id, seed, "prompt")
        meta: JSONObject = {"seed": seed, "split": split}
        return self.assemble(
            schema_id, label, prompt_draws, number=f"{split}{seed:07}", meta=meta, split=split
        )


class GeneratorError(EdgejsonError):
    """A file of generators that cannot be used."""


@cache
def built_in() -> Sources:
    """Return the built-in generators, for the built-in schemas."""
    return Sources(generators=WORLDS, schemas=registry(), settings=Settings(root=None))


def load_generators(path: Path | str) -> Sources:
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
        if not generator.headings:
            raise GeneratorError(f"{path}: GENERATORS[{schema_id!r}]: headings is empty; name at least one")
    return Sources(
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
