"""Operators on the composition of files and splits: what is missing, rare, or always the same."""

from collections.abc import Callable, Sequence

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.mutations.leaks import everywhere
from edgejson.generators.mutations.operator import Mutant, Operator, Victim, encoded
from edgejson.generators.record import assemble
from edgejson.generators.template import Template
from edgejson.generators.wording.phrase_book import phrase_book
from edgejson.generators.worlds import WORLDS

_FEW = 9
_SHARES = "balance.shares_in_train_and_test_are_alike"


def _without(victim: Victim, rows: Sequence[int], what: str, *, itself: bool) -> Mutant:
    """Return the mutant in which the others at `rows`, and the victim if so said, are dropped."""
    lines = () if itself else (encoded(victim.record),)
    return Mutant(lines=lines, what=what, elsewhere=dict.fromkeys(rows, ()))


def _like(victim: Victim, name: str) -> list[int]:
    """Return the indexes of the others that have the victim's value under `name`."""
    value = victim.record[name]
    return [index for index, other in enumerate(victim.others) if other[name] == value]


def _schema_dropped(victim: Victim) -> Mutant | None:
    if not victim.peers:
        return None
    return _without(victim, _like(victim, "schema_id"), f"no {victim.schema_id} left", itself=True)


def _schema_thinned(victim: Victim) -> Mutant | None:
    rows = _like(victim, "schema_id")
    if victim.split != "test" or len(rows) < _FEW:
        return None
    return _without(victim, rows[_FEW - 1 :], f"{_FEW} of {victim.schema_id} left", itself=False)


def _share_shrunk(victim: Victim) -> Mutant | None:
    """Leave a third of the share that train has of the victim's schema, and at least one record."""
    rows, train = _like(victim, "schema_id"), victim.peers.get("train", ())
    if victim.split != "test" or not train:
        return None
    share = sum(record["schema_id"] == victim.schema_id for record in train) / len(train)
    left = max(1, int(share * len(victim.others) / 3))
    return _without(victim, rows[left - 1 :], f"{left} of {victim.schema_id} left", itself=False)


def _complexity_thinned(victim: Victim) -> Mutant | None:
    """Leave of the victim's complexity what makes up three per cent of the file."""
    rows = _like(victim, "complexity")
    left = max(1, (len(victim.others) - len(rows)) * 3 // 100)
    if len(victim.others) - len(rows) < 200 or len(rows) < 4 * left:
        return None
    return _without(
        victim, rows[left - 1 :], f"{left} of complexity {victim.record['complexity']}", itself=False
    )


def _relabelled_source(source: str, per_cent: int) -> Callable[[Victim], Mutant | None]:
    def apply(victim: Victim) -> Mutant | None:
        if any(other["source"] == source for other in victim.others):
            return None
        sequence = iter(range(len(victim.others) + 1))

        def edit(record: JSONObject) -> JSONObject | None:
            return {**record, "source": source} if next(sequence) % 100 < per_cent else None

        return everywhere(victim, edit, f"{per_cent} % have the source {source}")

    return apply


def _sources_of_test(victim: Victim) -> Mutant | None:
    return _relabelled_source("human", 60)(victim) if victim.split == "test" else None


def _one_template(victim: Victim) -> Mutant | None:
    def edit(record: JSONObject) -> JSONObject | None:
        schema_id, label = str(record["schema_id"]), record["expected_output"]
        if schema_id not in WORLDS or not isinstance(label, dict):
            return None
        template = Template(style="listing", group=phrase_book(schema_id).group, number=0)
        first = Draws(lambda _: 0)
        listed = assemble(schema_id, label, first, number="", meta={}, template=template)
        return {**record, "prompt": listed.prompt}

    return everywhere(victim, edit, "every prompt is a listing under the same heading")


def _emptied(victim: Victim) -> Mutant:
    return _without(victim, range(len(victim.others)), "no line left", itself=True)


def _whole(name: str, caught_by: str, apply: Callable[[Victim], Mutant | None], *companions: str) -> Operator:
    return Operator(
        name=name,
        breaks="file",
        caught_by=caught_by,
        apply=apply,
        companions=frozenset(companions),
        whole=True,
    )


SHARES = (
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
