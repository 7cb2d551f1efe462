"""How long a hundred thousand stored predictions take to score, without a model, in one process."""

import json
import random
import time
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from edgejson.eval.breakdowns import break_down
from edgejson.eval.score_columns import ScoreColumns
from edgejson.eval.score_records import score_records
from edgejson.eval.scored_records import write_scored_records
from edgejson.eval.summary import misses, summarize
from edgejson.formats.reader import read_records
from edgejson.scoring.prediction import read_predictions
from edgejson.scoring.schemas import Schemas
from edgejson.suite.suite import resolve_suite

DATA = Path(__file__).resolve().parents[2] / "data" / "test_v3.jsonl"
PREDICTIONS = 100_000
SECONDS = 20


def answer(label: dict[str, Any], draw: random.Random) -> str:
    """A third exact, half with one value changed, the rest cut: what a trained model writes."""
    kind = draw.random()
    if 0.3 < kind < 0.8:
        key = draw.choice(list(label))
        value = label[key]
        number = isinstance(value, (int, float)) and not isinstance(value, bool)
        label = {**label, key: value + 1 if number else "wrong" if isinstance(value, str) else None}
    text = json.dumps(label, separators=(",", ":"), ensure_ascii=False)
    return text if kind < 0.8 else text[: draw.randint(1, 300)]


def test_a_hundred_thousand_predictions(tmp_path: Path) -> None:
    originals = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]
    draw = random.Random(1)
    data, predictions = tmp_path / "data.jsonl", tmp_path / "P.jsonl"
    with data.open("w") as records, predictions.open("w") as answers:
        for number in range(PREDICTIONS):
            record = {**originals[number % len(originals)], "id": f"r{number}"}
            records.write(json.dumps(record) + "\n")
            output = answer(record["expected_output"], draw)
            answers.write(json.dumps({"id": record["id"], "output": output, "stop": "eos"}) + "\n")
    suite = resolve_suite(data)
    judged: Any = SimpleNamespace(suite=suite, schemas=Schemas(suite.registry))
    given = list(read_records(data, suite.settings.record_format))

    marks = [("", time.perf_counter(), time.process_time())]

    def mark(name: str) -> None:
        marks.append((name, time.perf_counter(), time.process_time()))

    by_id = read_predictions(predictions).by_id
    mark("reading the predictions")
    scored = score_records("edgejson", given, by_id, judged)
    mark("scoring, arithmetic included")
    columns = ScoreColumns.of(scored)
    summarize(columns)
    misses(scored)
    break_down(scored, columns, {}, as_published=False)
    mark("estimates and intervals")
    write_scored_records(tmp_path / "R.json", scored, {})
    mark("writing the per-record results")
    print(f"\n{PREDICTIONS:,} predictions, {predictions.stat().st_size / 1e6:.0f} MB")
    for (_, wall, cpu), (name, wall_then, cpu_then) in pairwise(marks):
        print(f"{name:<32} {wall_then - wall:6.1f} s, {cpu_then - cpu:6.1f} s of processor time")
    spent = marks[-1][2] - marks[0][2]
    print(f"{'in all':<32} {marks[-1][1] - marks[0][1]:6.1f} s, {spent:6.1f} s of processor time")
    assert spent < SECONDS
