"""`repair`: new records in the place of those that have errors; everything else as it was, byte for byte."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from edgejson._typing import JSONObject, SplitName
from edgejson.core.finding import Finding
from edgejson.core.json_text import compact
from edgejson.core.record import Record
from edgejson.core.record_reader import read_line
from edgejson.core.source import Line
from edgejson.generators.bars import Stage, silent
from edgejson.generators.in_place import Place
from edgejson.generators.mending import Mended, failing, lines_of, split_of
from edgejson.generators.record import GeneratedRecord
from edgejson.generators.sources import Sources
from edgejson.generators.spent import Spent, fresh_seeds
from edgejson.suite.examination import Examination

TRIES = 5
"""New records that a line is given before it is left as it was: one that a rule of the user's own refuses
so often is not made right by another."""

_CONTENT = ("/prompt", "/expected_output")


@dataclass(slots=True)
class _Patient:
    """A line with a record that has errors: what it was, what its errors are, and its new records so far."""

    number: int
    raw: bytes
    value: JSONObject
    record: Record
    rules: list[str]
    candidates: Iterator[GeneratedRecord]
    tries: int = 0
    new: GeneratedRecord | None = None


@dataclass(slots=True)
class _Ward:
    """A file under repair."""

    place: Place
    split: SplitName
    sources: Sources
    spent: Spent
    lines: list[bytes]
    patients: dict[int, _Patient] = field(default_factory=dict)
    given_up: dict[int, str] = field(default_factory=dict)


def repair(
    place: Place,
    *,
    sources: Sources,
    split: SplitName | None = None,
    spent: Spent | None = None,
    show: Stage = silent,
) -> Mended:
    """Return the file at `place` with a new record of the same schema for each record that has errors.

    A record has an error where a finding that fails the file is about its prompt or its label. The new
    record keeps the line's place, id, source and every other field, with their order; only prompt, label and
    ``meta`` are new. It repeats nothing of this file, of the declared splits or of `spent`. Another repair
    leaves the file as it is. `show` is told what is being done.
    """
    content = place.content()
    chosen = split_of(place, split)
    theirs = Spent.of_files([place.data, *place.peers()], place.suite.settings)
    ward = _Ward(
        place=place,
        split=chosen,
        sources=sources,
        spent=theirs.with_others(spent or Spent()),
        lines=lines_of(content),
    )
    before = _judged(ward, content, show)
    after, wrong = before, _mendable(before, ward)
    while wrong:
        for done, (number, findings) in enumerate(wrong.items()):
            show("making records", done, len(wrong))
            _treat(ward, number, findings)
        after = _judged(ward, b"".join(ward.lines), show)
        wrong = _mendable(after, ward)
    return Mended(
        content=b"".join(ward.lines), split=chosen, before=before, after=after, done=_done(ward, after)
    )


def _judged(ward: _Ward, content: bytes, show: Stage) -> Examination:
    read = 0

    def advance(size: int) -> None:
        nonlocal read
        read += size
        show("judging", read, len(content))

    return ward.place.examine(content, shown_as=ward.place.data, on_progress=advance)


def _mendable(found: Examination, ward: _Ward) -> dict[int, list[Finding]]:
    """Return the failing findings about prompts and labels, by line, of lines that were not given up."""
    wrong: dict[int, list[Finding]] = {}
    for finding in failing(found, ward.place):
        if finding.line is None or finding.line in ward.given_up:
            continue
        if _is_of_content(finding, ward.place):
            wrong.setdefault(finding.line, []).append(finding)
    return wrong


def _is_of_content(finding: Finding, place: Place) -> bool:
    """Whether a new prompt and label can do away with `finding`.

    What is wrong with the bytes of a line, with an id or with another field around the label stays wrong.
    """
    if place.suite.by_id[finding.rule].scope in ("label", "record"):
        return True
    repeats = finding.kind in ("duplicate", "leakage") and not finding.pointer
    return repeats or finding.pointer.startswith(_CONTENT)


def _treat(ward: _Ward, number: int, findings: Sequence[Finding]) -> None:
    rules = list(dict.fromkeys(finding.rule for finding in findings))
    patient = ward.patients.get(number) or _admitted(ward, number, rules)
    if patient is None:
        return
    ward.patients[number] = patient
    new = ward.spent.first_new(patient.candidates) if patient.tries < TRIES else None
    if new is not None:
        patient.tries, patient.new = patient.tries + 1, new
        ward.lines[number - 1] = _rewritten(ward, patient, new)
        return
    why = f"new records have errors as well: {', '.join(rules)}"
    ward.given_up[number] = why if patient.tries == TRIES else "the schema has no further different records"
    ward.lines[number - 1], patient.new = patient.raw, None


def _admitted(ward: _Ward, number: int, rules: list[str]) -> _Patient | None:
    raw = ward.lines[number - 1]
    line = Line(number=number, offset=0, raw=raw.removesuffix(b"\n"), size=len(raw.removesuffix(b"\n")))
    content = read_line(line, ward.place.suite.settings.record_format)
    value, record = content.decoded.value, content.record
    if value is None or record is None:
        ward.given_up[number] = "it holds no record that could be made anew"
        return None
    if not ward.sources.makes(record.schema_id, ward.place.suite.registry):
        ward.given_up[number] = f"there is no generator for the schema {record.schema_id}"
        return None
    seeds = fresh_seeds(ward.split, record.schema_id, record.id, sha256(line.raw).hexdigest())
    candidates = (ward.sources.make(record.schema_id, seed, ward.split) for seed in seeds)
    return _Patient(number=number, raw=raw, value=value, record=record, rules=rules, candidates=candidates)


def _rewritten(ward: _Ward, patient: _Patient, new: GeneratedRecord) -> bytes:
    """Return the patient's line with the prompt and the label of `new`, and the repair noted in its meta."""
    names = ward.place.suite.settings.fields
    value = dict(patient.value)
    value[names.prompt], value[names.expected_output] = new.prompt, new.label
    meta = value.get(names.meta, {})
    if isinstance(meta, dict):
        kept = {name: item for name, item in meta.items() if name != "fault"}
        value[names.meta] = {**kept, **new.meta, "repaired": list(patient.rules)}
    ending = patient.raw[len(patient.raw.rstrip(b"\r\n")) :]
    return compact(value).encode() + ending


def _done(ward: _Ward, after: Examination) -> Mapping[str, object]:
    """Return what the report says of the lines: which are new, which could not be mended and why."""
    left: dict[int, list[str]] = {}
    for finding in failing(after, ward.place):
        if finding.line is not None:
            left.setdefault(finding.line, []).append(finding.rule)
    return {
        "repaired": [
            {
                "line": number,
                "id": patient.record.id,
                "schema_id": patient.record.schema_id,
                "seed": patient.new.meta["seed"],
                "rules": patient.rules,
            }
            for number, patient in sorted(ward.patients.items())
            if patient.new is not None
        ],
        "not_repaired": [
            {
                "line": number,
                "rules": list(dict.fromkeys(rules)),
                "why": ward.given_up.get(number, "a new prompt and label do not mend it"),
            }
            for number, rules in sorted(left.items())
        ],
        "not_about_a_line": sorted({f.rule for f in failing(after, ward.place) if f.line is None}),
    }
