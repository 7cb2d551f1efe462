"""How a record's prompt is put to a model: its chat template or another, and examples in front (few-shot).

Without options it is the one format that training uses too (`edgejson.models.prompt_format`).
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from edgejson.core.json_text import compact
from edgejson.core.record import Record
from edgejson.eval.errors import EvaluationError
from edgejson.eval.evaluation_data import EvaluationData, admit_data
from edgejson.models.prompt_format import PLAIN_AFTER, PLAIN_BEFORE, answer_tokens, format_id, prompt_tokens

_BETWEEN_PLAIN = "\n\n"
_PROMPT, _ANSWER = "\ue000prompt {}\ue001", "\ue000answer {}\ue001"
"""Places in a conversation of a chat template; no text holds them: they are private to this module."""


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

    def description(self, tokenizer: Any) -> dict[str, Any]:
        """Return what a report says of it."""
        return {
            "format": format_id(tokenizer),
            "template": self.template,
            "few_shot": None
            if self.source is None
            else {**self.source, "ids": [example.id for example in self.examples]},
        }

    def tokens(self, tokenizer: Any, prompt: str) -> tuple[int, ...]:
        """Return all that the model reads before it answers `prompt`."""
        if not self.examples:
            return tuple(prompt_tokens(tokenizer, prompt))
        pairs = [(example.prompt, compact(example.label)) for example in self.examples]
        text = _conversation(tokenizer, len(pairs))
        tokens: list[int] = []
        for number, (shown, answer) in enumerate([*pairs, (prompt, "")]):
            for place, content in ((_PROMPT, shown), (_ANSWER, answer)):
                control, found, rest = text.partition(place.format(number))
                if not found:
                    break
                tokens += [*_control(tokenizer, control), *answer_tokens(tokenizer, content)[:-1]]
                text = rest
        return (*tokens, *_control(tokenizer, text))


def use_template(tokenizer: Any, template: str) -> None:
    """Give `tokenizer` the chat template that ``--chat-template`` names; EvaluationError if it cannot be."""
    if template == "own":
        return
    if template == "plain":
        tokenizer.chat_template = None
        return
    try:
        tokenizer.chat_template = Path(template).read_text(encoding="utf-8")
        format_id(tokenizer)
    except OSError as error:
        raise EvaluationError(
            f"--chat-template is {template!r}, expected own, plain, or a file ({error.strerror})"
        ) from error
    except Exception as error:  # jinja's errors of whatever kind are the file's
        raise EvaluationError(f"{template}: not a chat template that can be used ({error})") from error


def few_shot(
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
    free = [each for each in data.records if not {each.prompt, compact(each.label)} & known]
    if len(free) < count:
        raise EvaluationError(f"{path}: has {len(free)} records to draw from; ask for fewer than {count}")
    draw = random.Random(seed)
    draw.shuffle(free)
    first = {record.schema_id: record for record in reversed(free)}
    each_once = [record for record in free if first[record.schema_id] is record]
    others = [record for record in free if first[record.schema_id] is not record]
    source = {
        "file": path.name,
        "sha256": data.admitted.sha256,
        "attestation_sha256": data.admitted.attestation_sha256,
        "seed": seed,
    }
    return tuple([*each_once, *others][:count]), source


def _conversation(tokenizer: Any, count: int) -> str:
    """Return the text of `count` answered prompts and an open one, with places for their contents."""
    numbers: Sequence[int] = range(count)
    if not tokenizer.chat_template:
        shown = [
            PLAIN_BEFORE + _PROMPT.format(number) + PLAIN_AFTER + _ANSWER.format(number) for number in numbers
        ]
        return _BETWEEN_PLAIN.join([*shown, PLAIN_BEFORE + _PROMPT.format(count) + PLAIN_AFTER])
    turns = []
    for number in numbers:
        turns.append({"role": "user", "content": _PROMPT.format(number)})
        turns.append({"role": "assistant", "content": _ANSWER.format(number)})
    turns.append({"role": "user", "content": _PROMPT.format(count)})
    text: str = tokenizer.apply_chat_template(turns, tokenize=False, add_generation_prompt=True)
    if any(text.count(turn["content"]) != 1 for turn in turns):
        raise EvaluationError(
            "this chat template does not show every message exactly once, as it is; use --chat-template plain"
        )
    return text


def _control(tokenizer: Any, text: str) -> list[int]:
    return list(tokenizer(text, add_special_tokens=False).input_ids) if text else []
