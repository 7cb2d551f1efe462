"""From a seed to a record, as it stands in a data file."""

from dataclasses import dataclass

from edgejson._typing import JSONObject, SplitName
from edgejson.core.json_text import compact
from edgejson.generators import faults
from edgejson.generators.draws import Draws
from edgejson.generators.prompt import write_prompt
from edgejson.generators.seeds import draws_for
from edgejson.generators.vocabulary.fake_values import installed_faker_version
from edgejson.generators.wording.meaning_representation import meaning_representation
from edgejson.generators.wording.phrase_book import PhraseBook, phrase_book
from edgejson.generators.wording.template import Template, draw_template
from edgejson.generators.world import World
from edgejson.generators.worlds import WORLDS
from edgejson.suite.schema_registry import Schema, registry

VERSION = 3
"""The generators' version: raised whenever a seed would give other bytes with the same version of Faker."""

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
    schema_id: str,
    seed: int,
    *,
    split: SplitName = "train",
    styles: tuple[str, ...] | None = None,
    fault: faults.Fault | None = None,
) -> GeneratedRecord:
    """Return the record of a schema and a seed (>= 0): the same bytes on every machine.

    The split is part of what is drawn from and of the id, so no record of one split is ever another's.
    The prompt has one of `styles`, by default of all that the split has. `fault` breaks the finished label on
    purpose. Raises KeyError for an unknown schema id and ValueError for a negative seed, or styles that the
    split has not.
    """
    if seed < 0:
        raise ValueError(f"seed {seed} is negative")
    label = build(schema_id, draws_for(split, schema_id, seed, "world"))
    meta: JSONObject = {"seed": seed, "split": split, "faker": installed_faker_version()}
    if fault is not None:
        label = faults.apply(fault, schema_id, label, draws_for(split, schema_id, seed, fault))
        meta["fault"] = fault
    draws = draws_for(split, schema_id, seed, "prompt")
    template = draw_template(phrase_book(schema_id).group, split, draws, styles=styles)
    number = f"{_MARKS[split]}{seed:07}"
    return assemble(schema_id, label, draws, number=number, meta=meta, template=template)


def build(schema_id: str, draws: Draws) -> JSONObject:
    """Return a label of a schema, whose invariants have been asserted."""
    world = WORLDS[schema_id]
    label = world.build(draws)
    world.check(label)
    return label


def assemble(
    schema_id: str,
    label: JSONObject,
    draws: Draws,
    *,
    number: str,
    meta: JSONObject,
    template: Template,
) -> GeneratedRecord:
    """Return the record of a finished label of a built-in schema; its id ends in `number`."""
    return record_of(
        label,
        draws,
        record_id=f"edgejson_{schema_id}_template_{number}",
        schema=registry().schemas[schema_id],
        world=WORLDS[schema_id],
        book=phrase_book(schema_id),
        template=template,
        meta=meta,
    )


def record_of(
    label: JSONObject,
    draws: Draws,
    *,
    record_id: str,
    schema: Schema,
    world: World,
    book: PhraseBook,
    template: Template,
    meta: JSONObject,
) -> GeneratedRecord:
    """Return the record of a finished label, whose prompt is worded by `draws`.

    Its ``meta`` is `meta`, the template and the generators' version. The complexity is empty where the
    schema states none.
    """
    prompt = write_prompt(
        meaning_representation(label, dict(schema.document)),
        subject=world.subject,
        headings=world.headings,
        book=book,
        template=template,
        draws=draws,
    )
    wording: JSONObject = {"style": template.style, "template": str(template), "unseen": template.unseen}
    return GeneratedRecord(
        id=record_id,
        schema_id=schema.schema_id,
        complexity=schema.complexity or "",
        source="template",
        prompt=prompt,
        label=label,
        meta={**meta, **wording, "generator": VERSION},
    )
