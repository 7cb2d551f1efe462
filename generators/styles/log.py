"""Log lines: ``key=value`` pairs as a service would write them, one object a line."""

import json
import re
from collections.abc import Iterator

from edgejson.core.json_text import compact
from edgejson.generators.statements import Group, Leaf, Series, Statement, flattened
from edgejson.generators.styles.brief import Brief

_BARE = re.compile(r"[^\s\"'=\[\],;]+")


def render(brief: Brief) -> str:
    """Return the prompt: values stand as the label has them, under the fields' own names."""
    slug = brief.subject.lower().replace(" ", "-")
    prefix = brief.draws.choice(("", "{slug}: ", "[{slug}] ", "{slug} | ", "> ")).format(slug=slug)
    lines = (prefix + line for line in _lines("", brief.parts))
    return "\n".join([brief.before, "", *lines, "", brief.after])


def _lines(where: str, parts: tuple[Statement, ...]) -> Iterator[str]:
    pairs, lists = [], []
    for above, part in flattened(parts):
        name = ".".join(one.key for one in (*above, part))
        if isinstance(part, Series) and not part.scalar:
            lists.append((name, part))
        else:
            pairs.append(f"{name}={_value(part)}")
    for start in range(0, len(pairs), 8):
        yield " ".join(([where] if where else []) + pairs[start : start + 8])
    for name, series in lists:
        place = f"{where}.{name}" if where else name
        for number, item in enumerate(series.items):
            inner = item.parts if isinstance(item, Group) else (item,)
            yield from _lines(f"{place}[{number}]", inner)


def _value(part: Statement) -> str:
    if not isinstance(part, Leaf):
        inner = part.parts if isinstance(part, Group) else part.items
        return "[" + ", ".join(map(_value, inner)) + "]"
    if isinstance(part.value, str):
        bare = _BARE.fullmatch(part.value) is not None
        return part.value if bare else json.dumps(part.value, ensure_ascii=False)
    return compact(part.value)
