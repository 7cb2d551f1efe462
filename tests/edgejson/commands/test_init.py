"""`edgejson init`: what is written, that the data pass with it, and when nothing is written."""

import json
from pathlib import Path
from typing import Any

import pytest

from edgejson.__main__ import main
from edgejson.suite.engine import examine
from edgejson.suite.suite import resolve_suite
from tests.edgejson.drafting.shops import JSONObject, bills


def written(folder: Path, rows: list[JSONObject], name: str = "train.jsonl") -> Path:
    data = folder / name
    data.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return data


def mixed(count: int) -> list[JSONObject]:
    """Return rows of two kinds, told apart by a field."""
    other = [
        {
            "nr": f"o{n}",
            "task": "weather",
            "text": f"It is {n} degrees in {n}.",
            "bill": {"degrees": n, "place": f"{n}"},
        }
        for n in range(count)
    ]
    return [{**row, "task": "bill"} for row in bills(count)] + other


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def schema(folder: Path, name: str) -> Any:
    return json.loads((folder / "schemas" / f"{name}.schema.json").read_text("utf-8"))


def findings(data: Path) -> list[tuple[int | None, str]]:
    suite = resolve_suite(data)
    selected = frozenset(rule.id for rule in suite.rules if rule.family in ("train", "structure"))
    return [(one.line, one.rule) for one in examine(data, suite, selected=selected).findings]


def test_data_pass_with_what_is_drafted_and_a_fault_is_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = written(tmp_path, mixed(60))
    assert main(["init", str(data)]) == 0
    out = capsys.readouterr().out
    assert "120 records, 2 shapes of label" in out
    assert "/net_cents is the sum of /lines/*/line_cents (60 of 60)" in out
    assert sorted(contents(tmp_path)) == [
        "check_train.py",
        "pyproject.toml",
        "schemas/bill.schema.json",
        "schemas/weather.schema.json",
        "train.jsonl",
    ]
    assert findings(data) == []
    rows = mixed(60)
    rows[3]["bill"]["net_cents"] += 1
    rows[4]["bill"]["land"] = "CH" if rows[4]["bill"]["land"] == "AT" else "AT"
    written(tmp_path, rows)
    assert {rule for line, rule in findings(data) if line == 4} == {
        "train.net_cents_is_sum_of_line_cents",
        "train.due_cents_is_net_cents_plus_tax_cents_plus_tip_cents",
    }
    assert "train.land_follows_from_town" in {rule for line, rule in findings(data) if line == 5}


def test_settings_say_what_the_fields_are_called(tmp_path: Path) -> None:
    written(tmp_path, mixed(20), "test.jsonl")
    assert main(["init", str(written(tmp_path, mixed(40)))]) == 0
    assert (tmp_path / "pyproject.toml").read_text() == (
        '[tool.edgejson]\nschemas = "schemas"\n\n[tool.edgejson.fields]\nid = "nr"\nschema_id = "task"\n'
        'prompt = "text"\nexpected_output = "bill"\ncomplexity = false\nsource = false\n\n'
        '[tool.edgejson.splits]\ntrain = ["train.jsonl"]\ntest = ["test.jsonl"]\n'
    )


def test_schema_says_what_the_data_support(tmp_path: Path) -> None:
    assert main(["init", str(written(tmp_path, mixed(60)))]) == 0
    bill = schema(tmp_path, "bill")
    fields = bill["properties"]
    assert "tip_cents" not in bill["required"]
    assert bill["additionalProperties"] is False
    assert fields["ordered"] == {"type": "string", "format": "date"}
    assert fields["lines"]["minItems"] == 1
    assert fields["net_cents"]["minimum"] == 0
    assert sorted(fields["state"]["enum"]) == ["closed", "open"]
    assert fields["state"]["description"].startswith("of 60: ")
    assert "enum" not in fields["bill"]
    # A mood is never said; a state is.
    assert fields["mood"]["x-grounding"] == "free"
    assert "x-grounding" not in fields["state"]


def test_shapes_are_told_apart_where_no_field_names_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [{name: value for name, value in row.items() if name != "task"} for row in mixed(40)]
    assert main(["init", str(written(tmp_path, rows))]) == 0
    assert "2 shapes of label" in capsys.readouterr().out
    assert sorted(path.name for path in (tmp_path / "schemas").iterdir()) == [
        "bill.schema.json",
        "degrees.schema.json",
    ]


def test_same_data_same_files(tmp_path: Path) -> None:
    folders = [tmp_path / "a", tmp_path / "b"]
    for folder in folders:
        folder.mkdir()
        assert main(["init", str(written(folder, mixed(50)))]) == 0
    assert contents(folders[0]) == contents(folders[1])


@pytest.mark.parametrize("there", ["check_train.py", "schemas/weather.schema.json"])
def test_nothing_is_overwritten(tmp_path: Path, there: str, capsys: pytest.CaptureFixture[str]) -> None:
    data = written(tmp_path, mixed(20))
    (tmp_path / "schemas").mkdir()
    (tmp_path / there).write_text("mine")
    before = contents(tmp_path)
    assert main(["init", str(data)]) == 2
    assert f"{tmp_path / there} is there already; nothing was written" in capsys.readouterr().err
    assert contents(tmp_path) == before


def test_existing_settings_are_not_touched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = tmp_path / "pyproject.toml"
    mine.write_text("[tool.other]\nx = 1\n")
    assert main(["init", str(written(tmp_path, mixed(20)))]) == 0
    assert mine.read_text() == "[tool.other]\nx = 1\n"
    out = capsys.readouterr().out
    assert "or paste this into pyproject.toml:\n\n[tool.edgejson]\n" in out
    assert (tmp_path / "edgejson.toml").is_file()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "holds no JSON object a line"),
        (
            '{"question": "what?", "answer": "that"}\n',
            "no field holds objects, which labels are; there are question",
        ),
        ('{"a": 1, "label": {"x": 1}}\n', "no field holds texts, which prompts are; there are a, label"),
    ],
)
def test_data_that_cannot_be_read(
    tmp_path: Path, text: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "train.jsonl"
    data.write_text(text)
    assert main(["init", str(data)]) == 2
    assert message in capsys.readouterr().err
    assert sorted(contents(tmp_path)) == ["train.jsonl"]


def test_names_of_fields_may_hold_anything(tmp_path: Path) -> None:
    odd = 'a"""\n\\'
    rows = [
        {
            "text": f"{n}",
            "out": {odd: n * 7 % 50, "b~/c": n * 3 % 40, "sum": n * 7 % 50 + n * 3 % 40},
            "id": f"i{n}",
        }
        for n in range(60)
    ]
    data = written(tmp_path, rows)
    assert main(["init", str(data)]) == 0
    text = (tmp_path / "check_train.py").read_text("utf-8")
    assert "sum" in text
    compile(text, "check_train.py", "exec")
