"""The mixed form: the main facts in sentences, every list as a table or a listing below them."""

from dataclasses import replace

from edgejson.generators.styles.listing import listed
from edgejson.generators.styles.prompt_spec import PromptSpec
from edgejson.generators.styles.running_text import with_asides
from edgejson.generators.styles.table import tables
from edgejson.generators.wording.meaning_representation import ListNode, Node, ObjectNode
from edgejson.generators.wording.sentence_planning import Sentence


def render(spec: PromptSpec) -> str:
    """Return the prompt."""
    in_sentences, in_layout = _divide(spec.nodes, spec)
    texts = [part.text for part in spec.planner().plan(in_sentences) if isinstance(part, Sentence)]
    sentences = " ".join(with_asides(texts, spec.draws, spec.asides))
    verbatim_counts = replace(spec, value_format=replace(spec.value_format, counts_in_words=False))
    if spec.draws.chance(50):
        lines = list(tables(verbatim_counts, in_layout, "", 2))
    else:
        lines = list(listed(in_layout, verbatim_counts.value_format))
    body = [sentences] if sentences else []
    return "\n".join(["\n\n".join([spec.before, *body]), "", *lines, *([""] if lines else []), spec.after])


def _divide(nodes: tuple[Node, ...], spec: PromptSpec) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """Return what stands in sentences and what below them: lists and objects, or, without any, one half."""
    nested = tuple(node for node in nodes if _is_nested(node))
    if not nested:
        half = spec.draws.between(1, max(1, len(nodes) - 1))
        return nodes[:half], nodes[half:]
    return tuple(node for node in nodes if not _is_nested(node)), nested


def _is_nested(node: Node) -> bool:
    return isinstance(node, ObjectNode) or (isinstance(node, ListNode) and not node.is_scalar)
