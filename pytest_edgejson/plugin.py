"""What pytest loads at start-up: the options; the rest of the plugin only with ``--edgejson``."""

import argparse
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options."""
    group = parser.getgroup("edgejson", "tests of JSONL data (edgejson)")
    group.addoption(
        "--edgejson",
        action="store_true",
        help="collect data files: one item for each file and dataset rule",
    )
    group.addoption(
        "--edgejson-rules",
        action="store_true",
        help="list every rule with its sentence and severity, and exit",
    )
    group.addoption(
        "--edgejson-findings", type=Path, metavar="PATH", help="write every finding to PATH, as JSON Lines"
    )
    group.addoption("--edgejson-sarif", type=Path, metavar="PATH", help="write a SARIF 2.1.0 report to PATH")
    group.addoption(
        "--edgejson-html", type=Path, metavar="PATH", help="write a self-contained HTML page to PATH"
    )
    group.addoption(
        "--edgejson-show",
        type=_count,
        default=3,
        metavar="N",
        help="findings shown for each rule (default: 3)",
    )
    group.addoption(
        "--edgejson-fail-on",
        choices=("error", "warning"),
        help="least severity that fails an item of this run (attestations follow the settings' fail_on)",
    )
    group.addoption(
        "--edgejson-config",
        type=Path,
        metavar="FILE",
        help="settings file instead of the nearest pyproject.toml",
    )
    group.addoption(
        "--edgejson-format",
        metavar="NAME",
        help="how rows hold records: messages, alpaca, ... (default: the settings' format, or recognised)",
    )
    group.addoption(
        "--edgejson-jobs", default="1", metavar="N|auto", help="processes that run the rules (default: 1)"
    )
    group.addoption(
        "--edgejson-no-check-files",
        action="store_true",
        help="run no check_*.py file: for files of strangers (these are code)",
    )
    group.addoption(
        "--edgejson-no-attest",
        action="store_true",
        help="leave no attestation beside the validated files",
    )


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"expected a number of at least 0, but it is {text!r}")
    return int(text)


def pytest_configure(config: pytest.Config) -> None:
    """Switch the plugin on when it is asked for."""
    if config.getoption("--edgejson"):
        from pytest_edgejson.session import DataSession

        config.pluginmanager.register(DataSession(config), "edgejson-session")


def pytest_cmdline_main(config: pytest.Config) -> int | None:
    """Answer ``--edgejson-rules``."""
    if not config.getoption("--edgejson-rules"):
        return None
    from pytest_edgejson.listing import print_rules

    return print_rules(config)
