"""Which format a file has, told from its first rows; and fields that the settings name and no row has."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from edgejson._typing import JSONObject
from edgejson.core.pointers import find
from edgejson.core.record_format import FormatName, RecordFormat
from edgejson.formats import alpaca, envelope, messages, prompt_completion, sharegpt

_MOST_NAMES = 12

_OURS = frozenset({"id", "schema_id", "complexity", "source"})

_FITS: Mapping[FormatName, Callable[[JSONObject], bool]] = {
    "messages": messages.fits,
    "sharegpt": sharegpt.fits,
    "prompt_completion": prompt_completion.fits,
    "alpaca": alpaca.fits,
}


def recognised(rows: Sequence[JSONObject], record_format: RecordFormat) -> RecordFormat | None:
    """Return the format with the name that most of the `rows` fit, None where they fit none.

    Without any row it is the envelope: what is wrong with each line is said of each.
    """
    if record_format.name is None:
        name = _name_of(rows, record_format)
        if name is None:
            return None
        record_format = record_format.named(name)
    if record_format.name != "envelope":
        # No field is asked for but those that the settings name.
        named = {name for name, _ in record_format.pointers}
        return replace(record_format, absent=record_format.absent | (_OURS - named))
    given = {canonical: name for name, canonical in record_format.names}
    labels = [row.get(given.get("expected_output", "expected_output")) for row in rows]
    return replace(record_format, text_labels=bool(labels) and all(isinstance(one, str) for one in labels))


def _name_of(rows: Sequence[JSONObject], record_format: RecordFormat) -> FormatName | None:
    if not rows:
        return "envelope"
    fitting: Counter[FormatName] = Counter()
    for row in rows:
        if envelope.fits(row, record_format):
            fitting["envelope"] += 1
        fitting.update(name for name, fits in _FITS.items() if fits(row))
    if fitting:
        return fitting.most_common(1)[0][0]
    # Records that lack their prompt or their label are records all the same.
    canonical = [dict.fromkeys(envelope.canonical_fields(row, record_format)[0]) for row in rows]
    return "envelope" if any("prompt" in row or "expected_output" in row for row in canonical) else None


def missing_pointers(rows: Iterable[JSONObject], record_format: RecordFormat) -> list[tuple[str, str]]:
    """Return the fields with the pointers that no row has; `rows` is read no further than is needed."""
    missing = [(name, pointer) for name, pointers in record_format.pointers for pointer in pointers]
    for row in rows:
        missing = [(name, pointer) for name, pointer in missing if find(row, pointer) is None]
        if not missing:
            break
    return missing


def names_in(rows: Sequence[JSONObject]) -> str:
    """Return the names of the fields that rows have, the commonest first, in words."""
    counts = Counter(name for row in rows for name in row)
    names = [name for name, _ in counts.most_common(_MOST_NAMES)]
    more = len(counts) - len(names)
    return ", ".join(names) + (f" and {more} more" if more else "") if names else "none"
