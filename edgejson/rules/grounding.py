"""Labels say what their prompts say: every value of the label is stated in the prompt."""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from edgejson.checks import check
from edgejson.finding import Mismatch
from edgejson.pointers import leaves
from edgejson.record import Record

_NUMBER = re.compile(r"[-+−]?\d+(?:,\d{3})*(?:\.\d+)?(?:[eE][-+]?\d{1,3}(?!\d))?")


def _normal(text: str) -> str:
    """Return `text` in compatibility form, case folded, with single blanks."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _numbers(text: str) -> set[Decimal]:
    found = set()
    for spelling in _NUMBER.findall(text):
        number = Decimal(spelling.replace(",", "").replace("−", "-"))
        # A minus sign may be a dash before a positive number.
        found |= {number, abs(number)}
    return found


@check(kind="grounding", needs=())
def values_are_stated_in_the_prompt(record: Record) -> Iterator[Mismatch]:
    """Every text and every number of the label is stated in the prompt."""
    prompt = _normal(record.prompt)
    numbers = _numbers(record.prompt)
    for pointer, value in leaves(record.label, "/expected_output"):
        if isinstance(value, str) and value:
            stated = re.search(rf"(?<!\w){re.escape(_normal(value))}(?!\w)", prompt) or _normal(value) in prompt
        elif isinstance(value, Decimal | int) and not isinstance(value, bool):
            stated = value in numbers
        else:
            continue
        if not stated:
            yield Mismatch(pointer=pointer, expected="a value that the prompt states", actual=value)
