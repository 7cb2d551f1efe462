"""Configuration files: all mistakes at once, with a way out of each."""

import re
from pathlib import Path

import pytest

from edgejson.train.__main__ import main
from edgejson.train.errors import RecipeError
from edgejson.train.recipe import Recipe, documented_keys
from edgejson.train.recipe_file import load_recipe, packaged_recipes

WRONG = """\
epochs: 0
learning_rat: 1e-3
lora: {rang: 3, rank: many}
rank: 3
seed: 1
seed: 2
too_long: shorten
"""


def test_every_mistake_is_reported_at_once_with_a_suggestion(tmp_path: Path) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text(WRONG)
    with pytest.raises(RecipeError) as caught:
        load_recipe(str(path), ["lora.rank", "nonsense=1"])
    said = "\n".join(caught.value.problems)
    assert len(caught.value.problems) == 9
    for part in (
        "seed: given twice",
        "--set lora.rank: expected key=value",
        "epochs: input should be greater than or equal to 1, found 0",
        "learning_rat: unknown key; did you mean learning_rate?",
        "lora.rang: unknown key; did you mean lora.rank?",
        "lora.rank: input should be a valid integer",
        "rank: unknown key; did you mean lora.rank?",
        "too_long: input should be 'cut' or 'leave_out', found 'shorten'",
        "nonsense: unknown key; see --help",
    ):
        assert part in said
    assert str(path) in str(caught.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("epochs: [1", "not YAML: line 1"),
        ("- 1\n- 2", "expected keys and values, found a list"),
        ("3", "found a int"),
    ],
)
def test_what_is_not_a_configuration_is_said_so(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text(text)
    with pytest.raises(RecipeError, match=re.escape(said)):
        load_recipe(str(path))


def test_a_missing_file_names_those_that_come_along() -> None:
    with pytest.raises(RecipeError, match="mlm-135m-historical"):
        load_recipe("no-such-recipe")


def test_overrides_win_and_reach_into_sections(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("epochs: 2\nlora: {rank: 4}\n")
    recipe = load_recipe(str(path), ["lora.rank=8", "learning_rate=1e-3", "base_model=null"])
    assert recipe == Recipe.model_validate({"epochs": 2, "lora": {"rank": 8}, "learning_rate": 1e-3})


def test_an_empty_file_is_the_defaults(tmp_path: Path) -> None:
    path = tmp_path / "empty.yaml"
    path.write_text("# nothing\n")
    assert load_recipe(str(path)) == Recipe()


@pytest.mark.parametrize("name", packaged_recipes())
def test_the_recipes_that_come_along_are_valid(name: str) -> None:
    assert load_recipe(name) == load_recipe(f"train/{name}.yaml" if Path("train").is_dir() else name)


def test_the_historical_recipe_is_the_published_one() -> None:
    recipe = load_recipe("mlm-135m-historical")
    assert (recipe.lora.rank, recipe.lora.alpha, recipe.learning_rate) == (16, 32, 2e-4)
    assert (recipe.epochs, recipe.records_per_step, recipe.max_tokens) == (3, 4 * 8, 1024)
    assert recipe.too_long == "cut"


def test_help_documents_every_key(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    shown = capsys.readouterr().out
    keys = [key for key, _, text in documented_keys() if text]
    assert len(keys) == len(list(documented_keys()))
    assert all(f"\n  {key} (" in shown for key in keys)
