"""Records to requests: what a model reads of each, and how many tokens it may answer."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from edgejson.core.json_text import compact
from edgejson.core.record import Record
from edgejson.eval.errors import EvaluationError
from edgejson.eval.few_shot import Prompting
from edgejson.eval.sample_file import SampleFile
from edgejson.models.limits import Limit, limit_by_prompt, token_limit, within_window
from edgejson.models.prompt_format import answer_tokens, prompt_tokens
from edgejson.scoring import historical

if TYPE_CHECKING:
    from edgejson.models.base_model import BaseModel
    from edgejson.models.engines import Request


def make_requests(
    records: Sequence[Record], loaded: "BaseModel", prompting: Prompting, limit: Limit
) -> tuple[list["Request"], list[str]]:
    """Return the requests that the model can answer, and what the report has to say of the others.

    `limit` is the token limit of every answer, or ``prompt``. Raises EvaluationError when no prompt fits into
    the model's context window.
    """
    from edgejson.models.engines import Request
    from edgejson.models.engines.model_properties import context_window

    requests = [
        Request(
            id=record.id,
            schema_id=record.schema_id,
            tokens=prompting.tokens(loaded.tokenizer, record.prompt, record.turns),
            # Examples in front of the prompt do not count.
            max_new_tokens=limit_by_prompt(
                len(prompt_tokens(loaded.tokenizer, record.prompt, turns=record.turns))
            )
            if limit == "prompt"
            else limit,
        )
        for record in records
    ]
    fitting, remarks = within_window(requests, context_window(loaded.model))
    if not fitting:
        raise EvaluationError(f"{loaded.name}: {remarks[0]}; evaluate a model with a larger context window")
    return fitting, remarks


def default_limit(
    protocol: str, loaded: "BaseModel", records: Sequence[Record], sample: SampleFile | None
) -> int:
    """Return the token limit: the protocol's, the sample's, or one that the longest label fits."""
    if protocol == "historical":
        return historical.MAX_NEW_TOKENS
    if sample and sample.tokenizer_sha256 == loaded.sha256:
        return sample.max_new_tokens
    return token_limit(max(len(answer_tokens(loaded.tokenizer, compact(record.label))) for record in records))
