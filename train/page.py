"""How a run went, as one HTML page that needs no network."""

from collections.abc import Mapping, Sequence
from typing import Any

from edgejson.reports.html_page import page
from edgejson.train.curve import training_charts
from edgejson.train.memory import gigabytes

PAGE = "training.html"


def training_page(manifest: Mapping[str, Any], curve: Sequence[Mapping[str, Any]]) -> str:
    """Return the page of a finished run; `curve` has an entry for every step."""
    training, recipe = manifest["training"], manifest["recipe"]
    facts = {
        "base model": manifest["base_model"]["name"],
        "base weights, SHA-256": manifest["base_model"]["sha256"],
        "data": f"{manifest['data']['name']}, {manifest['data']['n_records']:,} records",
        "data, SHA-256": manifest["data"]["sha256"],
        "suite, SHA-256": manifest["data"]["suite_sha256"],
        "attestation, SHA-256": manifest["data"]["attestation_sha256"],
        "overlooked by the suite": "; ".join(manifest["data"]["notes"]) or "nothing",
        "steps": f"{training['steps']:,} (weights of step {training['weights_of_step']:,})",
        "tokens": f"{training['tokens']:,}",
        "time": f"{training['seconds'] / 60:.1f} minutes, scoring and validation included",
        "peak memory": gigabytes(training["peak_memory_bytes"]),
        "computed in": f"{training['precision']} on {training['device']}",
        "versions": ", ".join(f"{name} {value}" for name, value in manifest["versions"].items()),
    }
    return page(
        "training.html.jinja",
        title="edgejson training",
        charts=training_charts(training, curve),
        facts=facts,
        epochs=training["epochs"],
        scores=training["scores"],
        kept=training["weights_of_step"],
        recipe=list(_flat(recipe)),
    )


def _flat(settings: Mapping[str, Any], prefix: str = "") -> list[tuple[str, Any]]:
    rows: list[tuple[str, Any]] = []
    for name, value in settings.items():
        if isinstance(value, Mapping):
            rows += _flat(value, f"{prefix}{name}.")
        else:
            rows.append((f"{prefix}{name}", "not set" if value is None else value))
    return rows
