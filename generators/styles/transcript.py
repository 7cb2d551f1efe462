"""The transcript of a call: one asks for each fact, the other states it."""

from collections.abc import Iterator

from edgejson.generators.styles.brief import Brief
from edgejson.generators.styles.sentences import clause
from edgejson.generators.wording.telling import Block, Plan, Sentence

_REMARKS = ("Thank you.", "Got it.", "All right.", "Okay, noted.", "Right.", "Perfect.")


def render(brief: Brief) -> str:
    """Return the prompt: who speaks first in the frame asks, who speaks second knows."""
    asking, telling = _speakers(brief.before)
    lines = list(_turns(brief, brief.plan(), asking, telling))
    places = brief.draws.some(range(len(lines) // 2), len(brief.asides), len(brief.asides))
    for place, aside in sorted(zip(places, brief.asides, strict=False), reverse=True):
        lines.insert(2 * place, f"{telling}: {aside}")
    return "\n".join([brief.before, *lines, brief.after])


def _speakers(before: str) -> tuple[str, str]:
    names = list(dict.fromkeys(line.partition(":")[0] for line in before.split("\n") if ":" in line))
    return names[0], names[1]


def _turns(brief: Brief, plan: Plan, asking: str, telling: str) -> Iterator[str]:
    for part in plan:
        if isinstance(part, Sentence):
            yield f"{asking}: {_question(brief, part)}"
            yield f"{telling}: {part.text}"
        else:
            yield from _list_turns(brief, part, asking, telling, "")


def _question(brief: Brief, sentence: Sentence) -> str:
    asked = brief.book.questions.get(sentence.path)
    question = brief.draws.choice(asked) if asked else f"And the {sentence.name.lower()}?"
    remark = brief.draws.optional(30, lambda: brief.draws.choice(_REMARKS))
    return f"{remark} {question}" if remark else question


def _list_turns(brief: Brief, block: Block, asking: str, telling: str, above: str) -> Iterator[str]:
    yield f"{asking}: What about the {block.noun}s{above}?"
    yield f"{telling}: {block.lead}"
    for number, item in enumerate(block.items, 1):
        name = f"{block.noun} {number}{above}"
        yield f"{telling}: {name[0].upper()}{name[1:]}: {clause(item) or 'as follows'}."
        for part in item:
            if isinstance(part, Block):
                yield from _list_turns(brief, part, asking, telling, f" of {name}")
