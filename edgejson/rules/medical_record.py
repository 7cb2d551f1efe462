"""Laboratory records: results outside their range make a record abnormal."""

from collections.abc import Iterator

from edgejson.constraints.label_paths import number, objects, text
from edgejson.constraints.reference_ranges import read_reference_range
from edgejson.core.finding import Mismatch
from edgejson.core.json_text import compact
from edgejson.core.record import Record
from edgejson.suite.checks import check


@check(kind="plausibility", severity="warning", schemas=("medical_record",), needs=("results", "status"))
def results_outside_their_range_are_abnormal(record: Record) -> Iterator[Mismatch]:
    """Where a result is outside its numeric reference range, the status is abnormal."""
    status = text(record.label, "status")
    if status is None or status.value == "abnormal":
        return
    for pointer, result in objects(record.label, "results/*"):
        value, range_text = number(result, "value"), text(result, "reference_range")
        normal = read_reference_range(range_text.value) if range_text else None
        if value is not None and range_text is not None and normal is not None and value.value not in normal:
            expected = f"abnormal: {compact(value.value)} is outside {range_text.value} ({pointer})"
            yield Mismatch(pointer=status.pointer, expected=expected, actual=status.value)
            return
