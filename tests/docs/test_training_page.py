"""docs/training.md names keys, options and files that there are."""

import re
from pathlib import Path

import pytest

from edgejson.models.base_model import MANIFEST
from edgejson.train.__main__ import main
from edgejson.train.page import PAGE
from edgejson.train.recipe import documented_keys

PAGE_OF_DOCS = (Path(__file__).resolve().parents[2] / "docs" / "training.md").read_text(encoding="utf-8")
OF_LAUNCHERS = {"--nproc_per_node", "--num_processes", "--multi_gpu", "--cpu", "--mpirun_hostfile"}


def test_keys_exist() -> None:
    keys = {name for name, _, _ in documented_keys()}
    named = set(re.findall(r"`((?:lora|scores)\.\w+|\w+_\w+(?=`))", PAGE_OF_DOCS))
    assert {"lora.rank", "scores.watch", "prompt_weight", "max_tokens", "tokens_per_pass"} <= named
    assert {name for name in named if name.islower()} - keys == set()


def test_options_and_files_exist(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    known = set(re.findall(r"--[a-z_-]+", capsys.readouterr().out)) | OF_LAUNCHERS
    assert set(re.findall(r"(?<![-|])--[a-z_-]+", PAGE_OF_DOCS)) - known == set()
    for name in (MANIFEST, PAGE):
        assert f"`{name}`" in PAGE_OF_DOCS
