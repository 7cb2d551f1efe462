"""References: an id or a name that points to something of the same label must find it there."""

from collections.abc import Collection, Iterable, Iterator

from edgejson.constraints.label_paths import LabelText
from edgejson.core.finding import Mismatch

_SHOWN = 5


def dangling(references: Iterable[LabelText], known: Collection[str], *, what: str) -> Iterator[Mismatch]:
    """Yield a mismatch for each different reference that is not `known`, at the first place that has it.

    However often it is repeated, a missing target is one cause. `what` names the targets, in the plural.
    """
    reported: dict[str, list[LabelText]] = {}
    for reference in references:
        if reference.value not in known:
            reported.setdefault(reference.value, []).append(reference)
    for value, places in reported.items():
        more = f" (also in {len(places) - 1} more places)" if len(places) > 1 else ""
        expected = f"one of the {what}: {_some(known)}{more}"
        yield Mismatch(pointer=places[0].pointer, expected=expected, actual=value)


def _some(known: Collection[str]) -> str:
    first = sorted(known)[:_SHOWN]
    return (
        ", ".join(first) + (f" and {len(known) - _SHOWN} more" if len(known) > _SHOWN else "")
        or "there are none"
    )
