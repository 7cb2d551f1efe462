"""GitHub annotations."""

from dataclasses import replace

from edgejson.reports.github import MOST_OF_A_LEVEL, annotations
from edgejson.reports.summary import FileSummary


def test_annotations_point_at_lines_and_escape(judged: FileSummary) -> None:
    lines = list(annotations([judged]))
    total = next(line for line in lines if "invoice.total_is_subtotal_plus_tax" in line)
    assert total.startswith("::error file=")
    assert ",line=2,title=invoice.total_is_subtotal_plus_tax::" in total
    assert "%0Aexpected: " in total
    assert all("\n" not in line for line in lines)


def test_annotations_give_every_rule_a_turn(judged: FileSummary) -> None:
    first, other = judged.findings[0], next(f for f in judged.findings if f.rule != judged.findings[0].rule)
    many = replace(judged, findings=(*[first] * 50, other))
    lines = list(annotations([many]))
    assert len(lines) == MOST_OF_A_LEVEL
    assert any(f"title={other.rule}::" in line for line in lines)
