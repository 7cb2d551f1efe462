"""The transcript of a call: one asks for each fact, the other states it."""

from collections.abc import Iterator

from edgejson.generators.styles.prompt_spec import PromptSpec
from edgejson.generators.styles.running_text import clause
from edgejson.generators.wording.sentence_planning import ListBlock, Sentence, SentencePlan

_REMARKS = ("Thank you.", "Got it.", "All right.", "Okay, noted.", "Right.", "Perfect.")


def render(spec: PromptSpec) -> str:
    """Return the prompt: who speaks first in the frame asks, who speaks second knows."""
    asking, answering = _speakers(spec.before)
    lines = list(_turns(spec, spec.plan(), asking, answering))
    positions = spec.draws.some(range(len(lines) // 2), len(spec.asides), len(spec.asides))
    for position, aside in sorted(zip(positions, spec.asides, strict=False), reverse=True):
        lines.insert(2 * position, f"{answering}: {aside}")
    return "\n".join([spec.before, *lines, spec.after])


def _speakers(before: str) -> tuple[str, str]:
    names = list(dict.fromkeys(line.partition(":")[0] for line in before.split("\n") if ":" in line))
    return names[0], names[1]


def _turns(spec: PromptSpec, plan: SentencePlan, asking: str, answering: str) -> Iterator[str]:
    for part in plan:
        if isinstance(part, Sentence):
            yield f"{asking}: {_question(spec, part)}"
            yield f"{answering}: {part.text}"
        else:
            yield from _list_turns(spec, part, asking, answering, "")


def _question(spec: PromptSpec, sentence: Sentence) -> str:
    asked = spec.book.questions.get(sentence.path)
    question = spec.draws.choice(asked) if asked else f"And the {sentence.name.lower()}?"
    remark = spec.draws.optional(30, lambda: spec.draws.choice(_REMARKS))
    return f"{remark} {question}" if remark else question


def _list_turns(spec: PromptSpec, block: ListBlock, asking: str, answering: str, above: str) -> Iterator[str]:
    yield f"{asking}: What about the {block.noun}s{above}?"
    yield f"{answering}: {block.lead}"
    for number, item in enumerate(block.items, 1):
        name = f"{block.noun} {number}{above}"
        yield f"{answering}: {name[0].upper()}{name[1:]}: {clause(item) or 'as follows'}."
        for part in item:
            if isinstance(part, ListBlock):
                yield from _list_turns(spec, part, asking, answering, f" of {name}")
