"""Where records come from: generators by schema, the built-in ones or a user's."""

import difflib
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from edgejson._typing import JSONObject, SplitName
from edgejson.core.pointers import leaves
from edgejson.errors import EdgejsonError
from edgejson.generators.draws import Draws
from edgejson.generators.faults import Fault
from edgejson.generators.record import GeneratedRecord, generate, record_of
from edgejson.generators.seeds import draws_for
from edgejson.generators.template import drawn_template
from edgejson.generators.wording.books import BOOKS, PLAIN
from edgejson.generators.world import World
from edgejson.generators.worlds import WORLDS
from edgejson.suite.schema_registry import Registry, registry
from edgejson.suite.settings import Settings

_HERE = Path(__file__).resolve().parent
_STATABLE = (str, int, Decimal, bool, type(None))


class GeneratorError(EdgejsonError):
    """A user's generator, or a file of them, that cannot be used."""


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
        """Return a label of a schema, whose invariants have been asserted.

        Raises KeyError for an unknown schema and GeneratorError for a value that no prompt can state.
        """
        generator = self.generators[schema_id]
        label = generator.build(draws)
        for pointer, value in leaves(label):
            if not isinstance(value, _STATABLE):
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
        world = self.generators[schema_id]
        is_built_in = world is WORLDS.get(schema_id)
        book = BOOKS[schema_id] if is_built_in else PLAIN
        return record_of(
            label,
            draws,
            record_id=f"{'edgejson_' if is_built_in else ''}{schema_id}_template_{number}",
            schema=self.schemas.schemas[schema_id],
            world=world,
            book=book,
            template=drawn_template(book.group, split, draws, styles=styles),
            meta=meta,
        )

    def make(
        self,
        schema_id: str,
        seed: int,
        split: SplitName = "train",
        *,
        styles: tuple[str, ...] | None = None,
        fault: Fault | None = None,
    ) -> GeneratedRecord:
        """Return the record of a schema, a seed and a split, as `generate` does; KeyError, ValueError too.

        GeneratorError where a user's generator raises, or finds its own invariants broken.
        """
        if self.generators[schema_id] is WORLDS.get(schema_id):
            return generate(schema_id, seed, split=split, styles=styles, fault=fault)
        if seed < 0:
            raise ValueError(f"seed {seed} is negative")
        if fault is not None:
            raise ValueError(f"the fault {fault} is one of the built-in generators")
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


def _failure(error: Exception, schema_id: str, seed: int, split: SplitName) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    theirs = [frame for frame in frames if not Path(frame.filename).resolve().is_relative_to(_HERE)]
    place = (theirs or frames)[-1]
    said = f": {error}" if str(error) else ""
    return (
        f"{Path(place.filename).name}, line {place.lineno}: the generator of {schema_id} failed at seed "
        f"{seed} of {split} in {place.name}: {type(error).__name__}{said}; to see it all: "
        f"edgejson.generators.load_generators(FILE).make({schema_id!r}, {seed}, {split!r})"
    )


@cache
def built_in() -> Sources:
    """Return the built-in generators, for the built-in schemas."""
    return Sources(generators=WORLDS, schemas=registry(), settings=Settings(root=None))
