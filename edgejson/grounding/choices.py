"""Values from a closed set, as prompts spell them: enum values and booleans.

An enum value is stated by its words in order, whatever joins them (``feature_request``, ``Feature request``,
``feature-request``), with up to two words between them (``waiting for the customer``) and with other endings
(``escalated``/``escalation``, ``credit cards``). A boolean is stated by words that say yes or no.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from edgejson.grounding.folding import folded, name_form, name_words

_YES = frozenset(
    {
        "true", "yes", "y", "on", "enabled", "enable", "active", "activated", "allowed", "granted", "passed",
        "verified", "checked", "confirmed", "complete", "completed", "done", "read", "seen", "opened",
        "resolved", "fixed", "ok", "okay", "positive", "1", "✓", "✔", "✅", "☑", "x",
    }
)  # fmt: skip
_NO = frozenset(
    {
        "false", "no", "n", "off", "disabled", "disable", "inactive", "deactivated", "denied", "failed",
        "unverified", "unchecked", "unconfirmed", "incomplete", "pending", "unread", "unseen", "unopened",
        "unresolved", "open", "outstanding", "not", "never", "without", "none", "missing", "negative", "0",
        "✗", "✘", "❌", "☐", "isn't", "wasn't", "hasn't", "haven't", "aren't", "don't", "doesn't", "didn't",
    }
)  # fmt: skip
_DENIALS = frozenset({"not", "never", "no", "without", "false"})
_TOKEN = re.compile(r"[\w']+|[✓✔✅☑✗✘❌☐]")
_LEADERS = re.compile(r"\.{3,}")
_ROW = re.compile(r"^\|([^|\n]*)\|([^|\n]*)\|[ \t]*$", re.MULTILINE)
_EITHER = frozenset({True, False})
_SENTENCE = re.compile(r"(?<=[.;!?])\s|\n")
_CLAUSE = re.compile(r",|\bbut\b|\band\b|\bwhile\b|\|")
_OPPOSITES = {
    "enabled": ("disabled", "active", "inactive", "on", "off", "running", "paused"),
    "power": ("on", "off"), "read": ("opened", "unopened", "seen", "unseen"),
    "resolved": ("open", "closed", "fixed"),
}  # fmt: skip
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
        re.escape(word[: max(4, len(word) - _STEM)]) + r"\w*" if len(word) > 4 else re.escape(word) + r"s?"
        for word in words
    ]
    return re.compile(r"(?<![^\W_])" + r"[\W_]+(?:\w+[\W_]+){0,2}?".join(stems) + r"(?![^\W_])")


def places_of_choice(choice: str, text: str) -> list[tuple[int, int]]:
    """Return where `text` in small letters states the enum value `choice`."""
    start, found = _stem(choice), []
    at = text.find(start)
    while at >= 0:
        match = pattern(choice).match(text, at)
        if match is not None:
            found.append(match.span())
        at = text.find(start, at + 1)
    return found


@lru_cache(maxsize=8192)
def _stem(choice: str) -> str:
    word = name_words(choice)[0] if name_words(choice) else choice
    return word[: max(4, len(word) - _STEM)] if len(word) > 4 else word


def stated(choice: str, text: str) -> bool:
    """Whether folded `text` states the enum value `choice` somewhere."""
    return bool(places_of_choice(choice, text))


def truth(text: str) -> bool | None:
    """Return the boolean that `text`, a field's whole stated value, says, None if neither or both."""
    words = set(_TOKEN.findall(folded(text)))
    yes, no = not words.isdisjoint(_YES), not words.isdisjoint(_NO)
    if yes and no:
        return False if words & _DENIALS else None
    return True if yes else False if no else None


@lru_cache(maxsize=4)
def _clauses(text: str) -> list[tuple[frozenset[bool], list[list[str]], bool]]:
    """Return for each sentence of a text what it says, yes or no, and the words of its clauses.

    A question says what the sentence after it answers; without a yes or no in that, it may say either.
    """
    sentences = [
        sentence
        for sentence in _SENTENCE.split(_ROW.sub(r"\1:\2", _LEADERS.sub(":", text)))
        if "json" not in sentence  # a request: "Read the mail above and answer in JSON."
    ]
    said = [frozenset(_polarity(_TOKEN.findall(sentence))) for sentence in sentences]
    result = []
    for at, (sentence, own) in enumerate(zip(sentences, said, strict=True)):
        following = said[at + 1] if at + 1 < len(said) else None
        if sentence.rstrip().endswith("?"):
            result.append((following or _EITHER, [_TOKEN.findall(sentence)], True))
        else:
            result.append((own, [_TOKEN.findall(clause) for clause in _CLAUSE.split(sentence)], False))
    return result


def truths_near(name: str, text: str) -> set[bool]:
    """Return what text in small letters says beside the words of a boolean field's `name`.

    The clause counts that names the field (``notifications are off`` for *notifications_enabled*); where it
    says neither yes nor no, its sentence. A name alone says yes (``the AML check``, ``resolved``).
    """
    keys = [word for word in name_words(name) if word not in ("is", "has", "can", "was")]
    keys = [key[: max(3, len(key) - _STEM)] for key in keys]
    others = _OPPOSITES.get(name_words(name)[-1], ()) if keys else ()
    stems = (*keys, *(f"un{key}" for key in keys))
    if not any(stem in text for stem in (*keys, *others)):
        return set()
    found: set[bool] = set()
    for whole, clauses, is_question in _clauses(text):
        for tokens in clauses:
            if any(token.startswith(stems) or token in others for token in tokens):
                found |= whole if is_question else (_polarity(tokens) or whole or {True})
    return found


def _polarity(tokens: Sequence[str]) -> set[bool]:
    words = set(tokens)
    if not words.isdisjoint(_NO):
        return {False}
    return {True} if not words.isdisjoint(_YES) else set()
