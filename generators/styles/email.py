"""The e-mail: a subject line, a greeting, the facts in the body, a closing request."""

from edgejson.generators.styles.brief import Brief
from edgejson.generators.styles.sentences import paragraphs


def render(brief: Brief) -> str:
    """Return the prompt: a mail whose frame brings subject line, greeting and farewell."""
    body = paragraphs(brief.plan(), brief.draws, brief.asides)
    return "\n\n".join([brief.before, *body, brief.after])
