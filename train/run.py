"""A run in memory: the model, its optimiser, how far it has come, and what a step does with them."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import torch
from accelerate import PartialState  # type: ignore[import-untyped]

from edgejson.models.base_model import BaseModel
from edgejson.models.lora import trainable
from edgejson.models.precision import choose_dtype
from edgejson.models.worker_threads import Lanes, lanes_for
from edgejson.train.batches import Pass, weight_of
from edgejson.train.best import best_scoring, out_of_patience
from edgejson.train.checkpoint import CHECKPOINT, Progress, read_header, restore_checkpoint, write_checkpoint
from edgejson.train.examples import Example, Examples
from edgejson.train.loss import summed_loss
from edgejson.train.memory import Limits, free_bytes, measure_need, plan_limits
from edgejson.train.model_card import HUB_NAMES
from edgejson.train.passes import Outcome, each_pass, keep_only_layer_inputs
from edgejson.train.processes import as_the_first_says, sum_over_processes
from edgejson.train.recipe import Recipe
from edgejson.train.scoring import ScoredRecords, score_model


@dataclass(slots=True, kw_only=True)
class Run:
    """What a run works on. ``parameters`` are those that are trained, by name, in single precision.

    ``limits`` bound a pass, ``lanes`` compute it; ``best`` are the parameters of the best scoring so far, on
    the CPU.
    """

    recipe: Recipe
    model: Any
    tokenizer: Any
    parameters: Mapping[str, torch.nn.Parameter]
    optimizer: torch.optim.Optimizer
    state: PartialState
    dtype: torch.dtype
    progress: Progress
    limits: Limits
    lanes: Lanes
    best: Mapping[str, torch.Tensor] | None
    say: Callable[[str], None]

    def learn(self, chosen: Sequence[Example]) -> float:
        """Add the gradients of the mean loss over `chosen`; return that loss, in nats a token."""
        weight = weight_of(chosen, prompt_weight=self.recipe.prompt_weight)
        trained = list(self.parameters.values())
        losses: list[float] = []

        def work(batch: Pass) -> tuple[float, Sequence[torch.Tensor | None]]:
            with self._autocast():
                part = summed_loss(self.model, batch) / weight
            # Not backward(): where memory ends halfway, nothing of this pass may stay behind.
            return part.item(), torch.autograd.grad(part, trained, allow_unused=True)

        def take(outcome: tuple[float, Sequence[torch.Tensor | None]]) -> None:
            losses.append(outcome[0])
            for parameter, gradient in zip(trained, outcome[1], strict=True):
                if gradient is not None:
                    parameter.grad = gradient if parameter.grad is None else parameter.grad.add_(gradient)

        self._each_pass(work, take, chosen)
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

        def work(batch: Pass) -> float:
            with torch.no_grad(), self._autocast():
                return summed_loss(self.model, batch).item()

        self.model.eval()
        self._each_pass(work, losses.append, examples)
        (total,) = sum_over_processes((), (sum(losses),), self.state)
        self.model.train()
        return total / weight_of(examples, prompt_weight=self.recipe.prompt_weight)

    def score(self, chosen: ScoredRecords) -> dict[str, Any]:
        """Score the model as it is now, keep its parameters if it is the best so far; return the entry."""
        scores = score_model(self.model, self.tokenizer, chosen, self.state, self.dtype)
        entry = {"step": self.progress.step, **scores}
        self.progress.scores.append(entry)
        if best_scoring(self.progress.scores, self.recipe.scores.watch) is entry:
            self.best = {name: p.detach().cpu().clone() for name, p in self.parameters.items()}
        return entry

    def gives_up(self) -> bool:
        """Whether the scores say that going on is not worth it."""
        return out_of_patience(self.progress.scores, self.recipe.scores.watch, self.recipe.scores.patience)

    def take_the_best(self) -> int:
        """Put the weights that are to be kept into the model; return the step that they are from."""
        kept = best_scoring(self.progress.scores, self.recipe.scores.watch)
        if self.recipe.scores.keep == "last" or not self.best or not kept:
            return self.progress.step
        with torch.no_grad():
            for name, parameter in self.parameters.items():
                parameter.copy_(self.best[name])
        return int(kept["step"])

    def save(self, output: Path, identity: Mapping[str, Any]) -> None:
        """Write a checkpoint into `output`, in the first process."""
        self.progress.limits = asdict(self.limits)
        if self.state.is_main_process:
            write_checkpoint(
                output / CHECKPOINT,
                identity=identity,
                progress=self.progress,
                parameters=self.parameters,
                optimizer=self.optimizer,
                best=self.best,
            )

    def _autocast(self) -> AbstractContextManager[Any]:
        return torch.autocast(
            self.state.device.type, dtype=self.dtype, enabled=self.dtype is not torch.float32
        )

    def _each_pass(
        self, work: Callable[[Pass], Outcome], take: Callable[[Outcome], None], chosen: Sequence[Example]
    ) -> None:
        self.limits = each_pass(
            work,
            take,
            chosen,
            self.limits,
            lanes=self.lanes,
            model=self.model,
            state=self.state,
            prompt_weight=self.recipe.prompt_weight,
            say=self.say,
        )


def begin(
    recipe: Recipe,
    base: BaseModel,
    examples: Examples,
    state: PartialState,
    *,
    checkpoint: Path | None,
    say: Callable[[str], None],
) -> Run:
    """Return a run at its beginning, or where `checkpoint` left it.

    Raises TrainingError when the longest record needs more memory than there is.
    """
    torch.manual_seed(recipe.seed)
    model = trainable(base.model, recipe, base_name=HUB_NAMES.get(base.name, base.name))
    parameters = {name: p for name, p in model.named_parameters() if p.requires_grad}
    optimizer = torch.optim.AdamW(parameters.values(), weight_decay=recipe.weight_decay)
    progress = read_header(checkpoint)[1] if checkpoint else Progress()

    dtype = as_the_first_says(choose_dtype(progress.precision or recipe.precision, state.device), state)
    progress.precision = "bf16" if dtype is torch.bfloat16 else "fp32"
    for parameter in model.parameters():
        if not parameter.requires_grad:
            parameter.data = parameter.data.to(dtype)
    model.to(state.device).train()

    if progress.limits:
        # Other passes would change the weights, if only by rounding.
        limits = Limits(**progress.limits)
    else:
        need = measure_need(model, examples.training[0], dtype=dtype)
        # Processes on a CPU share its memory, and all of them have to split a step in the same way.
        free = free_bytes(state.device) / (state.num_processes if state.device.type == "cpu" else 1)
        limits, sentence = plan_limits(need, [*examples.training, *examples.validation], recipe, free=free)
        lanes = lanes_for(model, state.device, records_per_step=recipe.records_per_step)
        limits = as_the_first_says(replace(limits, lanes=lanes), state)
        say(
            sentence
            if lanes == 1
            else f"{sentence}; {lanes} passes are computed at a time, of so many tokens together"
        )
    if limits.checkpointing or recipe.gradient_checkpointing:
        keep_only_layer_inputs(model)

    run = Run(
        recipe=recipe,
        model=model,
        tokenizer=base.tokenizer,
        parameters=parameters,
        optimizer=optimizer,
        state=state,
        dtype=dtype,
        progress=progress,
        limits=limits,
        lanes=Lanes(limits.lanes),
        best=None,
        say=say,
    )
    if checkpoint:
        run.best = restore_checkpoint(checkpoint, parameters=parameters, optimizer=optimizer)
    return run
