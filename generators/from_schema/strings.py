"""Texts that satisfy a JSON Schema: formats, patterns, lengths, and else what fits the field's name."""

from collections.abc import Callable, Mapping

from edgejson.generators.draws import Draws
from edgejson.generators.errors import GenerationError
from edgejson.generators.from_schema.patterns import Pattern
from edgejson.generators.from_schema.texts import sentence, text_for
from edgejson.generators.schema_resolution import Schema
from edgejson.generators.vocabulary import date_times
from edgejson.generators.vocabulary.firms import firm
from edgejson.generators.vocabulary.people import email, person

_TRIES = 50


def _time(draws: Draws) -> str:
    return f"{draws.between(0, 23):02}:{draws.choice((0, 15, 30, 45)):02}:00Z"


def _uuid(draws: Draws) -> str:
    digits = draws.hexes(30)
    return f"{digits[:8]}-{digits[8:12]}-4{digits[12:15]}-a{digits[15:18]}-{digits[18:30]}"


FORMATS: Mapping[str, Callable[[Draws], str]] = {
    "date": lambda draws: date_times.day(draws).isoformat(),
    "date-time": lambda draws: date_times.text(date_times.moment(draws, date_times.zone(draws))),
    "time": _time,
    "email": lambda draws: email(draws, person(draws)),
    "hostname": lambda draws: firm(draws).host,
    "uri": lambda draws: f"https://{firm(draws).host}/{draws.hexes(6)}",
    "uuid": _uuid,
    "ipv4": lambda draws: f"192.0.2.{draws.between(1, 254)}",
    "duration": lambda draws: f"PT{draws.between(1, 12)}H",
}
"""The formats that there are; hosts and addresses are those reserved for documentation."""


def string(schema: Schema, name_words: tuple[str, ...], draws: Draws) -> str:
    """Return a text of `schema` for a field of that name; GenerationError when none was found."""
    least, most = schema.get("minLength", 1), schema.get("maxLength", 10_000)
    examples = [one for one in schema.get("examples", ()) if isinstance(one, str)]
    if "format" in schema:
        return FORMATS[schema["format"]](draws)
    if "pattern" in schema:
        pattern = Pattern.parse(schema["pattern"], more=least)
        for shift in range(_TRIES):
            if least <= len(text := pattern.draw(draws.shifted(shift))) <= most:
                return text
        raise GenerationError(
            f"no text of the pattern {schema['pattern']!r} has {least} to {most} characters"
        )
    if len(examples) > 1:
        return draws.choice(examples)
    return _fitted(text_for(name_words, draws), least, most, draws)


def _fitted(text: str, least: int, most: int, draws: Draws) -> str:
    """Return `text` with sentences after it until it is long enough, or cut where it is too long."""
    while len(text) < least:
        text = f"{text} {sentence(draws)}"
    if len(text) <= most:
        return text
    cut = text[:most].rstrip()
    words, blank, _ = cut.rpartition(" ")
    return words if blank and len(words) >= least else cut
