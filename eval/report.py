"""The report of an evaluation, as JSON: scores and where they come from, nothing that varies by itself."""

import json
import os
import platform
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from edgejson._typing import Digest
from edgejson.core.decoding import printable
from edgejson.core.files import write_atomically
from edgejson.eval.breakdowns import break_down
from edgejson.eval.contamination import Contamination
from edgejson.eval.errors import ReportError
from edgejson.eval.interval import CONFIDENCE, RESAMPLES, SEED
from edgejson.eval.report_schema import FORMAT, flaw_of
from edgejson.eval.score_columns import ScoreColumns
from edgejson.eval.summary import misses, summarize
from edgejson.gate.admission import Admitted
from edgejson.scoring.schemas import UNKNOWN
from edgejson.scoring.scored_record import ScoredRecord

WITH_FINDINGS = "the data was admitted with findings: this report stays out of the leaderboard"
"""What a report says of data that failed the suite."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What a report says of its making; ``model`` to ``selection`` are JSON objects.

    ``selection`` is None when all records of the file were evaluated.
    """

    command: str
    protocol: str
    contamination: Contamination
    model: Mapping[str, Any] | None = None
    prompting: Mapping[str, Any] | None = None
    decoding: Mapping[str, Any] | None = None
    predictions: Mapping[str, Any] | None = None
    selection: Mapping[str, Any] | None = None
    remarks: Sequence[str] = field(default=())


def make_report(admitted: Admitted, scored: Sequence[ScoredRecord], origin: Origin) -> dict[str, Any]:
    """Return the report of at least one record; the same input gives the same report, byte for byte."""
    remarks = list(origin.remarks)
    as_published = scoring(origin.protocol) == "historical"
    if origin.contamination.same_file:
        remarks.append("the model was trained on this very file: its scores say nothing about other data")
    filled = sum(record.complexity_from_registry for record in scored)
    if filled:
        remarks.append(_without_complexity(filled, scored, as_published))
    if admitted.result == "FAILED":
        remarks.append(WITH_FINDINGS)
    columns = ScoreColumns.of(scored)
    return {
        "format": FORMAT,
        "command": origin.command,
        "protocol": origin.protocol,
        "data": {
            "file": admitted.path.name,
            "sha256": admitted.sha256,
            "records": admitted.n_records,
            "suite_sha256": admitted.suite_sha256,
            "attestation_sha256": admitted.attestation_sha256,
            "result": admitted.result,
            "notes": list(admitted.notes),
            "peers": dict(admitted.peers),
        },
        "selection": origin.selection,
        "model": origin.model,
        "prompting": origin.prompting,
        "decoding": origin.decoding,
        "predictions": origin.predictions,
        "answers_sha256": answers_digest(scored),
        "machine": {
            "system": platform.system(),
            "architecture": platform.machine(),
            "cores": os.cpu_count(),
            "python": platform.python_version(),
        },
        "versions": {name: version(name) for name in ("edgejson", "numpy", "scipy")},
        "statistics": {"confidence": CONFIDENCE, "bootstrap_resamples": RESAMPLES, "bootstrap_seed": SEED},
        **summarize(columns),
        "misses": misses(scored),
        "breakdowns": break_down(scored, columns, origin.contamination.seen, as_published=as_published),
        "contamination": origin.contamination.report(),
        "remarks": remarks,
    }


def _without_complexity(filled: int, scored: Sequence[ScoredRecord], as_published: bool) -> str:
    """Return what becomes of the records that name no complexity."""
    if as_published:
        return f"{filled} records name no complexity: they are in no row by it, as in the published table"
    unknown = sum(record.complexity == UNKNOWN for record in scored)
    where = f", which has none for {unknown} of them" if unknown else ""
    return f"{filled} records name no complexity; it was taken from the registry of schemas{where}"


def scoring(protocol: str) -> str:
    """Return how a report's protocol scores: what stands before ``+3-shot`` and the like."""
    return protocol.partition("+")[0]


def answers_digest(scored: Sequence[ScoredRecord]) -> Digest:
    """Return the digest of the answers with their record ids: runs that answered alike share it."""
    digest = sha256()
    for record in scored:
        text = None if record.prediction is None else record.prediction.text
        digest.update(json.dumps([record.id, text]).encode() + b"\n")
    return digest.hexdigest()


def write_report(path: Path, report: Mapping[str, Any]) -> None:
    """Write a report to `path`; it appears whole or not at all."""
    # Names of files may hold bytes that are no UTF-8.
    text = printable(json.dumps(report, indent=2, ensure_ascii=False))
    write_atomically(path, text.encode() + b"\n")


def read_report(path: Path) -> dict[str, Any]:
    """Read a report; raises ReportError when `path` holds none."""
    mend = "give a report that 'python -m edgejson.eval' wrote"
    try:
        report = json.loads(path.read_bytes())
    except OSError as error:
        raise ReportError(path, f"cannot read the report ({error.strerror})") from error
    except (ValueError, RecursionError) as error:
        raise ReportError(path, f"not JSON; {mend}") from error
    if not isinstance(report, dict) or report.get("format") != FORMAT:
        raise ReportError(path, f"not an evaluation report ({FORMAT}); {mend}")
    if flaw := flaw_of(report):
        raise ReportError(path, f"{flaw}; {mend}")
    return report


def recorded_command(arguments: Sequence[str]) -> str:
    """Return the command line for the record; absolute paths become relative to the working folder."""
    words = []
    for word in arguments:
        option, equals, value = word.partition("=") if word.startswith("--") else ("", "", word)
        words.append(option + equals + (os.path.relpath(value) if Path(value).is_absolute() else value))
    return shlex.join(["python", "-m", "edgejson.eval", *words])
