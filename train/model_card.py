"""The README.md of an adapter: what a reader has to know before using it."""

from collections.abc import Mapping
from typing import Any

from edgejson.train import smollm2
from edgejson.train.manifest import last_losses

HUB_NAMES = {smollm2.NAME: f"HuggingFaceTB/{smollm2.NAME}"}
"""Names under which model hubs know a base model that comes from elsewhere."""


def model_card(manifest: Mapping[str, Any]) -> str:
    """Return the model card for an adapter with this manifest, as Markdown with front matter."""
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
    return f"""---
base_model: {HUB_NAMES.get(base["name"], base["name"])}
library_name: peft
pipeline_tag: text-generation
tags:
- edgejson
- lora
- structured-output
- json
---

# Text to JSON: a LoRA adapter for {base["name"]}

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
LoRA rank {recipe["lora"]["rank"]}, alpha {recipe["lora"]["alpha"]}, learning rate {recipe["learning_rate"]:g}
({recipe["schedule"]}), seed {manifest["seed"]}, {training["precision"]} on {training["device"]},
{training["seconds"] / 60:.1f} minutes.
Loss (nats a token of the answer) in the last epoch: {training_loss:.4f};
{validation}. The loss says little about exact answers: `python -m edgejson.eval` counts those.

Everything else (recipe, versions, digests) is in `edgejson_training.json`, the loss of every step in
`training_curve.jsonl`.
"""
