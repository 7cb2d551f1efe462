"""What having the plugin installed costs a pytest run that does not use it."""

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

ROUNDS = 9
MOST_MS = 40.0
"""More than this and people notice; pytest itself starts in 200 to 500 ms."""


def seconds(folder: Path, *options: str) -> float:
    """Wall-clock seconds of a pytest run of one trivial test, with no plugin but the named ones."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *options]
    began = time.perf_counter()
    subprocess.run(
        command,
        cwd=folder,
        env={"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        check=True,
        capture_output=True,
        timeout=60,
    )
    return time.perf_counter() - began


def test_plugin_costs_next_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "test_one.py").write_text("def test_one():\n    assert True\n")
    without, with_plugin = [], []
    for _ in range(ROUNDS):  # in turn, so that other load falls on both
        without.append(seconds(tmp_path))
        with_plugin.append(seconds(tmp_path, "-p", "edgejson"))
    cost_ms = 1000 * (median(with_plugin) - median(without))
    print(
        f"\npytest alone {1000 * median(without):.0f} ms, the plugin {cost_ms:+.0f} ms (medians of {ROUNDS})"
    )
    assert cost_ms < MOST_MS
