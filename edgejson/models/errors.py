"""What can go wrong between a model's name and its answers; each text is one sentence and says what to do."""

from edgejson.errors import EdgejsonError


class BaseModelError(EdgejsonError):
    """A base model or an adapter cannot be found, checked or loaded."""

    def __init__(self, name: str, problem: str) -> None:
        self.name = name
        super().__init__(f"model {name!r}: {problem}")


class PromptFormatError(EdgejsonError):
    """A tokenizer, or its chat template, cannot be used to put prompts to a model."""


class DecodingError(EdgejsonError):
    """Answers cannot be decoded as asked."""
