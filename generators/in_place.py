"""Judging bytes as if they stood where a data file stands, in its split, before any file is written."""

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from edgejson._typing import SplitName
from edgejson.core.finding import Finding
from edgejson.errors import SourceError
from edgejson.suite.engine import Progress, examine
from edgejson.suite.examination import Examination
from edgejson.suite.suite import Suite, resolve_suite


@dataclass(frozen=True)
class _StandIn(Suite):
    """The suite of a data file for a stand-in of it; `left_out` is in no split."""

    original: Path
    stand_in: Path
    left_out: Path

    def split_files(self) -> dict[SplitName, list[Path]]:
        kept = {
            split: [path for path in paths if path != self.left_out]
            for split, paths in super().split_files().items()
        }
        return {
            split: [self.stand_in if path == self.original else path for path in paths]
            for split, paths in kept.items()
        }


@dataclass(frozen=True, slots=True)
class Place:
    """The place of a data file among the declared splits; what is to be written to `output` is judged there.

    An earlier file of the name `output` is no peer of it, even where the splits' globs match it.
    """

    data: Path
    output: Path
    suite: Suite

    @classmethod
    def of(cls, data: Path, output: Path, config: Path | None) -> "Place":
        """Return the place of `data` in its settings (see `resolve_suite`, whose errors it raises)."""
        return cls(data, output, resolve_suite(data, config))

    def content(self) -> bytes:
        """Return the bytes of the data file; SourceError when it cannot be read."""
        try:
            return self.data.read_bytes()
        except OSError as error:
            raise SourceError(self.data, error.strerror or str(error)) from error

    def split(self) -> SplitName | None:
        """Return the split that the settings declare the data file to be in."""
        return self.suite.split_of(self.data)

    def peers(self) -> list[Path]:
        """Return the other files of the declared splits, when the data file is in one."""
        if self.split() is None:
            return []
        return [path for _, path in self.suite.peer_files(self.data) if path != self.output.resolve()]

    def examine(self, content: bytes, *, shown_as: Path, on_progress: Progress | None = None) -> Examination:
        """Return what the suite finds in `content`; findings name the file `shown_as`."""
        with tempfile.TemporaryDirectory(prefix="edgejson-") as folder:
            scratch = Path(folder).resolve() / self.data.name
            scratch.write_bytes(content)
            suite = _StandIn(
                settings=self.suite.settings,
                registry=self.suite.registry,
                rules=self.suite.rules,
                check_files=self.suite.check_files,
                original=self.data.resolve(),
                stand_in=scratch,
                left_out=self.output.resolve(),
            )
            found = examine(scratch, suite, on_progress=on_progress)
        name = str(shown_as)
        findings = tuple(_renamed(finding, found.file, name) for finding in found.findings)
        return replace(found, path=shown_as, file=name, findings=findings)


def _renamed(finding: Finding, scratch: str, name: str) -> Finding:
    """Return `finding` about the file `name`, also where it tells of another line of the same file."""
    expected, actual = (
        text.replace(f"{scratch}:", f"{name}:") if isinstance(text, str) else text
        for text in (finding.expected, finding.actual)
    )
    return replace(finding, file=name, expected=expected, actual=actual)
