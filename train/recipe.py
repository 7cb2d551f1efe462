"""A recipe: everything about a training run but the data and where the result goes."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

Share = Annotated[float, Field(ge=0, lt=1)]
Count = Annotated[int, Field(ge=1)]


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class Lora(_Section):
    """The adapter: two thin matrices beside every linear layer (Hu et al. 2021, arXiv:2106.09685)."""

    rank: Count = Field(16, description="Width of the thin matrices.")
    alpha: Count = Field(32, description="The adapter's output is scaled by alpha / rank.")
    dropout: Share = Field(0.0, description="Share of the adapter's inputs zeroed in training.")
    rslora: bool = Field(
        False,
        description="Scale by alpha / sqrt(rank) instead, so that high ranks learn as fast as low ones "
        "(Kalajdzievski 2023, arXiv:2312.03732).",
    )
    dora: bool = Field(
        False,
        description="Learn the length of each weight vector apart from its direction "
        "(Liu et al. 2024, arXiv:2402.09353); slower.",
    )


class Scores(_Section):
    """Answers to validation records during training: what the loss does not tell."""

    records: Annotated[int, Field(ge=0)] = Field(
        32,
        description="Validation records, spread over the schemas, that the model answers now and then "
        "during training; JSONExact, Field F1 and Schema Compliance are shown. Always the same records, "
        "never of a test file. They cost a few minutes each time on a CPU. 0: none.",
    )
    every_steps: Count | None = Field(
        None,
        description="Steps between two scorings; not set: one after every epoch. "
        "One comes at the end anyway.",
    )
    watch: Literal["json_exact", "field_f1", "schema_compliance"] = Field(
        "json_exact", description="The score that says which scoring is better; equal ones: Field F1."
    )
    patience: Count | None = Field(
        None,
        description="Stop early after so many scorings in a row that were no better than those before; "
        "not set: never.",
    )
    keep: Literal["best", "last"] = Field(
        "best",
        description="Which weights are written at the end: those of the best scoring (the later one of "
        "equals), or the last ones.",
    )


class Recipe(_Section):
    """The keys of a configuration file, with their defaults; an unknown key is an error."""

    base_model: str | None = Field(
        None,
        description="A folder with safetensors, a .gguf file, or a hub id; "
        "left out: the real SmolLM2-135M-Instruct, fetched once and checked.",
    )
    epochs: Count = Field(3, description="How often every record is seen.")
    max_steps: Count | None = Field(None, description="Stop after so many steps, if that is sooner.")
    records_per_step: Count = Field(
        32, description="Records behind one optimiser step, drawn at random from the whole file."
    )
    tokens_per_pass: Count = Field(
        2048,
        description="Tokens, padding included, in one forward pass: bounds memory, and changes results "
        "by rounding only. A step runs as many passes as its records need; a longer record gets its own. "
        "Less where this does not fit into memory.",
    )
    gradient_checkpointing: bool = Field(
        False,
        description="Compute every layer a second time in the backward pass instead of keeping what it "
        "held: much less memory, about a third more time, equal results. Switched on by itself where a "
        "record does not fit into memory otherwise.",
    )
    max_tokens: Annotated[int, Field(ge=16)] = Field(
        4096, description="Longest record, prompt and answer together, in tokens."
    )
    too_long: Literal["cut", "leave_out"] = Field(
        "cut",
        description="What happens to longer records: 'cut' trains on their beginning (and not on an end "
        "of sequence), 'leave_out' does not train on them. Either way they are counted and shown.",
    )
    prompt_weight: float = Field(
        0.0, ge=0, le=1, description="Weight of a prompt token in the loss; an answer token weighs 1."
    )
    learning_rate: float = Field(
        2e-4, gt=0, lt=1, description="The highest learning rate of the schedule (AdamW)."
    )
    schedule: Literal["cosine", "linear", "constant"] = Field(
        "cosine",
        description="How the learning rate falls to zero after the warm-up ('constant': not at all).",
    )
    warmup_share: Share = Field(
        0.05, description="Share of the steps in which the learning rate rises from zero."
    )
    weight_decay: float = Field(0.0, ge=0, description="AdamW's decoupled weight decay.")
    max_gradient_norm: float = Field(1.0, gt=0, description="Gradients are scaled down to this norm.")
    method: Literal["lora", "full"] = Field(
        "lora",
        description="'lora' trains an adapter beside the weights, 'full' the weights themselves, for which "
        "about a tenth of the learning rate is right, and four times the model's size in memory.",
    )
    lora: Lora = Field(default_factory=Lora, description="The adapter.")
    validation_share: Share = Field(
        0.05,
        description="Share of the records, chosen by a hash of their ids, that are not trained on; "
        "their loss is reported after every epoch. 0: none.",
    )
    scores: Scores = Field(default_factory=Scores, description="Scores during training.")
    checkpoint_minutes: float = Field(
        5.0,
        ge=0,
        description="Minutes between checkpoints (0: after every step); "
        "an interrupted run goes on from the last.",
    )
    precision: Literal["auto", "fp32", "bf16"] = Field(
        "auto", description="'auto': bf16 where this processor or GPU computes it faster, which is tried out."
    )
    seed: Annotated[int, Field(ge=0, lt=2**32)] = Field(0, description="Start of every random choice.")

    @field_validator("lora")
    @classmethod
    def _lora_needs_an_adapter(cls, lora: Lora, info: ValidationInfo) -> Lora:
        if info.data.get("method") == "full" and lora != Lora():
            changed = [f"lora.{name}" for name, value in Lora() if getattr(lora, name) != value]
            raise ValueError(f"method 'full' has no adapter; leave {', '.join(changed)} out")
        return lora


def documented_keys(section: type[BaseModel] = Recipe, prefix: str = "") -> Iterator[tuple[str, Any, str]]:
    """Yield (dotted key, default, description) for every key of a recipe, in order."""
    for name, field in section.model_fields.items():
        kind = field.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from documented_keys(kind, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", field.default, field.description or ""
