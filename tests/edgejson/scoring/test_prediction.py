import json
from pathlib import Path
from typing import Any

import pytest

from edgejson.errors import SourceError
from edgejson.scoring.errors import PredictionsError
from edgejson.scoring.object_members import raw_members
from edgejson.scoring.prediction import Prediction, read_predictions


def store(folder: Path, *lines: str | bytes) -> Path:
    path = folder / "P.jsonl"
    path.write_bytes(b"".join((each if isinstance(each, bytes) else each.encode()) + b"\n" for each in lines))
    return path


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ('{"id": "r", "output": "plain"}', "plain"),
        ('{"output": "id last", "id": "r"}', "id last"),
        ('{"id": "r", "output": "{\\"a\\": 1}"}', '{"a": 1}'),
        ('{"id": "r", "output": {"a": 1.50, "b": [true, null]}}', '{"a":1.50,"b":[true,null]}'),
        ('{"id": "r", "output": {"a": 1, "a": 2}}', '{"a": 1, "a": 2}'),
        ('{"id": "r", "output": {"a": NaN}}', '{"a": NaN}'),
        ('{"id": "r", "output": {"a": 1e999999999999999999}}', '{"a": 1e999999999999999999}'),
        ('{"id": "r", "output": [1, 2]}', "[1, 2]"),
        ('{"id": "r", "output": 5}', "5"),
        ('{"id": "r", "output": null}', ""),
        ('{"id": "r", "output": "\\ud800"}', "\ud800"),
        ('{"id": "r", "output": "", "unknown": {"x": NaN}}', ""),
    ],
)
def test_output(tmp_path: Path, line: str, text: str) -> None:
    stored = read_predictions(store(tmp_path, "", line, "  "))
    assert stored.by_id == {"r": Prediction(id="r", text=text)}
    assert stored.lines == {"r": 2}


@pytest.mark.parametrize("size", [10, 5_000])
def test_output_that_nests_deep(tmp_path: Path, size: int) -> None:
    deep = '{"a":' * size + "1" + "}" * size
    text = read_predictions(store(tmp_path, f'{{"id": "r", "output": {deep}}}')).by_id["r"].text
    assert text.startswith(deep)


def test_what_decoding_noted(tmp_path: Path) -> None:
    line = '{"id": "r", "output": "", "stop": "length", "tokens": 12, "seconds": 0.25}'
    prediction = read_predictions(store(tmp_path, line)).by_id["r"]
    assert (prediction.stop, prediction.tokens, prediction.seconds) == ("length", 12, 0.25)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("nonsense", "not a JSON object"),
        ("[]", "not a JSON object"),
        ('{"id": "r", "output": "x"', "not a JSON object"),
        ('{"id": "r", "output": "x"} more', "not a JSON object"),
        ('{"id": "r", "output": "x",}', "not a JSON object"),
        ('{"output": "x"}', "no 'id'"),
        ('{"id": "r"}', "no 'output'"),
        ('{"id": 7, "output": "x"}', "'id' is 7, expected a string"),
        ('{"id": ["r"], "output": "x"}', "expected a string"),
        ('{"id": "r", "id": "s", "output": "x"}', "names a key twice"),
        ('{"id": "r", "output": "x", "stop": "soon"}', "'stop' is \"soon\""),
        ('{"id": "r", "output": "x", "stop": {}}', "'stop' is {}"),
        ('{"id": "r", "output": "x", "tokens": -1}', "'tokens' is -1"),
        ('{"id": "r", "output": "x", "tokens": true}', "'tokens' is true"),
        ('{"id": "r", "output": "x", "seconds": NaN}', "'seconds' is NaN"),
        ('{"id": "r", "output": "x", "seconds": ' + "9" * 5000 + "}", "'seconds' is 999"),
        ('{"id": "r", "output": {}, "tokens": ' + "9" * 400 + "}", "'tokens' is 999"),
        ('{"id": "r", "output": {}, "tokens": 1.7}', "'tokens' is 1.7, expected a whole number"),
        (b'{"id": "r", "output": "\xff"}', "not UTF-8"),
        ('{"id": "q", "output": "x"}', "'q' is predicted a second time (first in line 1)"),
    ],
)
def test_line_that_is_no_prediction(tmp_path: Path, line: str | bytes, problem: str) -> None:
    path = store(tmp_path, '{"id": "q", "output": "x"}', line)
    with pytest.raises(PredictionsError) as error:
        read_predictions(path)
    assert str(error.value).startswith(f"{path}:2: ")
    assert problem in str(error.value)


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot read the predictions"):
        read_predictions(tmp_path / "none.jsonl")


@pytest.mark.parametrize(
    "value", ["{}", "{ }", '{"a":1}', ' {"a" : [1, {"b": "}"}] ,\n"c": "\\"" } ', '{"a": NaN, "a": 1e9999}']
)
def test_members_as_they_were_spelled(value: str) -> None:
    members = raw_members(value)
    rebuilt = "{" + ",".join(f"{json.dumps(key)}:{spelling}" for key, spelling in members) + "}"
    pairs: Any = {"object_pairs_hook": list, "parse_constant": str}
    assert json.loads(rebuilt, **pairs) == json.loads(value, **pairs)
