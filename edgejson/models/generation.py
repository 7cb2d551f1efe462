"""A model's answer to one prompt."""

from edgejson.models.base_model import BaseModel
from edgejson.models.engines import Generation, Request
from edgejson.models.engines.padded import PaddedEngine
from edgejson.models.precision import Numerics
from edgejson.models.prompt_format import prompt_tokens


def generate_answer(loaded: BaseModel, prompt: str, *, max_new_tokens: int) -> Generation:
    """Return the most likely answer of a model as it was loaded: on the CPU, in single precision."""
    engine = PaddedEngine(
        model=loaded.model,
        tokenizer=loaded.tokenizer,
        numerics=Numerics(device="cpu", precision="fp32"),
        batch_rows=1,
    )
    request = Request(id="", schema_id="", tokens=tuple(prompt_tokens(loaded.tokenizer, prompt)))
    (answer,) = engine.generate([request], max_new_tokens=max_new_tokens, on_tokens=lambda _: None)
    return answer
