"""``repair``: new records for those with errors, and not one other byte."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from edgejson.generators import __main__ as command_line
from edgejson.generators import generate
from edgejson.generators.used_records import FRESH_SEEDS
from edgejson.suite.engine import examine
from edgejson.suite.suite import resolve_suite
from tests.conftest import Project, broken_invoice, contact, invoice, order_details, shopping_cart

UPSTREAM = Path(__file__).resolve().parents[3] / "shared" / "upstream" / "train_v2.jsonl"


def repaired(data: Path, *options: str, name: str = "out.jsonl") -> tuple[int, Path, dict[str, Any]]:
    """Repair a file; return the exit code, the new file and the report."""
    output = data.with_name(name)
    code = command_line.main(["repair", str(data), str(output), *options])
    return code, output, json.loads(Path(f"{output}.repair.json").read_text("utf-8"))


def lines(path: Path) -> list[bytes]:
    return path.read_bytes().splitlines(keepends=True)


def findings(path: Path) -> list[tuple[str, int | None]]:
    return [(one.rule, one.line) for one in examine(path, resolve_suite(path)).findings]


def test_only_lines_with_errors_change_and_the_result_has_none(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = {**broken_invoice(2), "source": "llm", "teacher": "somebody"}
    others = [{**one, "teacher": "somebody"} for one in (invoice(1), order_details(3), contact(4))]
    odd = json.dumps(others[2], indent=None, separators=(" ,  ", " :  ")).encode()
    data = project.data("data.jsonl", others[0], wrong, others[1], odd)
    code, output, report = repaired(data)
    assert code == 0
    before, after = lines(data), lines(output)
    assert [a == b for a, b in zip(before, after, strict=True)] == [True, False, True, True]
    assert examine(output, resolve_suite(output)).findings == ()
    old, new = json.loads(before[1]), json.loads(after[1])
    assert list(new) == [*old, "meta"]
    kept = ("id", "schema_id", "complexity", "source", "teacher")
    assert {name: new[name] for name in kept} == {name: old[name] for name in kept}
    assert new["meta"]["repaired"] == ["invoice.total_is_subtotal_plus_tax"]
    [entry] = report["repaired"]
    assert (entry["line"], entry["id"], entry["seed"]) == (2, old["id"], new["meta"]["seed"])
    assert entry["seed"] >= FRESH_SEEDS
    assert (report["before"]["by_kind"], report["after"]["by_kind"]) == ({"arithmetic": 1}, {})
    said = capsys.readouterr().out
    assert "1 of 4 lines have a new record" in said
    assert "Before there were 1 error and 0 warnings, now there are 0 errors" in said


def test_another_repair_changes_nothing(project: Project) -> None:
    data = project.data("data.jsonl", invoice(1), broken_invoice(2), broken_invoice(3), contact(4))
    _, once, _ = repaired(data)
    _, twice, report = repaired(once, name="twice.jsonl")
    assert twice.read_bytes() == once.read_bytes()
    assert report["repaired"] == []


def test_same_file_same_bytes(project: Project) -> None:
    data = project.data("data.jsonl", broken_invoice(2), contact(4))
    assert repaired(data)[1].read_bytes() == repaired(data, name="b.jsonl")[1].read_bytes()


@pytest.mark.parametrize(("end", "last"), [(b"\r\n", b"\r\n"), (b"\n", b"")])
def test_ends_of_lines_stay(project: Project, end: bytes, last: bytes) -> None:
    rows = [json.dumps(one).encode() for one in (invoice(1), broken_invoice(2))]
    data = project.file("data.jsonl", rows[0] + end + rows[1] + last)
    code, output, _ = repaired(data)
    assert code == 0
    content = output.read_bytes()
    assert content.startswith(rows[0] + end)
    assert content.endswith(b"}" + last)


def test_fields_keep_the_names_that_the_settings_give_them(project: Project) -> None:
    project.settings('fields = {id = "uid", prompt = "text", expected_output = "answer", meta = "about"}')
    names = {"id": "uid", "prompt": "text", "expected_output": "answer"}
    rows = [
        {names.get(name, name): value for name, value in one.items()}
        for one in (invoice(), broken_invoice(2))
    ]
    data = project.data("data.jsonl", *rows)
    code, output, _ = repaired(data)
    new = json.loads(lines(output)[1])
    assert code == 0
    assert list(new) == [*rows[1], "about"]
    assert new["uid"] == rows[1]["uid"]


def test_what_a_new_record_cannot_mend_stays_and_is_listed(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    unknown = {**broken_invoice(5), "schema_id": "invoce"}
    lacking = {name: value for name, value in contact(6).items() if name != "source"}
    twin = {**contact(7), "id": invoice(1)["id"]}
    data = project.data("data.jsonl", invoice(1), b"{torn", unknown, lacking, twin, broken_invoice(8))
    code, output, report = repaired(data)
    assert code == 1
    before, after = lines(data), lines(output)
    assert [a == b for a, b in zip(before, after, strict=True)] == [True] * 5 + [False]
    left = {entry["line"]: entry["rules"] for entry in report["not_repaired"]}
    assert left == {
        2: ["structure.line_is_one_json_object"],
        3: ["envelope.schema_id_is_known"],
        4: ["envelope.fields_are_present"],
        5: ["envelope.id_is_unique"],
    }
    assert {entry["why"] for entry in report["not_repaired"]} == {"a new prompt and label do not mend it"}
    assert "4 lines left with errors" in capsys.readouterr().out


def test_a_record_that_a_rule_of_the_users_own_always_refuses_stays(project: Project) -> None:
    project.file(
        "check_totals.py",
        "from edgejson import check\n\n\n@check(schemas=['invoice'])\n"
        "def totals_are_zero(record):\n    assert record.label['total_amount'] == 0\n",
    )
    data = project.data("data.jsonl", invoice(1), shopping_cart(2))
    code, output, report = repaired(data)
    assert code == 1
    assert output.read_bytes() == data.read_bytes()
    [entry] = report["not_repaired"]
    assert entry["rules"] == ["totals.totals_are_zero"]
    assert entry["why"].startswith("new records have errors as well")


def test_a_repeated_prompt_is_asked_otherwise(project: Project) -> None:
    again = {**invoice(1), "id": "edgejson_invoice_template_900"}
    data = project.data("data.jsonl", invoice(1), again)
    code, output, _ = repaired(data)
    assert code == 0
    assert lines(output)[0] == lines(data)[0]
    assert len({json.loads(line)["prompt"] for line in lines(output)}) == 2


def test_a_leak_into_test_is_mended_with_a_seed_that_train_never_uses(project: Project) -> None:
    project.settings('splits = {train = ["train.jsonl"], test = ["test*.jsonl"]}\ndisable = ["balance"]')
    ours = [generate("invoice", seed).line().rstrip(b"\n") for seed in range(12)]
    project.data("train.jsonl", *ours)
    leaked = {**json.loads(ours[3]), "id": "edgejson_invoice_template_te900"}
    test = project.data("test.jsonl", json.dumps(leaked).encode(), *(
        generate("invoice", seed, split="test").line().rstrip(b"\n") for seed in range(3)
    ))  # fmt: skip
    code, output, report = repaired(test, name="test_fixed.jsonl")
    assert code == 0, report
    assert report["split"] == "test"
    new = json.loads(lines(output)[0])
    assert new["meta"]["split"] == "test"
    assert lines(output)[1:] == lines(test)[1:]
    [entry] = report["repaired"]
    assert entry["rules"] == ["leakage.record_is_in_one_split_only"]
    assert new["prompt"] not in {json.loads(line)["prompt"] for line in lines(project.root / "train.jsonl")}


def test_nothing_of_a_named_file_is_repeated(project: Project) -> None:
    data = project.data("data.jsonl", broken_invoice(2))
    _, first, _ = repaired(data)
    new = json.loads(lines(first)[0])
    other = project.data("other.jsonl", {**new, "id": "edgejson_invoice_template_1"})
    _, second, _ = repaired(data, "--distinct-from", str(other), name="second.jsonl")
    again = json.loads(lines(second)[0])
    assert again["prompt"] != new["prompt"]
    assert again["meta"]["seed"] != new["meta"]["seed"]


@pytest.mark.parametrize(
    ("output", "options", "sentence"),
    [
        ("data.jsonl", [], "IN, OUT and the report are three files"),
        ("out.jsonl", ["--report", "out.jsonl"], "IN, OUT and the report are three files"),
        (".", [], "this is a folder"),
        ("out.jsonl", ["--split", "test"], "the settings declare it in the split train"),
        ("out.jsonl", ["--distinct-from", "nowhere.jsonl"], "nowhere.jsonl"),
        ("out.jsonl", ["--generator", "nowhere.py"], "there is no such Python file"),
    ],
)
def test_a_request_that_makes_no_sense_writes_nothing(
    project: Project,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    output: str,
    options: list[str],
    sentence: str,
) -> None:
    project.settings('splits = {train = ["data.jsonl"]}')
    data = project.data("data.jsonl", broken_invoice())
    monkeypatch.chdir(project.root)
    there = {path: path.read_bytes() for path in project.root.iterdir()}
    assert command_line.main(["repair", str(data), output, *options]) == 2
    assert sentence in capsys.readouterr().err
    assert {path: path.read_bytes() for path in project.root.iterdir()} == there


@pytest.mark.slow
@pytest.mark.skipif(not UPSTREAM.is_file(), reason="the public training file is not here")
def test_public_file_changes_in_its_faulty_lines_only(tmp_path: Path) -> None:
    data = tmp_path / "train_v2.jsonl"
    shutil.copyfile(UPSTREAM, data)
    before = examine(data, resolve_suite(data)).findings
    code, output, _ = repaired(data)
    assert code == 0
    rows = list(zip(lines(data), lines(output), strict=True))
    changed = {number for number, (old, new) in enumerate(rows, 1) if old != new}
    assert changed == {one.line for one in before if one.severity == "error"}
    left = {one.kind for one in examine(output, resolve_suite(output)).findings}
    assert left.isdisjoint({"arithmetic", "temporal", "reference"})
    for number in changed:
        old, new = (json.loads(line) for line in rows[number - 1])
        kept = {*old} - {"prompt", "expected_output"}
        assert {name: new[name] for name in kept} == {name: old[name] for name in kept}
        assert list(new) == [*old, "meta"]
