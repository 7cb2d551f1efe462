"""Where the numbers of a report come from: names, digests and the command, for pages and the leaderboard."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from edgejson.eval.formatting import format_object
from edgejson.eval.report import scoring
from edgejson.eval.tables import model_name

Report: TypeAlias = Mapping[str, Any]


_SHOWN = {
    "format", "command", "protocol", "data", "selection", "model", "decoding", "predictions",
    "answers_sha256", "versions", "statistics", "n", "scores", "counts", "misses", "breakdowns",
    "contamination", "remarks",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvenanceEntry:
    """One line: ``code`` is a digest or a command, to be copied as it stands."""

    what: str
    text: str = ""
    code: str = ""


def names(reports: Sequence[Report]) -> list[str]:
    """Return a name for each report: its model, whether constrained, and its number where these are equal."""
    called = [
        model_name(report) + (", constrained" if (report["decoding"] or {}).get("constrained") else "")
        for report in reports
    ]
    return [f"{name} ({number})" if called.count(name) > 1 else name for number, name in enumerate(called, 1)]


def shared_provenance(report: Report) -> list[ProvenanceEntry]:
    """Return what is the same for all reports of a page: data, attestation, protocol, sample, intervals."""
    data, selection = report["data"], report["selection"]
    lines = [
        ProvenanceEntry(
            what="data", text=f"{data['file']}, {data['records']:,} records, {data['result']}",
            code=data["sha256"],
        ),
        ProvenanceEntry(what="protocol", text=scoring(report["protocol"])),
        *(ProvenanceEntry(what="note on the data", text=note) for note in data["notes"]),
        *(
            ProvenanceEntry(what=f"compared with {peer}", code=digest)
            for peer, digest in data["peers"].items()
        ),
    ]  # fmt: skip
    if selection:
        shown = {key: value for key, value in selection.items() if key != "ids_sha256"}
        lines.append(ProvenanceEntry(what="sample", text=format_object(shown), code=selection["ids_sha256"]))
    else:
        lines.append(ProvenanceEntry(what="sample", text="all records"))
    return [*lines, ProvenanceEntry(what="intervals", text=format_object(report["statistics"]))]


def report_provenance(path: Path, report: Report) -> list[ProvenanceEntry]:
    """Return what is one report's own: file, command, suite, model, adapter, decoding, machine, answers."""
    return [
        ProvenanceEntry(what="report", text=path.name),
        ProvenanceEntry(what="command", code=report["command"]),
        ProvenanceEntry(what="suite", code=report["data"]["suite_sha256"]),
        ProvenanceEntry(what="attestation", code=report["data"]["attestation_sha256"]),
        *_model(report["model"]),
        *_predictions(report["predictions"]),
        *_decoding(report["decoding"]),
        *_others(report),
        ProvenanceEntry(what="answers", code=report["answers_sha256"]),
        ProvenanceEntry(what="versions", text=format_object(report["versions"])),
    ]


def training_overlap(report: Report) -> ProvenanceEntry:
    """Return in a line what the evaluated records share with the model's training data, if that is known."""
    shared = report["contamination"]
    if shared["status"] != "measured":
        return ProvenanceEntry(what="shared with training", text=f"not known: {shared['reason']}")
    source, templates = shared["training_data"], shared["templates"]
    found = [f"{kind.replace('_', ' ')} {overlap['records']}" for kind, overlap in shared["overlaps"].items()]
    found.append(f"known template {templates['records_of_shared']} (by {templates['by']})")
    text = f"{source['file']}; records of {report['n']}: {', '.join(found)}"
    return ProvenanceEntry(what="shared with training", text=text, code=source["sha256"])


def _model(model: Mapping[str, Any] | None) -> Iterator[ProvenanceEntry]:
    if model is None:
        yield ProvenanceEntry(what="model", text="not recorded: stored predictions were scored")
        return
    yield ProvenanceEntry(what="model", text=model["name"], code=model["sha256"])
    if adapter := model["adapter"]:
        yield ProvenanceEntry(what="adapter", text=adapter["folder"], code=adapter["sha256"])
        yield ProvenanceEntry(what="trained with", text=format_object(adapter["training"]))
    else:
        yield ProvenanceEntry(what="adapter", text="none")
    others = {key: value for key, value in model.items() if key not in ("name", "sha256", "adapter")}
    yield ProvenanceEntry(what="prompt", text=format_object(others))


def _others(report: Report) -> Iterator[ProvenanceEntry]:
    """Yield what else a report says of its making, such as the machine, under the report's own names."""
    for key, value in report.items():
        if key not in _SHOWN and value is not None:
            text = format_object(value) if isinstance(value, Mapping) else str(value)
            yield ProvenanceEntry(what=key.replace("_", " "), text=text)


def _predictions(stored: Mapping[str, Any] | None) -> Iterator[ProvenanceEntry]:
    if stored is not None:
        shown = {key: value for key, value in stored.items() if key not in ("file", "sha256")}
        yield ProvenanceEntry(
            what="predictions", text=f"{stored['file']}, {format_object(shown)}", code=stored["sha256"]
        )


def _decoding(decoding: Mapping[str, Any] | None) -> Iterator[ProvenanceEntry]:
    """Yield the lines on decoding; the device, number type and libraries are what is known of the machine."""
    if decoding is None:
        return
    machine = {key: decoding[key] for key in ("device", "dtype", "versions") if key in decoding}
    rest = {key: value for key, value in decoding.items() if key not in machine}
    how = "constrained" if decoding.get("constrained") else "free"
    yield ProvenanceEntry(what="decoding", text=f"{how}; {format_object(rest)}")
    yield ProvenanceEntry(what="computed on", text=format_object(machine))
