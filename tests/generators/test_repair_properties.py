"""Repair and mutation as a machine: whatever is made and broken, repair mends that, only that, and once."""

import shutil
import tempfile
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    precondition,
    rule,
)

from edgejson.generators import GeneratedRecord, strategies
from edgejson.generators.generator_set import built_in_generators
from edgejson.generators.rewriting.repair import repair
from edgejson.generators.rewriting.replacement import Replacement
from edgejson.generators.rewriting.rewritten_file import RewrittenFile
from edgejson.suite.engine import examine
from edgejson.suite.suite import resolve_suite
from tests.generators.fuzzing import examples
from tests.generators.mutants import OF_LABELS, broken


def repaired(folder: Path, content: bytes) -> RewrittenFile:
    """Repair a file of these bytes."""
    data = folder / "data.jsonl"
    data.write_bytes(content)
    return repair(Replacement.of(data, folder / "out.jsonl", None), generator_set=built_in_generators())


@st.composite
def broken_files(draw: st.DrawFn) -> tuple[list[bytes], set[int]]:
    """Draw the lines of a file of listings, and which of them are broken, counted from 1."""
    records = draw(strategies.files(min_size=1, max_size=5, style="listing"))
    lines, wrong = [], set()
    for number, record in enumerate(records, 1):
        line = record.line()
        if draw(st.booleans()):
            first = draw(st.integers(0, len(OF_LABELS) - 1))
            _, mutant = broken(record, first, Random(draw(st.integers(0, 2**32))), OF_LABELS)
            [changed] = mutant.lines
            line = changed + b"\n"
            wrong.add(number)
        lines.append(line)
    return lines, wrong


def test_repair_changes_the_broken_lines_only_and_only_once(tmp_path: Path) -> None:
    @examples(8, 1_000)
    @given(broken_files())
    def mends(drawn: tuple[list[bytes], set[int]]) -> None:
        lines, wrong = drawn
        rewritten = repaired(tmp_path, b"".join(lines))
        errors = {one.line for one in rewritten.before.findings if one.severity == "error" and one.line}
        assert errors <= wrong, "a break may be a matter of warnings, but no good record has errors"
        rows = zip(lines, rewritten.content.splitlines(keepends=True), strict=True)
        assert {number for number, (old, new) in enumerate(rows, 1) if old != new} == errors
        assert [one for one in rewritten.after.findings if one.severity == "error"] == []
        assert repaired(tmp_path, rewritten.content).content == rewritten.content

    mends()


class Workshop(RuleBasedStateMachine):
    """A data file that records are put into, broken in and repaired in, against what is known of each."""

    good = Bundle("good")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="edgejson-workshop-"))
        self.suite = resolve_suite(self.folder / "data.jsonl")
        self.lines: list[bytes] = []
        self.wrong: set[int] = set()

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @initialize(record=strategies.records(style="listing"), target=good)
    def begin(self, record: GeneratedRecord) -> tuple[int, GeneratedRecord]:
        return self.put(record)

    @rule(record=strategies.records(style="listing"), target=good)
    def generate(self, record: GeneratedRecord) -> tuple[int, GeneratedRecord]:
        """Put a record at the end."""
        return self.put(record)

    def put(self, record: GeneratedRecord) -> tuple[int, GeneratedRecord]:
        """Add the record's line; the line's number makes its id unlike all others."""
        number = len(self.lines) + 1
        line = record.line().replace(b"_template_hy", f"_template_{number}hy".encode(), 1)
        self.lines.append(line)
        return number - 1, record

    @rule(chosen=consumes(good), first=st.integers(0, len(OF_LABELS) - 1), seed=st.integers(0, 2**32))
    def mutate(self, chosen: tuple[int, GeneratedRecord], first: int, seed: int) -> None:
        """Break a record that was not broken yet."""
        row, record = chosen
        _, mutant = broken(record, first, Random(seed), OF_LABELS)
        [changed] = mutant.lines
        ours = f"_template_{row + 1}hy".encode()
        self.lines[row] = changed.replace(b"_template_hy", ours, 1) + b"\n"
        self.wrong.add(row + 1)

    def errors(self) -> set[int]:
        """Return the lines with errors; that a record was drawn twice is not one of them."""
        data = self.folder / "data.jsonl"
        data.write_bytes(b"".join(self.lines))
        found = examine(data, self.suite).findings
        return {one.line for one in found if one.severity == "error" and one.line and one.kind != "duplicate"}

    @invariant()
    def only_broken_records_have_errors(self) -> None:
        assert self.errors() <= self.wrong

    @precondition(lambda self: self.wrong)
    @rule()
    def mend(self) -> None:
        """Repair the file: no error is left, and what had none is as it was."""
        rewritten = repaired(self.folder, b"".join(self.lines))
        failing_findings = {one.line for one in rewritten.before.findings if one.severity == "error"}
        after = rewritten.content.splitlines(keepends=True)
        assert len(after) == len(self.lines)
        for number, (old, new) in enumerate(zip(self.lines, after, strict=True), 1):
            assert (old != new) == (number in failing_findings)
        assert not [one for one in rewritten.after.findings if one.severity == "error"]
        self.lines, self.wrong = after, self.wrong - {number for number in failing_findings if number}


TestWorkshop = Workshop.TestCase
TestWorkshop.settings = settings(examples(4, 300), stateful_step_count=8)
