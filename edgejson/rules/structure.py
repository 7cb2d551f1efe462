"""Every line is strict JSON, and its label is valid against its schema."""

from collections.abc import Iterable, Iterator

from edgejson.core.decoding import Decoded, FaultName
from edgejson.core.finding import Mismatch
from edgejson.suite.checks import check
from edgejson.suite.dataset import Dataset
from edgejson.suite.schema_check import Violation


def _faults(decoded: Decoded, *names: FaultName) -> Iterator[Mismatch]:
    for fault in decoded.faults:
        if fault.name in names:
            yield Mismatch(pointer=fault.pointer, expected=fault.expected, actual=fault.actual)


@check(kind="structure", scope="file")
def file_has_lines(dataset: Dataset) -> Iterator[Mismatch]:
    """The file holds at least one record."""
    if not dataset.table.columns["line"]:
        yield Mismatch(expected="at least one record", actual="none")


@check(kind="structure", scope="line")
def line_is_utf8(decoded: Decoded) -> Iterator[Mismatch]:
    """Every line is UTF-8."""
    return _faults(decoded, "utf8")


@check(kind="structure", scope="line")
def line_begins_without_a_mark(decoded: Decoded) -> Iterator[Mismatch]:
    """No line begins with a byte order mark; only the mark is wrong, and the record behind it is judged."""
    return _faults(decoded, "mark")


@check(kind="structure", scope="line")
def line_is_one_json_object(decoded: Decoded) -> Iterator[Mismatch]:
    """Every line is exactly one JSON object."""
    return _faults(decoded, "blank", "syntax", "object")


@check(kind="structure", scope="line")
def names_are_unique(decoded: Decoded) -> Iterator[Mismatch]:
    """No object has the same key twice."""
    return _faults(decoded, "duplicate_key")


@check(kind="structure", scope="line")
def numbers_are_finite(decoded: Decoded) -> Iterator[Mismatch]:
    """Every number is valid JSON and fits an IEEE 754 double."""
    return _faults(decoded, "number")


@check(kind="structure", scope="line")
def strings_have_no_lone_surrogates(decoded: Decoded) -> Iterator[Mismatch]:
    """No string holds half of a surrogate pair."""
    return _faults(decoded, "surrogate")


@check(kind="structure", scope="line")
def line_is_within_limits(decoded: Decoded) -> Iterator[Mismatch]:
    """No line is longer, and no record nests deeper, than the settings allow."""
    return _faults(decoded, "size", "depth")


@check(kind="structure", scope="line")
def line_has_a_label(decoded: Decoded) -> Iterator[Mismatch]:
    """Every line has a label, unless the settings allow lines without one (`unlabelled`)."""
    return _faults(decoded, "no_label")


@check(kind="structure", scope="line")
def turns_have_known_roles(decoded: Decoded) -> Iterator[Mismatch]:
    """Every turn of a conversation names the role that it is of."""
    return _faults(decoded, "role")


@check(kind="structure", scope="line")
def label_is_json(decoded: Decoded) -> Iterator[Mismatch]:
    """A label, or a text in it that its schema says is JSON, is a JSON object or array."""
    return _faults(decoded, "no_json")


@check(kind="structure", scope="line")
def label_is_not_fenced(decoded: Decoded) -> Iterator[Mismatch]:
    """No label stands in a Markdown fence."""
    return _faults(decoded, "fenced")


@check(kind="structure", scope="line")
def label_has_no_text_around_it(decoded: Decoded) -> Iterator[Mismatch]:
    """No label stands in a text that says more."""
    return _faults(decoded, "wrapped")


@check(kind="structure", scope="line")
def label_is_encoded_once(decoded: Decoded) -> Iterator[Mismatch]:
    """No label is a JSON string that holds JSON."""
    return _faults(decoded, "encoded_twice")


@check(kind="structure", scope="line")
def label_is_complete(decoded: Decoded) -> Iterator[Mismatch]:
    """No label is cut off."""
    return _faults(decoded, "cut_off")


@check(kind="structure", scope="line")
def label_has_a_schema(decoded: Decoded) -> Iterator[Mismatch]:
    """It can be told which schema a label has, and this is a JSON Schema."""
    return _faults(decoded, "schema")


@check(kind="schema", scope="label")
def label_matches_schema(violations: Iterable[Violation]) -> Iterator[Mismatch]:
    """The label is valid against the JSON Schema of its schema_id."""
    return (v.mismatch for v in violations if not v.is_format and not v.is_empty_item)


@check(kind="ambiguity", scope="label")
def list_items_are_not_empty(violations: Iterable[Violation]) -> Iterator[Mismatch]:
    """No list holds an empty object that its schema forbids: no prompt can state such an item."""
    return (violation.mismatch for violation in violations if violation.is_empty_item)


@check(kind="format", scope="label")
def formats_are_kept(violations: Iterable[Violation]) -> Iterator[Mismatch]:
    """Dates, date-times (with an offset) and e-mail addresses have the form that the schema names."""
    return (violation.mismatch for violation in violations if violation.is_format)
