"""Prompt styles: ways to word a tree of statements. Each is a function from a brief to text."""

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
from edgejson.generators.styles.brief import Brief, Style

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

__all__ = ["STYLES", "Brief", "Style"]
