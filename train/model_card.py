"""The README.md of an adapter or a model: what a reader has to know before using it."""

from collections.abc import Mapping
from typing import Any

from edgejson.models import smollm2
from edgejson.train.manifest import kept_scoring, last_losses
from edgejson.train.validation_scores import SHOWN_SCORES

HUB_NAMES = {smollm2.NAME: f"HuggingFaceTB/{smollm2.NAME}"}
"""Names under which model hubs know a base model that comes from elsewhere."""


def model_card(manifest: Mapping[str, Any]) -> str:
    """Return the model card for a result with this manifest, as Markdown with front matter."""
    import yaml

    base, data, records = manifest["base_model"], manifest["data"], manifest["records"]
    training, recipe = manifest["training"], manifest["recipe"]
    training_loss, validation_loss = last_losses(manifest)
    notes = (
        "".join(f"- {note}\n" for note in data["notes"]) or "- none: the full suite, all rules as they come\n"
    )
    origin = (
        "Its weights come from a 4-bit file (Q4_1) of the Instruct model: results differ from those for the "
        "original weights.\n"
        if base["sha256"] == smollm2.GGUF_SHA256
        else ""
    )
    validation = (
        "no records were held out"
        if validation_loss is None
        else f"{validation_loss:.4f} on {records['validation']} records that were not trained on"
    )
    front = yaml.safe_dump(front_matter(manifest), sort_keys=False, allow_unicode=True)
    return f"""---
{front}---

# Text to JSON: {_what(manifest)} {base["name"]}

It answers a text with one JSON object, in the manner of the EdgeJSON schemas, and stops.

    python -m edgejson extract "text" --model THIS_FOLDER

## Base model

{base["name"]}, weights with SHA-256 `{base["sha256"]}`.
{origin}
## Data

`{data["name"]}`, {data["n_records"]} records, SHA-256 `{data["sha256"]}`.
It passed the suite with SHA-256 `{data["suite_sha256"]}` ({data["result"]}; the attestation's SHA-256 is
`{data["attestation_sha256"]}`). What that suite was told to overlook:

{notes}
Trained on {records["training"]} records, {records["validation"]} held out for validation. Longer than
{recipe["max_tokens"]} tokens: {records["cut"]} cut, {records["left_out"]} left out
(the longest record has {records["longest_tokens"]}).

## Training

{training["steps"]} steps of about {recipe["records_per_step"]} records, {training["tokens"]:,} tokens,
{_method(recipe)}, learning rate {recipe["learning_rate"]:g} ({recipe["schedule"]}), seed {manifest["seed"]},
{training["precision"]} on {training["device"]}, {training["seconds"] / 60:.1f} minutes. The weights are those
after step {training["weights_of_step"]}.
Loss (nats a token of the answer) in the last epoch: {training_loss:.4f};
{validation}.
{_scores(manifest)}
Everything else (recipe, versions, digests) is in `edgejson_training.json`, the loss of every step in
`training_curve.jsonl`, as a curve in `training.html`.
"""


def front_matter(manifest: Mapping[str, Any]) -> dict[str, Any]:
    """Return the metadata of the card, as model hubs read it; ``model-index`` only where there are scores."""
    base, adapter = manifest["base_model"], manifest["weights"] == "adapter"
    matter: dict[str, Any] = {
        "base_model": HUB_NAMES.get(base["name"], base["name"]),
        "library_name": "peft" if adapter else "transformers",
        "pipeline_tag": "text-generation",
        "tags": ["edgejson", *(["lora"] if manifest["recipe"]["method"] == "lora" else []),
                 "structured-output", "json"],
    }  # fmt: skip
    scoring = kept_scoring(manifest)
    if scoring:
        data = manifest["data"]
        result = {
            "task": {"type": "text-generation", "name": "Text to JSON"},
            "dataset": {
                "type": "edgejson",
                "name": f"{scoring['n']} validation records of {data['name']}",
                "split": "validation",
                "revision": data["sha256"],
            },
            "metrics": [
                {"type": name, "name": title, "value": round(scoring[name], 4)}
                for name, title in SHOWN_SCORES.items()
            ],
        }
        matter["model-index"] = [{"name": f"{base['name']}-edgejson", "results": [result]}]
    return matter


def _what(manifest: Mapping[str, Any]) -> str:
    if manifest["weights"] == "adapter":
        return "a LoRA adapter for"
    return "trained in full from" if manifest["recipe"]["method"] == "full" else "a LoRA adapter merged into"


def _method(recipe: Mapping[str, Any]) -> str:
    if recipe["method"] == "full":
        return "all weights"
    lora = recipe["lora"]
    kind = "DoRA" if lora["dora"] else "LoRA"
    return f"{kind} rank {lora['rank']}, alpha {lora['alpha']}" + (" (rsLoRA)" if lora["rslora"] else "")


def _scores(manifest: Mapping[str, Any]) -> str:
    scoring = kept_scoring(manifest)
    if not scoring:
        return "The loss says little about exact answers: `python -m edgejson.eval` counts those.\n"
    rows = "".join(f"| {title} | {scoring[name]:.3f} |\n" for name, title in SHOWN_SCORES.items())
    chose = "; they also chose the weights, so they flatter"
    also = chose if manifest["recipe"]["scores"]["keep"] == "best" else ""
    return f"""
Scores on {scoring["n"]} of the validation records, greedy decoding{also}.
`python -m edgejson.eval` scores a test file, with intervals.

| score | value |
|---|---|
{rows}"""
