"""Operators on the composition of files and splits: what is missing, rare, or always the same."""

from collections.abc import Callable, Sequence

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.mutations.leakage import edit_every_record
from edgejson.generators.mutations.operator import Mutant, Operator, TargetRecord, encode_line
from edgejson.generators.record import assemble
from edgejson.generators.wording.phrase_book import phrase_book
from edgejson.generators.wording.template import Template
from edgejson.generators.worlds import WORLDS

_FEW = 9
_SHARES = "balance.shares_in_train_and_test_are_alike"


def _without(target: TargetRecord, rows: Sequence[int], what: str, *, own_record: bool) -> Mutant:
    """Return the mutant in which the others at `rows`, and the target if so said, are dropped."""
    lines = () if own_record else (encode_line(target.record),)
    return Mutant(lines=lines, description=what, other_lines=dict.fromkeys(rows, ()))


def _like(target: TargetRecord, name: str) -> list[int]:
    """Return the indexes of the others that have the target's value under `name`."""
    value = target.record[name]
    return [index for index, other in enumerate(target.others) if other[name] == value]


def _schema_dropped(target: TargetRecord) -> Mutant | None:
    if not target.peers:
        return None
    return _without(target, _like(target, "schema_id"), f"no {target.schema_id} left", own_record=True)


def _schema_thinned(target: TargetRecord) -> Mutant | None:
    rows = _like(target, "schema_id")
    if target.split != "test" or len(rows) < _FEW:
        return None
    return _without(target, rows[_FEW - 1 :], f"{_FEW} of {target.schema_id} left", own_record=False)


def _share_shrunk(target: TargetRecord) -> Mutant | None:
    """Leave a third of the share that train has of the target's schema, and at least one record."""
    rows, train = _like(target, "schema_id"), target.peers.get("train", ())
    if target.split != "test" or not train:
        return None
    share = sum(record["schema_id"] == target.schema_id for record in train) / len(train)
    left = max(1, int(share * len(target.others) / 3))
    return _without(target, rows[left - 1 :], f"{left} of {target.schema_id} left", own_record=False)


def _complexity_thinned(target: TargetRecord) -> Mutant | None:
    """Leave of the target's complexity what makes up three per cent of the file."""
    rows = _like(target, "complexity")
    left = max(1, (len(target.others) - len(rows)) * 3 // 100)
    if len(target.others) - len(rows) < 200 or len(rows) < 4 * left:
        return None
    return _without(
        target, rows[left - 1 :], f"{left} of complexity {target.record['complexity']}", own_record=False
    )


def _relabelled_source(source: str, per_cent: int) -> Callable[[TargetRecord], Mutant | None]:
    def apply(target: TargetRecord) -> Mutant | None:
        if any(other["source"] == source for other in target.others):
            return None
        sequence = iter(range(len(target.others) + 1))

        def edit(record: JSONObject) -> JSONObject | None:
            return {**record, "source": source} if next(sequence) % 100 < per_cent else None

        return edit_every_record(target, edit, f"{per_cent} % have the source {source}")

    return apply


def _sources_of_test(target: TargetRecord) -> Mutant | None:
    return _relabelled_source("human", 60)(target) if target.split == "test" else None


def _one_template(target: TargetRecord) -> Mutant | None:
    def edit(record: JSONObject) -> JSONObject | None:
        schema_id, label = str(record["schema_id"]), record["expected_output"]
        if schema_id not in WORLDS or not isinstance(label, dict):
            return None
        template = Template(style="listing", group=phrase_book(schema_id).group, number=0)
        first = Draws(lambda _: 0)
        listed = assemble(schema_id, label, first, number="", meta={}, template=template)
        return {**record, "prompt": listed.prompt}

    return edit_every_record(target, edit, "every prompt is a listing under the same heading")


def _emptied(target: TargetRecord) -> Mutant:
    return _without(target, range(len(target.others)), "no line left", own_record=True)


def _whole(
    name: str, caught_by: str, apply: Callable[[TargetRecord], Mutant | None], *companions: str
) -> Operator:
    return Operator(
        name=name,
        breaks="file",
        caught_by=caught_by,
        apply=apply,
        companions=frozenset(companions),
        breaks_whole_file=True,
    )


COMPOSITION = (
    Operator(
        name="schema_missing_from_split",
        breaks="split",
        caught_by="balance.every_schema_is_in_every_split",
        apply=_schema_dropped,
    ),
    Operator(
        name="nine_test_records_of_a_schema",
        breaks="split",
        caught_by="balance.test_has_ten_records_of_each_schema",
        apply=_schema_thinned,
        # Nine may be less than half of train's share.
        companions=frozenset({_SHARES}),
    ),
    Operator(
        name="share_of_schema_shrunk",
        breaks="split",
        caught_by=_SHARES,
        apply=_share_shrunk,
        # In a test split of less than 750 records, a third of a 25th is less than ten.
        companions=frozenset({"balance.test_has_ten_records_of_each_schema"}),
    ),
    # What is left of a complexity's schemas in a test split is too little, and too small a share.
    _whole("complexity_thinned", "balance.complexities_are_balanced", _complexity_thinned, "balance.*"),
    _whole("source_of_three_per_cent", "balance.sources_are_balanced", _relabelled_source("human", 3)),
    _whole("sources_of_test_unlike", "balance.sources_in_train_and_test_are_alike", _sources_of_test),
    _whole("prompts_of_one_template", "balance.prompts_follow_many_templates", _one_template),
    # A split without records lacks every schema.
    _whole("file_emptied", "structure.file_has_lines", _emptied, "balance.every_schema_is_in_every_split"),
)
"""The operators of this module."""
