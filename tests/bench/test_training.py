"""Records a second: our loop against a plain transformers Trainer and TRL's, on the same records.

SmolLM2-135M, LoRA of rank 16 on all linear layers, one optimiser step, at most 1,024 tokens a record. The
published recipe pads every record to 1,024 tokens and computes all logits. TRL's SFTTrainer, where trl is
installed (it is no dependency), gets completion-only loss, and batches of one record, without padding, or of
all. What is measured is the clock, with all threads that torch takes, each loop in a process of its own: run
it on a machine that does nothing else. docs/training.md has the results.
"""

import statistics
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from hashlib import sha256
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
import torch

from edgejson import Admitted, admit_or_validate
from edgejson.core.json_text import compact
from edgejson.core.record import Record
from edgejson.models.base_model import load_base
from edgejson.models.precision import computes_in_bf16
from edgejson.train.examples import Example, Examples, make_examples
from edgejson.train.lora import add_adapter
from edgejson.train.recipe_file import load_recipe

DATA = Path(__file__).parents[2] / "data" / "train_v3.jsonl"
MAX_TOKENS = 1024
N_RECORDS = 8


@pytest.fixture(scope="module")
def admitted(tmp_path_factory: pytest.TempPathFactory) -> Admitted:
    """Return the first records of the training data, judged under the rules as they come."""
    path = tmp_path_factory.mktemp("bench") / "data.jsonl"
    path.write_bytes(b"".join(DATA.read_bytes().splitlines(keepends=True)[:500]))
    return admit_or_validate(path)


def spread(examples: Sequence[Example]) -> list[Example]:
    """Return examples at equally spaced quantiles of length, so that few stand for all."""
    ordered = sorted(examples, key=lambda example: len(example.tokens))
    return [ordered[(2 * n + 1) * len(ordered) // (2 * N_RECORDS)] for n in range(N_RECORDS)]


def ours(examples: Sequence[Example], dtype: torch.dtype) -> float:
    """Return the seconds of one step of our loop."""
    from accelerate import PartialState  # type: ignore[import-untyped]

    from edgejson.train.trainer import start_trainer

    name = "fp32" if dtype is torch.float32 else "bf16"
    recipe = load_recipe("mlm-135m-historical", [f"precision={name}"])
    data = Examples(training=examples, validation=[], n_cut=0, n_left_out=0, longest=MAX_TOKENS)
    trainer = start_trainer(
        recipe, load_base(), data, PartialState(cpu=True), checkpoint=None, notify=lambda _: None
    )
    began = time.perf_counter()
    trainer.accumulate_gradients(examples)
    trainer.update(2e-4)
    return time.perf_counter() - began


def plain_trainer(examples: Sequence[Example], dtype: torch.dtype, folder: Path) -> float:
    """Return the seconds of one step of transformers' Trainer, padding and logits everywhere."""
    from transformers import Trainer, TrainingArguments

    base = load_base()
    model = add_adapter(base.model, load_recipe("mlm-135m-historical").lora, base_name="bench")
    rows = []
    for example in examples:
        padding = MAX_TOKENS - len(example.tokens)
        rows.append(
            {
                "input_ids": [*example.tokens, *[base.tokenizer.eos_token_id] * padding],
                "attention_mask": [1] * len(example.tokens) + [0] * padding,
                "labels": [*example.tokens, *[-100] * padding],
            }
        )
    arguments = TrainingArguments(
        output_dir=str(folder), max_steps=1, per_device_train_batch_size=4,
        gradient_accumulation_steps=N_RECORDS // 4, use_cpu=True,
        bf16=dtype is torch.bfloat16, report_to="none", save_strategy="no", disable_tqdm=True,
        dataloader_pin_memory=False,
    )  # fmt: skip
    clock = _Clock()
    dataset: Any = rows
    Trainer(model=model, args=arguments, train_dataset=dataset, callbacks=[clock.callback()]).train()
    return clock.seconds


def trl(examples: Sequence[Example], records: Sequence[Record], folder: Path, *, batch: int) -> float:
    """Return the seconds of one step of TRL's SFTTrainer in fp32, in batches of `batch` records."""
    import pyarrow  # type: ignore[import-not-found,import-untyped,unused-ignore]
    from datasets import Dataset  # type: ignore[import-not-found,unused-ignore]
    from peft import LoraConfig
    from trl import SFTConfig, SFTTrainer  # type: ignore[import-not-found,unused-ignore]

    base = load_base()
    by_id = {record.id: record for record in records}
    chosen = [by_id[example.record_id] for example in examples]
    rows = {
        "prompt": [[{"role": "user", "content": record.prompt}] for record in chosen],
        "completion": [[{"role": "assistant", "content": compact(record.label)}] for record in chosen],
    }
    arguments = SFTConfig(
        output_dir=str(folder), max_steps=1, per_device_train_batch_size=batch,
        gradient_accumulation_steps=N_RECORDS // batch, max_length=MAX_TOKENS, completion_only_loss=True,
        gradient_checkpointing=False, use_cpu=True, bf16=False, report_to="none", save_strategy="no",
        disable_tqdm=True, dataloader_pin_memory=False,
    )  # fmt: skip
    clock = _Clock()
    SFTTrainer(
        model=base.model,
        args=arguments,
        # With a fingerprint given, datasets does not pickle the table to make one.
        train_dataset=Dataset(pyarrow.table(rows), fingerprint="bench"),
        processing_class=base.tokenizer,
        peft_config=LoraConfig(r=16, lora_alpha=32, target_modules="all-linear", task_type="CAUSAL_LM"),
        callbacks=[clock.callback()],
    ).train()
    return clock.seconds


class _Clock:
    """Seconds between the beginning and the end of a Trainer's step."""

    def __init__(self) -> None:
        self.began = self.seconds = 0.0

    def callback(self) -> Any:
        from transformers import TrainerCallback

        clock = self

        class Steps(TrainerCallback):
            def on_step_begin(self, *_: Any, **__: Any) -> None:
                clock.began = time.perf_counter()

            def on_step_end(self, *_: Any, **__: Any) -> None:
                clock.seconds = time.perf_counter() - clock.began

        return Steps()


def alone(function: Callable[..., float], *arguments: Any, **options: Any) -> float:
    """Return what a function returns in a fresh process: memory that another left behind costs it nothing."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(function, *arguments, **options).result()


def operations(examples: Sequence[Example], config: Any, *, rank: int) -> float:
    """Return the floating-point operations of matrix products that a LoRA step cannot do without.

    A product of (n, k) and (k, m) has 2nkm. The frozen linear layers: forward, and the gradient of their
    input (2 x). The adapters: forward, and the gradients of input and weights (3 x). Attention over the
    positions before a token: two products forward, four backward (3 x). The output layer: forward and the
    gradient of its input (2 x), at labelled tokens only. Nothing for padding, nor for what is computed twice.
    """
    hidden, inner, layers = config.hidden_size, config.intermediate_size, config.num_hidden_layers
    kv = hidden * config.num_key_value_heads // config.num_attention_heads
    shapes = [(hidden, hidden), (hidden, kv), (hidden, kv), (hidden, hidden)]
    shapes += [(hidden, inner), (hidden, inner), (inner, hidden)]
    linear = layers * sum(n * m for n, m in shapes)
    adapters = layers * rank * sum(n + m for n, m in shapes)
    total = 0.0
    for example in examples:
        tokens, labels = len(example.tokens), len(example.tokens) - example.n_prompt
        total += 2 * tokens * (2 * linear + 3 * adapters)
        total += 3 * layers * 2 * 2 * hidden * tokens * tokens / 2
        total += 2 * 2 * labels * hidden * config.vocab_size
    return total


def product_rate(dtype: torch.dtype) -> float:
    """Return operations a second of a large matrix product, the median of several."""
    left, right = torch.rand(1024, 576, dtype=dtype), torch.rand(576, 1536, dtype=dtype)
    seconds = []
    for _ in range(20):
        began = time.perf_counter()
        torch.mm(left, right)
        seconds.append(time.perf_counter() - began)
    return 2 * 1024 * 576 * 1536 / statistics.median(seconds)


@pytest.mark.timeout(3600)
@pytest.mark.filterwarnings("ignore")
def test_records_per_second(admitted: Admitted, tmp_path: Path) -> None:
    records = list(admitted.records())
    base = load_base()
    examples = spread(
        make_examples(
            records, base.tokenizer, max_tokens=MAX_TOKENS, too_long="cut", validation_share=0
        ).training
    )
    config = base.model.config
    digest = sha256(DATA.read_bytes()).hexdigest()
    lengths = [len(example.tokens) for example in examples]
    print(f"\n{DATA.name} {digest[:12]}, {N_RECORDS} records of {lengths} tokens")
    print(f"torch {torch.__version__}, {torch.get_num_threads()} threads")
    dtypes = [torch.float32]
    if computes_in_bf16("cpu"):
        dtypes.append(torch.bfloat16)
    for dtype in dtypes:
        name = str(dtype).removeprefix("torch.")
        rates = [product_rate(dtype)]
        # Ours before and after the other: where the two differ, the machine was not the same throughout.
        before = alone(ours, examples, dtype)
        print(f"{name} ours {before:.1f} s", flush=True)
        other = alone(plain_trainer, examples, dtype, tmp_path)
        print(f"{name} transformers Trainer {other:.1f} s", flush=True)
        if dtype is torch.float32 and find_spec("trl"):
            for batch in (1, 4):
                seconds = alone(trl, examples, records, tmp_path / f"trl{batch}", batch=batch)
                print(f"{name} TRL SFTTrainer, batches of {batch}: {seconds:.1f} s", flush=True)
        after = alone(ours, examples, dtype)
        rates.append(product_rate(dtype))
        seconds = (before + after) / 2
        rate = statistics.mean(rates)
        share = operations(examples, config, rank=16) / seconds / rate
        print(f"{name} ours {N_RECORDS / seconds:.3f} records/s ({before:.1f} and {after:.1f} s)")
        print(f"{name} {share:.0%} of the machine's {rate / 1e9:.0f} GFLOP/s in matrix products")
        print(
            f"{name} transformers Trainer {N_RECORDS / other:.3f} records/s: ours is {other / seconds:.1f} x"
        )
        assert other / seconds > 2
