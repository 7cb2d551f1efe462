"""Finding a base model: folders, GGUF files, hub ids, adapters; digests; and what is refused."""

import json
import re
import shutil
from pathlib import Path

import pytest

from edgejson import Admitted
from edgejson.models.base_files import find_base_files
from edgejson.models.base_model import MANIFEST, load_adapter, load_base, load_model
from edgejson.models.digests import file_digest
from edgejson.models.errors import BaseModelError
from edgejson.train.loop import train
from edgejson.train.recipe import Lora, Recipe


@pytest.fixture
def base(tiny_base: Path, tmp_path: Path) -> Path:
    """A copy of the tiny base model that a test may spoil."""
    return Path(shutil.copytree(tiny_base, tmp_path / "base"))


@pytest.fixture
def adapter(toy_data: Admitted, base: Path, tmp_path: Path) -> Path:
    recipe = Recipe(
        base_model=str(base), precision="fp32", max_steps=1, records_per_step=2, lora=Lora(rank=2, alpha=4)
    )
    train(toy_data, recipe, tmp_path / "adapter")
    return tmp_path / "adapter"


def test_a_folder_is_loaded_and_named_by_its_weights(tiny_base: Path) -> None:
    loaded = load_base(str(tiny_base))
    assert loaded.name == "tiny"
    assert loaded.sha256 == file_digest(tiny_base / "model.safetensors")
    assert loaded.format_id.startswith("chat-")
    assert loaded.manifest is None
    assert not loaded.model.training


def test_several_weight_files_have_one_digest_that_changes_with_each(base: Path) -> None:
    (base / "more.safetensors").write_bytes(b"1")
    one = find_base_files(str(base)).sha256
    (base / "more.safetensors").write_bytes(b"2")
    assert find_base_files(str(base)).sha256 != one


def test_a_gguf_file_is_found_with_its_digest(tmp_path: Path) -> None:
    path = tmp_path / "some.gguf"
    path.write_bytes(b"GGUF")
    files = find_base_files(str(path))
    assert (files.gguf, files.name, files.sha256) == ("some.gguf", "some.gguf", file_digest(path))


def test_pickled_weights_are_refused(base: Path) -> None:
    (base / "model.safetensors").unlink()
    (base / "pytorch_model.bin").write_bytes(b"\x80\x04.")
    with pytest.raises(
        BaseModelError, match=r"needs weights as \.safetensors.*only pytorch_model\.bin, which can carry code"
    ):
        load_base(str(base))


def test_code_that_comes_with_a_model_is_not_run(base: Path, tmp_path: Path) -> None:
    """A configuration that asks for classes of its own gets a refusal, not an import."""
    trace = tmp_path / "trace"
    (base / "evil.py").write_text(f"open({str(trace)!r}, 'w')\nclass Config: pass\nclass Model: pass\n")
    config = json.loads((base / "config.json").read_text())
    config |= {
        "model_type": "evil",
        "auto_map": {"AutoConfig": "evil.Config", "AutoModelForCausalLM": "evil.Model"},
    }
    (base / "config.json").write_text(json.dumps(config))
    with pytest.raises(BaseModelError, match="cannot be loaded"):
        load_base(str(base))
    assert not trace.exists()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda base: (base / "config.json").unlink(), "no config.json"),
        (lambda base: (base / "config.json").rename(base / "adapter_config.json"), "holds an adapter"),
        (
            lambda base: (base / "model.safetensors").unlink(),
            "needs weights as .safetensors, and there is none",
        ),
        (lambda base: (base / "model.safetensors").write_bytes(b"short"), "cannot be loaded"),
    ],
)
def test_a_folder_that_is_not_a_base_model(base: Path, spoil: object, said: str) -> None:
    assert callable(spoil)
    spoil(base)
    with pytest.raises(BaseModelError, match=re.escape(said)) as caught:
        load_base(str(base))
    assert "\n" not in str(caught.value)


def test_a_name_that_is_nothing(tmp_path: Path) -> None:
    with pytest.raises(
        BaseModelError, match=r"no such folder or file, and not a hub id.*SmolLM2-135M-Instruct"
    ):
        load_base(str(tmp_path / "nothing here"))
    other = tmp_path / "weights.txt"
    other.write_text("")
    with pytest.raises(BaseModelError, match=r"must be a \.gguf file"):
        load_base(str(other))


def test_a_hub_id_offline_is_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import huggingface_hub
    from huggingface_hub.errors import LocalEntryNotFoundError

    asked: list[tuple[str, str | None]] = []

    def offline(model: str, *, revision: str | None, **_: object) -> str:
        asked.append((model, revision))
        raise LocalEntryNotFoundError("Cannot find an appropriate cached snapshot folder\nand more lines")

    monkeypatch.setattr(huggingface_hub, "snapshot_download", offline)
    with pytest.raises(BaseModelError, match="the hub did not give it") as caught:
        load_base("someone/model@v1.0")
    assert asked == [("someone/model", "v1.0")]
    assert "\n" not in str(caught.value)


def test_an_adapter_finds_its_base_and_says_what_it_is(adapter: Path, base: Path) -> None:
    loaded = load_adapter(adapter)
    assert loaded.manifest is not None
    assert loaded.sha256 == file_digest(base / "model.safetensors")
    assert loaded.adapter_sha256 == file_digest(adapter / "adapter_model.safetensors")
    assert load_model(str(adapter)).adapter_sha256 == loaded.adapter_sha256
    assert load_model(str(base)).adapter_sha256 is None


def test_adapter_and_base_may_be_moved_together(adapter: Path, base: Path, tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere"
    moved.mkdir()
    adapter.rename(moved / "adapter")
    base.rename(moved / "base")
    assert load_adapter(moved / "adapter").adapter_sha256


def test_an_adapter_refuses_another_base(adapter: Path, base: Path) -> None:
    weights = (base / "model.safetensors").read_bytes()
    (base / "model.safetensors").write_bytes(weights[:-1] + bytes([weights[-1] ^ 1]))
    with pytest.raises(BaseModelError, match="give the one it was trained from"):
        load_adapter(adapter)


def test_an_adapter_refuses_another_prompt_format(adapter: Path, base: Path) -> None:
    template = base / "chat_template.jinja"
    template.write_text(template.read_text().replace("assistant", "helper"))
    with pytest.raises(BaseModelError, match="was trained with prompt format chat-"):
        load_adapter(adapter)


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "is not an adapter of edgejson's"), ("{", "is not JSON"), ("{}", "does not name")],
)
def test_a_folder_that_is_not_an_adapter(tmp_path: Path, content: str | None, said: str) -> None:
    if content is not None:
        (tmp_path / MANIFEST).write_text(content)
    with pytest.raises(BaseModelError, match=said):
        load_adapter(tmp_path)


def test_an_adapter_without_its_weights(adapter: Path) -> None:
    (adapter / "adapter_model.safetensors").unlink()
    with pytest.raises(BaseModelError, match=r"has no adapter_model\.safetensors"):
        load_adapter(adapter)
