"""``python -m edgejson extract``: a text in, the JSON of a trained model out, and nothing else on stdout."""

import argparse
import json
import sys
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from edgejson.core.console import notify
from edgejson.core.json_text import compact
from edgejson.errors import EdgejsonError

_EXAMPLES = """\
examples:
  python -m edgejson extract "Name: Ada Byron, phone +44 20 7946 0001" --model runs/quick
  python -m edgejson extract --model runs/quick < letter.txt | jq .name
"""


def main(argv: Sequence[str]) -> int:
    """Run the command line; return 0, 1 when the model's answer is not JSON, 2 for a mistake."""
    parser = argparse.ArgumentParser(
        prog="python -m edgejson extract",
        description="Turn a text into JSON with a trained model. Standard output gets the JSON only.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("text", nargs="?", help="the text (default: standard input, all of it)")
    parser.add_argument("--model", metavar="DIR", required=True, help="an adapter's folder, or a base model")
    parser.add_argument(
        "--max-new-tokens",
        metavar="N",
        type=int,
        default=2048,
        help="longest answer, in tokens (default: 2048)",
    )
    arguments = parser.parse_args(argv)
    if arguments.max_new_tokens < 1:
        parser.error(f"--max-new-tokens is {arguments.max_new_tokens}, expected at least 1")
    if arguments.text is None and sys.stdin.isatty():
        parser.error("there is no text: give it as an argument, or on standard input")
    text = sys.stdin.read() if arguments.text is None else arguments.text
    # Only now, with the command line read: the weights, and torch.
    from edgejson.models.base_model import load_model

    try:
        model = load_model(arguments.model)
    except EdgejsonError as error:
        notify(f"edgejson extract: {error}")
        return 2
    from edgejson.models.generation import generate_answer

    answer = generate_answer(model, text, max_new_tokens=arguments.max_new_tokens)
    try:
        value = json.loads(answer.text, parse_float=Decimal, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        unfinished = f"not finished after {arguments.max_new_tokens} tokens; see --max-new-tokens"
        why = unfinished if answer.stop == "length" else str(error)
        notify(f"edgejson extract: the model's answer is not JSON ({why}): {answer.text[:200]!r}")
        return 1
    sys.stdout.write(compact(value) + "\n")
    return 0


def _refuse(name: str) -> Any:
    raise ValueError(f"{name} is not JSON")
