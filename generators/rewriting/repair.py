"""`repair`: new records in the place of those that have errors; everything else as it was, byte for byte."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from edgejson._typing import JSONObject, SplitName
from edgejson.core.finding import Finding
from edgejson.core.json_text import compact
from edgejson.core.pointers import join
from edgejson.core.record import Record
from edgejson.core.source import Line
from edgejson.formats.reader import open_data, read_row
from edgejson.generators.errors import GenerationError
from edgejson.generators.generator_set import GeneratorSet
from edgejson.generators.progress import ProgressCallback, no_progress
from edgejson.generators.record import GeneratedRecord
from edgejson.generators.rewriting.replacement import Replacement
from edgejson.generators.rewriting.rewritten_file import RewrittenFile, choose_split, failing_findings
from edgejson.generators.used_records import UsedRecords, fresh_seeds
from edgejson.suite.examination import Examination, refuse_internal

MAX_ATTEMPTS = 5
"""New records that a line is given before it is left as it was: if a user's rule refuses so many, it will
refuse the next one as well."""


@dataclass(slots=True)
class _BrokenRecord:
    """A line with a record that has errors: what it was, which rules it broke, and its new record so far."""

    number: int
    raw: bytes
    value: JSONObject
    record: Record
    rules: list[str]
    candidates: Iterator[GeneratedRecord]
    attempts: int = 0
    new: GeneratedRecord | None = None


@dataclass(slots=True)
class _RepairState:
    """A file under repair: its lines so far, its broken records by line, and why lines were given up."""

    replacement: Replacement
    split: SplitName
    generator_set: GeneratorSet
    used: UsedRecords
    lines: list[bytes]
    broken: dict[int, _BrokenRecord] = field(default_factory=dict)
    given_up: dict[int, str] = field(default_factory=dict)


def repair(
    replacement: Replacement,
    *,
    generator_set: GeneratorSet,
    split: SplitName | None = None,
    used: UsedRecords | None = None,
    on_progress: ProgressCallback = no_progress,
) -> RewrittenFile:
    """Return the file with a new record of the same schema for each record that has errors.

    A record has an error where a finding that fails the file is about its prompt or its label. The new
    record keeps the line's place, id, source and every other field, with their order; only prompt, label and
    ``meta`` are new. It repeats nothing of this file, of the declared splits or of `used`. Another repair
    leaves the file as it is.
    """
    _refuse_other_formats(replacement)
    content = replacement.original_content()
    chosen = choose_split(replacement, split)
    own = UsedRecords.of_files([replacement.data, *replacement.peers()], replacement.suite.settings)
    state = _RepairState(
        replacement=replacement,
        split=chosen,
        generator_set=generator_set,
        used=own.merged_with(used or UsedRecords()),
        lines=_split_lines(content),
    )
    before = _examine(state, content, on_progress)
    after, repairable = before, _repairable_findings(before, state)
    while repairable:
        for done, (number, findings) in enumerate(repairable.items()):
            on_progress("making records", done, len(repairable))
            _replace_record(state, number, findings)
        after = _examine(state, b"".join(state.lines), on_progress)
        repairable = _repairable_findings(after, state)
    return RewrittenFile(
        content=b"".join(state.lines),
        split=chosen,
        before=before,
        after=after,
        changes=_changes(state, after),
    )


def _refuse_other_formats(replacement: Replacement) -> None:
    """Raise GenerationError for a file that does not hold our envelope: new records are written as that."""
    known = open_data(replacement.data, replacement.suite.settings.record_format).record_format
    if known.name != "envelope" or known.text_labels:
        raise GenerationError(
            f"{replacement.data}: is read as {known.name}{' of text labels' if known.text_labels else ''}; "
            "new records are written into an envelope with objects only (edgejson clean drops bad records)"
        )


def _split_lines(content: bytes) -> list[bytes]:
    """Return the lines of a file with their line feeds; joined, they are the file."""
    lines = [line + b"\n" for line in content.split(b"\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def _examine(state: _RepairState, content: bytes, on_progress: ProgressCallback) -> Examination:
    read = 0

    def advance(size: int) -> None:
        nonlocal read
        read += size
        on_progress("validating", read, len(content))

    return state.replacement.examine(content, shown_as=state.replacement.data, on_progress=advance)


def _repairable_findings(found: Examination, state: _RepairState) -> dict[int, list[Finding]]:
    """Return the failing findings about prompts and labels, by line, of lines that were not given up."""
    findings: dict[int, list[Finding]] = {}
    refuse_internal(found.findings)
    for finding in failing_findings(found, state.replacement):
        if finding.line is None or finding.line in state.given_up:
            continue
        if _is_about_content(finding, state.replacement):
            findings.setdefault(finding.line, []).append(finding)
    return findings


def _is_about_content(finding: Finding, replacement: Replacement) -> bool:
    """Whether a new prompt and label can do away with `finding`.

    What is wrong with the bytes of a line, with an id or with another field around the label stays wrong.
    """
    if replacement.suite.by_id[finding.rule].scope in ("label", "record"):
        return True
    is_repetition = finding.kind in ("duplicate", "leakage") and not finding.pointer
    return is_repetition or finding.pointer.startswith(_content_pointers(replacement))


def _content_pointers(replacement: Replacement) -> tuple[str, str]:
    names = replacement.suite.settings.fields
    return join(str(names.prompt)), join(names.expected_output)


def _replace_record(state: _RepairState, number: int, findings: Sequence[Finding]) -> None:
    """Put the next new record in the line, or give the line up."""
    rules = list(dict.fromkeys(finding.rule for finding in findings))
    broken = state.broken.get(number) or _broken_record(state, number, rules)
    if broken is None:
        return
    state.broken[number] = broken
    new = state.used.add_first_new(broken.candidates) if broken.attempts < MAX_ATTEMPTS else None
    if new is not None:
        broken.attempts, broken.new = broken.attempts + 1, new
        state.lines[number - 1] = _new_line(state, broken, new)
        return
    exhausted = "the schema has no further different records"
    refused = f"new records have errors as well: {', '.join(rules)}"
    state.given_up[number] = refused if broken.attempts == MAX_ATTEMPTS else exhausted
    state.lines[number - 1], broken.new = broken.raw, None


def _broken_record(state: _RepairState, number: int, rules: list[str]) -> _BrokenRecord | None:
    """Return the record of a line with the candidates for its place; None, given up, where there are none."""
    suite = state.replacement.suite
    settings, raw = suite.settings, state.lines[number - 1]
    line = Line(number=number, offset=0, raw=raw.removesuffix(b"\n"), size=len(raw.removesuffix(b"\n")))
    content = read_row(line, settings.record_format)
    value, record = content.decoded.value, next((part.record for part in content.parts), None)
    if value is None or record is None:
        state.given_up[number] = "it holds no record that could be made anew"
        return None
    if not state.generator_set.covers(record.schema_id, suite.registry):
        state.given_up[number] = f"there is no generator for the schema {record.schema_id}"
        return None
    seeds = fresh_seeds(state.split, record.schema_id, record.id, sha256(line.raw).hexdigest())
    candidates = (state.generator_set.generate(record.schema_id, seed, state.split) for seed in seeds)
    return _BrokenRecord(
        number=number, raw=raw, value=value, record=record, rules=rules, candidates=candidates
    )


def _new_line(state: _RepairState, broken: _BrokenRecord, new: GeneratedRecord) -> bytes:
    """Return the line with the prompt and the label of `new`, and the repair noted in its meta."""
    names = state.replacement.suite.settings.fields
    value = dict(broken.value)
    value[str(names.prompt)], value[names.expected_output] = new.prompt, new.label
    meta = value.get(names.meta, {})
    if isinstance(meta, dict):
        kept = {name: item for name, item in meta.items() if name != "fault"}
        value[names.meta] = {**kept, **new.meta, "repaired": list(broken.rules)}
    ending = broken.raw[len(broken.raw.rstrip(b"\r\n")) :]
    return compact(value).encode() + ending


def _changes(state: _RepairState, after: Examination) -> Mapping[str, object]:
    """Return what the report says of the lines: which are new, which could not be repaired and why."""
    failing = failing_findings(after, state.replacement)
    left: dict[int, list[str]] = {}
    for finding in failing:
        if finding.line is not None:
            left.setdefault(finding.line, []).append(finding.rule)
    return {
        "repaired": [
            {
                "line": number,
                "id": broken.record.id,
                "schema_id": broken.record.schema_id,
                "seed": broken.new.meta["seed"],
                "rules": broken.rules,
            }
            for number, broken in sorted(state.broken.items())
            if broken.new is not None
        ],
        "not_repaired": [
            {
                "line": number,
                "rules": list(dict.fromkeys(rules)),
                "why": state.given_up.get(number, "a new prompt and label do not mend it"),
            }
            for number, rules in sorted(left.items())
        ],
        "not_about_a_line": sorted({finding.rule for finding in failing if finding.line is None}),
    }
