"""A run over several files of one data set reads each peer once, as long as its bytes are the same."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from edgejson.dataset.table_cache import TableCache
from edgejson.formats.reader import DataFile
from edgejson.suite import engine
from edgejson.suite.engine import examine
from edgejson.suite.examination import Examination
from edgejson.suite.suite import resolve_suite
from tests.conftest import Project, contact, jsonl

SHARDS = 4


@pytest.fixture
def shards(project: Project) -> list[Path]:
    project.settings('[tool.edgejson.splits]\ntrain = ["shard*.jsonl"]\ntest = ["test.jsonl"]')
    project.data("test.jsonl", contact(100))
    return [project.data(f"shard{number}.jsonl", contact(number)) for number in range(SHARDS)]


def judged(files: list[Path], cache: TableCache | None) -> list[Examination]:
    return [examine(path, resolve_suite(path), cache=cache) for path in files]


def test_the_same_is_found_and_each_file_is_read_once(
    shards: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = judged(shards, None)
    opened: list[str] = []

    read = engine._read

    def counted(file: DataFile, *arguments: Any) -> Any:
        opened.append(file.path.name)
        return read(file, *arguments)

    monkeypatch.setattr(engine, "_read", counted)
    assert judged(shards, TableCache()) == alone
    # Each shard is judged, and read by the first as a peer; the test split is a peer only.
    assert sorted(opened) == sorted([f"shard{n}.jsonl" for n in range(SHARDS)] * 2 + ["test.jsonl"])[1:]


def test_a_peer_that_has_changed_is_read_again(shards: list[Path]) -> None:
    cache = TableCache()
    judged(shards[:1], cache)
    shards[1].write_bytes(jsonl(contact(0)))
    (found,) = judged(shards[:1], cache)
    assert {finding.rule for finding in found.findings} == {
        finding.rule for finding in judged(shards[:1], None)[0].findings
    }
    (second,) = judged(shards[1:2], cache)
    assert "duplicates.records_are_unique" in {finding.rule for finding in second.findings}


def test_other_ways_of_reading_a_line_are_other_tables(shards: list[Path], project: Project) -> None:
    cache = TableCache()
    judged(shards[:1], cache)
    settings = resolve_suite(shards[0]).settings
    assert cache.get(shards[1].resolve(), settings.record_format) is not None
    assert cache.get(shards[1].resolve(), replace(settings.record_format, max_depth=3)) is None
