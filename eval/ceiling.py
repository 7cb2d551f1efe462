"""What the published harness can at most give: gold answers, as a perfect model would write them.

Whatever a perfect answer loses here, the harness has taken, not the model.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from edgejson.core.json_text import compact
from edgejson.core.record import Record
from edgejson.eval.interval import wilson
from edgejson.models.prompt_format import answer_tokens
from edgejson.scoring.historical import MAX_NEW_TOKENS, score_historically

PREAMBLE = "Here is the JSON:\n"
"""What many an untrained model writes first: the harness then relies on its regular expression."""

ORDER = ("simple", "medium", "complex", "unknown")


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """A way of writing the gold answer."""

    name: str
    about: str
    text: Callable[[Record, Any], str]


def _whole(record: Record, _tokenizer: Any) -> str:
    return compact(record.label)


def _cut(record: Record, tokenizer: Any) -> str:
    return cut(tokenizer, compact(record.label))


def _spoken(record: Record, _tokenizer: Any) -> str:
    return PREAMBLE + compact(record.label)


def _spoken_and_cut(record: Record, tokenizer: Any) -> str:
    return cut(tokenizer, PREAMBLE + compact(record.label))


WRITINGS = (
    Writing(name="whole", about="the label, nothing else", text=_whole),
    Writing(name="cut", about=f"the label's first {MAX_NEW_TOKENS} tokens", text=_cut),
    Writing(name="spoken", about="a sentence, then the label", text=_spoken),
    Writing(
        name="spoken_and_cut", about=f"the same, its first {MAX_NEW_TOKENS} tokens", text=_spoken_and_cut
    ),
)


def cut(tokenizer: Any, text: str) -> str:
    """Return what is left of an answer under the published token limit; all of it where it fits.

    The end token counts as one of the answer's, but a whole answer without it is whole all the same.
    """
    tokens = answer_tokens(tokenizer, text)[:-1]
    return text if len(tokens) <= MAX_NEW_TOKENS else str(tokenizer.decode(tokens[:MAX_NEW_TOKENS]))


def ceiling(
    records: Sequence[Record], complexity: Callable[[Record], str], tokenizer: Any
) -> dict[str, dict[str, Any]]:
    """Return, by complexity and for ``all``, what gold answers score under the published harness.

    ``over_limit`` counts labels longer than its token limit; each writing (see `WRITINGS`) has ``hits`` (JSON
    exact), ``value``, ``interval`` (Wilson) and ``field_f1``.
    """
    groups: dict[str, list[Record]] = {}
    for record in records:
        groups.setdefault(complexity(record), []).append(record)
    ordered = {name: groups[name] for name in sorted(groups, key=_place)}
    return {name: _scored(group, tokenizer) for name, group in {**ordered, "all": list(records)}.items()}


def _place(name: str) -> tuple[int, str]:
    return (ORDER.index(name) if name in ORDER else len(ORDER)), name


def _scored(records: Sequence[Record], tokenizer: Any) -> dict[str, Any]:
    lengths = [len(answer_tokens(tokenizer, compact(record.label))) - 1 for record in records]
    row: dict[str, Any] = {
        "n": len(records),
        "over_limit": sum(length > MAX_NEW_TOKENS for length in lengths),
        "longest_label_tokens": max(lengths),
    }
    for writing in WRITINGS:
        found = [score_historically(each.label, writing.text(each, tokenizer)) for each in records]
        hits = sum(each.json_exact for each in found)
        row[writing.name] = {
            "hits": hits,
            "value": hits / len(records),
            "interval": list(wilson(hits, len(records))),
            "field_f1": sum(each.field_f1 for each in found) / len(records),
        }
    return row


def markdown(table: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the table as Markdown, JSONExact of each writing by complexity."""
    lines = [
        "| | n | labels over " + f"{MAX_NEW_TOKENS} tokens | " + " | ".join(w.about for w in WRITINGS) + " |",
        "|---|--:|--:|" + "--:|" * len(WRITINGS),
    ]
    for name, row in table.items():
        cells = [f"{row[w.name]['hits']} ({row[w.name]['value']:.0%})" for w in WRITINGS]
        lines.append(f"| {name} | {row['n']} | {row['over_limit']} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"
