"""What every engine takes and gives."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from edgejson._typing import StopReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One prompt for an engine: ``tokens`` is all that the model reads before it answers.

    ``max_new_tokens`` is a token limit of its own, where it has one: the lower of it and the batch's holds.
    """

    id: str
    schema_id: str
    tokens: tuple[int, ...]
    max_new_tokens: int | None = None

    def limit(self, of_batch: int) -> int:
        """Return the token limit of the answer, where the batch's is `of_batch`; the end token counts."""
        return of_batch if self.max_new_tokens is None else min(self.max_new_tokens, of_batch)


@dataclass(frozen=True, slots=True, kw_only=True)
class Generation:
    """An answer: its text, why it ended, how many tokens it took (the end token is one), and how long.

    ``seconds`` is the wall time from the beginning of its batch to the end of this answer, others beside it.
    """

    text: str
    stop: StopReason
    tokens: int
    seconds: float


class LanguageModel(Protocol):
    """What an engine needs of a transformers model, or of peft's around one.

    It is used as it is: device, number type and evaluation mode are the caller's.
    """

    config: Any

    def __call__(self, **inputs: Any) -> Any:
        """Return an output with ``logits``, [rows, tokens, vocabulary]."""


class Queue(Protocol):
    """Requests that wait; `edgejson.models.engines.request_queue` has them."""

    @property
    def shared(self) -> Sequence[int]:
        """Return the tokens that all prompts begin with."""

    def take(self, capacity: int | None = None) -> Sequence[Request]:
        """Return the first batch that needs at most `capacity` tokens of cache; an empty one if none does."""


class Engine(Protocol):
    """A way of decoding.

    ``description`` is what a report says of it: JSON, without anything that varies between runs.
    ``batch_rows`` is how many requests a batch may have: 1 where no answer depends on another.
    """

    @property
    def description(self) -> Mapping[str, Any]:
        """Return the engine's name and settings."""

    @property
    def batch_rows(self) -> int:
        """Return how many requests a batch may have."""

    def answer(
        self, queue: Queue, *, max_new_tokens: int, on_tokens: Callable[[int], None]
    ) -> Iterator[tuple[Sequence[Request], Sequence[Generation]]]:
        """Take batches from `queue` until it is empty; give each, when it is answered, with its answers.

        At most `max_new_tokens` tokens an answer, the end token included, or a request's own limit.
        `on_tokens` is told after each step how many tokens it gave. Several threads may do this at the same
        time, each with a queue of its own.
        """
