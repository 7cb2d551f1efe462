"""A training run in memory: the model, its optimiser, how far it has come, and what a step does with them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch
from accelerate import PartialState  # type: ignore[import-untyped]

from edgejson.models.base_model import BaseModel
from edgejson.models.precision import Numerics, choose_numerics
from edgejson.models.worker_threads import WorkerThreads
from edgejson.train.checkpoint import CHECKPOINT, Progress, read_header, restore_checkpoint, write_checkpoint
from edgejson.train.early_stopping import best_scoring, out_of_patience
from edgejson.train.examples import Example, Examples
from edgejson.train.lora import prepare_for_training
from edgejson.train.loss import summed_loss
from edgejson.train.memory import estimate_memory, free_bytes, plan_micro_batches
from edgejson.train.micro_batch import MicroBatch, MicroBatchLimits, weight_of
from edgejson.train.micro_batch_runner import (
    Result,
    keep_only_layer_inputs,
    run_micro_batches,
    training_workers,
)
from edgejson.train.model_card import HUB_NAMES
from edgejson.train.processes import broadcast_from_first, sum_over_processes
from edgejson.train.recipe import Recipe
from edgejson.train.validation_scores import ValidationRecords, score_model


@dataclass(slots=True, kw_only=True)
class Trainer:
    """What a run works on. ``parameters`` are those that are trained, by name, in single precision.

    ``limits`` bound a micro-batch, ``workers`` compute it; ``best`` are the parameters of the best scoring so
    far, on the CPU.
    """

    recipe: Recipe
    model: Any
    tokenizer: Any
    parameters: Mapping[str, torch.nn.Parameter]
    optimizer: torch.optim.Optimizer
    state: PartialState
    numerics: Numerics
    progress: Progress
    limits: MicroBatchLimits
    workers: WorkerThreads
    best: Mapping[str, torch.Tensor] | None
    notify: Callable[[str], None]

    def accumulate_gradients(self, chosen: Sequence[Example]) -> float:
        """Add the gradients of the mean loss over `chosen`; return that loss, in nats a token."""
        weight = weight_of(chosen, prompt_weight=self.recipe.prompt_weight)
        trained = list(self.parameters.values())
        losses: list[float] = []

        def work(batch: MicroBatch) -> tuple[float, Sequence[torch.Tensor | None]]:
            with self.numerics.autocast():
                part = summed_loss(self.model, batch) / weight
            # Not backward(): where memory ends halfway, nothing of this micro-batch may stay behind.
            return part.item(), torch.autograd.grad(part, trained, allow_unused=True)

        def use(result: tuple[float, Sequence[torch.Tensor | None]]) -> None:
            losses.append(result[0])
            for parameter, gradient in zip(trained, result[1], strict=True):
                if gradient is not None:
                    parameter.grad = gradient if parameter.grad is None else parameter.grad.add_(gradient)

        self._run_micro_batches(work, use, chosen)
        (loss,) = sum_over_processes(trained, (sum(losses),), self.state)
        return loss

    def update(self, rate: float) -> float:
        """Move the parameters by the gradients, at learning rate `rate`; return the gradients' norm."""
        norm = torch.nn.utils.clip_grad_norm_(self.parameters.values(), self.recipe.max_gradient_norm)
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        self.optimizer.step()
        self.optimizer.zero_grad()
        return norm.item()

    def mean_loss(self, examples: Sequence[Example]) -> float | None:
        """Return the loss of `examples` without learning from them, None where there are none."""
        if not examples:
            return None

        losses: list[float] = []

        def work(batch: MicroBatch) -> float:
            with torch.no_grad(), self.numerics.autocast():
                return summed_loss(self.model, batch).item()

        self.model.eval()
        self._run_micro_batches(work, losses.append, examples)
        (total,) = sum_over_processes((), (sum(losses),), self.state)
        self.model.train()
        return total / weight_of(examples, prompt_weight=self.recipe.prompt_weight)

    def score(self, chosen: ValidationRecords) -> dict[str, Any]:
        """Score the model as it is now, keep its parameters if it is the best so far; return the entry."""
        scores = score_model(self.model, self.tokenizer, chosen, self.state, self.numerics)
        entry = {"step": self.progress.step, **scores}
        self.progress.scores.append(entry)
        if best_scoring(self.progress.scores, self.recipe.scores.watch) is entry:
            self.best = {name: p.detach().cpu().clone() for name, p in self.parameters.items()}
        return entry

    def should_stop(self) -> bool:
        """Whether the scores have not improved for as long as the recipe has patience."""
        return out_of_patience(self.progress.scores, self.recipe.scores.watch, self.recipe.scores.patience)

    def load_best_weights(self) -> int:
        """Load the weights that are to be kept into the model; return the step that they are from."""
        kept = best_scoring(self.progress.scores, self.recipe.scores.watch)
        if self.recipe.scores.keep == "last" or not self.best or not kept:
            return self.progress.step
        with torch.no_grad():
            for name, parameter in self.parameters.items():
                parameter.copy_(self.best[name])
        return int(kept["step"])

    def save(self, output: Path, identity: Mapping[str, Any]) -> None:
        """Write a checkpoint into `output`, in the first process."""
        self.progress.limits = self.limits
        if self.state.is_main_process:
            write_checkpoint(
                output / CHECKPOINT,
                identity=identity,
                progress=self.progress,
                parameters=self.parameters,
                optimizer=self.optimizer,
                best=self.best,
            )

    def _run_micro_batches(
        self, work: Callable[[MicroBatch], Result], use: Callable[[Result], None], chosen: Sequence[Example]
    ) -> None:
        self.limits = run_micro_batches(
            work,
            use,
            chosen,
            self.limits,
            workers=self.workers,
            model=self.model,
            state=self.state,
            prompt_weight=self.recipe.prompt_weight,
            notify=self.notify,
        )


def start_trainer(
    recipe: Recipe,
    base: BaseModel,
    examples: Examples,
    state: PartialState,
    *,
    checkpoint: Path | None,
    notify: Callable[[str], None],
) -> Trainer:
    """Return the trainer of a run at its beginning, or where `checkpoint` left it.

    Raises TrainingError when the longest record needs more memory than there is.
    """
    torch.manual_seed(recipe.seed)
    model = prepare_for_training(base.model, recipe, base_name=HUB_NAMES.get(base.name, base.name))
    parameters = {name: p for name, p in model.named_parameters() if p.requires_grad}
    optimizer = torch.optim.AdamW(parameters.values(), weight_decay=recipe.weight_decay)
    progress = read_header(checkpoint)[1] if checkpoint else Progress()

    numerics = choose_numerics(progress.precision or recipe.precision, state.device.type)
    numerics = broadcast_from_first(numerics, state)
    progress.precision = numerics.precision
    for parameter in model.parameters():
        if not parameter.requires_grad:
            parameter.data = parameter.data.to(numerics.torch_dtype)
    model.to(state.device).train()

    if progress.limits:
        # Other micro-batches would change the weights, if only by rounding.
        limits = progress.limits
    else:
        need = estimate_memory(model, examples.training[0], numerics=numerics)
        # Processes on a CPU share its memory, and all of them have to split a step in the same way.
        free = free_bytes(state.device) / (state.num_processes if state.device.type == "cpu" else 1)
        limits, sentence = plan_micro_batches(
            need, [*examples.training, *examples.validation], recipe, free=free
        )
        workers = training_workers(model, state.device, records_per_step=recipe.records_per_step)
        limits = broadcast_from_first(replace(limits, workers=workers), state)
        notify(
            sentence
            if workers == 1
            else f"{sentence}; {workers} are computed at a time, of so many tokens together"
        )
    if limits.checkpointing or recipe.gradient_checkpointing:
        keep_only_layer_inputs(model)

    trainer = Trainer(
        recipe=recipe,
        model=model,
        tokenizer=base.tokenizer,
        parameters=parameters,
        optimizer=optimizer,
        state=state,
        numerics=numerics,
        progress=progress,
        limits=limits,
        workers=WorkerThreads(limits.workers),
        best=None,
        notify=notify,
    )
    if checkpoint:
        trainer.best = restore_checkpoint(checkpoint, parameters=parameters, optimizer=optimizer)
    return trainer
