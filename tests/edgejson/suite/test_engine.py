"""The pass over a file: in what pieces it is read, and by whom, makes no difference to the answers."""

import hashlib
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from edgejson.core.source import read_blocks
from edgejson.core.worker_pool import WorkerPool
from edgejson.errors import SourceError
from edgejson.formats.compressed import compression
from edgejson.formats.unreadable import why_unreadable
from edgejson.suite.engine import examine
from edgejson.suite.examination import Examination
from edgejson.suite.suite import resolve_suite
from tests.conftest import (
    GOOD_RECORDS,
    Project,
    broken_invoice,
    changed,
    contact,
    invoice,
    jsonl,
    order_details,
    shopping_cart,
)
from tests.edgejson.conftest import ARITHMETIC, accused, examined

MESS = jsonl(
    *[make(n) for n in range(3) for make in GOOD_RECORDS],
    broken_invoice(4),
    changed(shopping_cart(5), subtotal=1, total=3),
    changed(order_details(6), total_amount="x"),
    contact(1),  # an id that is there already
    {"id": "x", "schema_id": "no_such_schema", "prompt": "p", "expected_output": {}},
    {"schema_name": "contact_info", "prompt": 1},
    b"",
    b"[]",
    b'{"a":1,"a":2}',
    b'{"a":NaN}',
    b'{"a":"\\ud800"}',
    b"\xff",
    b"{" * 100,
    b"x" * 5_000,
)


@pytest.fixture(scope="module")
def workers() -> Iterator[Executor]:
    """Two processes, started fresh."""
    with WorkerPool(2) as executor:
        yield executor


def smaller_blocks(monkeypatch: pytest.MonkeyPatch, block_bytes: int) -> None:
    smaller = partial(read_blocks, block_bytes=block_bytes)
    monkeypatch.setattr("edgejson.formats.container.read_blocks", smaller)


def is_plain(content: bytes) -> bool:
    """Whether `content` is read as lines, and neither refused nor read as something else."""
    return compression(content) is None and why_unreadable(content) is None and content.lstrip()[:1] != b"["


@pytest.fixture
def mess(project: Project) -> Path:
    project.settings(
        "max_line_bytes = 4000\n[tool.edgejson.splits]\ntrain = ['data.jsonl']\ntest = ['t*.jsonl']"
    )
    project.data("test.jsonl", contact(0), invoice(2))
    return project.file("data.jsonl", MESS)


@pytest.mark.parametrize("block_bytes", [1, 7, 100, 3_000, 50_000])
def test_size_of_the_blocks_changes_nothing(
    mess: Path, block_bytes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = examined(mess)
    smaller_blocks(monkeypatch, block_bytes)
    assert examined(mess) == whole


@pytest.mark.parametrize("block_bytes", [2_000, 4 << 20])
def test_worker_processes_change_nothing(
    mess: Path, block_bytes: int, workers: Executor, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = examined(mess)
    smaller_blocks(monkeypatch, block_bytes)
    assert examine(mess, resolve_suite(mess), executor=workers) == alone


def test_the_mess_is_found_out(mess: Path) -> None:
    """The comparisons above compare something."""
    found = examined(mess)
    assert {one.kind for one in found.findings} >= {
        "structure",
        "schema",
        "envelope",
        "arithmetic",
        "leakage",
    }
    assert found.n_lines == MESS.count(b"\n")
    assert found.sha256 == hashlib.sha256(MESS).hexdigest()
    assert [peer.file for peer in found.peers] == ["test.jsonl"]


def test_parts_that_come_back_in_another_order_are_put_in_the_files_order(
    mess: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Backwards(Executor):
        """Does the work last to first, when somebody asks for a result."""

        def __init__(self) -> None:
            self.waiting: list[tuple[Future[Any], Callable[..., Any], tuple[Any, ...]]] = []

        def submit(self, work: Callable[..., Any], /, *arguments: Any, **named: Any) -> Future[Any]:
            self.waiting.append((Lazy(self), work, arguments))
            return self.waiting[-1][0]

        def run(self) -> None:
            while self.waiting:
                future, work, arguments = self.waiting.pop()
                future.set_result(work(*arguments))

    class Lazy(Future[Any]):
        def __init__(self, executor: Backwards) -> None:
            super().__init__()
            self.executor = executor

        def result(self, timeout: float | None = None) -> Any:
            self.executor.run()
            return super().result(timeout)

    alone = examined(mess)
    smaller_blocks(monkeypatch, 500)
    assert examine(mess, resolve_suite(mess), executor=Backwards()) == alone


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(content=st.binary(max_size=200).filter(is_plain), block_bytes=st.integers(1, 50))
def test_any_bytes_are_examined(project: Project, content: bytes, block_bytes: int) -> None:
    data = project.file("data.jsonl", content)
    whole = examined(data)
    assert whole.sha256 == hashlib.sha256(content).hexdigest()
    # Random bytes are no records: what there is of lines is found out.
    assert whole.findings
    with pytest.MonkeyPatch.context() as patch:
        smaller_blocks(patch, block_bytes)
        assert examined(data) == whole


def test_empty_file_fails(project: Project) -> None:
    (found,) = examined(project.file("data.jsonl", b"")).findings
    assert (found.rule, found.line) == ("structure.file_has_lines", None)


@pytest.mark.parametrize("ending", [b"", b"\n", b"\r\n"])
def test_ending_of_the_last_line_does_not_matter(project: Project, ending: bytes) -> None:
    content = jsonl(contact(1), invoice(2)).removesuffix(b"\n")
    found = examined(project.file("data.jsonl", content + ending))
    assert (found.n_lines, found.n_records, found.findings) == (2, 2, ())


def test_carriage_returns_do_not_matter(project: Project) -> None:
    content = jsonl(contact(1), broken_invoice(2)).replace(b"\n", b"\r\n")
    (found,) = examined(project.file("data.jsonl", content)).findings
    assert (found.line, found.rule) == (2, "invoice.total_is_subtotal_plus_tax")


def test_blank_lines_keep_the_numbering(project: Project) -> None:
    found = examined(project.data("data.jsonl", contact(1), b"", b"  ", broken_invoice(2))).findings
    assert [(one.line, one.kind) for one in found] == [(2, "structure"), (3, "structure"), (4, "arithmetic")]


def test_record_that_is_no_json_is_not_judged_further(project: Project) -> None:
    content = jsonl(broken_invoice()).replace(b'"tax"', b'"id":"again","id":"twice","tax"')
    found = examined(project.file("data.jsonl", content)).findings
    assert {one.kind for one in found} == {"structure"}


def test_selected_rules_alone_are_asked(project: Project) -> None:
    data = project.data("data.jsonl", changed(invoice(), subtotal=1, total_amount=9), b"[]")
    found = examined(data, selected={"invoice.subtotal_is_sum_of_lines"})
    assert [one.rule for one in found.findings] == ["invoice.subtotal_is_sum_of_lines"]
    assert found.ran == {"invoice.subtotal_is_sum_of_lines"}


@pytest.mark.parametrize("name", ["missing.jsonl", "folder.jsonl"])
def test_what_cannot_be_read_is_one_sentence(project: Project, name: str) -> None:
    (project.root / "folder.jsonl").mkdir()
    with pytest.raises(SourceError, match=name) as caught:
        examined(project.root / name)
    assert "\n" not in str(caught.value)


def test_progress_adds_up_to_the_file(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    data = project.file("data.jsonl", MESS)
    smaller_blocks(monkeypatch, 1_000)
    seen: list[int] = []
    examine(data, resolve_suite(data), on_progress=seen.append)
    assert sum(seen) == len(MESS)


def test_memory_stays_bounded_when_workers_are_slow(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No more than a few blocks wait for a worker."""
    data = project.file("data.jsonl", jsonl(*map(contact, range(200))))
    smaller_blocks(monkeypatch, 300)
    waiting: set[Future[Any]] = set()
    most = 0

    class Counting(ThreadPoolExecutor):
        def submit(self, *arguments: Any, **named: Any) -> Future[Any]:
            nonlocal most
            future = super().submit(*arguments, **named)
            waiting.add(future)
            most = max(most, sum(not one.done() for one in waiting))
            return future

    with Counting(1) as executor:
        examine(data, resolve_suite(data), executor=executor)
    assert len(waiting) > 100
    assert most <= 10


def test_examination_is_a_value(project: Project) -> None:
    data = project.data("data.jsonl", contact(1))
    found: Examination = examined(data)
    assert found == replace(found)
    assert accused(project, contact(1), selected=ARITHMETIC) == []
