"""Few-shot examples: drawn from an admitted file that is not evaluated, shown in front of every prompt."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from edgejson.core.json_text import compact
from edgejson.core.record import Record, Turn
from edgejson.eval.errors import EvaluationError
from edgejson.eval.evaluation_data import EvaluationData, admit_data
from edgejson.models.prompt_format import Tokenizer, format_id, prompt_tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompting:
    """The examples in front of every prompt, and the chat template that was asked for.

    ``template`` is ``own`` (the tokenizer's, else the plain format), ``plain``, or a file's name.
    """

    examples: tuple[Record, ...] = ()
    source: Mapping[str, Any] | None = None
    template: str = "own"

    @property
    def suffix(self) -> str:
        """Return what the protocol's name says of it: nothing, or such as ``+3-shot``."""
        shots = f"+{len(self.examples)}-shot" if self.examples else ""
        return ("" if self.template == "own" else f"+template {self.template}") + shots

    def description(self, tokenizer: Tokenizer) -> dict[str, Any]:
        """Return what a report says of it."""
        return {
            "format": format_id(tokenizer),
            "template": self.template,
            "few_shot": None
            if self.source is None
            else {**self.source, "ids": [example.id for example in self.examples]},
        }

    def tokens(self, tokenizer: Tokenizer, prompt: str, turns: Sequence[Turn] = ()) -> tuple[int, ...]:
        """Return all that the model reads before it answers `prompt`, whose messages are `turns`, if any."""
        shown = [(example.prompt, compact(example.label)) for example in self.examples]
        return tuple(prompt_tokens(tokenizer, prompt, shown, turns=turns))


def draw_examples(
    path: Path, count: int, *, seed: int, config: Path | None, evaluated: EvaluationData
) -> tuple[tuple[Record, ...], dict[str, Any]]:
    """Draw `count` examples from an admitted file, and return what a report says of it.

    One example a schema, as long as there are schemas; the same for every prompt. Raises NotAdmitted, and
    EvaluationError when the file is the evaluated one, of the same split, or has too few records of which
    the evaluated file has neither the prompt nor the label.
    """
    split = evaluated.suite.split_of(path)
    if split is not None and split == evaluated.suite.split_of(evaluated.admitted.path):
        raise EvaluationError(f"{path}: is of the evaluated split, {split}; draw examples from train")
    data = admit_data(path, config=config, require_attestation=False, admit_with_findings=False)
    if data.admitted.sha256 == evaluated.admitted.sha256:
        raise EvaluationError(f"{path}: is the evaluated file itself; draw examples from train")
    known = {text for record in evaluated.records for text in (record.prompt, compact(record.label))}
    unknown = [each for each in data.records if not {each.prompt, compact(each.label)} & known]
    if len(unknown) < count:
        raise EvaluationError(f"{path}: has {len(unknown)} records to draw from; ask for fewer than {count}")
    random.Random(seed).shuffle(unknown)
    first = {record.schema_id: record for record in reversed(unknown)}
    one_a_schema = [record for record in unknown if first[record.schema_id] is record]
    others = [record for record in unknown if first[record.schema_id] is not record]
    source = {
        "file": path.name,
        "sha256": data.admitted.sha256,
        "attestation_sha256": data.admitted.attestation_sha256,
        "seed": seed,
    }
    return tuple([*one_a_schema, *others][:count]), source
