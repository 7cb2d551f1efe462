"""Estimates and settings of a report in words, for people who read pages and Markdown."""

from collections.abc import Iterator, Mapping
from typing import Any

from edgejson.eval.summary import Estimate


def format_value(estimate: Estimate) -> str:
    """Return an estimate's value: ``54.0 %`` of a share, ``0.718`` of a mean, a dash where there is none."""
    if estimate["value"] is None:
        return "–"
    return f"{100 * estimate['value']:.1f} %" if "hits" in estimate else f"{estimate['value']:.3f}"


def format_interval(estimate: Estimate) -> str:
    """Return an estimate's 95 % interval in the unit of its value: ``40.4–67.0``; empty if there is none."""
    if estimate["interval"] is None:
        return ""
    low, high = estimate["interval"]
    return f"{100 * low:.1f}–{100 * high:.1f}" if "hits" in estimate else f"{low:.3f}–{high:.3f}"


def format_object(value: Mapping[str, Any]) -> str:
    """Return a JSON object in words: ``data sha256 1f2e, seed 7``; what is null or empty is left out."""
    return ", ".join(f"{name} {item}" for name, item in named_values(value))


def named_values(value: Mapping[str, Any], within: str = "") -> Iterator[tuple[str, str]]:
    """Yield (name, value) for each scalar of a JSON object; a nested name is led by those around it."""
    for key, item in value.items():
        name = f"{within}{key}".replace("_", " ")
        if isinstance(item, Mapping):
            yield from named_values(item, f"{name} ")
        elif isinstance(item, list):
            if item:
                yield (
                    name,
                    "; ".join(
                        format_object(each) if isinstance(each, Mapping) else str(each) for each in item
                    ),
                )
        elif item is not None:
            yield name, str(item)
