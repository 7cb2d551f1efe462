"""What running a suite over a file finds out, as a value."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from edgejson._typing import Digest, SplitName
from edgejson.core.finding import Finding
from edgejson.core.record_format import FormatName
from edgejson.errors import EdgejsonError


def refuse_internal(findings: Sequence[Finding]) -> None:
    """Raise EdgejsonError where a rule failed itself: for that no record is to be dropped or replaced."""
    failed = sorted({finding.rule for finding in findings if finding.kind == "internal"})
    if failed:
        first = next(finding for finding in findings if finding.kind == "internal")
        raise EdgejsonError(
            f"{first.location}: {first.message} ({first.rule}, at {first.actual}); nothing was written, "
            f"because what {', '.join(failed)} would say of the records is not known: mend or disable it"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A file of a declared split that split rules read beside the examined one."""

    file: str
    split: SplitName
    sha256: Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """Everything that one pass found out about a file.

    Of ``n_lines`` that were read in the format ``format``, ``n_refused`` could not be judged, and
    ``n_unlabelled`` hold no label. ``ran`` are the ids of the rules that were run over every byte;
    ``not_checked`` says of the others of the suite why they were not run (a rule that was not selected is in
    neither). ``schemas`` counts the records by schema id. ``idle_waivers`` are pairs of rule and record id
    that nothing was found for, though it was looked for.
    """

    path: Path
    file: str
    sha256: Digest
    suite_sha256: Digest
    n_lines: int
    n_records: int
    n_refused: int
    n_unlabelled: int
    format: FormatName
    findings: tuple[Finding, ...]
    ran: frozenset[str]
    not_checked: dict[str, str]
    split: SplitName | None
    peers: tuple[Peer, ...]
    schemas: dict[str, int] = field(default_factory=dict)
    waived: int = 0
    idle_waivers: tuple[tuple[str, str], ...] = ()

    @property
    def n_judged(self) -> int:
        """The lines that were judged: all that were not refused."""
        return self.n_lines - self.n_refused
