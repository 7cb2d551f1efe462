"""Where the numbers of a report come from: names, digests and the command, for pages and the leaderboard."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from edgejson.eval.details import in_words
from edgejson.eval.report import scoring
from edgejson.eval.tables import model_name

Report: TypeAlias = Mapping[str, Any]


_SHOWN = {
    "format", "command", "protocol", "data", "selection", "model", "decoding", "predictions",
    "answers_sha256", "versions", "statistics", "n", "scores", "counts", "misses", "breakdowns",
    "contamination", "remarks",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One line: ``code`` is a digest or a command, to be copied as it stands."""

    what: str
    text: str = ""
    code: str = ""


def names(reports: Sequence[Report]) -> list[str]:
    """Return a name for each report: its model, whether constrained, and its place where these are equal."""
    called = [
        model_name(report) + (", constrained" if (report["decoding"] or {}).get("constrained") else "")
        for report in reports
    ]
    return [f"{name} ({place})" if called.count(name) > 1 else name for place, name in enumerate(called, 1)]


def shared_sources(report: Report) -> list[Source]:
    """Return what is the same for all reports of a page: data, attestation, protocol, sample, intervals."""
    data, selection = report["data"], report["selection"]
    lines = [
        Source(
            what="data", text=f"{data['file']}, {data['records']:,} records, {data['result']}",
            code=data["sha256"],
        ),
        Source(what="protocol", text=scoring(report["protocol"])),
        *(Source(what="note on the data", text=note) for note in data["notes"]),
        *(Source(what=f"compared with {peer}", code=digest) for peer, digest in data["peers"].items()),
    ]  # fmt: skip
    if selection:
        told = {key: value for key, value in selection.items() if key != "ids_sha256"}
        lines.append(Source(what="sample", text=in_words(told), code=selection["ids_sha256"]))
    else:
        lines.append(Source(what="sample", text="all records"))
    return [*lines, Source(what="intervals", text=in_words(report["statistics"]))]


def own_sources(path: Path, report: Report) -> list[Source]:
    """Return what is one report's own: file, command, suite, model, adapter, decoding, machine, answers."""
    return [
        Source(what="report", text=path.name),
        Source(what="command", code=report["command"]),
        Source(what="suite", code=report["data"]["suite_sha256"]),
        Source(what="attestation", code=report["data"]["attestation_sha256"]),
        *_model(report["model"]),
        *_predictions(report["predictions"]),
        *_decoding(report["decoding"]),
        *_others(report),
        Source(what="answers", code=report["answers_sha256"]),
        Source(what="versions", text=in_words(report["versions"])),
    ]


def training_overlap(report: Report) -> Source:
    """Return in a line what the evaluated records share with the model's training data, if that is known."""
    shared = report["contamination"]
    if shared["status"] != "measured":
        return Source(what="shared with training", text=f"not known: {shared['reason']}")
    source, templates = shared["training_data"], shared["templates"]
    found = [f"{kind.replace('_', ' ')} {overlap['records']}" for kind, overlap in shared["overlaps"].items()]
    found.append(f"known template {templates['records_of_shared']} (by {templates['by']})")
    text = f"{source['file']}; records of {report['n']}: {', '.join(found)}"
    return Source(what="shared with training", text=text, code=source["sha256"])


def _model(model: Mapping[str, Any] | None) -> Iterator[Source]:
    if model is None:
        yield Source(what="model", text="not recorded: stored predictions were scored")
        return
    yield Source(what="model", text=model["name"], code=model["sha256"])
    if adapter := model["adapter"]:
        yield Source(what="adapter", text=adapter["folder"], code=adapter["sha256"])
        yield Source(what="trained with", text=in_words(adapter["training"]))
    else:
        yield Source(what="adapter", text="none")
    others = {key: value for key, value in model.items() if key not in ("name", "sha256", "adapter")}
    yield Source(what="prompt", text=in_words(others))


def _others(report: Report) -> Iterator[Source]:
    """Yield what else a report says of its making, such as the machine, under the report's own names."""
    for key, value in report.items():
        if key not in _SHOWN and value is not None:
            text = in_words(value) if isinstance(value, Mapping) else str(value)
            yield Source(what=key.replace("_", " "), text=text)


def _predictions(stored: Mapping[str, Any] | None) -> Iterator[Source]:
    if stored is not None:
        told = {key: value for key, value in stored.items() if key not in ("file", "sha256")}
        yield Source(what="predictions", text=f"{stored['file']}, {in_words(told)}", code=stored["sha256"])


def _decoding(decoding: Mapping[str, Any] | None) -> Iterator[Source]:
    """Yield the lines on decoding; the device, number type and libraries are what is known of the machine."""
    if decoding is None:
        return
    machine = {key: decoding[key] for key in ("device", "dtype", "versions") if key in decoding}
    rest = {key: value for key, value in decoding.items() if key not in machine}
    how = "constrained" if decoding.get("constrained") else "free"
    yield Source(what="decoding", text=f"{how}; {in_words(rest)}")
    yield Source(what="computed on", text=in_words(machine))
