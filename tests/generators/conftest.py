"""Hypothesis' profiles: `ci` for every run, `thorough` for ``make fuzz``; and the number of examples tried.

``make fuzz`` prints at its end how many examples each schema had and how long they took.
"""

from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings

EXAMPLES = "edgejson examples"
"""The property of a test under which the number of its examples reaches the report, through xdist too."""

_QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]
# Without the phase that explains: it traces every line, which makes finding and shrinking ten times slower.
_PHASES = (Phase.explicit, Phase.reuse, Phase.generate, Phase.target, Phase.shrink)
# Times say nothing on a machine that is busy with other things.
_COMMON: dict[str, Any] = {
    "deadline": None, "database": None, "suppress_health_check": _QUIET, "phases": _PHASES
}  # fmt: skip
settings.register_profile("ci", max_examples=10, derandomize=True, **_COMMON)
settings.register_profile("thorough", max_examples=10_000, **_COMMON)

_tried: Counter[str] = Counter()
_seconds: dict[str, float] = {}


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Count the examples of a test that has run, here or in a worker."""
    if report.when == "call":
        for name, value in report.user_properties:
            if name == EXAMPLES:
                _tried[report.nodeid] = int(str(value))
                _seconds[report.nodeid] = report.duration


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say how many examples were tried, where a thorough run was asked for."""
    if config.getoption("--hypothesis-profile", None) != "thorough" or not _tried:
        return
    terminalreporter.section("examples")
    for nodeid, number in sorted(_tried.items()):
        seconds = _seconds[nodeid]
        terminalreporter.line(
            f"{number:8,} {seconds:7.0f} s {1000 * seconds / number:6.1f} ms each  {nodeid}"
        )
    total, seconds = sum(_tried.values()), sum(_seconds.values())
    terminalreporter.line(f"{total:8,} examples in {seconds:,.0f} s of processes' time")
