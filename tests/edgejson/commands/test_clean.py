"""`edgejson clean`: what is dropped, what stays as it was, what is said, and when nothing is written."""

import json

import pytest

from edgejson.__main__ import main
from tests.conftest import Project, broken_invoice, contact, invoice, jsonl
from tests.edgejson.formats.rows import openai
from tests.edgejson.rules.records import edited, made

TOTAL = "invoice.total_is_subtotal_plus_tax"


def cleaned(project: Project, *arguments: str) -> int:
    """Clean data.jsonl of the project into clean.jsonl; return the exit status."""
    return main(["clean", str(project.root / "data.jsonl"), str(project.root / "clean.jsonl"), *arguments])


def written(project: Project) -> bytes:
    return (project.root / "clean.jsonl").read_bytes()


def reasons(project: Project) -> list[tuple[int, list[str]]]:
    """Return the lines of the report with their rules."""
    report = json.loads((project.root / "clean.jsonl.dropped.json").read_bytes())
    return [(entry["line"], [finding["rule"] for finding in entry["findings"]]) for entry in report]


def left_over(project: Project) -> list[str]:
    return sorted(path.name for path in project.root.iterdir() if path.name.startswith("."))


def test_good_file_is_copied(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    data = project.data("data.jsonl", contact(1), invoice(1))
    assert cleaned(project) == 0
    assert written(project) == data.read_bytes()
    assert reasons(project) == []
    assert "2 of 2 lines kept, 0 dropped" in capsys.readouterr().out


def test_kept_lines_stay_byte_for_byte(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    odd = json.dumps(contact(1), indent=None, separators=(" ,  ", " : ")).encode() + b" \r"
    last = json.dumps(invoice(3)).encode()
    project.file("data.jsonl", jsonl(odd, broken_invoice(2), b"{broken", b"") + last)
    assert cleaned(project) == 0
    assert written(project) == odd + b"\n" + last
    assert reasons(project) == [
        (2, [TOTAL]),
        (3, ["structure.line_is_one_json_object"]),
        (4, ["structure.line_is_one_json_object"]),
    ]
    out = capsys.readouterr().out
    assert f"data.jsonl:2 edgejson_invoice_template_002: {TOTAL}\n" in out
    assert "2 of 5 lines kept, 3 dropped\n  2 structure.line_is_one_json_object\n  1 " in out


def test_report_says_what_was_expected(project: Project) -> None:
    project.data("data.jsonl", contact(1), broken_invoice(2))
    assert cleaned(project, "--report", str(project.root / "why.json")) == 0
    (entry,) = json.loads((project.root / "why.json").read_bytes())
    assert (entry["id"], entry["schema_id"]) == ("edgejson_invoice_template_002", "invoice")
    (finding,) = entry["findings"]
    assert (finding["pointer"], finding["actual"]) == ("/expected_output/total_amount", 1)
    assert not (project.root / "clean.jsonl.dropped.json").exists()


def test_first_of_several_copies_stays(project: Project) -> None:
    data = project.data("data.jsonl", contact(1), contact(1), contact(2), contact(1))
    assert cleaned(project) == 0
    assert written(project).splitlines() == data.read_bytes().splitlines()[:3:2]


def test_copy_of_a_record_that_goes_for_another_reason_stays(project: Project) -> None:
    wrong = broken_invoice(1)
    data = project.data(
        "data.jsonl", wrong, edited(invoice(1), prompt=invoice(1)["prompt"] + "\n"), contact(1)
    )
    assert cleaned(project) == 0
    assert reasons(project) == [(1, [TOTAL])]
    assert written(project).splitlines() == data.read_bytes().splitlines()[1:]


def test_copy_of_a_record_of_another_shard_goes(project: Project) -> None:
    project.settings('splits = { train = ["another.jsonl", "data.jsonl"] }')
    project.data("another.jsonl", contact(1))
    project.data("data.jsonl", contact(2), contact(1), contact(2))
    assert cleaned(project) == 0
    assert reasons(project) == [
        (2, ["duplicates.records_are_unique"]),
        (3, ["duplicates.records_are_unique"]),
    ]


def test_leaked_records_go(project: Project) -> None:
    project.settings('splits = { train = ["data.jsonl"], test = ["test.jsonl"] }')
    project.data("test.jsonl", *(contact(n) for n in range(10)))
    project.data("data.jsonl", contact(3), *(contact(n) for n in range(20, 30)))
    assert cleaned(project) == 0
    assert reasons(project) == [(1, ["leakage.record_is_in_one_split_only"])]


def test_what_changes_when_records_are_gone_is_judged_again(project: Project) -> None:
    # Three of five records have a teacher; without the two broken ones, the other field set is the usual one.
    with_teacher = [broken_invoice(1), broken_invoice(2), invoice(3)]
    data = project.data(
        "data.jsonl", *(edited(one, teacher="x") for one in with_teacher), invoice(4), invoice(5), invoice(6)
    )
    assert cleaned(project) == 0
    assert [line for line, _ in reasons(project)] == [1, 2, 3]
    assert written(project).splitlines() == data.read_bytes().splitlines()[3:]


def test_warnings_do_not_drop_unless_they_fail(project: Project) -> None:
    project.settings(f'severity = {{ "{TOTAL}" = "warning" }}')
    project.data("data.jsonl", contact(1), broken_invoice(2))
    assert cleaned(project) == 0
    assert reasons(project) == []
    project.settings(f'fail_on = "warning"\nseverity = {{ "{TOTAL}" = "warning" }}')
    assert cleaned(project) == 0
    assert reasons(project) == [(2, [TOTAL])]


def test_findings_about_the_whole_file_remain_and_are_said(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.settings('splits = { test = ["data.jsonl"] }')
    project.data("data.jsonl", *(contact(n) for n in range(9)))
    assert cleaned(project) == 1
    assert "remains: balance.test_has_ten_records_of_each_schema: expected " in capsys.readouterr().out
    assert len(written(project).splitlines()) == 9


def test_more_than_are_shown_are_counted(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.data("data.jsonl", contact(1), *(broken_invoice(n) for n in range(5)))
    assert cleaned(project, "--show", "2") == 0
    out = capsys.readouterr().out
    assert out.count("dropped ") == 2
    assert "... and 3 more; " in out


def test_nothing_is_written_when_nothing_would_be_left(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.data("data.jsonl", broken_invoice(1))
    assert cleaned(project) == 2
    assert "no line of 1 is without errors; nothing was written" in capsys.readouterr().err
    assert not (project.root / "clean.jsonl").exists()
    assert not (project.root / "clean.jsonl.dropped.json").exists()
    assert left_over(project) == []


@pytest.mark.parametrize(
    ("source", "output", "report", "expected"),
    [
        ("data.jsonl", "data.jsonl", "r.json", "are three files"),
        ("data.jsonl", "clean.jsonl", "data.jsonl", "are three files"),
        ("nothing.jsonl", "clean.jsonl", "r.json", "there is no such file"),
        ("data.jsonl", "taken", "r.json", "taken: this is a folder"),
        ("data.jsonl", "clean.jsonl", "taken", "taken: this is a folder"),
    ],
)
def test_what_cannot_be_done(
    project: Project, capsys: pytest.CaptureFixture[str], source: str, output: str, report: str, expected: str
) -> None:
    data = project.data("data.jsonl", contact(1))
    before = data.read_bytes()
    (project.root / "taken").mkdir()
    paths = [str(project.root / name) for name in (source, output, report)]
    assert main(["clean", paths[0], paths[1], "--report", paths[2]]) == 2
    assert expected in capsys.readouterr().err
    assert data.read_bytes() == before
    assert sorted(path.name for path in project.root.iterdir()) == ["data.jsonl", "pyproject.toml", "taken"]


def test_old_output_stays_when_the_data_changes_meanwhile(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    data = project.data("data.jsonl", contact(1), broken_invoice(2))
    project.file("clean.jsonl", "old\n")
    project.file(
        "check_mine.py",
        "from edgejson import check\n\n@check(scope='file')\ndef changes_the_data(dataset):\n"
        f"    with open({str(data)!r}, 'ab') as stream:\n        stream.write(b'[]')\n",
    )
    assert cleaned(project) == 2
    assert "changed" in capsys.readouterr().err
    assert written(project) == b"old\n"
    assert left_over(project) == []


def test_help_names_the_exit_statuses(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["clean", "--help"])
    assert "exit status: 0" in capsys.readouterr().out


def test_lines_longer_than_a_piece_are_kept_whole(project: Project) -> None:
    one = edited(contact(1), prompt=contact(1)["prompt"] + " " * (3 << 20))
    data = project.data("data.jsonl", broken_invoice(1), one, made("invoice"))
    assert cleaned(project) == 0
    assert written(project) == b"".join(data.read_bytes().splitlines(keepends=True)[1:])


def test_mark_goes_and_the_record_behind_it_stays(project: Project) -> None:
    lines = jsonl(contact(1), contact(2))
    project.file("data.jsonl", b"\xef\xbb\xbf" + lines)
    assert cleaned(project) == 0
    assert written(project) == lines
    assert reasons(project) == []


@pytest.mark.parametrize("scope", ["record", "file"])
def test_no_record_is_dropped_for_a_rule_that_failed(
    project: Project, scope: str, capsys: pytest.CaptureFixture[str]
) -> None:
    project.file(
        "check_mine.py",
        f"from edgejson import check\n\n\n@check(scope={scope!r})\ndef breaks(subject):\n    return 1 / 0\n",
    )
    project.data("data.jsonl", contact(1), broken_invoice(2))
    assert cleaned(project) == 2
    assert not (project.root / "clean.jsonl").exists()
    assert "the rule itself failed with ZeroDivisionError" in capsys.readouterr().err
    assert left_over(project) == []


def test_rows_of_an_array_are_written_as_lines(project: Project) -> None:
    rows = [contact(1), broken_invoice(2), contact(3)]
    (project.root / "data.jsonl").write_text(json.dumps(rows, indent=2))
    assert cleaned(project) == 0
    assert [json.loads(line) for line in written(project).splitlines()] == [rows[0], rows[2]]
    assert reasons(project) == [(2, [TOTAL])]


def test_chat_stays_chat(project: Project) -> None:
    wrong = openai(2)
    wrong["messages"][2]["content"] = wrong["messages"][2]["content"][:-3]
    project.data("data.jsonl", openai(1), wrong, openai(3))
    assert cleaned(project) == 0
    assert written(project) == jsonl(openai(1), openai(3))
    assert reasons(project) == [(2, ["structure.label_is_complete"])]
