"""The chat: short messages, one fact or two in each."""

from collections.abc import Iterator

from edgejson.generators.styles.prompt_spec import PromptSpec
from edgejson.generators.styles.running_text import clause, with_asides
from edgejson.generators.wording.sentence_planning import ListBlock, Sentence


def render(spec: PromptSpec) -> str:
    """Return the prompt: the frame's first messages, the facts by the last who spoke, the request."""
    speaker = spec.before.rpartition("\n")[2].partition(":")[0]
    plan = spec.plan()
    facts = [part.text for part in plan if isinstance(part, Sentence)]
    messages = with_asides(facts, spec.draws, spec.asides)
    messages += [line for part in plan if isinstance(part, ListBlock) for line in _listed(part)]
    return "\n".join([spec.before, *(f"{speaker}: {text}" for text in messages), spec.after])


def _listed(block: ListBlock, above: str = "") -> Iterator[str]:
    lead = block.lead[0].lower() + block.lead[1:] if above else block.lead
    yield f"{above}{lead}"
    for number, item in enumerate(block.items, 1):
        name = f"{above}{block.noun} {number}"
        yield f"{name}: {clause(item) or 'as follows'}"
        for part in item:
            if isinstance(part, ListBlock):
                yield from _listed(part, f"{name}, ")
