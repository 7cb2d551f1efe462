"""The command line of ``python -m edgejson.eval``."""

import argparse
import os
import sys
from collections.abc import Sequence

from edgejson.core.console import escape_unencodable_output, notify
from edgejson.errors import EdgejsonError, NotAdmitted
from edgejson.eval.commands import (
    ceiling,
    compare,
    leaderboard,
    page,
    rescore,
    run,
    sample,
    score,
    seeds,
    show,
)
from edgejson.optional_packages import not_installed

COMMANDS = {
    "run": run, "score": score, "rescore": rescore, "show": show, "compare": compare, "page": page,
    "leaderboard": leaderboard, "sample": sample, "seeds": seeds, "ceiling": ceiling,
}  # fmt: skip

_ABOUT = """\
Evaluate models on data that has passed the suite, and score stored predictions.

  python -m edgejson.eval --model base --data data/test_v3.jsonl --report base.json
  python -m edgejson.eval score --data data/test_v3.jsonl --predictions P.jsonl --report R.json
  python -m edgejson.eval rescore R.json --data data/test_v3.jsonl --check
  python -m edgejson.eval show base.json tuned.json
  python -m edgejson.eval compare base.json tuned.json
  python -m edgejson.eval seeds seed0.json seed1.json seed2.json
  python -m edgejson.eval ceiling --data data/test_v3.jsonl
  python -m edgejson.eval page base.json tuned.json --output report.html
  python -m edgejson.eval leaderboard base.json tuned.json --output LEADERBOARD.md

Without a subcommand it is 'run'; 'python -m edgejson.eval run --help' lists its options.
Exit codes: 0 done, 1 a check failed, 2 something cannot be used, 3 the gate refused the data,
130 interrupted.
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code; argparse itself exits on ``--help`` and misuse."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    parser = argparse.ArgumentParser(
        prog="python -m edgejson.eval",
        description=_ABOUT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    subparsers = parser.add_subparsers(title="subcommands", metavar="")
    for command in COMMANDS.values():
        command.add(subparsers)
    if not arguments:
        parser.print_help()
        return 2
    named = arguments[0] in COMMANDS or arguments[0] in ("-h", "--help")
    if not named and not arguments[0].startswith("-"):
        parser.error(f"there is no subcommand {arguments[0]!r}; expected one of {', '.join(COMMANDS)}")
    args = parser.parse_args(arguments if named else ["run", *arguments])
    escape_unencodable_output()
    try:
        code: int = args.run(args, arguments)
    except NotAdmitted as error:
        notify(f"error: {error}")
        return 3
    except EdgejsonError as error:
        notify(f"error: {error}")
        return 2
    except ModuleNotFoundError as error:
        notify(f"error: {not_installed(error, extra='train')}")
        return 2
    except BrokenPipeError:
        # The reader of stdout has gone (show R.json | head): nothing more may be written, at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except OSError as error:
        notify(f"error: {error.filename}: {error.strerror}" if error.filename else f"error: {error}")
        return 2
    except KeyboardInterrupt:
        notify("interrupted; the same command goes on where this one stopped")
        return 130
    return code
