"""SARIF 2.1.0: valid against a published model of it, with what code hosts need.

The JSON Schema of the standard is in no Python package that is kept up: sarif-tools, sarif-om, pysarif,
jschema-to-python, check-jsonschema and sarif-pydantic were looked through, and the tests have no network. A
report of 1,708 findings was once validated by hand against the schema in the npm package
@microsoft/jest-sarif 1.0.0-beta.0 (2.1.0-rtm.5); what the model cannot see and that schema could is tested
here by itself.
"""

import json
from dataclasses import replace

import pytest
import sarif_pydantic

from edgejson.reports.sarif_log import MOST_RESULTS, sarif
from edgejson.reports.summary import FileSummary


def test_tags_of_a_rule_are_unique(judged: FileSummary) -> None:
    (run,) = json.loads(sarif([judged]))["runs"]
    tags = [rule["properties"]["tags"] for rule in run["tool"]["driver"]["rules"]]
    assert all(len(set(one)) == len(one) for one in tags)
    assert ["structure"] in tags


def test_document_is_sarif(judged: FileSummary) -> None:
    document = json.loads(sarif([judged]))
    sarif_pydantic.Sarif.model_validate(document)
    assert document["version"] == "2.1.0"
    (run,) = document["runs"]
    assert len(run["results"]) == len(judged.findings)
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        (location,) = result["locations"]
        assert location["physicalLocation"]["artifactLocation"]["uri"].endswith("some%20data.jsonl")
        assert location["physicalLocation"]["region"]["startLine"] >= 1
    total = next(r for r in run["results"] if r["ruleId"] == "invoice.total_is_subtotal_plus_tax")
    assert total["level"] == "error"
    assert total["locations"][0]["physicalLocation"]["region"]["startLine"] == 2
    assert (
        "/expected_output/total_amount" in total["locations"][0]["logicalLocations"][0]["fullyQualifiedName"]
    )


def test_fingerprints_are_distinct_and_do_not_depend_on_the_line(judged: FileSummary) -> None:
    moved = replace(judged, findings=tuple(replace(f, line=f.line and f.line + 7) for f in judged.findings))
    before, after = (
        [result["partialFingerprints"] for result in json.loads(sarif([one]))["runs"][0]["results"]]
        for one in (judged, moved)
    )
    assert before == after
    assert len({json.dumps(prints) for prints in before}) == len(before)


@pytest.mark.parametrize("extra", [0, 5])
def test_no_more_results_than_a_host_takes(judged: FileSummary, extra: int) -> None:
    many = replace(judged, findings=judged.findings[:1] * (MOST_RESULTS + extra))
    run = json.loads(sarif([many]))["runs"][0]
    assert len(run["results"]) == MOST_RESULTS
    notices = run["invocations"][0].get("toolExecutionNotifications", [])
    assert [notice["message"]["text"].split(";")[0] for notice in notices] == ["5 findings left out"] * bool(
        extra
    )


def test_departures_from_the_full_suite_are_told(judged: FileSummary) -> None:
    document = json.loads(sarif([replace(judged, notes=("disabled: balance",))]))
    sarif_pydantic.Sarif.model_validate(document)
    (notice,) = document["runs"][0]["invocations"][0]["toolConfigurationNotifications"]
    assert notice["message"]["text"].endswith("some data.jsonl: disabled: balance")
