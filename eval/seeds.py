"""One recipe trained with several seeds: the mean of each score over the runs, and how far they spread."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import mean, stdev
from typing import Any

from edgejson.eval import interval
from edgejson.eval.comparison import check_comparable
from edgejson.eval.errors import EvaluationError, ReportError
from edgejson.eval.report import read_report

FORMAT = "edgejson.seeds/1"
FEWEST = 3
"""Seeds that a claim about a recipe needs: with two, the spread is anybody's guess."""


def combine_seeds(paths: Sequence[Path]) -> dict[str, Any]:
    """Return the mean and spread of each score over reports of one recipe with different seeds, as JSON.

    ``spread`` is the standard deviation of the runs (with n - 1), ``interval`` Student's t for their mean:
    both are about training again, while a single report's interval is about other records. Raises
    EvaluationError for fewer than three reports; ReportError for one that is not of the same data, records,
    protocol, decoding, base model, training data or recipe as the first, or has a seed that came before.
    """
    if len(paths) < FEWEST:
        raise EvaluationError(
            f"{len(paths)} reports were named; a claim about a recipe needs at least {FEWEST}, of other seeds"
        )
    reports = [read_report(path) for path in paths]
    seeds: dict[int, Path] = {}
    for path, report in zip(paths, reports, strict=True):
        check_comparable(paths[0], path, reports[0], report)
        _check_recipe(paths[0], path, reports[0], report)
        seed = _training(path, report)["seed"]
        if seed in seeds:
            raise ReportError(path, f"has seed {seed}, as {seeds[seed]} has; train with another seed")
        seeds[seed] = path
    return {
        "format": FORMAT,
        "reports": [path.name for path in paths],
        "seeds": list(seeds),
        "model": {name: reports[0]["model"][name] for name in ("name", "sha256", "prompt_format")},
        "recipe": _recipe(_training(paths[0], reports[0])),
        "training_data_sha256": _training(paths[0], reports[0])["data"]["sha256"],
        "protocol": reports[0]["protocol"],
        "data_sha256": reports[0]["data"]["sha256"],
        "n": reports[0]["n"],
        "scores": {
            name: _combined([report["scores"][name]["value"] for report in reports])
            for name in reports[0]["scores"]
        },
    }


def _check_recipe(first: Path, path: Path, one: Mapping[str, Any], other: Mapping[str, Any]) -> None:
    one_training, other_training = _training(first, one), _training(path, other)
    same = {
        "base model": (one["model"]["sha256"], other["model"]["sha256"]),
        "recipe": (_recipe(one_training), _recipe(other_training)),
        "training data": (one_training["data"]["sha256"], other_training["data"]["sha256"]),
        "way of prompting": (one["protocol"], other["protocol"]),
        "decoding": (_decoding(one), _decoding(other)),
    }
    for what, (expected, actual) in same.items():
        if expected != actual:
            raise ReportError(path, f"is of another {what} than {first}; only the seed may differ")


def _training(path: Path, report: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a report's adapter recorded of its training; ReportError where there is none."""
    training = ((report["model"] or {}).get("adapter") or {}).get("training") or {}
    if not {"seed", "recipe", "data"} <= training.keys():
        raise ReportError(path, "is not of an adapter that edgejson trained, so its seed is not known")
    found: Mapping[str, Any] = training
    return found


def _recipe(training: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in training["recipe"].items() if name != "seed"}


def _decoding(report: Mapping[str, Any]) -> dict[str, Any]:
    return {name: report["decoding"].get(name) for name in ("constrained", "max_new_tokens", "dtype")}


def _combined(values: Sequence[float]) -> dict[str, Any]:
    return {
        "mean": mean(values),
        "spread": stdev(values),
        "interval": list(interval.student(values)),
        "values": list(values),
        "method": "student's t over seeds",
    }
