"""Which template words a prompt: a style, a group of schemas, and a frame of theirs.

Some templates are kept for the test split, so that an evaluation can tell copying a layout from reading.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from edgejson._typing import SplitName
from edgejson.generators.draws import Draws
from edgejson.generators.wording.framing import Frame, framing

SHARES: Mapping[SplitName, Mapping[str, int]] = {
    "train": {
        "listing": 20, "form": 8, "prose": 16, "email": 13, "chat": 11, "slip": 8, "log": 8, "table": 8,
        "mixed": 8,
    },
    "test": {
        "listing": 18, "form": 7, "prose": 14, "email": 12, "chat": 10, "slip": 7, "log": 7, "table": 7,
        "mixed": 7, "transcript": 11,
    },
}  # fmt: skip
"""Per cent of the prompts by style. Transcripts are for the test split alone: a style never trained on."""
UNSEEN_FRAMES = 3
"""So many frames of every style and group, the last ones, are for the test split alone,"""
UNSEEN_SHARE = 30
"""where they word so many per cent of the prompts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One template; ``str()`` is how ``meta.template`` names it, ``unseen`` that no train prompt has it."""

    style: str
    group: str
    number: int

    def __str__(self) -> str:
        return f"{self.style}/{self.group}/{self.number + 1:02}"

    @property
    def frame(self) -> Frame:
        """The words before and after the facts."""
        return framing(self.group).frames[self.style][self.number]

    @property
    def unseen(self) -> bool:
        """Whether the template is kept for the test split."""
        seen = _seen(self.group, self.style)
        return self.style not in SHARES["train"] or self.number >= seen


def draw_template(
    group: str, split: SplitName, draws: Draws, *, styles: tuple[str, ...] | None = None
) -> Template:
    """Return a template for a prompt of a split, of one of `styles`; validation draws as train does.

    Raises ValueError when none of `styles` is one of the split's.
    """
    shares = SHARES["test" if split == "test" else "train"]
    chosen = {name: share for name, share in shares.items() if styles is None or name in styles}
    if not chosen:
        raise ValueError(f"no {split} prompt has the style {' or '.join(styles or ())}")
    style = draws.choice([name for name, share in chosen.items() for _ in range(share)])
    seen, total = _seen(group, style), len(framing(group).frames[style])
    if style not in SHARES["train"]:
        number = draws.below(total)
    elif split == "test" and draws.chance(UNSEEN_SHARE):
        number = min(seen + draws.below(UNSEEN_FRAMES), total - 1)
    else:
        number = draws.below(seen)
    return Template(style=style, group=group, number=number)


def _seen(group: str, style: str) -> int:
    return max(1, len(framing(group).frames[style]) - UNSEEN_FRAMES)
