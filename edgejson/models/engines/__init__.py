"""Engines: what turns a prompt into an answer. Each is a module; this is what they have in common."""

from edgejson.models.engines.protocol import Engine, Generation, Request

__all__ = ["Engine", "Generation", "Request"]
