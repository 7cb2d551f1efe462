"""``seeds``: three runs of one recipe to one figure with its spread; other things are refused."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from edgejson.eval.command_line import main

from .conftest import JSON, Score, gold

TRAINING: JSON = {
    "seed": 0,
    "recipe": {"seed": 0, "learning_rate": 0.001},
    "recipe_sha256": "0" * 64,
    "data": {"name": "train.jsonl", "sha256": "1" * 64},
}
WRONG = {"name": "nobody"}


def as_of_seed(path: Path, seed: int) -> None:
    """Let a report of stored answers be one of an adapter trained with a seed."""
    report = json.loads(path.read_text())
    training = {**TRAINING, "seed": seed, "recipe": {**TRAINING["recipe"], "seed": seed}}
    report["model"] = {
        "name": "base", "sha256": "2" * 64, "prompt_format": "plain", "adapter": {"training": training},
    }  # fmt: skip
    report["decoding"] = {"constrained": None, "max_new_tokens": 300, "dtype": "float32"}
    path.write_text(json.dumps(report))


@pytest.fixture
def three(score: Score, folder: Path) -> None:
    """S0.json to S2.json: two, three and four of four records exact."""
    bad: list[JSON] = [{"contact-1": WRONG, "contact-2": WRONG}, {"contact-1": WRONG}, {}]
    for seed, changes in enumerate(bad):
        score({**gold(), **changes}, report=f"S{seed}.json")
        as_of_seed(folder / f"S{seed}.json", seed)


def test_mean_and_spread_by_hand(three: None, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["seeds", "S0.json", "S1.json", "S2.json", "--output", "C.json"]) == 0
    combined = json.loads((folder / "C.json").read_text())
    exact: dict[str, Any] = combined["scores"]["json_exact"]
    assert (exact["mean"], exact["values"]) == (0.75, [0.5, 0.75, 1.0])
    assert exact["spread"] == pytest.approx(0.25)
    # Student's t with two degrees of freedom: 4.3027 standard errors.
    half = 4.30265 * 0.25 / 3**0.5
    assert exact["interval"] == pytest.approx([0.75 - half, 0.75 + half], abs=1e-4)
    assert combined["seeds"] == [0, 1, 2]
    assert "3 seeds of one recipe, on the same 4 records" in capsys.readouterr().out


def test_equal_runs_have_no_spread(three: None, folder: Path) -> None:
    for seed in (1, 2):
        (folder / f"S{seed}.json").write_bytes((folder / "S0.json").read_bytes())
        as_of_seed(folder / f"S{seed}.json", seed)
    assert main(["seeds", "S0.json", "S1.json", "S2.json", "--output", "C.json"]) == 0
    exact = json.loads((folder / "C.json").read_text())["scores"]["json_exact"]
    assert (exact["spread"], exact["interval"]) == (0, [0.5, 0.5])


def changed(*keys: str, to: Any) -> Callable[[JSON], None]:
    def change(report: JSON) -> None:
        for key in keys[:-1]:
            report = report[key]
        report[keys[-1]] = to

    return change


IN_TRAINING = ("model", "adapter", "training")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (changed(*IN_TRAINING, "seed", to=0), "S2.json: has seed 0, as S0.json has"),
        (changed(*IN_TRAINING, "recipe", "learning_rate", to=1), "S2.json: is of another recipe than S0"),
        (changed(*IN_TRAINING, "data", "sha256", to="x"), "S2.json: is of another training data than"),
        (changed("model", "sha256", to="x"), "S2.json: is of another base model than"),
        (changed("decoding", "constrained", to={}), "S2.json: is of another decoding than"),
        (changed("protocol", to="edgejson+3-shot"), "S2.json: is of another way of prompting than"),
        (changed("data", "sha256", to="x"), "S2.json: is of another data file than"),
        (changed("model", to=None), "S2.json: is not of an adapter that edgejson trained"),
        (changed("model", "adapter", to=None), "S2.json: is not of an adapter that edgejson trained"),
    ],
)
def test_what_is_not_the_same_recipe(
    three: None,
    folder: Path,
    change: Callable[[JSON], None],
    sentence: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    report = json.loads((folder / "S2.json").read_text())
    change(report)
    (folder / "S2.json").write_text(json.dumps(report))
    capsys.readouterr()
    assert main(["seeds", "S0.json", "S1.json", "S2.json", "--output", "C.json"]) == 2
    assert sentence in capsys.readouterr().err
    assert not (folder / "C.json").exists()


def test_two_seeds_are_too_few(three: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["seeds", "S0.json", "S1.json"]) == 2
    assert "at least 3" in capsys.readouterr().err
