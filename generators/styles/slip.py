"""The printed slip: a receipt, a lab printout, a badge; names at the left, values at the right."""

from collections.abc import Iterator

from edgejson.generators.styles.prompt_spec import PromptSpec
from edgejson.generators.styles.running_text import clause
from edgejson.generators.wording.meaning_representation import ListNode, Node, ObjectNode, ValueNode
from edgejson.generators.wording.phrase_book import PhraseBook
from edgejson.generators.wording.sentence_planning import Sentence, SentencePlan

_WIDTH = 46


def render(spec: PromptSpec) -> str:
    """Return the prompt: the slip between two lines of words."""
    rule = spec.draws.choice(("-", "=", "*", ".")) * _WIDTH
    body = _lines(spec, spec.nodes, "")
    printed = [rule, spec.heading.upper().center(_WIDTH).rstrip(), rule, *body, rule]
    return "\n".join([spec.before, "", *printed, "", spec.after])


def _lines(spec: PromptSpec, nodes: tuple[Node, ...], indent: str) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ValueNode):
            yield _line(node.name, spec.value_format(node), indent)
        elif isinstance(node, ObjectNode):
            yield f"{indent}{node.name}:"
            yield from _lines(spec, node.children, indent + "  ")
        elif node.is_scalar:
            yield f"{indent}{node.name}:"
            yield from (
                f"{indent}  - {spec.value_format(item)}" for item in node.items if isinstance(item, ValueNode)
            )
        else:
            yield f"{indent}{node.name}:"
            yield from _items(spec, node, indent + "  ")


def _items(spec: PromptSpec, list_node: ListNode, indent: str) -> Iterator[str]:
    book, noun = spec.book, spec.book.nouns.get(list_node.path, "item")
    for number, item in enumerate(list_node.items, 1):
        nodes = item.children if isinstance(item, ObjectNode) else (item,)
        if list_node.path in book.slips and all(isinstance(node, ValueNode) for node in nodes):
            yield f"{indent}{clause(_slip_line(spec, book, list_node.path, nodes))}"
        else:
            yield f"{indent}{noun.capitalize()} {number}"
            yield from _lines(spec, nodes, indent + "  ")


def _slip_line(spec: PromptSpec, book: PhraseBook, path: str, nodes: tuple[Node, ...]) -> SentencePlan:
    slips = PhraseBook(group=book.group, sentences={path: book.slips[path]})
    return tuple(part for part in spec.planner(slips).plan(nodes, path) if isinstance(part, Sentence))


def _line(name: str, value: str, indent: str) -> str:
    label = f"{indent}{name}:"
    gap = _WIDTH - len(label) - len(value)
    return f"{label}{' ' * max(1, gap)}{value}"
