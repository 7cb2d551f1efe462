"""Nearly the same prompt has the same right answer, in one file and across splits."""

from collections.abc import Iterator

from edgejson.core.finding import Mismatch
from edgejson.core.json_text import compact
from edgejson.dataset.duplicates import Duplicates
from edgejson.dataset.near_pairs import NearPairs
from edgejson.suite.checks import check
from edgejson.suite.dataset import Dataset

_SHOWN = 3


@check(kind="contradiction", scope="file")
def like_prompts_have_like_labels(dataset: Dataset) -> Iterator[Mismatch]:
    """No label differs from that of an earlier record in what their nearly equal prompts do not explain."""
    return _contradictions(dataset.duplicates, dataset.near_pairs)


@check(kind="contradiction", scope="split")
def like_prompts_of_other_splits_have_like_labels(dataset: Dataset) -> Iterator[Mismatch]:
    """No label differs from one of another split in what their nearly equal prompts do not explain."""
    return _contradictions(dataset.leaks, dataset.near_leaks)


def _contradictions(duplicates: Duplicates, pairs: NearPairs) -> Iterator[Mismatch]:
    """Yield a mismatch at the first differing leaf of each pair; it names the partner and all that differs."""
    for rank, (original, leaves) in sorted(pairs.contradicting.items()):
        where = duplicates.location(original)
        differing = ", ".join(f"{leaf.pointer} {compact(leaf.one)}" for leaf in leaves[:_SHOWN])
        expected = ", ".join(f"{leaf.pointer} {compact(leaf.other)}" for leaf in leaves[:_SHOWN])
        more = f" and {len(leaves) - _SHOWN} more" if len(leaves) > _SHOWN else ""
        line, nth = duplicates.line_of(rank)
        yield Mismatch(
            pointer=f"/expected_output{leaves[0].pointer}",
            expected=f"the label of {where}, whose prompt is nearly the same: {expected}{more}",
            actual=f"{differing}{more}",
            line=line,
            nth=nth,
        )
