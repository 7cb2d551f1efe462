"""The gate: the only maker of `Admitted`, the value that training and evaluation take."""

import shlex
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import InitVar, dataclass, field
from pathlib import Path

from edgejson._typing import Digest
from edgejson.core.record import Record
from edgejson.core.record_format import FormatName
from edgejson.core.worker_pool import WorkerPool
from edgejson.errors import NotAdmitted, SourceError
from edgejson.formats.dataset_folder import is_dataset_folder
from edgejson.formats.reader import digest_of, read_records
from edgejson.gate.attestation import Attestation, NotAStatement, attestation_path, statement, write_statement
from edgejson.suite.engine import examine
from edgejson.suite.suite import Suite, resolve_suite
from edgejson.suite.verdict import Result

_KEY = object()


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted:
    """A data file that has passed; only `admit` and `admit_or_validate` make one.

    ``notes`` name everything by which the suite is less than complete (disabled rules, changed severities,
    waivers, a tolerance): show them wherever the data is used. ``result`` is FAILED only for data that an
    evaluation took with findings on request; ``failed`` are the rules that failed then.
    """

    path: Path
    sha256: Digest
    n_records: int
    format: FormatName
    suite_sha256: Digest
    attestation_sha256: Digest
    result: Result
    notes: tuple[str, ...]
    peers: Mapping[str, Digest]
    failed: tuple[str, ...] = ()
    _suite: Suite = field(repr=False, compare=False)
    made_by: InitVar[object] = None

    def __post_init__(self, made_by: object) -> None:
        # Not kept: dataclasses.replace would hand it to a value with other fields.
        if made_by is not _KEY:
            raise TypeError("only edgejson.admit makes an Admitted; call edgejson.admit(path)")

    def records(self) -> Iterator[Record]:
        """Yield the records, reading the file again; use none of them before the iteration has ended.

        Raises DataChanged at the end when the bytes were not those that were admitted.
        """
        record_format = self._suite.settings.record_format.named(self.format)
        return read_records(self.path, record_format, sha256=self.sha256)


def admit(path: Path | str, *, config: Path | None = None) -> Admitted:
    """Return the file at `path` as `Admitted` if an attestation beside it fits and says that it passed.

    Raises NotAdmitted, whose ``refusal`` says which condition fails: there is an attestation; it is this
    file's; the file's bytes are those attested; the suite is the one that ran; so are the files of the
    other splits; nothing failed. `config` is the settings file, where it is not the nearest pyproject.toml.
    """
    path = Path(path)
    suite = resolve_suite(path, config, load_checks=False)
    attestation = _read(path, config)
    if attestation is None:
        digest_of(path)
        missing = f"there is no {attestation_path(path).name}"
        raise NotAdmitted(path, "no attestation", missing, _validate(path, config))
    return _admitted(path, suite, attestation, config, with_findings=False)


def admit_or_validate(
    path: Path | str,
    *,
    config: Path | None = None,
    require_attestation: bool = False,
    admit_with_findings: bool = False,
) -> Admitted:
    """Like `admit`, but run the suite (and leave the attestation beside the file) where there is none.

    `require_attestation` refuses instead. An attestation that does not fit is a refusal here too.
    `admit_with_findings` takes a file that failed, for evaluation only: its ``result`` is FAILED then.
    """
    path = Path(path)
    suite = resolve_suite(path, config, load_checks=False)
    attestation = _read(path, config)
    if attestation is None:
        if require_attestation:
            return admit(path, config=config)
        digest_of(path)
        with WorkerPool(1) as judge:
            content = judge.submit(_statement_on, path, config).result()
        attestation = Attestation.parse(content)
        # In a folder that cannot be written to, the verdict holds; it is just not kept.
        with suppress(OSError):
            write_statement(path, content)
    return _admitted(path, suite, attestation, config, with_findings=admit_with_findings)


def _statement_on(path: Path, config: Path | None) -> bytes:
    suite = resolve_suite(path, config)
    return statement(examine(path, suite, config=config), suite)


def _read(path: Path, config: Path | None) -> Attestation | None:
    if path.is_dir() and not is_dataset_folder(path):
        raise SourceError(path, "is a folder; name one data file (.jsonl)")
    try:
        return Attestation.read(path)
    except NotAStatement as error:
        because = f"{attestation_path(path).name} is not a statement of edgejson ({error})"
        raise NotAdmitted(path, "unreadable attestation", because, _validate(path, config)) from error


def _admitted(
    path: Path, suite: Suite, attestation: Attestation, config: Path | None, *, with_findings: bool
) -> Admitted:
    mend = _validate(path, config)
    name = attestation_path(path).name
    if attestation.subject != path.name:
        because = f"{name} is the attestation of {attestation.subject}"
        raise NotAdmitted(path, "another file's attestation", because, mend)
    sha256 = digest_of(path)
    if attestation.data_sha256 != sha256:
        because = f"its SHA-256 is {sha256[:12]}…, but {attestation.data_sha256[:12]}… was attested"
        raise NotAdmitted(path, "edited data", because, mend)
    if attestation.suite_sha256 != suite.sha256:
        because = "rules, schemas, settings or version are not those of the run that was attested"
        raise NotAdmitted(path, "another suite", because, mend)
    # Only now: what is run are the check files that were attested.
    suite = resolve_suite(path, config, run_checks=suite.settings.checks is not None)
    if attestation.suite_sha256 != suite.sha256:
        raise NotAdmitted(path, "another suite", "the rules changed while they were read", mend)
    if suite.settings.format not in (None, attestation.format):
        because = f"it was read as {attestation.format}, and the settings say {suite.settings.format}"
        raise NotAdmitted(path, "another suite", because, mend)
    if unnamed := _differing_rules(suite, attestation):
        because = f"{name} was edited: it does not say, or says twice, what came of {unnamed}"
        raise NotAdmitted(path, "unreadable attestation", because, mend)
    if (split := suite.split_of(path)) != attestation.split:
        before = attestation.split or "no split"
        because = f"it was in {before} when it was attested and is in {split or 'none'} now"
        raise NotAdmitted(path, "changed peers", because, mend)
    if changed := _changed_peers(path, suite, attestation):
        raise NotAdmitted(path, "changed peers", f"the files of its declared splits changed: {changed}", mend)
    if attestation.result == "FAILED" and not with_findings:
        shown = ", ".join(attestation.failed[:3]) + (", …" if len(attestation.failed) > 3 else "")
        because = f"{len(attestation.failed)} of its rules failed ({shown})"
        clean = shlex.join(["edgejson", "clean", str(path), "OUT"])
        mend = f"correct what {mend} shows, or drop those records: {clean}"
        raise NotAdmitted(path, "failed", because, mend)
    return Admitted(
        path=path,
        sha256=sha256,
        n_records=attestation.n_records,
        format=attestation.format,
        suite_sha256=attestation.suite_sha256,
        attestation_sha256=attestation.sha256,
        result=attestation.result,
        notes=attestation.notes,
        peers=attestation.peers,
        failed=attestation.failed,
        _suite=suite,
        made_by=_KEY,
    )


def _differing_rules(suite: Suite, attestation: Attestation) -> str:
    """Return the rules that the attestation does not name exactly once, or that the suite lacks."""
    named = Counter((*attestation.passed, *attestation.warned, *attestation.failed, *attestation.not_checked))
    return ", ".join(
        sorted(rule for rule in named.keys() | suite.by_id if named[rule] != 1 or rule not in suite.by_id)
    )


def _changed_peers(path: Path, suite: Suite, attestation: Attestation) -> str:
    """Return the names of the peers that are new, gone or edited since the attestation, or nothing."""
    now = dict(suite.peer_files(path)) if suite.split_of(path) is not None else {}
    names = sorted(now.keys() | attestation.peers.keys())
    changed = [
        name for name in names if name not in now or attestation.peers.get(name) != digest_of(now[name])
    ]
    return ", ".join(changed)


def _validate(path: Path, config: Path | None) -> str:
    words = ["pytest", "--edgejson", str(path)]
    return shlex.join(words if config is None else [*words, "--edgejson-config", str(config)])
