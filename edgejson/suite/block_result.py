"""What the rules answer about a part of a file, as findings: about a block of lines, or its whole table."""

from dataclasses import dataclass, field

from edgejson._typing import Digest, Pointer
from edgejson.core.finding import Finding
from edgejson.core.record import Record
from edgejson.dataset.tables import Columns, empty_columns
from edgejson.suite.checks import Rule
from edgejson.suite.rule_runner import answers
from edgejson.suite.suite import Suite

_OF_THE_PROMPT = ("grounding", "ambiguity")
"""Kinds of rules that compare a label with its prompt."""


@dataclass(slots=True)
class Part:
    """What a worker hands back for one block, or for the table of a file.

    ``used_waivers`` are those that a finding needed, or may need: their rule could not be asked.
    """

    suite_sha256: Digest
    findings: list[Finding] = field(default_factory=list)
    columns: Columns = field(default_factory=empty_columns)
    n_lines: int = 0
    n_records: int = 0
    waived: int = 0
    used_waivers: set[tuple[str, str]] = field(default_factory=set)


@dataclass(slots=True)
class Judge:
    """Asks rules about one line, or about one file, and writes down what they answer."""

    suite: Suite
    file: str
    line: int | None
    part: Part
    columns: Columns = field(default_factory=dict)
    rows: dict[int, int] = field(default_factory=dict)
    record_id: str | None = None
    schema_id: str | None = None
    accused: tuple[Pointer, ...] = ()

    def name(self, record: Record) -> None:
        """Take `record` as what the next answers are about."""
        self.record_id, self.schema_id = record.id, record.schema_id

    def ask(self, rule: Rule, subject: object) -> None:
        """Write down what `rule` finds in `subject`, less what is waived or accused already."""
        for mismatch in answers(rule, subject, self.suite):
            if rule.scope == "record" and rule.kind in _OF_THE_PROMPT and self._is_accused(mismatch.pointer):
                self.skip(rule)
                continue
            line = self.line if self.line is not None else mismatch.line
            record_id, schema_id = self.record_id, self.schema_id
            if line in self.rows:
                row = self.rows[line]
                record_id, schema_id = self.columns["id"][row], self.columns["schema_id"][row]
            if record_id is not None and (rule.id, record_id) in self.suite.waived:
                self.part.waived += 1
                self.part.used_waivers.add((rule.id, record_id))
                continue
            self.part.findings.append(
                Finding(
                    file=self.file,
                    line=line,
                    record_id=record_id,
                    schema_id=schema_id,
                    rule=rule.id,
                    kind=mismatch.kind or rule.kind,
                    severity=rule.severity,
                    pointer=mismatch.pointer,
                    message=mismatch.message or rule.sentence,
                    expected=mismatch.expected,
                    actual=mismatch.actual,
                )
            )

    def skip(self, rule: Rule) -> None:
        """Note that `rule` is not heard on the record, for what else is wrong: its waiver may be needed."""
        if self.record_id is not None and (rule.id, self.record_id) in self.suite.waived:
            self.part.used_waivers.add((rule.id, self.record_id))

    def _is_accused(self, pointer: Pointer) -> bool:
        """Whether the value at `pointer`, or one that it is part of, violates the schema.

        Such a value cannot be the one that the prompt states; to say that as well would be a second
        finding of one cause.
        """
        return any(pointer == at or pointer.startswith(f"{at}/") for at in self.accused)
