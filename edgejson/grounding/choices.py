"""Values from a closed set, as prompts spell them: enum values and booleans.

An enum value is stated by its words in order, whatever joins them (``feature_request``, ``Feature request``,
``feature-request``), with up to two words between them (``waiting for the customer``) and with other endings
(``escalated``/``escalation``, ``credit cards``). A boolean is stated by words that say yes or no.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from edgejson.grounding.folding import folded, name_form, name_words

_YES = (
    "true yes y on enabled enable active activated allowed granted passed verified checked confirmed complete completed "
    "done read seen opened resolved fixed ok okay positive 1 ✓ ✔ ✅ x ☑"
).split()
_NO = (
    "false no n off disabled disable inactive deactivated denied failed unverified unchecked unconfirmed incomplete "
    "pending unread unseen unopened unresolved open outstanding not never without none missing negative 0 ✗ ✘ ❌ ☐ isn't "
    "wasn't hasn't haven't aren't don't doesn't didn't"
).split()
_TOKEN = re.compile(r"[\w']+|[✓✔✅☑✗✘❌☐]")
_STEM = 2
"""Letters that the ending of a word may take."""


@lru_cache(maxsize=4096)
def says(choice: str, text: str) -> bool:
    """Whether `text`, a field's whole stated value, states the enum value `choice`."""
    return name_form(choice) == name_form(text) or stated(choice, folded(text))


@lru_cache(maxsize=8192)
def pattern(choice: str) -> re.Pattern[str]:
    """Return the pattern that finds `choice` in folded text."""
    words = name_words(choice)
    stems = [
        re.escape(word[: max(4, len(word) - _STEM)]) + r"\w*" if len(word) > 4 else re.escape(word) + r"(?:s|ed)?"
        for word in words
    ]
    return re.compile(r"(?<![^\W_])" + r"[\W_]+(?:\w+[\W_]+){0,2}?".join(stems) + r"(?![^\W_])")


def stated(choice: str, text: str) -> bool:
    """Whether folded `text` states the enum value `choice` somewhere."""
    return pattern(choice).search(text) is not None


def truth(text: str) -> bool | None:
    """Return the boolean that `text`, a field's whole stated value, says, None if neither or both."""
    words = set(_TOKEN.findall(folded(text)))
    yes, no = not words.isdisjoint(_YES), not words.isdisjoint(_NO)
    if yes and no:
        return False if words & {"not", "never", "no", "without", "false"} else None
    return True if yes else False if no else None


def truths_near(name: str, text: str) -> set[bool] | None:
    """Return what folded `text` says near the words of a boolean field's `name`; None where it is not named.

    ``notifications_enabled`` is named by *notification*; the last word of a longer name, which mostly
    says yes itself, need not be there.
    """
    words = name_words(name)
    keys: Sequence[str] = [word for word in words if word not in ("is", "has", "can", "was")]
    found: set[bool] | None = None
    for sentence in re.split(r"(?<=[.;!?\n])\s|\n", text):
        tokens = _TOKEN.findall(sentence)
        here = [
            index
            for index, token in enumerate(tokens)
            if any(token.startswith(key[: max(3, len(key) - _STEM)]) or token == f"un{key}" for key in keys)
        ]
        if not here:
            continue
        found = set() if found is None else found
        near = set(tokens)
        if not near.isdisjoint(_YES):
            found.add(True)
        if not near.isdisjoint(_NO) or any(token.startswith("un") for token in near):
            found.add(False)
        if not near & set(_NO) and not any(token.startswith(("un", "dis")) for token in near):
            found.add(True)
    return found
