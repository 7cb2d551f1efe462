"""The training loop: admitted data and a recipe in, an adapter out."""

import math
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from accelerate import PartialState  # type: ignore[import-untyped]

from edgejson.gate import Admitted
from edgejson.suite import resolve_suite
from edgejson.train.base_model import load_base, read_manifest
from edgejson.train.batches import Pass, make_pass, split_into_passes, steps_of_epoch, weight_of
from edgejson.train.best import best_scoring, out_of_patience
from edgejson.train.checkpoint import CHECKPOINT, Progress, read_header, restore_checkpoint, write_checkpoint
from edgejson.train.errors import Interrupted, TrainingError
from edgejson.train.examples import Example, make_examples
from edgejson.train.lora import add_adapter
from edgejson.train.loss import logits_are_plain, summed_loss
from edgejson.train.manifest import make_manifest, run_identity
from edgejson.train.model_card import HUB_NAMES, model_card
from edgejson.train.output import how_to_start, make_folder, remove_traces, write_adapter
from edgejson.train.precision import choose_dtype
from edgejson.train.processes import as_the_first_says, my_share, sum_over_processes
from edgejson.train.progress_line import no_progress_line, progress_line
from edgejson.train.recipe import Recipe
from edgejson.train.schedule import learning_rate
from edgejson.train.scoring import choose_records, score_model, scores_sentence
from edgejson.train.stopping import orderly_stop


def _silent(_: str) -> None:
    """Say nothing."""


def train(
    admitted: Admitted,
    recipe: Recipe,
    output: Path,
    *,
    config: Path | None = None,
    resume: bool | None = None,
    say: Callable[[str], None] = _silent,
) -> dict[str, Any]:
    """Train an adapter as `recipe` says, write it to `output`, and return its manifest.

    An interrupted run goes on from its last checkpoint, on a CPU to the same weights bit for bit;
    `resume` is read as `how_to_start` says. `config` is the settings file with which the data was admitted,
    where it is not the nearest pyproject.toml. Sentences for people go to `say`. Raises Interrupted after
    SIGINT or SIGTERM, once a checkpoint is written, and other kinds of EdgejsonError.
    """
    # Without this accelerate takes several processes on a machine without a GPU for strangers.
    state = PartialState(cpu=not torch.accelerator.is_available())
    if not state.is_main_process:
        say = _silent

    if admitted.result == "FAILED":
        raise TrainingError(f"{admitted.path}: taken with its findings, which only an evaluation may do")
    # The whole file first: only at its end is it known to be the one that was admitted.
    records = list(admitted.records())
    for note in admitted.notes:
        say(f"Note on {admitted.path.name}: {note}")

    base = load_base(recipe.base_model)
    identity = run_identity(admitted, recipe, base)
    start = how_to_start(output, identity, resume)
    # Nobody touches the folder before everybody has seen what is in it.
    state.wait_for_everyone()
    if start == "done":
        say(f"{output} holds the adapter of this very run already; --no-resume trains it again")
        return read_manifest(output)

    examples = make_examples(
        records,
        base.tokenizer,
        max_tokens=recipe.max_tokens,
        too_long=recipe.too_long,
        validation_share=recipe.validation_share,
    )
    if not examples.training:
        raise TrainingError(
            f"{admitted.path}: no record is left to train on ({examples.n_left_out} are too long, "
            f"{len(examples.validation)} are for validation); raise max_tokens or lower validation_share"
        )
    say(
        f"{len(examples.training)} records to train on, {len(examples.validation)} to validate with; "
        f"longer than {recipe.max_tokens} tokens: {examples.n_cut} cut, {examples.n_left_out} left out"
    )
    registry = resolve_suite(admitted.path, config).registry
    scored = choose_records(examples.validation, records, registry, count=recipe.scores.records)
    n_training = len(examples.training)
    steps_per_epoch = -(-n_training // recipe.records_per_step)
    n_steps = min(recipe.epochs * steps_per_epoch, recipe.max_steps or sys.maxsize)

    if not logits_are_plain(base.model):
        raise TrainingError(
            f"{base.name} changes its output layer's values into logits; that is not supported"
        )
    if state.is_main_process:
        make_folder(output)
        if start == "afresh":
            remove_traces(output)

    torch.manual_seed(recipe.seed)
    model = add_adapter(base.model, recipe.lora, base_name=HUB_NAMES.get(base.name, base.name))
    parameters = {name: p for name, p in model.named_parameters() if p.requires_grad}
    optimizer = torch.optim.AdamW(parameters.values(), weight_decay=recipe.weight_decay)

    progress = Progress()
    best: dict[str, torch.Tensor] | None = None
    if start == "resume":
        _, progress = read_header(output / CHECKPOINT)
        say(f"Going on from step {progress.step} of {n_steps}")
    device: torch.device = state.device
    dtype = as_the_first_says(choose_dtype(progress.precision or recipe.precision, device), state)
    progress.precision = "bf16" if dtype is torch.bfloat16 else "fp32"
    for parameter in model.parameters():
        if not parameter.requires_grad:
            parameter.data = parameter.data.to(dtype)
    model.to(device).train()
    if start == "resume":
        best = restore_checkpoint(output / CHECKPOINT, parameters=parameters, optimizer=optimizer)

    def save() -> None:
        if state.is_main_process:
            write_checkpoint(
                output / CHECKPOINT,
                identity=identity,
                progress=progress,
                parameters=parameters,
                optimizer=optimizer,
                best=best,
            )

    def gives_up() -> bool:
        return out_of_patience(progress.scores, recipe.scores.watch, recipe.scores.patience)

    saved = time.monotonic()
    n_tokens, stepping = 0, 0.0
    epoch_of_order = -1
    every = recipe.scores.every_steps
    show_here = progress_line(n_steps, done=progress.step) if state.is_main_process else no_progress_line()
    with orderly_stop() as told_to_stop, show_here as show:
        while progress.step < n_steps and not gives_up():
            begun = time.monotonic()
            epoch, index = divmod(progress.step, steps_per_epoch)
            if epoch != epoch_of_order:
                order = steps_of_epoch(
                    n_training, per_step=recipe.records_per_step, seed=recipe.seed, epoch=epoch
                )
                epoch_of_order = epoch
            chosen = [examples.training[i] for i in order[index]]

            loss = 0.0
            weight = weight_of(chosen, prompt_weight=recipe.prompt_weight)
            for batch in _passes(chosen, recipe, state):
                with torch.autocast(device.type, dtype=dtype, enabled=dtype is not torch.float32):
                    part = summed_loss(model, batch) / weight
                part.backward()  # type: ignore[no-untyped-call]
                loss += part.item()
            (loss,) = sum_over_processes(parameters.values(), (loss,), state)
            if not math.isfinite(loss):
                raise TrainingError(
                    f"the loss became {loss} at step {progress.step + 1}; lower the learning rate, "
                    "or compute in fp32 if this was bf16"
                )
            norm = torch.nn.utils.clip_grad_norm_(parameters.values(), recipe.max_gradient_norm)
            rate = learning_rate(
                progress.step,
                n_steps=n_steps,
                highest=recipe.learning_rate,
                warmup_share=recipe.warmup_share,
                schedule=recipe.schedule,
            )
            for group in optimizer.param_groups:
                group["lr"] = rate
            optimizer.step()
            optimizer.zero_grad()

            progress.step += 1
            progress.seconds += time.monotonic() - begun
            progress.curve.append(
                {
                    "step": progress.step,
                    "loss": loss,
                    "learning_rate": rate,
                    "gradient_norm": norm.item(),
                    "tokens": sum(len(example.tokens) for example in chosen),
                }
            )
            n_tokens += progress.curve[-1]["tokens"]
            stepping += time.monotonic() - begun
            show(progress.step, loss=_recent_loss(progress), tokens_per_second=n_tokens / stepping)

            epoch_ends = index + 1 == steps_per_epoch
            scoring_is_due = epoch_ends if every is None else progress.step % every == 0
            if scored.records and (scoring_is_due or progress.step == n_steps):
                begun = time.monotonic()
                scoring = score_model(model, base.tokenizer, scored, state, dtype)
                progress.scores.append({"step": progress.step, **scoring})
                if best_scoring(progress.scores, recipe.scores.watch) is progress.scores[-1]:
                    best = {name: parameter.detach().cpu().clone() for name, parameter in parameters.items()}
                progress.seconds += time.monotonic() - begun
                say(scores_sentence(progress.scores[-1]))

            if epoch_ends or progress.step == n_steps or gives_up():
                begun = time.monotonic()
                losses = [point["loss"] for point in progress.curve[epoch * steps_per_epoch :]]
                validation_loss = _mean_loss(model, examples.validation, recipe, state, dtype)
                progress.epochs.append(
                    {
                        "epoch": epoch + 1,
                        "step": progress.step,
                        "training_loss": sum(losses) / len(losses),
                        "validation_loss": validation_loss,
                    }
                )
                progress.seconds += time.monotonic() - begun
                say(_epoch_sentence(progress.epochs[-1], recipe.epochs))
            (n_told_to_stop,) = sum_over_processes((), (told_to_stop(),), state)
            if n_told_to_stop and progress.step < n_steps and not gives_up():
                save()
                raise Interrupted(output, progress.step, n_steps)
            if time.monotonic() - saved >= 60 * recipe.checkpoint_minutes:
                save()
                saved = time.monotonic()

    weights_of_step = progress.step
    kept = best_scoring(progress.scores, recipe.scores.watch)
    if progress.step < n_steps:
        say(
            f"Stopped early after step {progress.step} of {n_steps}: {recipe.scores.patience} scorings "
            f"in a row brought no better {recipe.scores.watch}"
        )
    if kept and best and recipe.scores.keep == "best" and kept["step"] != progress.step:
        say(f"The weights of step {kept['step']} are kept: they had the best {recipe.scores.watch}")
        with torch.no_grad():
            for name, parameter in parameters.items():
                parameter.copy_(best[name])
        weights_of_step = kept["step"]
    manifest = make_manifest(
        admitted,
        recipe,
        base,
        examples,
        progress,
        source=_source(recipe.base_model, output),
        device=device.type,
        weights_of_step=weights_of_step,
    )
    if state.is_main_process:
        write_adapter(
            output,
            model=model,
            tokenizer=base.tokenizer,
            manifest=manifest,
            card=model_card(manifest),
            curve=progress.curve,
        )
    state.wait_for_everyone()
    say(f"The adapter is in {output}; score it: python -m edgejson.eval --model {output}")
    return manifest


def _passes(examples: Sequence[Example], recipe: Recipe, state: PartialState) -> Iterator[Pass]:
    lengths = [len(example.tokens) for example in examples]
    for chosen in my_share(split_into_passes(lengths, budget=recipe.tokens_per_pass), state):
        batch = make_pass([examples[index] for index in chosen], prompt_weight=recipe.prompt_weight)
        yield batch.to(state.device)


def _mean_loss(
    model: Any, examples: Sequence[Example], recipe: Recipe, state: PartialState, dtype: torch.dtype
) -> float | None:
    """Return the loss of `examples` in nats a token, None where there are none."""
    if not examples:
        return None
    model.eval()
    total = 0.0
    enabled = dtype is not torch.float32
    with torch.no_grad(), torch.autocast(state.device.type, dtype=dtype, enabled=enabled):
        for batch in _passes(examples, recipe, state):
            total += summed_loss(model, batch).item()
    (total,) = sum_over_processes((), (total,), state)
    model.train()
    return total / weight_of(examples, prompt_weight=recipe.prompt_weight)


def _recent_loss(progress: Progress) -> float:
    recent = [point["loss"] for point in progress.curve[-10:]]
    return float(sum(recent) / len(recent))


def _epoch_sentence(epoch: dict[str, Any], n_epochs: int) -> str:
    validation = epoch["validation_loss"]
    shown = "" if validation is None else f", validation {validation:.4f}"
    return f"Epoch {epoch['epoch']} of {n_epochs}: loss {epoch['training_loss']:.4f}{shown}"


def _source(name: str | None, output: Path) -> str | None:
    """Return how an adapter in `output` names its base model; a local one relative to itself."""
    if name is None or not Path(name).expanduser().exists():
        return name
    return os.path.relpath(Path(name).expanduser().resolve(), output.resolve())
