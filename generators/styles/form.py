"""The indented form: names and values in two columns, a heading over every part."""

from collections.abc import Iterator

from edgejson.generators.styles.prompt_spec import PromptSpec
from edgejson.generators.wording.meaning_representation import ListNode, Node, ObjectNode, ValueNode

_LEADERS = (".", " ", "_")
_WIDTH = 26


def render(spec: PromptSpec) -> str:
    """Return the prompt: a form that somebody has filled in."""
    leader = spec.draws.choice(_LEADERS)
    lines = _lines(spec, spec.nodes, leader, "")
    return "\n".join([spec.before, "", *lines, "", spec.after])


def _lines(spec: PromptSpec, nodes: tuple[Node, ...], leader: str, indent: str) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ValueNode):
            yield _line(node.name, spec.value_format(node), leader, indent)
        elif isinstance(node, ObjectNode):
            yield f"{indent}[{node.name}]"
            yield from _lines(spec, node.children, leader, indent + "  ")
        else:
            yield from _items(spec, node, leader, indent)


def _items(spec: PromptSpec, list_node: ListNode, leader: str, indent: str) -> Iterator[str]:
    yield f"{indent}[{list_node.name}]"
    noun = spec.book.nouns.get(list_node.path, "item").capitalize()
    for number, item in enumerate(list_node.items, 1):
        if isinstance(item, ObjectNode):
            yield f"{indent}  {noun} {number}"
            yield from _lines(spec, item.children, leader, indent + "    ")
        elif isinstance(item, ValueNode):
            yield f"{indent}  * {spec.value_format(item)}"
        else:
            yield from _items(spec, item, leader, indent + "  ")


def _line(name: str, value: str, leader: str, indent: str) -> str:
    return f"{indent}{name} {leader * max(3, _WIDTH - len(indent) - len(name))} {value}"
