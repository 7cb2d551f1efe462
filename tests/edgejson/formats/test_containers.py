"""Files of every kind are read as the same rows, and their digest is that of their bytes."""

import csv
import gzip
import json
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
from backports import zstd

from edgejson.errors import SourceError
from edgejson.formats.container import is_data
from edgejson.formats.reader import digest_of
from tests.edgejson.formats.reading import rows_of
from tests.edgejson.formats.rows import Row, alpaca, openai

ROWS = [alpaca(number) for number in range(50)]
LINES = "".join(f"{json.dumps(row)}\n" for row in ROWS).encode()


def lines(path: Path) -> None:
    path.write_bytes(LINES)


def lines_without_an_end(path: Path) -> None:
    path.write_bytes(LINES.replace(b"\n", b"\r\n").removesuffix(b"\r\n"))


def array(path: Path) -> None:
    path.write_text(json.dumps(ROWS))


def indented_array(path: Path) -> None:
    path.write_text(json.dumps(ROWS, indent=2))


def gzipped(path: Path) -> None:
    # Two members, as concatenated files have.
    path.write_bytes(gzip.compress(LINES[: len(LINES) // 2]) + gzip.compress(LINES[len(LINES) // 2 :]))


def gzipped_array(path: Path) -> None:
    path.write_bytes(gzip.compress(json.dumps(ROWS).encode()))


def zstandard(path: Path) -> None:
    path.write_bytes(zstd.compress(LINES))


def parquet(path: Path) -> None:
    pl.DataFrame(ROWS).write_parquet(path, row_group_size=7)


def comma_separated(path: Path, delimiter: str = ",") -> None:
    with path.open("w", newline="") as stream:
        writer = csv.DictWriter(stream, list(ROWS[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(ROWS)


def tab_separated(path: Path) -> None:
    comma_separated(path, "\t")


def dataset_folder(path: Path) -> None:
    from datasets import Dataset, disable_progress_bars

    disable_progress_bars()
    Dataset.from_list(ROWS).save_to_disk(str(path), num_shards=3)


KINDS: dict[str, Callable[[Path], None]] = {
    "lines.jsonl": lines,
    "crlf.jsonl": lines_without_an_end,
    "array.json": array,
    "indented.json": indented_array,
    "lines.jsonl.gz": gzipped,
    "array.json.gz": gzipped_array,
    "lines.jsonl.zst": zstandard,
    "table.parquet": parquet,
    "table.csv": comma_separated,
    "table.tsv": tab_separated,
    "folder": dataset_folder,
}


@pytest.mark.parametrize("name", KINDS)
def test_rows_are_the_same(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    KINDS[name](path)
    assert is_data(path)
    assert rows_of(path) == ROWS


def test_nested_rows_of_tables(tmp_path: Path) -> None:
    rows: list[Row] = [openai(number) for number in range(20)]
    pl.DataFrame(rows).write_parquet(tmp_path / "chat.parquet")
    assert rows_of(tmp_path / "chat.parquet") == rows


def test_values_of_tables_that_json_has_not(tmp_path: Path) -> None:
    """A number that is none stays one that strict JSON refuses; nothing is rounded or hidden."""
    import datetime
    from decimal import Decimal

    table = {
        "day": [datetime.date(2024, 1, 2)],
        "time": [datetime.datetime(2024, 1, 2, 3, 4, 5)],
        "amount": [Decimal("1.50")],
        "none": [float("nan")],
        "bytes": [b"abc"],
    }
    path = tmp_path / "t.parquet"
    pl.DataFrame(table).write_parquet(path)
    from edgejson.formats.row_text import row_text

    (row,) = pl.read_parquet(path).iter_rows(named=True)
    assert row_text(row) == (
        '{"day":"2024-01-02","time":"2024-01-02T03:04:05","amount":1.50,"none":NaN,"bytes":"abc"}'
    )


def test_digest_of_a_folder_is_that_of_its_shards(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    dataset_folder(folder)
    before = digest_of(folder)
    assert digest_of(folder) == before
    shard = next(folder.glob("*.arrow"))
    shard.write_bytes(shard.read_bytes()[:-1] + b"x")
    assert digest_of(folder) != before


def test_folder_of_several_splits(tmp_path: Path) -> None:
    (tmp_path / "dataset_dict.json").write_text('{"splits": ["train"]}')
    with pytest.raises(SourceError, match="several splits; name the folder of one of them"):
        rows_of(tmp_path)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.jsonl", LINES.decode().encode("utf-16"), "is UTF-16 or UTF-32"),
        ("a.jsonl", LINES.decode().encode("utf-16-le"), "is UTF-16 or UTF-32"),
        ("a.jsonl", LINES.decode().encode("utf-32-be"), "is UTF-16 or UTF-32"),
        ("a.jsonl", LINES.replace(b"\n", b"\r"), "has CR line ends"),
        ("a.jsonl", b"".join(json.dumps(r, indent=1).encode() for r in ROWS), "pretty-printed JSON objects"),
        ("a.json", json.dumps(ROWS[0], indent=1).encode(), "is one JSON object over several lines"),
        (
            "a.json",
            json.dumps({"data": ROWS}, indent=1).encode(),
            r"jq -c '.data\[\]' makes them of its list",
        ),
        ("a.json", json.dumps(ROWS).encode() + b"{}", "with more behind it"),
        ("a.json", json.dumps(ROWS).encode()[:-1], "cut off: its closing bracket is missing"),
        ("a.jsonl.gz", gzip.compress(LINES)[:-20], "is damaged"),
        ("a.jsonl.gz", gzip.compress(LINES)[:50] + b"x" * 50, "is damaged"),
        ("a.jsonl.zst", zstd.compress(LINES)[:-9], "is damaged"),
        ("a.jsonl.bz2", b"BZh91AY&SY", r"is compressed \(bzip2\)"),
        ("a.parquet", b"PAR1" + b"\0" * 50 + b"PAR1", "is a damaged Parquet file"),
        ("a.arrow", b"ARROW1\0\0", "is an Arrow file"),
        ("a.csv", b"a,b\n1,2,3\n", "has 3 fields in row 1, but 2 columns"),
        ("a.csv", b'a,b\n"1,2\n', "cannot be read behind row 0"),
        ("a.csv", b"a,a\n1,2\n", "names a column twice"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(
    name: str, content: bytes, sentence: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(SourceError, match=sentence) as caught:
        rows_of(path)
    assert "\n" not in str(caught.value)


def test_lines_of_which_the_first_is_an_array_are_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"[1, 2]\n" + LINES)
    assert rows_of(path) == [[1, 2], *ROWS]


def test_first_line_that_is_cut_off_is_a_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(LINES[:20] + b"\n" + LINES)
    assert len(rows_of(path)) == len(ROWS) + 1
