"""``python -m edgejson`` and the script ``edgejson``: a dispatcher that imports only what is asked for."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

import edgejson
from edgejson.core.console import escape_unencodable_output
from edgejson.optional_packages import not_installed

_COMMANDS = {
    "init": ("edgejson.commands.init", "draft settings, schemas and rules from a data file"),
    "validate": ("edgejson.commands.validate", "run the suite over data files"),
    "clean": ("edgejson.commands.clean", "copy a data file without the records that have errors"),
    "mutate": ("edgejson.generators.mutate", "break good records on purpose, to test the suite"),
    "extract": ("edgejson.commands.extract", "turn a text into JSON with a trained model"),
}


def _usage() -> str:
    commands = "\n".join(f"  {name:<10} {what}" for name, (_, what) in _COMMANDS.items())
    return (
        "usage: edgejson COMMAND ...\n\n"
        f"commands:\n{commands}\n\n"
        "beside these: pytest --edgejson FILE, python -m edgejson.generators, python -m edgejson.train,\n"
        "python -m edgejson.eval; each has --help"
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; return its exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    match arguments:
        case ["--version"]:
            print(f"edgejson {edgejson.__version__}")
            return 0
        case ["-h" | "--help" | "help"]:
            print(_usage())
            return 0
        case [command, *rest] if command in _COMMANDS:
            return _run(command, rest)
        case [command, *_]:
            print(f"edgejson: there is no command {command!r}\n\n{_usage()}", file=sys.stderr)
        case _:
            print(_usage(), file=sys.stderr)
    return 2


def _run(command: str, arguments: list[str]) -> int:
    escape_unencodable_output()
    try:
        status: int = import_module(_COMMANDS[command][0]).main(arguments)
        sys.stdout.flush()
    except ModuleNotFoundError as error:
        # Only 'extract' needs more than a plain install.
        print(f"edgejson: {not_installed(error, extra='train')}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("edgejson: interrupted", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # The reader of a pipe has had enough; nothing more is written, also not at the interpreter's exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status


if __name__ == "__main__":
    sys.exit(main())
