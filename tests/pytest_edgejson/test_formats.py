"""Files of every kind under ``pytest --edgejson``: which are collected, and how a format is fixed."""

import gzip
import json

import pytest

from tests.conftest import Project, jsonl
from tests.edgejson.formats.rows import alpaca, openai, openai_call
from tests.pytest_edgejson.conftest import Run, attested


def test_format_is_recognised_and_said(project: Project, run: Run) -> None:
    project.data("chat.jsonl", *map(openai, range(3)))
    result = run("chat.jsonl")
    assert result.ret == pytest.ExitCode.OK
    result.stdout.fnmatch_lines(
        [
            "chat.jsonl: PASSED (3 records*; 3 lines read as messages = 3 judged + 0 refused)",
            "3 records of *chat.jsonl have no schema: *; edgejson init *chat.jsonl drafts schemas and rules",
        ]
    )


def test_format_that_is_asked_for(project: Project, run: Run) -> None:
    project.data("chat.jsonl", *[{**alpaca(n), **openai(n)} for n in range(3)])
    run("chat.jsonl", "--edgejson-format", "alpaca").stdout.fnmatch_lines(["*3 lines read as alpaca*"])
    assert run("chat.jsonl", "--edgejson-format", "chat").ret == pytest.ExitCode.USAGE_ERROR


def test_findings_point_into_the_row(project: Project, run: Run) -> None:
    project.settings()
    row = openai_call(2)
    row["messages"][1]["tool_calls"][0]["function"]["arguments"] = '{"runner": "Tom Voss"}'
    project.data("calls.jsonl", openai_call(1), row)
    run("calls.jsonl").stdout.fnmatch_lines(
        ["calls.jsonl:2 2 /messages/1/tool_calls/0/function/arguments/bib"]
    )


def test_files_that_are_collected_in_a_folder_and_by_name(project: Project, run: Run) -> None:
    rows = [alpaca(n) for n in range(3)]
    folder = project.root / "data"
    for name, content in {
        "a.jsonl": jsonl(*rows),
        "b.jsonl.gz": gzip.compress(jsonl(*rows)),
        "c.json": json.dumps(rows).encode(),
        "d.csv": b'instruction,output\nRunner Ada.,"{""runner"": ""Ada""}"\n',
    }.items():
        project.file(f"data/{name}", content)
    run("data", "-k", "line_is_utf8").stdout.fnmatch_lines(["data/a.jsonl*", "data/b.jsonl.gz*"])
    result = run(str(folder / "c.json"), str(folder / "d.csv"))
    assert result.ret == pytest.ExitCode.OK
    assert attested(project) == ["data/c.json", "data/d.csv"]


def test_folder_of_a_saved_data_set_is_one_file(project: Project, run: Run) -> None:
    from datasets import Dataset, disable_progress_bars

    disable_progress_bars()
    folder = project.root / "saved"
    Dataset.from_list([alpaca(n) for n in range(5)]).save_to_disk(str(folder), num_shards=2)
    result = run("saved")
    assert result.ret == pytest.ExitCode.OK
    result.stdout.fnmatch_lines(["saved: PASSED (5 records*5 lines read as alpaca = 5 judged + 0 refused)"])
    assert attested(project) == ["saved"]
