"""Running rules: what a rule says becomes mismatches, and mismatches become findings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from traceback import format_exception

from edgejson._typing import Pointer
from edgejson.core.decoding import printable
from edgejson.core.finding import Finding, Mismatch
from edgejson.core.record import Places, Record, place_in_row
from edgejson.dataset.tables import Columns
from edgejson.suite.block_result import BlockResult
from edgejson.suite.checks import Rule
from edgejson.suite.settings import Settings
from edgejson.suite.suite import Suite

_ABOUT_THE_PROMPT = ("grounding", "ambiguity")
"""Kinds of rules that compare a label with its prompt."""


def run_rule(rule: Rule, subject: object, settings: Settings) -> Iterator[Mismatch]:
    """Yield what `rule` finds in `subject`; a failing assert and an error in the rule are mismatches too."""
    arguments = (subject, settings) if rule.takes_settings else (subject,)
    try:
        yield from _mismatches(rule.function(*arguments))
    except AssertionError as error:
        text = printable(str(error)) or rule.sentence
        yield Mismatch(message=text, expected=rule.sentence, actual=_raised_at(error, rule))
    except (KeyboardInterrupt, GeneratorExit):
        raise
    except BaseException as error:
        # Also what is no Exception: SystemExit, pytest.fail, a panic in a library written in Rust.
        yield Mismatch(
            kind="internal",
            message=printable(f"the rule itself failed with {type(error).__name__}: {error}"),
            expected=rule.sentence,
            actual=_raised_at(error, rule),
            traceback=printable("".join(format_exception(error))),
        )


@dataclass(slots=True)
class RuleRunner:
    """Runs rules on a line, or on the table of a file, and adds what they find to a result.

    ``places`` are those of the line's record, and ``violating`` the pointers of the values that violate the
    label's schema. On a table, ``columns`` are the table's and ``rows`` the index in them of each record, by
    its line and its number there.
    """

    suite: Suite
    file: str
    result: BlockResult
    line: int | None = None
    record_id: str | None = None
    schema_id: str | None = None
    places: Places = ()
    violating: tuple[Pointer, ...] = ()
    columns: Columns = field(default_factory=dict)
    rows: dict[tuple[int, int], int] = field(default_factory=dict)

    def start_record(self, record: Record) -> None:
        """Attribute the findings that follow to `record`."""
        self.record_id, self.schema_id, self.places = record.id, record.schema_id, record.places

    def run(self, rule: Rule, subject: object) -> None:
        """Add what `rule` finds in `subject`, less what is waived or has a finding of the schema already."""
        for mismatch in run_rule(rule, subject, self.suite.settings):
            is_internal = mismatch.kind == "internal"
            if rule.scope == "record" and rule.kind in _ABOUT_THE_PROMPT and self._violates(mismatch.pointer):
                self.skip(rule)
                continue
            line = self.line if self.line is not None else mismatch.line
            record_id, schema_id, places = self.record_id, self.schema_id, self.places
            if line is not None and (row := self.rows.get((line, mismatch.nth))) is not None:
                record_id, schema_id = self.columns["id"][row], self.columns["schema_id"][row]
                places = self.columns["places"][row]
            # That a rule cannot be run is no finding about the record that could be accepted.
            if not is_internal and record_id is not None and (rule.id, record_id) in self.suite.waived:
                self.result.waived += 1
                self.result.used_waivers.add((rule.id, record_id))
                continue
            self.result.findings.append(
                Finding(
                    file=self.file,
                    line=line,
                    record_id=record_id,
                    schema_id=schema_id,
                    rule=rule.id,
                    kind=mismatch.kind or rule.kind,
                    severity="error" if is_internal else rule.severity,
                    pointer=place_in_row(mismatch.pointer, places) if places else mismatch.pointer,
                    message=mismatch.message or rule.sentence,
                    expected=mismatch.expected,
                    actual=mismatch.actual,
                    traceback=mismatch.traceback,
                )
            )

    def skip(self, rule: Rule) -> None:
        """Note that `rule` is not run on the record because of its other faults: a waiver may be needed."""
        if self.record_id is not None and (rule.id, self.record_id) in self.suite.waived:
            self.result.used_waivers.add((rule.id, self.record_id))

    def _violates(self, pointer: Pointer) -> bool:
        """Whether the value at `pointer`, or one that it is part of, violates the schema.

        Such a value cannot be the one that the prompt states; to say that as well would be a second
        finding of one cause.
        """
        return any(pointer == at or pointer.startswith(f"{at}/") for at in self.violating)


def _mismatches(given: object) -> Iterator[Mismatch]:
    if given is None:
        return
    for one in given if isinstance(given, Iterable) else [given]:
        if not isinstance(one, Mismatch):
            raise TypeError(f"a rule asserts or yields Mismatch values; this one gave a {type(one).__name__}")
        yield one


def _raised_at(error: BaseException, rule: Rule) -> str:
    """Return ``file:line`` of the place in the rule's own file where `error` was raised."""
    line, at = rule.line, error.__traceback__
    while at is not None:
        if at.tb_frame.f_code.co_filename == str(rule.path):
            line = at.tb_lineno
        at = at.tb_next
    return f"{rule.path.name}:{line}"
