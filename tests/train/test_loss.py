"""The loss is that of full logits on a record by itself, whatever stands beside it in the micro-batch."""

from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch.nn import functional

from edgejson.train.examples import Example
from edgejson.train.lora import add_adapter
from edgejson.train.loss import logits_are_plain, summed_loss
from edgejson.train.micro_batch import make_micro_batch, split_into_micro_batches, weight_of
from edgejson.train.recipe import Lora

END = 2
EXAMPLES = [
    Example(record_id="a", tokens=[5, 6, 7, 8, 9, END], n_prompt=3),
    Example(record_id="b", tokens=[50, 60, 70, 80, 90, 100, 110, 120, 130, END], n_prompt=7),
    Example(record_id="c", tokens=[33, 44, 55, END], n_prompt=2),
]


def naive_loss(model: Any, example: Example, prompt_weight: float) -> torch.Tensor:
    """The definition: each token but the first, predicted from full logits of this record alone."""
    logits = model(input_ids=torch.tensor([example.tokens])).logits[0, :-1]
    losses = functional.cross_entropy(logits, torch.tensor(example.tokens[1:]), reduction="none")
    columns = torch.arange(1, len(example.tokens))
    return (losses * torch.where(columns < example.n_prompt, prompt_weight, 1.0)).sum()


@pytest.mark.parametrize("prompt_weight", [0.0, 0.1, 1.0])
def test_equals_the_loss_from_full_logits_record_by_record(
    make_model: Callable[..., Any], prompt_weight: float
) -> None:
    model = make_model()
    expected = sum(naive_loss(model, example, prompt_weight) for example in EXAMPLES)
    found = summed_loss(model, make_micro_batch(EXAMPLES, prompt_weight=prompt_weight))
    torch.testing.assert_close(found, expected, rtol=1e-5, atol=1e-5)


def test_gradients_do_not_depend_on_how_a_step_is_split_into_micro_batches(
    make_model: Callable[..., Any],
) -> None:
    gradients = []
    for budget in (1, 16, 1000):
        torch.manual_seed(3)
        model = add_adapter(make_model(), Lora(rank=4, alpha=8), base_name="tiny")
        # A fresh adapter's second matrix is zero, which would hide most gradients.
        for name, parameter in model.named_parameters():
            if "lora_B" in name:
                torch.nn.init.normal_(parameter, std=0.1)
        for chosen in split_into_micro_batches([len(e.tokens) for e in EXAMPLES], budget=budget):
            summed_loss(model, make_micro_batch([EXAMPLES[i] for i in chosen], prompt_weight=0.1)).backward()  # type: ignore[no-untyped-call]
        gradients.append([p.grad for p in model.parameters() if p.requires_grad])
    for others in gradients[1:]:
        for one, other in zip(gradients[0], others, strict=True):
            assert one is not None
            assert one.abs().max() > 0
            torch.testing.assert_close(other, one, rtol=1e-4, atol=1e-4)


def test_a_row_does_not_see_its_neighbours(make_model: Callable[..., Any]) -> None:
    model = make_model()
    other = Example(record_id="z", tokens=[200 + i for i in range(12)], n_prompt=1)
    silent = Example(record_id="z", tokens=other.tokens, n_prompt=len(other.tokens))
    alone = summed_loss(model, make_micro_batch(EXAMPLES[:1], prompt_weight=0))
    beside = summed_loss(model, make_micro_batch([EXAMPLES[0], silent], prompt_weight=0))
    torch.testing.assert_close(beside, alone, rtol=1e-5, atol=1e-5)


def test_what_padding_holds_does_not_matter(make_model: Callable[..., Any]) -> None:
    model = make_model()
    batch = make_micro_batch(EXAMPLES, prompt_weight=0.5)
    before = summed_loss(model, batch)
    for row, example in enumerate(EXAMPLES):
        batch.input_ids[row, len(example.tokens) :] = 77
    assert summed_loss(model, batch).item() == before.item()


def test_the_end_of_sequence_is_a_target_and_padding_is_not() -> None:
    batch = make_micro_batch(EXAMPLES, prompt_weight=0)
    assert batch.targets.tolist() == [8, 9, END, 120, 130, END, 55, END]
    assert len(batch.weights) == sum(len(e.tokens) - e.n_prompt for e in EXAMPLES)
    assert weight_of(EXAMPLES, prompt_weight=0) == batch.weights.sum().item()
    assert (
        weight_of(EXAMPLES, prompt_weight=0.5)
        == make_micro_batch(EXAMPLES, prompt_weight=0.5).weights.sum().item()
    )


def test_only_the_adapter_learns(make_model: Callable[..., Any]) -> None:
    model = add_adapter(make_model(), Lora(rank=4, alpha=8), base_name="tiny")
    trained = {name for name, parameter in model.named_parameters() if parameter.requires_grad}
    assert trained
    assert all("lora_" in name for name in trained)
    assert not any("lm_head" in name for name in trained)
    layers = {name.split("layers.")[1].split(".lora")[0] for name in trained}
    kinds = {layer.split(".")[-1] for layer in layers}
    assert kinds == {"q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"}


def test_a_model_that_scales_its_logits_is_noticed(make_model: Callable[..., Any]) -> None:
    model = make_model()
    assert logits_are_plain(model)
    forward = model.forward

    def scaled(*args: Any, **kwargs: Any) -> Any:
        output = forward(*args, **kwargs)
        output.logits = output.logits / 8
        return output

    model.forward = scaled
    assert not logits_are_plain(model)
