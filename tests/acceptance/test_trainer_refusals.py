"""``python -m edgejson.train`` refuses with exit code 3 and the reason, before anything heavy is imported."""

import json
import shutil
from pathlib import Path

from edgejson.gate.attestation import attestation_path
from tests.acceptance.conftest import Command
from tests.conftest import Project, broken_invoice, contact, invoice

# Runs the trainer's main on each file; training itself is a stand-in that says what it was given.
PROGRAM = """
import contextlib, io, json, sys, types
from pathlib import Path

import edgejson.train.__main__ as command

loop = types.ModuleType("edgejson.train.loop")
loop.train = lambda admitted, *arguments, **options: print("taken:", admitted.path.name)
sys.modules["edgejson.train.loop"] = loop
from edgejson import admit_or_validate

answers = {}
for name in sys.argv[1:]:
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = command.main(["--data", name, "--output", name + ".out"])
    answers[Path(name).parent.name] = [code, said.getvalue(), "torch" in sys.modules]
print(json.dumps(answers))
"""
ATTEST = "import sys, edgejson\nfor name in sys.argv[1:]: edgejson.admit_or_validate(name)"
RULE = "from edgejson import check\n\n@check\ndef rule(record):\n    assert True\n"


def test_each_reason_is_named_with_what_mends_it(python: Command, tmp_path: Path) -> None:
    cases = ("clean", "edited data", "another file's attestation", "another suite", "failed", "fresh")
    projects = {case: Project(tmp_path / case) for case in cases}
    files: dict[str, Path] = {}
    for number, (case, project) in enumerate(projects.items(), 1):
        project.settings()
        files[case] = project.data("train.jsonl", contact(number), invoice(number))
    projects["another suite"].file("check_mine.py", RULE)
    other = projects["another file's attestation"].data("other.jsonl", contact(9))
    attested = [path for case, path in files.items() if case not in ("fresh", "failed")]
    assert python("-c", ATTEST, *attested, other).returncode == 0

    content = files["edited data"].read_bytes()
    files["edited data"].write_bytes(content.replace(b"+44 20", b"+44 21"))
    shutil.copy(attestation_path(other), attestation_path(files["another file's attestation"]))
    projects["another suite"].file("check_mine.py", RULE + "# edited\n")
    projects["failed"].data("train.jsonl", contact(7), broken_invoice(8))

    done = python("-c", PROGRAM, *files.values())
    assert done.returncode == 0, done.stderr
    answers = json.loads(done.stdout)
    for case in ("clean", "fresh"):
        code, said, _ = answers[case]
        assert (code, said) == (0, "taken: train.jsonl\n")
    for case in ("edited data", "another file's attestation", "another suite", "failed"):
        code, said, with_torch = answers[case]
        assert code == 3
        assert not with_torch
        assert len(said.splitlines()) == 1
        assert f"is not admitted ({case})" in said
        assert "pytest --edgejson" in said
        assert not (files[case].parent / "train.jsonl.out").exists()
