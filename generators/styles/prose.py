"""Prose: full sentences in paragraphs. An e-mail is prose as well: its frame makes the mail of it."""

from edgejson.generators.styles.brief import Brief
from edgejson.generators.styles.sentences import paragraphs


def render(brief: Brief) -> str:
    """Return the prompt: what somebody would write about the thing in plain English."""
    body = paragraphs(brief.plan(), brief.draws, brief.asides)
    return "\n\n".join([brief.before, *body, brief.after])
