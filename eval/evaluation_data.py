"""Admitted data for an evaluation: the records, read to the end, and the schemas that they are judged by."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from edgejson.core.console import notify
from edgejson.core.record import Record
from edgejson.eval.errors import EvaluationError
from edgejson.gate.admission import Admitted, admit_or_validate
from edgejson.scoring.schemas import Schemas
from edgejson.suite.suite import Suite, resolve_suite


@dataclass(frozen=True, kw_only=True)
class EvaluationData:
    """What the gate let through, and the suite that judged it; ``remarks`` belong into the report."""

    admitted: Admitted
    records: tuple[Record, ...]
    suite: Suite
    remarks: tuple[str, ...]

    def complexity(self, record: Record) -> str:
        """Return the complexity of a record, from the registry where the record names none."""
        return record.complexity or self.schemas.complexity(record.schema_id)

    @cached_property
    def schemas(self) -> Schemas:
        """The JSON Schemas of the suite's registry."""
        return Schemas(self.suite.registry)


def admit_data(
    path: Path, *, config: Path | None, require_attestation: bool, admit_with_findings: bool
) -> EvaluationData:
    """Take `path` through the gate and read all of it; what the gate has to say is printed on stderr.

    Raises NotAdmitted, DataChanged and the other EdgejsonErrors of reading data and settings.
    """
    admitted = admit_or_validate(
        path, config=config, require_attestation=require_attestation, admit_with_findings=admit_with_findings
    )
    for note in admitted.notes:
        notify(f"note: {note}")
    if admitted.result == "FAILED":
        notify(
            f"warning: {path} was admitted with findings ({', '.join(admitted.failed)}); "
            "the report is marked and stays out of the leaderboard"
        )
    suite = resolve_suite(path, config)
    records: dict[str, Record] = {}
    read = 0
    for record in admitted.records():
        read += 1
        records.setdefault(record.id, record)
    if not records:
        raise EvaluationError(f"{path}: there is no record to evaluate on")
    remarks = []
    if read < admitted.n_records:
        remarks.append(f"{admitted.n_records - read} lines of the data hold no record and were left out")
    if len(records) < read:
        remarks.append(f"{read - len(records)} records repeat an id; only the first of each id was evaluated")
    return EvaluationData(
        admitted=admitted, records=tuple(records.values()), suite=suite, remarks=tuple(remarks)
    )
