"""Properties that hold for whatever is drawn: breaks are caught, text survives, order does not matter."""

import hashlib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edgejson._typing import SplitName
from edgejson.core.decoding import decode
from edgejson.core.json_text import compact
from edgejson.core.source import Line
from edgejson.formats.reader import read_records
from edgejson.generators import WORLDS, GeneratedRecord, generate
from edgejson.generators.mutations.operator import Mutant, Operator
from edgejson.generators.record_findings import findings_of
from edgejson.suite.settings import Settings
from edgejson.suite.suite import Suite, resolve_suite
from tests.generators.fuzzing import examples
from tests.generators.mutants import BREAKS, breaks

HOSTILE = st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(
    [
        "\u2028", "\u2029", "\x85", "\x00\x1f\x7f", "\r\n", '"\\"', "\ufeff", "e\u0301", "\u202eabc",
        "\U0001f9d1\u200d\U0001f52c", "\ufffe", "\\u0041", "\\ud800", "{}[]:,", "NaN", "\u0665", "\uff10",
    ]
)  # fmt: skip
NUMBERS = st.integers() | st.decimals(allow_nan=False, allow_infinity=False, places=4)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | NUMBERS | HOSTILE,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(HOSTILE, inner, max_size=4),
    max_leaves=12,
)


@pytest.fixture(scope="module")
def suite(tmp_path_factory: pytest.TempPathFactory) -> Suite:
    return resolve_suite(tmp_path_factory.mktemp("drawn") / "data.jsonl")


def test_most_operators_break_one_record() -> None:
    assert len(BREAKS) > 200


def test_any_single_mutation_is_caught_by_its_rule(suite: Suite) -> None:
    @examples(60, 10_000)
    @given(breaks())
    def caught(drawn: tuple[GeneratedRecord, Operator, Mutant]) -> None:
        record, operator, mutant = drawn
        spoke = {finding.rule for line in mutant.lines for finding in findings_of(line, suite)}
        meant = operator.expected_rule(record.schema_id)
        assert meant in spoke, f"{operator.name}: {mutant.description}\n{record.prompt}"
        assert {rule for rule in spoke - {meant} if not operator.is_companion(rule)} == set(), operator.name

    caught()


@examples(60, 20_000)
@given(st.dictionaries(HOSTILE, VALUES, max_size=5))
def test_whatever_is_written_reads_back(value: dict[str, Any]) -> None:
    raw = compact(value).encode()
    assert b"\n" not in raw
    line = Line(number=1, offset=0, raw=raw, size=len(raw))
    decoded = decode(line, max_bytes=len(raw) + 1, max_depth=64)
    assert decoded.faults == ()
    assert compact(decoded.value) == compact(value)
    assert decoded.value == value


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile") / "data.jsonl"


def test_a_record_of_hostile_text_reads_back_from_its_file(scratch: Path) -> None:
    @examples(40, 5_000)
    @given(HOSTILE, HOSTILE, st.dictionaries(HOSTILE, VALUES, max_size=3))
    def comes_back(prompt: str, name: str, label: dict[str, Any]) -> None:
        record = GeneratedRecord(
            id="1", schema_id="rating", complexity="simple", source="template", prompt=prompt,
            label={**label, "name": name, "n": Decimal("1.50")}, meta={name: prompt},
        )  # fmt: skip
        scratch.write_bytes(record.line() * 2)
        found = list(read_records(scratch, Settings(root=None).record_format))
        assert len(found) == 2
        for read in found:
            assert (read.prompt, read.label) == (prompt, record.label)
            assert read.envelope["meta"] == {name: prompt}
            assert compact(read.label) == compact(record.label)

    comes_back()


SPLITS: tuple[SplitName, ...] = ("train", "validation", "test")


@examples(15, 1_000)
@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(WORLDS)), st.integers(0, 10**12), st.sampled_from(SPLITS)),
        min_size=2, max_size=5, unique=True,
    ).flatmap(lambda wanted: st.tuples(st.just(wanted), st.permutations(wanted)))
)  # fmt: skip
def test_order_of_generation_does_not_matter(wanted: tuple[list[Any], list[Any]]) -> None:
    first, other = ({one: generate(*one[:2], split=one[2]).line() for one in order} for order in wanted)
    assert first == other


@pytest.mark.slow
def test_every_process_of_xdist_makes_the_same_bytes(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import hashlib
        import pytest
        from edgejson.generators import WORLDS, generate

        @pytest.mark.parametrize("schema_id", sorted(WORLDS))
        def test_one(schema_id, record_property, worker_id):
            lines = b"".join(generate(schema_id, seed, split="test").line() for seed in (0, 7, 10**12))
            with open(f"{schema_id}.digest", "w") as stream:
                print(worker_id, hashlib.sha256(lines).hexdigest(), file=stream)
        """
    )
    pytester.runpytest_subprocess("-n", "2", "-p", "no:randomly").assert_outcomes(passed=len(WORLDS))
    workers = set()
    for schema_id in WORLDS:
        worker, digest = (pytester.path / f"{schema_id}.digest").read_text("utf-8").split()
        workers.add(worker)
        lines = b"".join(generate(schema_id, seed, split="test").line() for seed in (0, 7, 10**12))
        assert digest == hashlib.sha256(lines).hexdigest(), schema_id
    assert workers == {"gw0", "gw1"}
