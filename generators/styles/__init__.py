"""Surface realisation: prompt styles, each a function from a specification to the text of the prompt."""

from collections.abc import Mapping

from edgejson.generators.styles import (
    chat,
    form,
    listing,
    log,
    mixed,
    prose,
    slip,
    table,
    transcript,
)
from edgejson.generators.styles.prompt_spec import PromptSpec, Style

STYLES: Mapping[str, Style] = {
    "listing": listing.render,
    "form": form.render,
    "prose": prose.render,
    "email": prose.render,
    "chat": chat.render,
    "slip": slip.render,
    "log": log.render,
    "table": table.render,
    "mixed": mixed.render,
    "transcript": transcript.render,
}

__all__ = ["STYLES", "PromptSpec", "Style"]
