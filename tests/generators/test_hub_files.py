"""The files for `datasets` and the Croissant description follow from the data files."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from edgejson.generators.croissant import CROISSANT
from edgejson.generators.hub_files import SPLITS, hub_content, hub_path

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def described() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / CROISSANT).read_bytes())
    return found


def test_label_is_a_string_and_keeps_its_spelling() -> None:
    line = b'{"id":"a","prompt":"\\"expected_output\\":{}","expected_output":{"price":156.00},"meta":{}}\n'
    wanted = (
        b'{"id":"a","prompt":"\\"expected_output\\":{}","expected_output":"{\\"price\\":156.00}","meta":{}}\n'
    )
    assert hub_content(line) == wanted


@pytest.mark.parametrize("split", SPLITS)
def test_hub_file_holds_the_records_of_the_data_file(split: Any) -> None:
    assert (ROOT / hub_path(split)).read_bytes() == hub_content((ROOT / SPLITS[split]).read_bytes())


@pytest.mark.parametrize("split", SPLITS)
def test_every_column_of_a_hub_file_has_one_type(split: Any) -> None:
    types: dict[str, set[type]] = {}
    for line in (ROOT / hub_path(split)).read_bytes().splitlines():
        record = json.loads(line)
        for name, value in (record | {f"meta.{key}": value for key, value in record["meta"].items()}).items():
            types.setdefault(name, set()).add(type(value))
    assert {name: len(found) for name, found in types.items() if len(found) > 1} == {}


def test_croissant_has_the_digests_of_the_files(described: dict[str, Any]) -> None:
    files = {file["contentUrl"]: file["sha256"] for file in described["distribution"]}
    assert len(files) == 6
    for name, digest in files.items():
        assert digest == sha256((ROOT / "data" / name).read_bytes()).hexdigest(), name


@pytest.mark.parametrize("split", SPLITS)
def test_croissant_has_the_fields_and_counts_of_the_files(split: str, described: dict[str, Any]) -> None:
    [record_set] = [one for one in described["recordSet"] if one["@id"] == split]
    lines = (ROOT / "data" / "hub" / f"{split}.jsonl").read_bytes().splitlines()
    records = [json.loads(line) for line in lines]
    assert f": {len(records):,} records." in record_set["description"]
    fields = {field["name"]: field for field in record_set["field"]}
    assert all(record.keys() == fields.keys() for record in records)
    parts = {field["name"] for field in fields["meta"]["subField"]}
    assert parts == set().union(*(record["meta"] for record in records))
