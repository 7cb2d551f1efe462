"""The English words that dates and small numbers are spelled with."""

from babel import Locale

MONTHS: tuple[str, ...] = tuple(Locale("en").months["format"]["wide"].values())
"""January to December, from Unicode CLDR."""

ZERO_TO_NINETEEN = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
"""The numbers that have a word of their own, so that a word's index is its number."""

TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
