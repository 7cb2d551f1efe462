"""What may forbid tokens: constrained decoding is greedy decoding under a constraint."""

from collections.abc import Mapping
from typing import Any, Protocol

import numpy as np
import torch

from edgejson.models.engines.protocol import Request


class TokenConstraint(Protocol):
    """A way of forbidding tokens."""

    @property
    def description(self) -> Mapping[str, Any]:
        """Return what a report says of it."""

    def begin(self, request: Request) -> "AnswerConstraint":
        """Return the constraint of the answer to a request, at its beginning."""


class AnswerConstraint(Protocol):
    """What may forbid tokens in one answer: it knows how far the answer is."""

    def forced(self) -> list[int]:
        """Return the next tokens where only one text is left, such as a key's; often none."""

    def allowed(self, draft: list[int]) -> np.ndarray:
        """Return which tokens may follow the answer, and which may follow each token of its draft.

        The draft is cut, in place, in front of a token that is forbidden itself. The result is
        [1 + length of the draft then, words] of int32: bit *t* % 32 of word *t* // 32 stands for token *t*.
        """

    def advance(self, tokens: list[int]) -> None:
        """Take note of the next tokens of the answer."""


def mask_forbidden(logits: torch.Tensor, allowed: np.ndarray) -> None:
    """Set to -inf the logits, [positions, vocabulary], of tokens whose bit in `allowed` is 0."""
    bits = np.unpackbits(allowed.view(np.uint8), axis=1, bitorder="little")[:, : logits.shape[1]]
    logits[:, bits.shape[1] :] = float("-inf")
    forbidden = torch.from_numpy(bits == 0).to(logits.device)
    logits[:, : bits.shape[1]].masked_fill_(forbidden, float("-inf"))
