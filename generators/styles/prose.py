"""Prose: full sentences in paragraphs. An e-mail is prose as well: its frame makes the mail of it."""

from edgejson.generators.styles.prompt_spec import PromptSpec
from edgejson.generators.styles.running_text import paragraphs


def render(spec: PromptSpec) -> str:
    """Return the prompt: what somebody would write about the thing in plain English."""
    body = paragraphs(spec.plan(), spec.draws, spec.asides)
    return "\n\n".join([spec.before, *body, spec.after])
