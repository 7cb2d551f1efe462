"""A micro-batch that does not fit into memory gets smaller; what fits is estimated before a run starts."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch

from edgejson import Admitted
from edgejson.models.precision import Numerics
from edgejson.train.checkpoint import CHECKPOINT, read_header
from edgejson.train.errors import TrainingError
from edgejson.train.examples import Example
from edgejson.train.loop import train
from edgejson.train.lora import add_adapter
from edgejson.train.loss import summed_loss
from edgejson.train.memory import (
    MemoryEstimate,
    estimate_memory,
    free_bytes,
    plan_micro_batches,
    ran_out_of_memory,
)
from edgejson.train.micro_batch import MicroBatch, make_micro_batch
from edgejson.train.micro_batch_runner import keep_only_layer_inputs
from edgejson.train.output import CURVE
from edgejson.train.recipe import Lora, Recipe

CPU = torch.device("cpu")
FLOAT32 = Numerics(device="cpu", precision="fp32")
NEED = MemoryEstimate(per_token=1000, per_label=100, checkpointed=100, fixed=0)
OUT_OF_MEMORY = "[enforce fail at alloc_cpu.cpp:124] err == 0. DefaultCPUAllocator: can't allocate memory"


@pytest.fixture
def recipe(tiny_base: Path) -> Recipe:
    return Recipe(
        base_model=str(tiny_base),
        precision="fp32",
        epochs=2,
        records_per_step=4,
        learning_rate=1e-2,
        lora=Lora(rank=4, alpha=8, dropout=0.2),
        validation_share=0,
        checkpoint_minutes=0,
    )


def example(n_tokens: int, n_prompt: int) -> Example:
    return Example(record_id=f"of-{n_tokens}", tokens=[5] * n_tokens, n_prompt=n_prompt)


def fails(
    condition: Callable[[MicroBatch], bool], after_backward: bool = False
) -> Callable[[Any, MicroBatch], torch.Tensor]:
    """Return a loss for which memory ends under a condition, in the forward or in the backward pass."""

    class Failing(torch.autograd.Function):
        @staticmethod
        def forward(ctx: Any, value: torch.Tensor) -> torch.Tensor:
            return value.clone()

        @staticmethod
        def backward(ctx: Any, gradient: torch.Tensor) -> torch.Tensor:
            raise RuntimeError(OUT_OF_MEMORY)

    def loss(model: Any, batch: MicroBatch) -> torch.Tensor:
        if not condition(batch):
            return summed_loss(model, batch)
        if not after_backward:
            raise RuntimeError(OUT_OF_MEMORY)
        # Low in the model, so that the layers above have their gradients by then.
        handle = (
            model.get_decoder()
            .layers[0]
            .register_forward_hook(
                lambda _module, _inputs, output: Failing.apply(output)  # type: ignore[no-untyped-call]
            )
        )
        try:
            return summed_loss(model, batch)
        finally:
            handle.remove()

    return loss


def curve(folder: Path) -> str:
    return (folder / CURVE).read_text()


@pytest.mark.parametrize("after_backward", [False, True])
def test_a_micro_batch_that_runs_out_of_memory_is_split_and_nothing_counts_twice(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after_backward: bool
) -> None:
    plain = recipe.model_copy(update={"lora": Lora(rank=4, alpha=8)})
    whole = train(toy_data, plain, tmp_path / "whole")
    said: list[str] = []
    failing = fails(lambda batch: len(batch.input_ids) > 1, after_backward)
    monkeypatch.setattr("edgejson.train.trainer.summed_loss", failing)
    split = train(toy_data, plain, tmp_path / "split", notify=said.append)
    assert sum("Out of memory in a micro-batch of" in sentence for sentence in said) >= 1
    assert split["training"]["epochs"][-1]["training_loss"] == pytest.approx(
        whole["training"]["epochs"][-1]["training_loss"], rel=1e-4
    )
    assert curve(tmp_path / "split") != curve(tmp_path / "whole")  # rounding: the micro-batches were others


def test_it_is_split_once_and_not_in_every_step(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures: list[int] = []

    def too_large(batch: MicroBatch) -> bool:
        failures.extend([batch.input_ids.numel()] if len(batch.input_ids) > 2 else [])
        return len(batch.input_ids) > 2

    monkeypatch.setattr("edgejson.train.trainer.summed_loss", fails(too_large))
    train(toy_data, recipe, tmp_path)
    assert len(failures) == 1


def test_one_record_that_does_not_fit_is_computed_with_checkpointing_or_named(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    switched: list[Any] = []
    monkeypatch.setattr("edgejson.train.micro_batch_runner.keep_only_layer_inputs", switched.append)
    monkeypatch.setattr("edgejson.train.trainer.summed_loss", fails(lambda _: not switched))
    said: list[str] = []
    train(toy_data, recipe, tmp_path / "works", notify=said.append)
    assert any("from now on with gradient checkpointing" in sentence for sentence in said)
    monkeypatch.setattr("edgejson.train.trainer.summed_loss", fails(lambda _: True))
    with pytest.raises(TrainingError, match=r"record 'toy-\w+' \(\d+ tokens\) does not fit .* lower"):
        train(toy_data, recipe, tmp_path / "fails")


def test_other_errors_are_not_taken_for_a_lack_of_memory(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> torch.Tensor:
        raise RuntimeError("shapes do not fit")

    monkeypatch.setattr("edgejson.train.trainer.summed_loss", broken)
    with pytest.raises(RuntimeError, match="shapes"):
        train(toy_data, recipe, tmp_path)
    assert ran_out_of_memory(MemoryError())
    assert ran_out_of_memory(torch.OutOfMemoryError("CUDA out of memory"))
    assert not ran_out_of_memory(ValueError("DefaultCPUAllocator"))


def test_gradient_checkpointing_changes_nothing_that_is_learned(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path
) -> None:
    train(toy_data, recipe, tmp_path / "without")
    train(toy_data, recipe.model_copy(update={"gradient_checkpointing": True}), tmp_path / "with")
    assert curve(tmp_path / "with") == curve(tmp_path / "without")


def test_gradient_checkpointing_keeps_less(make_model: Callable[..., Any]) -> None:
    """What a forward pass leaves behind for the backward pass, in bytes of live tensors."""
    import gc

    def left(*, checkpointing: bool) -> int:
        model = add_adapter(make_model(), Lora(rank=2), base_name="tiny").train()
        if checkpointing:
            keep_only_layer_inputs(model)
        gc.collect()
        batch = make_micro_batch([example(200, 199)], prompt_weight=0)
        with torch.profiler.profile(profile_memory=True) as profile:
            loss = summed_loss(model, batch)
        assert loss.requires_grad
        return int(sum(event.self_cpu_memory_usage for event in profile.key_averages()))

    assert left(checkpointing=True) < left(checkpointing=False) / 2


def test_the_estimate_is_about_what_a_micro_batch_holds(make_model: Callable[..., Any]) -> None:
    model = add_adapter(make_model(), Lora(rank=2), base_name="tiny").train()
    need = estimate_memory(model, example(300, 150), numerics=FLOAT32)
    batch = make_micro_batch([example(400, 200)], prompt_weight=0)
    with torch.profiler.profile(profile_memory=True) as profile:
        loss = summed_loss(model, batch)
    held = sum(event.self_cpu_memory_usage for event in profile.key_averages())
    assert loss.requires_grad
    # The logits count three times at the peak, and once after the forward pass.
    estimate = need.of(400, 200, checkpointing=False) / need.overhead - 2 / 3 * 200 * need.per_label
    assert estimate == pytest.approx(held, rel=0.15)
    assert need.fixed == 3 * 4 * sum(p.numel() for p in model.parameters() if p.requires_grad)


@pytest.mark.parametrize(
    ("free", "tokens", "checkpointing", "said"),
    [
        (10_000_000, 2048, False, "are free"),
        (1_000_000, 857, False, "too little for micro-batches of 2,048 tokens"),
        (300_000, 1800, True, "gradient checkpointing is on"),
    ],
)
def test_micro_batches_shrink_to_what_is_free_and_then_checkpoint(
    free: int, tokens: int, checkpointing: bool, said: str
) -> None:
    examples = [example(400, 200), example(100, 50)]
    limits, sentence = plan_micro_batches(NEED, examples, Recipe(), free=free)
    assert (limits.tokens, limits.shared_tokens, limits.checkpointing) == (tokens, tokens, checkpointing)
    assert said in sentence


def test_a_record_that_can_never_fit_is_said_before_training() -> None:
    with pytest.raises(TrainingError, match=r"longest record \(400 tokens\) needs about .* lower max_tokens"):
        plan_micro_batches(NEED, [example(400, 200)], Recipe(), free=50_000)


def test_smaller_micro_batches_are_kept_when_the_run_goes_on(
    toy_data: Admitted, recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that a run on a machine that was full for a while ends with the weights it would have had."""
    monkeypatch.setattr("edgejson.train.loop.learning_rate", lambda step, **_: 1e-2)
    with monkeypatch.context() as patched:
        patched.setattr("edgejson.train.trainer.summed_loss", fails(lambda batch: len(batch.input_ids) > 2))
        train(toy_data, recipe, tmp_path / "whole")
        patched.setattr("edgejson.train.loop.learning_rate", lambda step, **_: 1e-2 if step < 3 else 1 / 0)
        with pytest.raises(ZeroDivisionError):
            train(toy_data, recipe, tmp_path / "crashed")
    limits = read_header(tmp_path / "crashed" / CHECKPOINT)[1].limits
    assert limits is not None
    assert limits.tokens < limits.shared_tokens == 2048
    train(toy_data, recipe, tmp_path / "crashed")
    assert curve(tmp_path / "crashed") == curve(tmp_path / "whole")
    train(toy_data, recipe, tmp_path / "roomy")
    assert curve(tmp_path / "roomy") != curve(tmp_path / "whole")


def test_what_is_free_is_read_off_the_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    free = free_bytes(CPU)
    assert free > 50e6
    (tmp_path / "memory.max").write_text("1000000\n")
    (tmp_path / "memory.current").write_text("400000\n")
    monkeypatch.setattr("edgejson.train.memory._CGROUP", tmp_path)
    assert free_bytes(CPU) == 600_000
    (tmp_path / "memory.max").write_text("max\n")
    assert free_bytes(CPU) > 50e6
