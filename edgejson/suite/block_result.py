"""What came of the rules for a block of lines, or for the table of a file."""

from dataclasses import dataclass, field

from edgejson._typing import Digest
from edgejson.core.finding import Finding
from edgejson.dataset.tables import Columns, empty_columns, extend


@dataclass(slots=True)
class BlockResult:
    """Findings and table rows of a block, or those of all blocks of a file together.

    ``refused`` says why of the lines that cannot be judged. ``used_waivers`` are those that a finding needed,
    or may need: their rule could not be run.
    """

    suite_sha256: Digest
    findings: list[Finding] = field(default_factory=list)
    columns: Columns = field(default_factory=empty_columns)
    n_lines: int = 0
    n_records: int = 0
    n_unlabelled: int = 0
    refused: dict[int, str] = field(default_factory=dict)
    waived: int = 0
    used_waivers: set[tuple[str, str]] = field(default_factory=set)

    def add(self, other: "BlockResult") -> None:
        """Add the result of the block that follows."""
        self.findings += other.findings
        extend(self.columns, other.columns)
        self.n_lines += other.n_lines
        self.n_records += other.n_records
        self.n_unlabelled += other.n_unlabelled
        self.refused |= other.refused
        self.waived += other.waived
        self.used_waivers |= other.used_waivers
