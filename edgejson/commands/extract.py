"""``python -m edgejson extract``: a text in, the JSON of a trained model out, and nothing else on stdout."""

import argparse
import json
import sys
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from edgejson.core.json_text import compact
from edgejson.errors import EdgejsonError
from edgejson.models.base_model import BaseModel, load_model
from edgejson.models.prompt_format import end_token, prompt_tokens

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
    try:
        model = load_model(arguments.model)
    except EdgejsonError as error:
        sys.stderr.write(f"edgejson extract: {error}\n")
        return 2
    answer, ended = write_answer(model, text, max_new_tokens=arguments.max_new_tokens)
    try:
        value = json.loads(answer, parse_float=Decimal, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        why = (
            str(error)
            if ended
            else f"not finished after {arguments.max_new_tokens} tokens; see --max-new-tokens"
        )
        sys.stderr.write(f"edgejson extract: the model's answer is not JSON ({why}): {answer[:200]!r}\n")
        return 1
    sys.stdout.write(compact(value) + "\n")
    return 0


def write_answer(model: BaseModel, prompt: str, *, max_new_tokens: int) -> tuple[str, bool]:
    """Return the model's most likely answer to `prompt`, and whether it ended it within `max_new_tokens`."""
    import torch

    end = end_token(model.tokenizer)
    prompt_ids = torch.tensor([prompt_tokens(model.tokenizer, prompt)])
    with torch.inference_mode():
        ids = model.model.generate(
            input_ids=prompt_ids,
            attention_mask=torch.ones_like(prompt_ids),
            max_new_tokens=max_new_tokens,
            do_sample=False,
            eos_token_id=end,
            pad_token_id=end,
        )
    answer: list[int] = ids[0, prompt_ids.shape[1] :].tolist()
    ended = end in answer
    if ended:
        answer = answer[: answer.index(end)]
    return model.tokenizer.decode(answer, skip_special_tokens=False), ended


def _refuse(name: str) -> Any:
    raise ValueError(f"{name} is not JSON")
