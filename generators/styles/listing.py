"""The field listing: one ``Name: value`` a line.

Objects are indented, the items of a list of objects are numbered, those of a list of scalars bulleted,
so that every list reads back with its items apart.
"""

from collections.abc import Iterator

from edgejson.generators.styles.prompt_spec import PromptSpec
from edgejson.generators.wording.meaning_representation import ListNode, Node, ObjectNode, ValueNode
from edgejson.generators.wording.value_format import VERBATIM, ValueFormat


def render(spec: PromptSpec) -> str:
    """Return the prompt; values stand as the label has them."""
    return "\n".join([spec.before, "", *listed(spec.nodes, VERBATIM), "", spec.after])


def listed(nodes: tuple[Node, ...], value_format: ValueFormat, indent: str = "") -> Iterator[str]:
    """Yield the lines that list `nodes`."""
    for node in nodes:
        if isinstance(node, ValueNode):
            yield f"{indent}{node.name}: {value_format(node)}"
        else:
            yield f"{indent}{node.name}:"
            yield from _inside(node, value_format, indent + "  ")


def _inside(node: ObjectNode | ListNode, value_format: ValueFormat, indent: str) -> Iterator[str]:
    if isinstance(node, ObjectNode):
        yield from listed(node.children, value_format, indent)
        return
    for number, item in enumerate(node.items, 1):
        if isinstance(item, ValueNode):
            yield f"{indent}- {value_format(item)}"
            continue
        mark = f"{number}. "
        first, *rest = _inside(item, value_format, indent + " " * len(mark))
        yield indent + mark + first.lstrip(" ")
        yield from rest
