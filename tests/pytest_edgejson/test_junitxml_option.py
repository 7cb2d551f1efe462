"""``--junitxml``: one test case an item, the findings in it, whatever characters the data holds."""

import xml.etree.ElementTree as ElementTree

from tests.conftest import Project, broken_invoice, contact
from tests.pytest_edgejson.conftest import Run, attested


def test_report(project: Project, run: Run) -> None:
    record = broken_invoice(2)
    record["id"] = "odd \x1b[31m\x00 <&> \u0085 \u202e id"
    project.data("bad.jsonl", contact(1), record)
    project.settings('severity = { envelope = "warning" }')
    run("bad.jsonl", "--junitxml", "report.xml")
    suite = ElementTree.parse(project.root / "report.xml").getroot()[0]
    cases = {f"{case.get('classname')}::{case.get('name')}": case for case in suite.iter("testcase")}
    assert len(cases) == int(suite.get("tests", "0"))
    (failed,) = [case for case in cases.values() if case.find("failure") is not None]
    assert failed.get("name") == "total_is_subtotal_plus_tax"
    assert "bad.jsonl" in failed.get("classname", "")
    failure = failed.find("failure")
    assert failure is not None
    assert "bad.jsonl:2" in (failure.text or "")
    assert "/expected_output/total_amount" in (failure.text or "")
    assert suite.get("failures") == "1"
    assert attested(project) == ["bad.jsonl"]
