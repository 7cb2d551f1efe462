"""Memory as the operating system has it: the peak that is reported, and a run that has too little."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from edgejson.models.base_model import MANIFEST

_A_BLOCK = """
import torch
from edgejson.train.memory import peak_bytes

cpu = torch.device("cpu")
before = peak_bytes(cpu)
block = torch.ones(100_000_000)
held = peak_bytes(cpu)
del block
print(before, held, peak_bytes(cpu))
"""


def test_most_memory_so_far_is_told() -> None:
    """In a process of its own: what earlier tests of this one held and gave back hides a block."""
    told = subprocess.run([sys.executable, "-c", _A_BLOCK], check=True, capture_output=True, text=True)
    before, held, afterwards = map(int, told.stdout.split())
    assert before > 10e6
    assert before + 300e6 < held < before + 500e6
    assert afterwards > before + 300e6


_LITTLE_MEMORY = """
import resource, sys
from pathlib import Path
import torch
torch.set_num_threads(1)
from edgejson.train import trainer
from edgejson.train.__main__ import main

start = trainer.start_trainer

def then_limit(*arguments, **options):
    begun = start(*arguments, **options)
    begun.accumulate_gradients([arguments[2].training[0]])  # for threads and buffers
    begun.optimizer.zero_grad()
    size = next(line for line in open("/proc/self/status") if line.startswith("VmSize"))
    used = 1024 * int(size.split()[1])
    accumulate = type(begun).accumulate_gradients

    def with_little(self, *chosen, **more):  # only then: what is imported later needs memory as well
        resource.setrlimit(resource.RLIMIT_AS, (used + int(sys.argv[1]), -1))
        try:
            return accumulate(self, *chosen, **more)
        finally:
            resource.setrlimit(resource.RLIMIT_AS, (-1, -1))

    type(begun).accumulate_gradients = with_little
    return begun

import edgejson.train.loop as loop
loop.start_trainer = then_limit
sys.exit(main(sys.argv[2:]))
"""


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs Linux's address space limits")
def test_a_real_lack_of_memory_is_survived(
    write_toy_data: Callable[..., Path], tiny_base: Path, tmp_path: Path
) -> None:
    """The process may have 40 MB more: too little for a micro-batch of sixteen long records."""
    data = write_toy_data(tmp_path, names=[letter * 300 for letter in "ABCDEFGHIJKLMNOP"])
    settings = [f"base_model={tiny_base}", "precision=fp32", "max_steps=1", "records_per_step=16"]
    settings += ["tokens_per_pass=20000", "scores.records=0", "validation_share=0"]
    command = [
        sys.executable,
        "-c",
        _LITTLE_MEMORY,
        "40000000",
        f"--data={data}",
        f"--output={tmp_path / 'o'}",
    ]
    finished = subprocess.run(
        [*command, *[f"--set={item}" for item in settings]],
        cwd=tmp_path,
        env={**os.environ, "OMP_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "1"},
        capture_output=True,
        text=True,
    )
    assert finished.returncode == 0, finished.stderr
    assert "Out of memory in a micro-batch of" in finished.stderr
    assert (tmp_path / "o" / MANIFEST).exists()
