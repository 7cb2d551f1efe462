"""API responses: status codes and pages that exist, errors only with an error status."""

from collections.abc import Iterator
from fractions import Fraction
from http import HTTPStatus
from math import ceil

from edgejson.constraints.label_paths import number, values_at
from edgejson.core.finding import Mismatch
from edgejson.core.record import Record
from edgejson.suite.checks import check

_SCHEMAS = ("api_response",)
# Python's list, with 104 (Upload Resumption Supported), which IANA registered after it was made, and without
# 418, which is "(Unused)" there as 306 is: https://www.iana.org/assignments/http-status-codes
_REGISTERED = (frozenset(HTTPStatus) | {104}) - {HTTPStatus.IM_A_TEAPOT}


@check(kind="semantics", schemas=_SCHEMAS, needs=("status_code",))
def status_code_is_registered(record: Record) -> Iterator[Mismatch]:
    """The status code is in IANA's registry of HTTP status codes."""
    status = number(record.label, "status_code")
    if status is not None and status.value not in _REGISTERED:
        yield Mismatch(pointer=status.pointer, expected="a registered HTTP status code", actual=status.value)


@check(kind="plausibility", schemas=_SCHEMAS, needs=("status_code",))
def errors_come_with_an_error_status(record: Record) -> Iterator[Mismatch]:
    """Errors are listed only where the status code is 4xx or 5xx."""
    status = number(record.label, "status_code")
    errors = values_at(record.label, "errors/*")
    if status is not None and status.value < 400 and errors:
        expected, actual = f"no errors with status {status.value}", f"{len(errors)} of them"
        yield Mismatch(pointer="/expected_output/errors", expected=expected, actual=actual)


@check(kind="plausibility", schemas=_SCHEMAS, needs=("pagination",))
def page_is_one_that_exists(record: Record) -> Iterator[Mismatch]:
    """The page is no higher than the number of pages, of which there is at least one."""
    page, size, total = (number(record.label, f"pagination/{name}") for name in ("page", "per_page", "total"))
    if page is None or size is None or total is None:
        return
    last = max(1, ceil(Fraction(total.value) / Fraction(size.value)))
    if page.value > last:
        expected = f"{last} or less ({total.value} in pages of {size.value})"
        yield Mismatch(pointer=page.pointer, expected=expected, actual=page.value)
