"""Lists of tags: no tag is empty or repeated. Grounding checks their order."""

from collections.abc import Iterator

from edgejson.constraints.label_paths import texts
from edgejson.core.finding import Mismatch
from edgejson.core.record import Record
from edgejson.suite.checks import check

_SCHEMAS = ("tag_list",)


@check(kind="semantics", schemas=_SCHEMAS, needs=("tags",))
def tags_are_not_empty(record: Record) -> Iterator[Mismatch]:
    """No tag is empty or blank."""
    for tag in texts(record.label, "tags/*"):
        if not tag.value.strip():
            yield Mismatch(pointer=tag.pointer, expected="a tag", actual=tag.value)


@check(kind="plausibility", severity="warning", schemas=_SCHEMAS, needs=("tags",))
def tags_are_unique(record: Record) -> Iterator[Mismatch]:
    """No tag is listed twice."""
    seen: set[str] = set()
    for tag in texts(record.label, "tags/*"):
        if tag.value.strip() and tag.value in seen:
            yield Mismatch(pointer=tag.pointer, expected="each tag once", actual=tag.value)
        seen.add(tag.value)
