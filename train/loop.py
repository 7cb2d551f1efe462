"""The training loop: admitted data and a recipe in, a trained model out."""

import math
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from accelerate import PartialState  # type: ignore[import-untyped]

from edgejson.core.record import Record
from edgejson.gate.admission import Admitted
from edgejson.models.base_model import load_base, read_manifest
from edgejson.models.engines.model_properties import context_window
from edgejson.suite.suite import resolve_suite
from edgejson.train.checkpoint import CHECKPOINT, Progress
from edgejson.train.errors import Interrupted, TrainingError
from edgejson.train.examples import make_examples
from edgejson.train.loss import logits_are_plain
from edgejson.train.manifest import make_manifest, run_identity
from edgejson.train.memory import peak_bytes
from edgejson.train.micro_batch import steps_of_epoch
from edgejson.train.model_card import model_card
from edgejson.train.output import how_to_start, make_folder, remove_traces, write_result
from edgejson.train.page import training_page
from edgejson.train.processes import sum_over_processes
from edgejson.train.progress_line import no_progress_line, progress_line
from edgejson.train.recipe import Recipe
from edgejson.train.schedule import learning_rate
from edgejson.train.signals import stop_on_signal
from edgejson.train.tensorboard_log import check_tensorboard, tensorboard_log
from edgejson.train.trainer import start_trainer
from edgejson.train.validation_scores import choose_records, scores_sentence


def _silent(_: str) -> None:
    """Say nothing."""


def train(
    admitted: Admitted,
    recipe: Recipe,
    output: Path,
    *,
    validation: Admitted | None = None,
    config: Path | None = None,
    resume: bool | None = None,
    tensorboard: bool = False,
    notify: Callable[[str], None] = _silent,
) -> dict[str, Any]:
    """Train as `recipe` says, write the adapter (or the model) to `output`, and return its manifest.

    An interrupted run goes on from its last checkpoint, on a CPU to the same weights bit for bit;
    `resume` is read as `how_to_start` says. `validation` holds the records to validate with, instead of a
    share of the training file. `config` is the settings file with which the data was admitted,
    where it is not the nearest pyproject.toml. `tensorboard` logs into a folder of that name. Sentences for
    people go to `notify`. Raises Interrupted after SIGINT or SIGTERM, once a checkpoint is written, and other
    kinds of EdgejsonError.
    """
    # Without this accelerate takes several processes on a machine without a GPU for strangers.
    state = PartialState(cpu=not torch.accelerator.is_available())
    if not state.is_main_process:
        notify = _silent

    records = _read_whole(admitted, notify)
    held_out = None if validation is None else _read_whole(validation, notify)

    base = load_base(recipe.base_model)
    identity = run_identity(admitted, recipe, base, validation)
    start = how_to_start(output, identity, resume)
    # Nobody touches the folder before everybody has seen what is in it.
    state.wait_for_everyone()
    if start == "done":
        notify(f"{output} holds the result of this very run already; --no-resume trains it again")
        return read_manifest(output)

    examples = make_examples(
        records,
        base.tokenizer,
        max_tokens=recipe.max_tokens,
        too_long=recipe.too_long,
        validation_share=recipe.validation_share,
        validation_records=held_out,
    )
    if not examples.training:
        raise TrainingError(
            f"{admitted.path}: no record is left to train on ({examples.n_left_out} are too long, "
            f"{len(examples.validation)} are for validation); raise max_tokens or lower validation_share"
        )
    notify(
        f"{len(examples.training)} records to train on, {len(examples.validation)} to validate with; "
        f"longer than {recipe.max_tokens} tokens: {examples.n_cut} cut, {examples.n_left_out} left out"
    )
    window = context_window(base.model)
    longest = max(len(example.tokens) for example in (*examples.training, *examples.validation))
    if window is not None and longest > window:
        raise TrainingError(
            f"{base.name} reads {window:,} tokens at most, and a record has {longest:,}; "
            f"set max_tokens={window} (too_long says whether longer records are cut or left out)"
        )
    registry = resolve_suite(admitted.path, config).registry
    everything = [*records, *(held_out or ())]
    scored = choose_records(
        examples.validation, everything, registry, count=recipe.scores.records, window=window
    )
    n_training = len(examples.training)
    steps_per_epoch = -(-n_training // recipe.records_per_step)
    n_steps = min(recipe.epochs * steps_per_epoch, recipe.max_steps or sys.maxsize)

    if not logits_are_plain(base.model):
        raise TrainingError(
            f"{base.name} changes its output layer's values into logits; that is not supported"
        )
    if tensorboard:
        check_tensorboard()
    if state.is_main_process:
        make_folder(output)
        if start == "afresh":
            remove_traces(output)
    checkpoint = output / CHECKPOINT if start == "resume" else None
    trainer = start_trainer(recipe, base, examples, state, checkpoint=checkpoint, notify=notify)
    progress = trainer.progress
    if checkpoint:
        notify(f"Going on from step {progress.step} of {n_steps}")

    saved = time.monotonic()
    n_tokens, seconds_of_steps = 0, 0.0
    epoch_of_order = -1
    show_here = progress_line(n_steps, done=progress.step) if state.is_main_process else no_progress_line()
    wanted = output if tensorboard and state.is_main_process else None
    with stop_on_signal() as told_to_stop, show_here as show, tensorboard_log(wanted, progress.step) as log:
        while progress.step < n_steps and not trainer.should_stop():
            begun = time.monotonic()
            epoch, index = divmod(progress.step, steps_per_epoch)
            if epoch != epoch_of_order:
                order = steps_of_epoch(
                    n_training, per_step=recipe.records_per_step, seed=recipe.seed, epoch=epoch
                )
                epoch_of_order = epoch
            chosen = [examples.training[i] for i in order[index]]

            loss = trainer.accumulate_gradients(chosen)
            if not math.isfinite(loss):
                raise TrainingError(
                    f"the loss became {loss} at step {progress.step + 1}; lower the learning rate, "
                    "or compute in fp32 if this was bf16"
                )
            rate = learning_rate(
                progress.step,
                n_steps=n_steps,
                highest=recipe.learning_rate,
                warmup_share=recipe.warmup_share,
                schedule=recipe.schedule,
            )
            norm = trainer.update(rate)

            progress.step += 1
            tokens = sum(len(example.tokens) for example in chosen)
            progress.curve.append(
                {
                    "step": progress.step,
                    "loss": loss,
                    "learning_rate": rate,
                    "gradient_norm": norm,
                    "tokens": tokens,
                }
            )
            log(progress.step, progress.curve[-1])
            n_tokens += tokens
            seconds_of_steps += time.monotonic() - begun
            progress.peak_memory_bytes = max(progress.peak_memory_bytes, peak_bytes(state.device))
            show(
                progress.step,
                loss=_recent_loss(progress),
                tokens_per_second=n_tokens / seconds_of_steps,
                peak_bytes=progress.peak_memory_bytes,
            )

            epoch_ends = index + 1 == steps_per_epoch
            every = recipe.scores.every_steps
            scoring_is_due = epoch_ends if every is None else progress.step % every == 0
            if scored.records and (scoring_is_due or progress.step == n_steps):
                scoring = trainer.score(scored)
                log(progress.step, scoring)
                notify(scores_sentence(scoring))
            if epoch_ends or progress.step == n_steps or trainer.should_stop():
                losses = [point["loss"] for point in progress.curve[epoch * steps_per_epoch :]]
                progress.epochs.append(
                    {
                        "epoch": epoch + 1,
                        "step": progress.step,
                        "training_loss": sum(losses) / len(losses),
                        "validation_loss": trainer.mean_loss(examples.validation),
                    }
                )
                log(progress.step, progress.epochs[-1])
                notify(_epoch_sentence(progress.epochs[-1], recipe.epochs))
            progress.seconds += time.monotonic() - begun

            (n_told_to_stop,) = sum_over_processes((), (told_to_stop(),), state)
            if n_told_to_stop and progress.step < n_steps and not trainer.should_stop():
                trainer.save(output, identity)
                raise Interrupted(output, progress.step, n_steps)
            if time.monotonic() - saved >= 60 * recipe.checkpoint_minutes:
                trainer.save(output, identity)
                saved = time.monotonic()

    if progress.step < n_steps:
        notify(
            f"Stopped early after step {progress.step} of {n_steps}: {recipe.scores.patience} scorings "
            f"in a row brought no better {recipe.scores.watch}"
        )
    weights_of_step = trainer.load_best_weights()
    if weights_of_step != progress.step:
        notify(f"The weights of step {weights_of_step} are kept: they had the best {recipe.scores.watch}")
    manifest = make_manifest(
        admitted,
        recipe,
        base,
        examples,
        progress,
        validation=validation,
        source=_source(recipe.base_model, output),
        device=state.device.type,
        weights_of_step=weights_of_step,
    )
    if state.is_main_process:
        write_result(
            output,
            model=trainer.model,
            tokenizer=base.tokenizer,
            manifest=manifest,
            card=model_card(manifest),
            curve=progress.curve,
            page=training_page(manifest, progress.curve),
        )
    state.wait_for_everyone()
    notify(
        f"The result is in {output}; score it: "
        f"python -m edgejson.eval --model {output} --data TEST.jsonl --report REPORT.json"
    )
    return manifest


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


def _read_whole(admitted: Admitted, notify: Callable[[str], None]) -> list[Record]:
    """Return all records: only at the end of the file is it known to be the one that was admitted."""
    if admitted.result == "FAILED":
        raise TrainingError(f"{admitted.path}: taken with its findings, which only an evaluation may do")
    records = list(admitted.records())
    for note in admitted.notes:
        notify(f"Note on {admitted.path.name}: {note}")
    return records
