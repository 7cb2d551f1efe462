"""`edgejson validate`: the suite over data files without pytest."""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from edgejson.commands.file_validation import leave_statement, validate_file
from edgejson.core.files import real_path
from edgejson.core.record_format import FORMATS
from edgejson.core.worker_pool import WorkerPool
from edgejson.errors import EdgejsonError, WorkerDied
from edgejson.formats.container import IN_FOLDERS
from edgejson.formats.dataset_folder import is_dataset_folder
from edgejson.gate.attestation import attestation_path
from edgejson.reports.summary import FileSummary
from edgejson.reports.terminal_text import rule_text
from edgejson.reports.writing import check_report_paths, write_reports

_NO_DATA = ("node_modules", "__pycache__")
_EXAMPLES = """examples:
  edgejson validate data/train.jsonl data/test.jsonl
  edgejson validate data/ --jobs auto --findings findings.jsonl

exit status: 0 all files passed, 1 a file failed, 2 something could not be run (the other files were)
"""


def data_files(paths: Sequence[Path]) -> list[Path]:
    """Return `paths` with each folder replaced by the data below it; EdgejsonError for none.

    Hidden folders, caches and environments below a folder are left out.
    """
    files: list[Path] = []
    for path in paths:
        found = sorted(_below(path)) if path.is_dir() else [path]
        if not found:
            kinds = ", ".join(IN_FOLDERS)
            raise EdgejsonError(f"{path}: there is no data in this folder ({kinds}); name a data file")
        files += found
    return files


def _below(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        if is_dataset_folder(Path(place)):
            yield Path(place)
            folders[:] = []
            continue
        folders[:] = [
            name
            for name in folders
            if not (name.startswith(".") or name in _NO_DATA or _is_environment(place, name))
        ]
        yield from (Path(place, name) for name in names if name.endswith(IN_FOLDERS))


def _is_environment(place: str, name: str) -> bool:
    return Path(place, name, "pyvenv.cfg").is_file()


def report(summary: FileSummary, *, show: int) -> Iterator[str]:
    """Yield the lines on one file: each rule that found something, then the verdict."""
    sentences = {rule.id: rule.sentence for rule in summary.rules}
    for rule_id, group in groupby(summary.findings, key=lambda finding: finding.rule):
        findings = list(group)
        yield f"{findings[0].severity.upper()} {rule_id} ({len(findings):,})"
        text = rule_text(
            sentences[rule_id], findings, show=show, complete_list="--findings FILE writes them all"
        )
        yield from (f"  {line}" for line in text.splitlines())
    yield summary.line
    yield from (f"    {departure}" for departure in summary.notes)


def parser() -> argparse.ArgumentParser:
    """Return the parser of ``edgejson validate``."""
    result = argparse.ArgumentParser(
        prog="edgejson validate",
        description="Run the suite over data files and leave an attestation beside each.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    result.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="data files, or folders of them")
    result.add_argument(
        "--findings", type=Path, metavar="FILE", help="write every finding there, as JSON Lines"
    )
    result.add_argument("--sarif", type=Path, metavar="FILE", help="write a SARIF 2.1.0 report there")
    result.add_argument("--html", type=Path, metavar="FILE", help="write a self-contained HTML page there")
    result.add_argument(
        "--config", type=Path, metavar="FILE", help="settings file (default: nearest pyproject.toml)"
    )
    result.add_argument(
        "--format", choices=FORMATS, help="how rows hold records (default: the settings', or recognised)"
    )
    result.add_argument(
        "--show", type=int, default=3, metavar="N", help="findings shown per rule (default: 3)"
    )
    result.add_argument(
        "--jobs", default="1", metavar="N|auto", help="processes that run the rules (default: 1)"
    )
    result.add_argument("--no-attest", action="store_true", help="leave no attestation beside the files")
    add_check_files_option(result)
    return result


def add_check_files_option(parser: argparse.ArgumentParser) -> None:
    """Add ``--no-check-files``."""
    parser.add_argument(
        "--no-check-files",
        dest="check_files",
        action="store_false",
        help="run no check_*.py file: for files of strangers (these are code)",
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    options = parser().parse_args(argv)
    try:
        return _validate(options)
    except EdgejsonError as error:
        problem = str(error)
    except BrokenPipeError:
        raise
    except OSError as error:
        problem = f"{error.filename}: {error.strerror}"
    _complain(problem)
    return 2


def _complain(problem: str) -> None:
    print(f"edgejson: {problem}", file=sys.stderr)


def _validate(options: argparse.Namespace) -> int:
    jobs = job_count(options.jobs)
    outputs = {"findings": options.findings, "sarif": options.sarif, "html": options.html}
    check_report_paths(**outputs)
    summaries: list[FileSummary] = []
    problems: dict[str, None] = {}
    with WorkerPool(1) as judge:
        for path in data_files(options.paths):
            if options.findings and real_path(path) == real_path(options.findings):
                continue
            try:
                work = judge.submit(
                    validate_file, path, options.config, options.format, None, jobs, options.check_files
                )
                summary = FileSummary.from_json(work.result())
                print("\n".join(report(summary, show=options.show)))
                summaries.append(summary)
                if not options.no_attest:
                    judge.submit(leave_statement, path).result()
                    print(f"  attestation: {attestation_path(path)}")
                if summary.advice:
                    print(f"  {summary.advice}")
            except WorkerDied as error:
                problems[f"{path}: {error}"] = None
            except EdgejsonError as error:
                problems[str(error)] = None
            except BrokenPipeError:
                raise
            except OSError as error:
                problems[f"{error.filename}: {error.strerror}"] = None
    for note in write_reports(summaries, **outputs):
        print(note)
    # After everything else, where they are seen: what is wrong with the settings is said once for all files.
    for problem in problems:
        _complain(problem)
    if problems:
        return 2
    return 1 if any(summary.result == "FAILED" for summary in summaries) else 0


def job_count(text: str) -> int:
    """Return the number of processes that ``--jobs`` asks for; EdgejsonError for what is no number."""
    if text == "auto":
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if not text.isdecimal() or int(text) < 1:
        raise EdgejsonError(f"jobs: expected a number of at least 1, or auto, but it is {text!r}")
    return int(text)
