"""``python -m edgejson.train``: the gate first, then the heavy imports, then the run."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from textwrap import fill, indent

from edgejson.core.console import escape_unencodable_output, notify
from edgejson.errors import EdgejsonError, NotAdmitted
from edgejson.gate.admission import admit_or_validate
from edgejson.optional_packages import not_installed
from edgejson.train.errors import Interrupted
from edgejson.train.recipe import documented_keys
from edgejson.train.recipe_file import load_recipe, packaged_recipes

DEFAULT_RECIPE = "mlm-135m"
DEFAULT_DATA = Path("data/train_v3.jsonl")

_DESCRIPTION = """\
Train a LoRA adapter, or a whole model, that turns a text into JSON, on data that has passed the suite.

The data goes through the gate before anything else: where no attestation lies beside it the suite is run
now, and where the data or the rules have changed since its attestation the run is refused (exit code 3).
A run that was interrupted goes on when the same command is given again.
"""

_EXAMPLES = """\
examples:
  python -m edgejson.train                                       the default recipe on data/train_v3.jsonl
  python -m edgejson.train --config quick --output runs/quick    a few minutes on two cores
  python -m edgejson.train --validation data/validation_v3.jsonl   validate with a file of its own
  python -m edgejson.train --config my.yaml --data my.jsonl --output runs/mine
  python -m edgejson.train --set learning_rate=1e-3 --set lora.rank=32 --output runs/wide
  python -m edgejson.train --output runs/best --merged runs/best-merged           one model for other programs
  python -m edgejson.train --set method=full --set learning_rate=5e-5 --output runs/full
  torchrun --nproc_per_node 2 -m edgejson.train --output runs/two       on two devices
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; return 0, 2 for a mistake, 3 for data that is not admitted, 130 when stopped."""
    arguments = _parser().parse_args(argv)
    escape_unencodable_output()
    output = arguments.output or Path("runs") / Path(arguments.config).stem
    try:
        recipe = load_recipe(arguments.config, arguments.set)
        admitted, validation = (
            path
            and admit_or_validate(
                path,
                config=arguments.edgejson_config,
                require_attestation=arguments.require_attestation,
            )
            for path in (arguments.data, arguments.validation)
        )

        from edgejson.train.loop import train

        if arguments.merged:
            from edgejson.train.merged import check_merged_folder, write_merged

            check_merged_folder(arguments.merged, recipe)
        train(
            admitted,
            recipe,
            output,
            validation=validation,
            config=arguments.edgejson_config,
            resume=arguments.resume,
            tensorboard=arguments.tensorboard,
            notify=notify,
        )
        if arguments.merged:
            write_merged(output, arguments.merged, notify=notify)
    except NotAdmitted as error:
        notify(str(error))
        return 3
    except Interrupted as error:
        notify(str(error))
        return 130
    except KeyboardInterrupt:
        notify("edgejson.train: interrupted")
        return 130
    except EdgejsonError as error:
        notify(f"edgejson.train: {error}")
        return 2
    except ModuleNotFoundError as error:
        notify(f"edgejson.train: {not_installed(error, extra='train')}")
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    keys = "".join(
        f"  {name} ({'not set' if default is None else default})\n{indent(fill(text, 94), '      ')}\n"
        for name, default, text in documented_keys()
    )
    come_along = ", ".join(packaged_recipes())
    parser = argparse.ArgumentParser(
        prog="python -m edgejson.train",
        description=_DESCRIPTION,
        epilog=f"keys of a configuration file, with their defaults:\n{keys}\n{_EXAMPLES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--config",
        metavar="FILE",
        default=DEFAULT_RECIPE,
        help=f"a YAML file, or one that comes along: {come_along} (default: {DEFAULT_RECIPE})",
    )
    parser.add_argument(
        "--data",
        metavar="FILE",
        type=Path,
        default=DEFAULT_DATA,
        help=f"JSON Lines (default: {DEFAULT_DATA})",
    )
    parser.add_argument(
        "--validation",
        metavar="FILE",
        type=Path,
        help="records to validate with; the gate admits this file, too (default: validation_share of --data)",
    )
    parser.add_argument(
        "--output",
        metavar="DIR",
        type=Path,
        help="where the adapter goes (default: runs/<name of the configuration>)",
    )
    parser.add_argument(
        "--merged",
        metavar="DIR",
        type=Path,
        help="write the adapter merged into its base model too, as a model that needs neither peft nor the "
        "base model",
    )
    parser.add_argument(
        "--tensorboard",
        action="store_true",
        help="log every step, validation loss and score to DIR/tensorboard, for: tensorboard --logdir runs",
    )
    parser.add_argument(
        "--set",
        metavar="KEY=VALUE",
        action="append",
        default=[],
        help="change one key of the configuration; repeatable",
    )
    parser.add_argument(
        "--resume",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="insist on going on from a checkpoint, or start over, replacing what is in DIR "
        "(default: go on if there is a checkpoint of this very run, refuse to touch another's)",
    )
    parser.add_argument(
        "--edgejson-config",
        metavar="FILE",
        type=Path,
        help="the settings by which the data is judged (default: the pyproject.toml nearest to it)",
    )
    parser.add_argument(
        "--require-attestation",
        action="store_true",
        help="refuse data without an attestation instead of validating it",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
