"""Generators by schema, the built-in ones or a user's, and the records that they make."""

import difflib
import traceback
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from edgejson._typing import JSONObject, SplitName
from edgejson.core.pointers import leaves
from edgejson.generators.draws import Draws
from edgejson.generators.errors import GenerationError, GeneratorError
from edgejson.generators.faults import Fault
from edgejson.generators.record import GeneratedRecord, generate, record_of
from edgejson.generators.seeds import draws_for
from edgejson.generators.wording.phrase_book import GENERIC, phrase_book
from edgejson.generators.wording.template import draw_template
from edgejson.generators.world import World
from edgejson.generators.worlds import WORLDS
from edgejson.suite.schema_registry import Registry, registry
from edgejson.suite.settings import Settings

_HERE = Path(__file__).resolve().parent
_VALUE_TYPES = (str, int, Decimal, bool, type(None))


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
class GeneratorSet:
    """Generators by schema id, with the schemas of their labels and the settings of their files."""

    generators: Mapping[str, World]
    schemas: Registry
    settings: Settings

    def covers(self, schema_id: str, schemas: Registry) -> bool:
        """Whether there is a generator for what `schemas` means by `schema_id`."""
        if schema_id not in self.generators or schema_id not in schemas:
            return False
        return schemas.schemas[schema_id].sha256 == self.schemas.schemas[schema_id].sha256

    def with_built_in(self) -> "GeneratorSet":
        """Return these generators and, where the schemas are the built-in ones, the built-in others."""
        if self.schemas is not registry():
            return self
        return replace(self, generators={**WORLDS, **self.generators})

    def parse_schema_ids(self, text: str) -> tuple[str, ...]:
        """Return the schema ids of a comma-separated text; ValueError names the one that has no generator."""
        names = tuple(name.strip() for name in text.split(",") if name.strip())
        for name in names:
            if name not in self.generators:
                near = difflib.get_close_matches(name, self.generators, n=1)
                hint = f"did you mean {near[0]}?" if near else "`describe` lists them"
                raise ValueError(f"there is no generator for {name!r}; {hint}")
        if not names:
            raise ValueError("name at least one schema; `describe` lists them")
        return names

    def require_complexities(self, schema_ids: Iterable[str]) -> None:
        """Raise GenerationError for a schema without a complexity where files have a field for it."""
        for schema_id in schema_ids:
            if self.settings.fields.complexity and not self.schemas.complexity(schema_id):
                raise GenerationError(
                    f"the schema {schema_id} states no x-complexity (simple, medium or complex): add it to "
                    f"{schema_id}.schema.json, or set complexity = false in [tool.edgejson.fields]"
                )

    def build(self, schema_id: str, draws: Draws) -> JSONObject:
        """Return a label of a schema, whose invariants have been asserted.

        Raises KeyError for an unknown schema and GeneratorError for a value that no prompt can state.
        """
        generator = self.generators[schema_id]
        label = generator.build(draws)
        for pointer, value in leaves(label):
            if not isinstance(value, _VALUE_TYPES):
                raise GeneratorError(
                    f"the generator of {schema_id} made {value!r} at {pointer or 'the whole label'}: values "
                    "are str, int, Decimal, bool or None, in objects and lists that are not empty"
                )
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
        styles: tuple[str, ...] | None = None,
    ) -> GeneratedRecord:
        """Return the record of a finished label: its prompt is worded by `draws`, its id ends in `number`.

        The template is one of those of `split` (test has them all), in one of `styles` where they are given.
        """
        is_built_in = self._is_built_in(schema_id)
        book = phrase_book(schema_id) if is_built_in else GENERIC
        return record_of(
            label,
            draws,
            record_id=f"{'edgejson_' if is_built_in else ''}{schema_id}_template_{number}",
            schema=self.schemas.schemas[schema_id],
            world=self.generators[schema_id],
            book=book,
            template=draw_template(book.group, split, draws, styles=styles),
            meta=meta,
        )

    def generate(
        self,
        schema_id: str,
        seed: int,
        split: SplitName = "train",
        *,
        styles: tuple[str, ...] | None = None,
        fault: Fault | None = None,
    ) -> GeneratedRecord:
        """Return the record of a schema, a seed and a split, as `edgejson.generators.generate` does.

        Raises KeyError and ValueError as that does, ValueError for a `fault` in a user's schema, and
        GeneratorError where a user's generator raises, or finds its own invariants broken.
        """
        if self._is_built_in(schema_id):
            return generate(schema_id, seed, split=split, styles=styles, fault=fault)
        if fault is not None:
            raise ValueError("--fault is for built-in generators; leave it out, or leave --generator out")
        if seed < 0:
            raise ValueError(f"seed {seed} is negative")
        try:
            label = self.build(schema_id, draws_for(split, schema_id, seed, "world"))
        except GeneratorError:
            raise
        except Exception as error:
            raise GeneratorError(_failure(error, schema_id, seed, split)) from error
        return self.assemble(
            schema_id,
            label,
            draws_for(split, schema_id, seed, "prompt"),
            number=f"{split}{seed:07}",
            meta={"seed": seed, "split": split},
            split=split,
            styles=styles,
        )

    def _is_built_in(self, schema_id: str) -> bool:
        return self.generators[schema_id] is WORLDS.get(schema_id)


def _failure(error: Exception, schema_id: str, seed: int, split: SplitName) -> str:
    """Say where a user's generator failed, and how to see it again."""
    frames = traceback.extract_tb(error.__traceback__)
    theirs = [frame for frame in frames if not Path(frame.filename).resolve().is_relative_to(_HERE)]
    frame = (theirs or frames)[-1]
    message = f": {error}" if str(error) else ""
    return (
        f"{Path(frame.filename).name}, line {frame.lineno}: the generator of {schema_id} failed at seed "
        f"{seed} of {split} in {frame.name}: {type(error).__name__}{message}; to see it all: "
        f"edgejson.generators.load_generators(FILE).generate({schema_id!r}, {seed}, {split!r})"
    )


@cache
def built_in_generators() -> GeneratorSet:
    """Return the built-in generators, for the built-in schemas."""
    return GeneratorSet(generators=WORLDS, schemas=registry(), settings=Settings(root=None))
