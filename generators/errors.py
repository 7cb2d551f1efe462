"""What can go wrong when records are generated or a file is rewritten."""

from edgejson.errors import EdgejsonError


class GenerationError(EdgejsonError):
    """Records that cannot be made, or a file that cannot be rewritten, as asked."""


class GeneratorError(EdgejsonError):
    """A user's generator, or a file of them, that cannot be used."""
