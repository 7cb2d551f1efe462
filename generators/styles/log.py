"""Log lines: ``key=value`` pairs as a service would write them, one object a line."""

import json
import re
from collections.abc import Iterator

from edgejson.core.json_text import compact
from edgejson.generators.styles.prompt_spec import PromptSpec
from edgejson.generators.wording.meaning_representation import ListNode, Node, ObjectNode, ValueNode, flatten

_BARE = re.compile(r"[^\s\"'=\[\],;]+")


def render(spec: PromptSpec) -> str:
    """Return the prompt: values stand as the label has them, under the fields' own names."""
    slug = spec.subject.lower().replace(" ", "-")
    prefix = spec.draws.choice(("", "{slug}: ", "[{slug}] ", "{slug} | ", "> ")).format(slug=slug)
    lines = (prefix + line for line in _lines("", spec.nodes))
    return "\n".join([spec.before, "", *lines, "", spec.after])


def _lines(path: str, nodes: tuple[Node, ...]) -> Iterator[str]:
    pairs, lists = [], []
    for above, node in flatten(nodes):
        name = ".".join(one.key for one in (*above, node))
        if isinstance(node, ListNode) and not node.is_scalar:
            lists.append((name, node))
        else:
            pairs.append(f"{name}={_value(node)}")
    for start in range(0, len(pairs), 8):
        yield " ".join(([path] if path else []) + pairs[start : start + 8])
    for name, list_node in lists:
        list_path = f"{path}.{name}" if path else name
        for number, item in enumerate(list_node.items):
            inner = item.children if isinstance(item, ObjectNode) else (item,)
            yield from _lines(f"{list_path}[{number}]", inner)


def _value(node: Node) -> str:
    if not isinstance(node, ValueNode):
        inner = node.children if isinstance(node, ObjectNode) else node.items
        return "[" + ", ".join(map(_value, inner)) + "]"
    if isinstance(node.value, str):
        bare = _BARE.fullmatch(node.value) is not None
        return node.value if bare else json.dumps(node.value, ensure_ascii=False)
    return compact(node.value)
