"""What the records of an evaluation share with the data that the model has learnt from.

The comparisons are those of the suite's own rules against leakage (`edgejson.dataset.duplicates`).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from edgejson._typing import Digest
from edgejson.core.record import Record
from edgejson.core.record_format import RecordFormat
from edgejson.dataset.duplicates import NEAR, NEAR_LABELS, Duplicates, Found
from edgejson.dataset.tables import DISTINCTIVE_LEAVES, Table, append_row, empty_columns
from edgejson.eval.training_data import TrainingData
from edgejson.formats.reader import part_of
from edgejson.scoring import record_meta

if TYPE_CHECKING:
    from polars import DataFrame

SHOWN_IDS = 20
"""Ids that a report lists of each kind of overlap; its number counts all."""

OVERLAPS: Mapping[str, str] = {
    "record": "the same prompt and label",
    "prompt": "the same prompt, another label",
    "label": f"the same label, of {DISTINCTIVE_LEAVES} leaves or more; another prompt",
    "short_label": f"the same label, of fewer than {DISTINCTIVE_LEAVES} leaves; another prompt",
    "near_label": "all but one leaf of the label",
    "near_wording": f"{NEAR:.0%} of the prompt's runs of words and {NEAR_LABELS:.0%} of the label's leaves",
}
"""Kinds of overlap, each record in the first one that fits. Short labels are often equal by chance."""

META, WORDING = "meta.template", "wording"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contamination:
    """The overlaps of evaluated records with training data, or why nobody knows them.

    ``seen`` says by record id whether training had a prompt of the same template; records of which nobody
    knows are not in it. Templates are compared by their ids where both files name them (``by`` is
    ``meta.template``), else by their wording without values (``wording``).
    """

    reason: str | None
    seen: Mapping[str, bool]
    training: TrainingData | None = None
    was_peer: bool | None = None
    same_file: bool = False
    n: int = 0
    overlaps: Mapping[str, Sequence[str]] = field(default_factory=dict)
    templates: Mapping[str, Any] | None = None

    def report(self) -> dict[str, Any]:
        """Return what a report says of it."""
        return {
            "status": "not known" if self.training is None else "measured",
            "reason": self.reason,
            "training_data": self.training and _source(self.training),
            "test_file_was_compared_when_training_data_was_attested": self.was_peer,
            "same_file": self.same_file,
            "overlaps": {
                kind: {
                    "records": len(ids),
                    "n": self.n,
                    "ids": list(ids[:SHOWN_IDS]),
                    "meaning": OVERLAPS[kind],
                }
                for kind, ids in self.overlaps.items()
            },
            "templates": self.templates,
        }


def contamination(records: Sequence[Record], sha256: Digest, training: TrainingData | str) -> Contamination:
    """Compare the evaluated records, of a file with this digest, with training data if that is known."""
    return not_known(records, training) if isinstance(training, str) else measure(records, sha256, training)


def not_known(records: Sequence[Record], reason: str) -> Contamination:
    """Return the lack of knowledge; what records say themselves of their templates is believed."""
    said = {record.id: record_meta.kept_from_training(record) for record in records}
    return Contamination(
        reason=reason, seen={record_id: not kept for record_id, kept in said.items() if kept is not None}
    )


def measure(records: Sequence[Record], sha256: Digest, training: TrainingData) -> Contamination:
    """Compare the evaluated records, of a file with digest `sha256`, with the training data."""
    test, train = _rows("evaluated", records), _rows("training", training.records)
    copies = Duplicates.between(test, train)
    found: dict[str, Found] = {
        "record": copies.of_record,
        "prompt": copies.of_prompt,
        "label": copies.of_label,
        "near_label": copies.of_label_but_one_leaf,
        "near_wording": copies.near_duplicates,
    }
    # The judged rows stand behind the others, in the order of the records.
    overlaps = {
        kind: [records[rank - len(training.records)].id for rank in sorted(ranks)]
        for kind, ranks in found.items()
    }
    known = {record_id for ids in overlaps.values() for record_id in ids}
    labels = set(train["label_digest"].to_list())
    overlaps["short_label"] = [
        record.id
        for record, digest in zip(records, test["label_digest"].to_list(), strict=True)
        if digest in labels and record.id not in known
    ]
    by, of_test, of_training = _templates(records, test, training.records, train)
    seen = {
        record.id: template in of_training
        for record, template in zip(records, of_test, strict=True)
        if template is not None
    }
    named = Counter(template for template in of_test if template is not None)
    return Contamination(
        reason=None,
        seen=seen,
        training=training,
        was_peer=sha256 in training.peers if training.proven else None,
        same_file=sha256 == training.sha256,
        n=len(records),
        overlaps={kind: overlaps[kind] for kind in OVERLAPS},
        templates={
            "by": by,
            "of_training": len(of_training),
            "of_test": len(named),
            "shared": sum(template in of_training for template in named),
            "records_of_shared": sum(seen.values()),
            "records_of_others": len(seen) - sum(seen.values()),
        },
    )


def _source(training: TrainingData) -> dict[str, Any]:
    return {
        "file": training.file,
        "sha256": training.sha256,
        "records": len(training.records),
        "proven_by_adapter": training.proven,
        "attestation_sha256": training.attestation_sha256,
        "attestation_beside_it": training.attestation,
    }


_ANY = RecordFormat(name="envelope")


def _rows(name: str, records: Sequence[Record]) -> "DataFrame":
    columns = empty_columns()
    for record in records:
        append_row(columns, record.line, part_of(record), _ANY)
    return Table(name, columns).frame


def _templates(
    records: Sequence[Record], test: "DataFrame", training: Sequence[Record], train: "DataFrame"
) -> tuple[str, Sequence[object], set[object]]:
    """Return by what templates are told apart, that of each test record (None: not said), and training's."""
    of_test = [record_meta.template(record) for record in records]
    of_training: set[object] = set(map(record_meta.template, training))
    of_training.discard(None)
    if of_training and any(name is not None for name in of_test):
        return META, of_test, of_training
    return WORDING, test["skeleton"].to_list(), {each for each in train["skeleton"].to_list() if each}
