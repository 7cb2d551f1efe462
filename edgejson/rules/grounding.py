"""Labels say what their prompts say, nothing more and nothing less, and can be read back from them.

In a listing (``Field: value`` lines however nested, forms, tables, log lines, plain sentences that name the
fields) a value counts under its field's name; in other text it counts anywhere. Spellings that count as the
same are described where they are read: texts in `edgejson.grounding.folding`, numbers in `figures`, dates and
times in `moments`, lengths of time and sizes in `durations`, enum values and booleans in `choices`, languages
and currencies in `aliases`.
"""

import os
from collections.abc import Iterator

from edgejson.alignment.flaw import Truth
from edgejson.alignment.once import flaws_of as _flaws_of_new
from edgejson.core.finding import Mismatch
from edgejson.core.record import Record
from edgejson.grounding import flaws_of as _flaws_of_old
from edgejson.suite.checks import check
from edgejson.suite.settings import Settings

flaws_of = _flaws_of_new if os.environ.get("EDGEJSON_GROUNDING") == "new" else _flaws_of_old


def _untrue(record: Record, settings: Settings, truth: Truth) -> Iterator[Mismatch]:
    for flaw in flaws_of(record, settings):
        if flaw.truth == truth:
            yield Mismatch(
                pointer=flaw.pointer, expected=flaw.expected, actual=flaw.actual, message=flaw.message
            )


@check(kind="grounding", needs=())
def values_are_stated_in_the_prompt(record: Record, settings: Settings) -> Iterator[Mismatch]:
    """Every value of the label has a trace in the prompt: nothing is invented."""
    return _untrue(record, settings, "invented")


@check(kind="grounding", needs=())
def stated_values_are_in_the_label(record: Record, settings: Settings) -> Iterator[Mismatch]:
    """What the prompt states under a field's name, or as an item of a list, is in the label."""
    return _untrue(record, settings, "dropped")


@check(kind="grounding", needs=())
def signs_are_as_stated(record: Record, settings: Settings) -> Iterator[Mismatch]:
    """A number has the sign that the prompt gives it."""
    return _untrue(record, settings, "sign")


@check(kind="grounding", needs=())
def numbers_are_as_stated(record: Record, settings: Settings) -> Iterator[Mismatch]:
    """A number is the one that the prompt states."""
    return _untrue(record, settings, "number")


@check(kind="grounding", needs=())
def dates_are_as_stated(record: Record, settings: Settings) -> Iterator[Mismatch]:
    """A date, its time of day and its offset are the ones that the prompt states."""
    return _untrue(record, settings, "date")


@check(kind="grounding", needs=())
def choices_are_as_stated(record: Record, settings: Settings) -> Iterator[Mismatch]:
    """Of a fixed set of values (true and false are one), the label has the one that the prompt states."""
    return _untrue(record, settings, "choice")


@check(kind="grounding", needs=())
def copies_are_exact(record: Record, settings: Settings) -> Iterator[Mismatch]:
    """A text is copied without a changed, lost or added character."""
    return _untrue(record, settings, "copy")


@check(kind="grounding", needs=())
def texts_keep_every_word(record: Record, settings: Settings) -> Iterator[Mismatch]:
    """A text is copied without a lost, added or replaced word."""
    return _untrue(record, settings, "words")


@check(kind="grounding", needs=())
def texts_are_as_stated(record: Record, settings: Settings) -> Iterator[Mismatch]:
    """A text is the one that the prompt states for its field."""
    return _untrue(record, settings, "text")


@check(kind="grounding", needs=())
def white_space_is_as_stated(record: Record, settings: Settings) -> Iterator[Mismatch]:
    """Blanks and line breaks inside a text are as in the prompt."""
    return _untrue(record, settings, "space")


@check(kind="grounding", needs=())
def letter_case_is_as_stated(record: Record, settings: Settings) -> Iterator[Mismatch]:
    """Capital and small letters of a text are as in the prompt."""
    return _untrue(record, settings, "case")


@check(kind="grounding", needs=())
def values_stand_under_their_own_field(record: Record, settings: Settings) -> Iterator[Mismatch]:
    """A value stands under the field, and in the item, for which the prompt states it."""
    return _untrue(record, settings, "place")


@check(kind="grounding", needs=())
def list_items_are_those_stated(record: Record, settings: Settings) -> Iterator[Mismatch]:
    """A list repeats an item only as often as the prompt does."""
    return _untrue(record, settings, "repeated")


@check(kind="grounding", needs=())
def list_items_keep_their_order(record: Record, settings: Settings) -> Iterator[Mismatch]:
    """The items of a list stand in the order of the prompt."""
    return _untrue(record, settings, "order")


@check(kind="ambiguity", severity="warning", needs=())
def list_items_can_be_told_apart(record: Record, settings: Settings) -> Iterator[Mismatch]:
    """The prompt shows where each item of a list of objects begins, so that the list has one reading."""
    return _untrue(record, settings, "ambiguous")


@check(kind="ambiguity", severity="warning", needs=())
def list_items_are_not_empty(record: Record, settings: Settings) -> Iterator[Mismatch]:
    """No item of a list is an empty object, which no prompt can state."""
    return _untrue(record, settings, "empty")


@check(kind="ambiguity", severity="warning", needs=())
def texts_stand_together(record: Record, settings: Settings) -> Iterator[Mismatch]:
    """The words of a text stand together in the prompt, not only in their order with others between them."""
    return _untrue(record, settings, "apart")
