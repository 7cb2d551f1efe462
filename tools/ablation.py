"""The ablation that chooses the defaults of train/mlm-135m.yaml: one factor at a time, equal training tokens.

Every run trains the real SmolLM2-135M on the same records of the training file, in the same order, and is
scored on records of the validation split, which neither training nor test holds. Runs that are done are not
made again. ``python tools/ablation.py --output runs/ablation`` makes all of them and writes table.md.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

RECORDS = 192
"""Records that each run trains on, once."""
_BASE = {
    "epochs": 1,
    "records_per_step": 8,
    "max_tokens": 320,
    "too_long": "leave_out",
    "learning_rate": 1e-3,
    "schedule": "cosine",
    "warmup_share": 0.1,
    "validation_share": 0.02,
    "prompt_weight": 0.0,
    "lora.rank": 16,
    "lora.alpha": 32,
}
_FACTORS: tuple[tuple[str, tuple[dict[str, float], ...]], ...] = (
    ("as it stands", ({},)),
    ("learning rate", ({"learning_rate": 3e-4}, {"learning_rate": 3e-3}, {"learning_rate": 6e-3})),
    ("records a step", ({"records_per_step": 4}, {"records_per_step": 32})),
    ("prompt weight", ({"prompt_weight": 0.1}, {"prompt_weight": 1.0})),
    ("both", ({"learning_rate": 3e-3, "records_per_step": 4},)),
    ("rank", ({"lora.rank": 8, "lora.alpha": 16}, {"lora.rank": 64, "lora.alpha": 128})),
)


def main(argv: Sequence[str] | None = None) -> int:
    """Make the runs that are missing, then the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("data/train_v3.jsonl"))
    parser.add_argument("--output", type=Path, default=Path("runs/ablation"))
    parser.add_argument("--validation-records", type=int, default=40)
    args = parser.parse_args(argv)
    args.output.mkdir(parents=True, exist_ok=True)
    validation = args.output / "validation.jsonl"
    if not validation.exists():
        shares = "simple=70,medium=30"
        records = str(args.validation_records)
        _python(
            "edgejson.generators", "new", "--records", records, "--seed", "1", "--split", "validation",
            "--schemas", _SHORT, "--shares", shares, "--distinct-from", str(args.data),
            "--output", str(validation),
        )  # fmt: skip
    rows = [_row(args, validation, factor, change) for factor, change in _variants()]
    (args.output / "table.md").write_text(_table(rows), encoding="utf-8")
    print(_table(rows))
    return 0


_SHORT = (
    "contact_info,location,log_entry,notification,product_info,rating,sensor_reading,simple_config,"
    "tag_list,user_profile,transaction_record,api_response,medical_record,support_ticket"
)


def _variants() -> Iterator[tuple[str, dict[str, float]]]:
    for factor, changes in _FACTORS:
        for change in changes:
            yield factor, change


def _row(args: argparse.Namespace, validation: Path, factor: str, change: dict[str, float]) -> list[str]:
    settings = {**_BASE, **change}
    settings["max_steps"] = RECORDS // int(settings["records_per_step"])
    name = "_".join(f"{key.split('.')[-1]}-{value:g}" for key, value in change.items()) or "base"
    folder, report = args.output / name, args.output / f"{name}.json"
    if not (folder / "adapter_model.safetensors").exists():
        words = [word for key, value in settings.items() for word in ("--set", f"{key}={value}")]
        _python(
            "edgejson.train", "--config", "quick", "--data", str(args.data), "--output", str(folder), *words
        )  # fmt: skip
    if not report.exists():
        _python(
            "edgejson.eval", "--model", str(folder), "--data", str(validation), "--report", str(report),
            "--max-new-tokens", "320",
        )  # fmt: skip
    scores = json.loads(report.read_text(encoding="utf-8"))["scores"]
    training = json.loads((folder / "edgejson_training.json").read_text(encoding="utf-8"))["training"]
    shown = ", ".join(f"{key} {value:g}" for key, value in change.items()) or "the base"
    cells = [f"{scores[key]['value']:.3f}" for key in ("json_exact", "field_f1", "schema_compliance")]
    loss = f"{training['epochs'][-1]['validation_loss']:.4f}"
    return [factor, shown, str(training["steps"]), f"{training['tokens']:,}", loss, *cells]


def _table(rows: list[list[str]]) -> str:
    head = ["factor", "changed", "steps", "tokens", "validation loss"]
    head += ["JSONExact", "Field F1", "Schema Compliance"]
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _python(*words: str) -> None:
    print("$ python -m " + " ".join(words), flush=True)
    subprocess.run([sys.executable, "-m", *words], check=True)


if __name__ == "__main__":
    raise SystemExit(main())
