"""From a seed to a record, as it stands in a data file."""

from dataclasses import dataclass

from edgejson._typing import JSONObject, SplitName
from edgejson.generators import faults
from edgejson.generators.draws import Draws
from edgejson.generators.seeds import draws_for
from edgejson.generators.statements import statements
from edgejson.generators.styles import listing
from edgejson.generators.worlds import WORLDS
from edgejson.json_text import compact
from edgejson.registry import registry

VERSION = 1
"""The generators' version: raised whenever the same seed would give other bytes."""

_MARKS: dict[SplitName, str] = {"train": "tr", "validation": "va", "test": "te"}


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneratedRecord:
    """A record with its provenance in ``meta``; ``line()`` is how it stands in a file."""

    id: str
    schema_id: str
    complexity: str
    source: str
    prompt: str
    label: JSONObject
    meta: JSONObject

    def line(self) -> bytes:
        """Return the record as one line of UTF-8 JSON, line feed included."""
        envelope: JSONObject = {
            "id": self.id,
            "schema_id": self.schema_id,
            "complexity": self.complexity,
            "source": self.source,
            "prompt": self.prompt,
            "expected_output": self.label,
            "meta": self.meta,
        }
        return compact(envelope).encode() + b"\n"


def generate(
    schema_id: str, seed: int, *, split: SplitName = "train", fault: faults.Fault | None = None
) -> GeneratedRecord:
    """Return the record of a schema and a seed (>= 0): the same bytes on every machine.

    The split is part of what is drawn from, so no seed of one split meets a record of another. `fault`
    breaks the finished label on purpose. Raises KeyError for an unknown schema id and ValueError for a
    negative seed.
    """
    if seed < 0:
        raise ValueError(f"seed {seed} is negative")
    world = draws_for(split, schema_id, seed, "world")
    label = build(schema_id, world)
    if fault is not None:
        label = faults.apply(fault, schema_id, label, draws_for(split, schema_id, seed, fault))
    return assemble(schema_id, seed, label, draws_for(split, schema_id, seed, "prompt"), split=split, fault=fault)


def build(schema_id: str, draws: Draws) -> JSONObject:
    """Return a label of a schema whose invariants have been asserted."""
    world = WORLDS[schema_id]
    label = world.build(draws)
    world.check(label)
    return label


def assemble(
    schema_id: str,
    seed: int,
    label: JSONObject,
    draws: Draws,
    *,
    split: SplitName = "train",
    fault: faults.Fault | None = None,
) -> GeneratedRecord:
    """Return the record of a finished label, its prompt worded by `draws`."""
    schemas = registry()
    meta: JSONObject = {"seed": seed, "split": split, "style": listing.NAME, "generator": VERSION}
    if fault is not None:
        meta["fault"] = fault
    parts = statements(label, dict(schemas.schema(schema_id)))
    return GeneratedRecord(
        id=f"edgejson_{schema_id}_template_{_MARKS[split]}{seed:07}",
        schema_id=schema_id,
        complexity=schemas.complexity(schema_id) or "simple",
        source="template",
        prompt=listing.render(WORLDS[schema_id], parts, draws),
        label=label,
        meta=meta,
    )
