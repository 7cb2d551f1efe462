"""How fast records are made, on one core and in processes, and how soon a bug in a generator is found."""

import os
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from edgejson.generators import WORLDS, generate

A_SCHEMA = 120
LEAST = 200
"""Records a second that one core must make, far below what it does: a guard against a blunder."""


def made(schema_id: str, seeds: range) -> int:
    """Make records of a schema; return their bytes."""
    return sum(len(generate(schema_id, seed).line()) for seed in seeds)


def work(processes: int) -> list[tuple[str, range]]:
    """Return the portions of work, as many of each schema as there are processes, all alike."""
    portions = [range(number, A_SCHEMA * processes, processes) for number in range(processes)]
    return [(schema_id, seeds) for schema_id in WORLDS for seeds in portions]


def test_records_a_second() -> None:
    made("rating", range(3))
    rows: list[tuple[float, str]] = []
    began = time.perf_counter()
    size = 0
    for schema_id in WORLDS:
        start = time.perf_counter()
        size += made(schema_id, range(A_SCHEMA))
        rows.append(((time.perf_counter() - start) / A_SCHEMA, schema_id))
    seconds = time.perf_counter() - began
    records = A_SCHEMA * len(WORLDS)
    one_core = records / seconds
    print(
        f"\n1 process   {one_core:8,.0f} records/s  {size / seconds / 1e6:6.1f} MB/s  ({records:,} records)"
    )
    rows.sort()
    for each, schema_id in (rows[0], rows[-1]):
        print(f"            {1 / each:8,.0f} records/s  {schema_id}")
    for processes in sorted({2, len(os.sched_getaffinity(0))}):
        with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
            list(pool.map(made, ["rating"] * processes, [range(2)] * processes))
            began = time.perf_counter()
            list(pool.map(made, *zip(*work(processes), strict=True), chunksize=1))
            rate = records * processes / (time.perf_counter() - began)
        print(f"{processes} processes {rate:8,.0f} records/s  {rate / one_core:6.2f} times one")
    assert one_core > LEAST


def test_a_planted_bug_is_found_soon() -> None:
    test = Path(__file__).parents[1] / "generators" / "test_planted_bug.py"
    command = [sys.executable, "-m", "pytest", "-q", "-s", "-p", "no:randomly", str(test)]
    began = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    whole = time.perf_counter() - began
    found = next(line for line in done.stdout.splitlines() if line.startswith("found and shrunk"))
    print(f"\nan independent total in the cart world: {found} ({whole:.1f} s with pytest's start)")
    assert whole < 60
