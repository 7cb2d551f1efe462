"""The chat: short messages, one fact or two in each."""

from collections.abc import Iterator

from edgejson.generators.styles.brief import Brief
from edgejson.generators.styles.sentences import clause, with_asides
from edgejson.generators.wording.telling import Block, Sentence


def render(brief: Brief) -> str:
    """Return the prompt: the frame's first messages, the facts by the last who spoke, the request."""
    speaker = brief.before.rpartition("\n")[2].partition(":")[0]
    plan = brief.plan()
    facts = [part.text for part in plan if isinstance(part, Sentence)]
    messages = with_asides(facts, brief.draws, brief.asides)
    messages += [line for part in plan if isinstance(part, Block) for line in _listed(part)]
    return "\n".join([brief.before, *(f"{speaker}: {text}" for text in messages), brief.after])


def _listed(block: Block, above: str = "") -> Iterator[str]:
    lead = block.lead[0].lower() + block.lead[1:] if above else block.lead
    yield f"{above}{lead}"
    for number, item in enumerate(block.items, 1):
        name = f"{above}{block.noun} {number}"
        yield f"{name}: {clause(item) or 'as follows'}"
        for part in item:
            if isinstance(part, Block):
                yield from _listed(part, f"{name}, ")
