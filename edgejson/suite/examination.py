"""What running a suite over a file finds out, as a value."""

from dataclasses import dataclass, field
from pathlib import Path

from edgejson._typing import Digest, SplitName
from edgejson.core.finding import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A file of a declared split that split rules read beside the examined one."""

    file: str
    split: SplitName
    sha256: Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """Everything that one pass found out about a file.

    ``ran`` are the ids of the rules that were run over every byte; ``not_checked`` says of the others
    of the suite why they were not run (a rule that was not selected is in neither). ``schemas`` counts
    the records by schema id. ``idle_waivers`` are pairs of rule and record id that nothing was found for,
    though it was looked for.
    """

    path: Path
    file: str
    sha256: Digest
    suite_sha256: Digest
    n_lines: int
    n_records: int
    findings: tuple[Finding, ...]
    ran: frozenset[str]
    not_checked: dict[str, str]
    split: SplitName | None
    peers: tuple[Peer, ...]
    schemas: dict[str, int] = field(default_factory=dict)
    waived: int = 0
    idle_waivers: tuple[tuple[str, str], ...] = ()
