"""A file that is to replace a data file, judged in its place among the splits before it is written."""

from dataclasses import dataclass, replace
from pathlib import Path

from edgejson._typing import SplitName
from edgejson.core.files import real_path, temporary_folder
from edgejson.core.finding import Finding
from edgejson.core.regular_files import read_regular
from edgejson.errors import SourceError
from edgejson.suite.engine import Progress, examine
from edgejson.suite.examination import Examination
from edgejson.suite.suite import Suite, resolve_suite


@dataclass(frozen=True)
class _SuiteOfCopy(Suite):
    """The suite of the `original` file, asked about a `copy` of it; the `excluded` file is in no split."""

    original: Path
    copy: Path
    excluded: Path

    def split_files(self) -> dict[SplitName, list[Path]]:
        return {
            split: [self.copy if path == self.original else path for path in paths if path != self.excluded]
            for split, paths in super().split_files().items()
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """The file `output`, which is to replace the file `data`: it is judged as if it stood there.

    An earlier file of the name `output` is no peer of it, even where the splits' globs match it.
    """

    data: Path
    output: Path
    suite: Suite

    @classmethod
    def of(cls, data: Path, output: Path, config: Path | None) -> "Replacement":
        """Return the replacement of `data` in its settings (see `resolve_suite`, whose errors it raises)."""
        return cls(data=data, output=output, suite=resolve_suite(data, config))

    def original_content(self) -> bytes:
        """Return the bytes of the data file; SourceError when it cannot be read."""
        try:
            return read_regular(self.data)
        except OSError as error:
            raise SourceError(self.data, error.strerror or str(error)) from error

    def split(self) -> SplitName | None:
        """Return the split that the settings declare the data file to be in."""
        return self.suite.split_of(self.data)

    def peers(self) -> list[Path]:
        """Return the other files of the declared splits, when the data file is in one."""
        if self.split() is None:
            return []
        return [path for _, path in self.suite.peer_files(self.data) if path != real_path(self.output)]

    def examine(self, content: bytes, *, shown_as: Path, on_progress: Progress | None = None) -> Examination:
        """Return what the suite finds in `content`; findings name the file `shown_as`."""
        with temporary_folder() as folder:
            copy = real_path(folder) / self.data.name
            copy.write_bytes(content)
            suite = _SuiteOfCopy(
                settings=self.suite.settings,
                registry=self.suite.registry,
                rules=self.suite.rules,
                check_files=self.suite.check_files,
                original=real_path(self.data),
                copy=copy,
                excluded=real_path(self.output),
            )
            found = examine(copy, suite, on_progress=on_progress)
        name = str(shown_as)
        findings = tuple(_with_file(finding, found.file, name) for finding in found.findings)
        return replace(found, path=shown_as, file=name, findings=findings)


def _with_file(finding: Finding, copy: str, name: str) -> Finding:
    """Return `finding` about the file `name`, also where it mentions another line of the same file."""
    expected, actual = (
        text.replace(f"{copy}:", f"{name}:") if isinstance(text, str) else text
        for text in (finding.expected, finding.actual)
    )
    return replace(finding, file=name, expected=expected, actual=actual)
