"""What the suite finds in records that stand in no file: for fuzzing, where each is judged on its own."""

import atexit
import os
from collections.abc import Iterable
from contextlib import ExitStack
from functools import cache
from pathlib import Path

from edgejson.core.files import temporary_folder
from edgejson.core.finding import Finding
from edgejson.generators.record import GeneratedRecord
from edgejson.suite.engine import examine
from edgejson.suite.suite import Suite

_OF_ONE_LINE = ("line", "label", "record")


def findings_of(record: GeneratedRecord | bytes, suite: Suite) -> tuple[Finding, ...]:
    """Return what the rules that see one line find in a record, or in a line of a file.

    That is all there is to find in it but what makes it unlike other records; a tenth of the time that a pass
    of the whole suite takes.
    """
    alone = frozenset(rule.id for rule in suite.rules if rule.scope in _OF_ONE_LINE)
    return _found([record], suite, alone)


def findings_of_file(records: Iterable[GeneratedRecord | bytes], suite: Suite) -> tuple[Finding, ...]:
    """Return what the whole suite finds in a file of these records."""
    return _found(records, suite, None)


def _found(
    records: Iterable[GeneratedRecord | bytes], suite: Suite, selected: frozenset[str] | None
) -> tuple[Finding, ...]:
    lines = (record if isinstance(record, bytes) else record.line() for record in records)
    data = _scratch(os.getpid())
    data.write_bytes(b"".join(line.removesuffix(b"\n") + b"\n" for line in lines))
    return examine(data, suite, selected=selected).findings


@cache
def _scratch(_process: int) -> Path:
    """Return the file in which a process judges records, kept: making it costs more than judging."""
    made = ExitStack()
    atexit.register(made.close)
    return made.enter_context(temporary_folder()) / "data.jsonl"
