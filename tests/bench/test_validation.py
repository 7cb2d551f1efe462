"""How fast and in how much memory the suite judges a file, against decoding alone in the same run."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

RECORDS = 4_000
_RUN = """
import resource, sys, time
from pathlib import Path
from edgejson.suite.engine import examine
from edgejson.suite.suite import resolve_suite
from edgejson.commands.file_validation import warm_up
from edgejson.core.worker_pool import WorkerPool
path, jobs = Path(sys.argv[1]), int(sys.argv[2])
warm_up()
suite = resolve_suite(path)
began = time.perf_counter()
if jobs == 1:
    result = examine(path, suite)
else:
    with WorkerPool(jobs) as executor:
        list(executor.map(abs, range(jobs)))
        began = time.perf_counter()
        result = examine(path, suite, executor=executor)
seconds = time.perf_counter() - began
print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, len(result.findings))
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bench") / "data.jsonl"
    command = [sys.executable, "-m", "edgejson.generators", "new", "--records", str(RECORDS), "--seed", "1"]
    subprocess.run([*command, "--output", str(path)], check=True, capture_output=True)
    return path


def _measured(path: Path, jobs: int) -> tuple[float, float, int]:
    done = subprocess.run(
        [sys.executable, "-c", _RUN, str(path), str(jobs)], check=True, capture_output=True, text=True
    )
    seconds, mebibytes, findings = done.stdout.split()
    return float(seconds), float(mebibytes), int(findings)


def test_throughput_and_memory(data: Path, tmp_path: Path) -> None:
    lines = data.read_bytes().splitlines()
    began = time.perf_counter()
    for line in lines:
        json.loads(line)
    floor = time.perf_counter() - began
    quarter = tmp_path / "quarter.jsonl"
    quarter.write_bytes(b"".join(line + b"\n" for line in lines[: RECORDS // 4]))
    rows = {f"{jobs} job{'s' * (jobs > 1)}": _measured(data, jobs) for jobs in (1, 2)}
    rows["1 job, a quarter"] = _measured(quarter, 1)
    alone = floor / len(lines) * 1e6
    size = sum(map(len, lines)) / len(lines)
    print(f"\n{RECORDS:,} records of {size:.0f} bytes; json.loads alone {alone:.0f} us a record")
    for name, (seconds, mebibytes, findings) in rows.items():
        n = RECORDS // 4 if "quarter" in name else RECORDS
        print(
            f"{name:<18} {n / seconds:8,.0f} records/s {seconds / n / (floor / RECORDS):7.0f} x json.loads "
            f"{mebibytes:6.0f} MiB peak  {findings} findings"
        )
    assert rows["1 job"][1] < rows["1 job, a quarter"][1] * 1.5, "memory grows with the file"
