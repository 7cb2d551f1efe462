"""How many tokens an answer may have."""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, TypeAlias

from edgejson.models.engines import Request

Limit: TypeAlias = int | Literal["prompt"]
"""What ``--max-new-tokens`` can be: a number for all records, or ``prompt``."""

HEADROOM = 1.2
"""The token limit for all is the longest label's length times this, so that no right answer is cut."""

TOKENS_PER_PROMPT_TOKEN = 1.6
TOKENS_AT_LEAST = 128
"""With ``prompt``, an answer may have 1.6 tokens for each of its record's prompt, and 128 more.

Of the 6,729 records under data/, no label takes more than 75.9 % of that (an organization in a natural prompt;
of the generated ones none more than 65.4 %), so one a quarter as long again would still fit. The limit looks at
no label, and a model that never stops costs a third of what it costs under one limit for all.
"""


def token_limit(longest_label_tokens: int) -> int:
    """Return the token limit for all answers; the end token counts as one of the label's."""
    return math.ceil(HEADROOM * longest_label_tokens)


def limit_by_prompt(prompt_tokens: int) -> int:
    """Return the token limit of the answer to a prompt of so many tokens, its format's included."""
    return math.ceil(TOKENS_PER_PROMPT_TOKEN * prompt_tokens) + TOKENS_AT_LEAST


def within_window(requests: Sequence[Request], window: int | None) -> tuple[list[Request], list[str]]:
    """Return the requests that a model of so many tokens can answer, and what is to be said of the others.

    Prompt and answer share the window: limits are lowered to what the prompt leaves of it. A prompt that
    leaves nothing gets no answer, and its record counts as a miss.
    """
    if window is None:
        return list(requests), []
    asked, lowered = [], 0
    for request in requests:
        left = window - len(request.tokens)
        if left <= 0:
            continue
        too_high = request.max_new_tokens is None or request.max_new_tokens > left
        asked.append(replace(request, max_new_tokens=left) if too_high else request)
        lowered += too_high
    remarks = []
    if lowered:
        remarks.append(
            f"prompt and answer share the model's {window:,} tokens; token limits lowered for that: {lowered}"
        )
    if beyond := len(requests) - len(asked):
        remarks.append(f"prompts that do not fit the model's {window:,} tokens and got no answer: {beyond}")
    return asked, remarks
