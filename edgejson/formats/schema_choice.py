"""Which schema a label has whose row does not say it: told by a constant in the label, or by its names."""

from edgejson._typing import JSONValue, Label, Pointer
from edgejson.core.decoding import Fault
from edgejson.core.json_text import compact
from edgejson.core.pointers import find
from edgejson.core.record_format import RecordFormat, SchemaMark


def schema_id_of(label: Label, at: Pointer, record_format: RecordFormat) -> str | Fault:
    """Return the id of the schema of a label, which stands at a pointer of its row, or why none fits."""
    marks = record_format.marks or ()
    if record_format.constant_at is not None:
        return _by_constant(label, at, marks, record_format.constant_at)
    names = frozenset(label) if isinstance(label, dict) else frozenset()
    of_kind = [mark for mark in marks if mark.is_array == isinstance(label, list)]
    fitting = [mark for mark in of_kind if mark.required <= names]
    # One whose names are all known says more than one that leaves names over, and more names more than few.
    ranked = sorted(fitting, key=lambda mark: (not names <= mark.names, -len(mark.required), mark.schema_id))
    if ranked:
        return ranked[0].schema_id
    if not of_kind:
        kind = "array" if isinstance(label, list) else "object"
        return _none_fits(at, "a label of a schema in the folder", f"an {kind}, which no schema is for")
    nearest = max(of_kind, key=lambda mark: (len(mark.required & names), -len(mark.required - names)))
    lacking = ", ".join(sorted(nearest.required - names))
    expected = f"the names of one of {', '.join(sorted(mark.schema_id for mark in marks))}"
    return _none_fits(at, expected, f"the nearest is {nearest.schema_id}, without {lacking}")


def _by_constant(
    label: Label, at: Pointer, marks: tuple[SchemaMark, ...], constant_at: Pointer
) -> str | Fault:
    found = find(label, constant_at)
    given: JSONValue = None if found is None else found[1]
    for mark in marks:
        if given is not None and given in (mark.constant, mark.schema_id):
            return mark.schema_id
    known = [mark.schema_id if mark.constant is None else compact(mark.constant) for mark in marks]
    actual = "nothing" if found is None else compact(given)
    return _none_fits(at + constant_at, f"one of {', '.join(sorted(known))}", actual)


def _none_fits(at: Pointer, expected: str, actual: str) -> Fault:
    return Fault(name="schema", pointer=at, expected=expected, actual=actual)
