"""No rule of a schema raises, whatever stands in a label: bad data is a finding or silence."""

import json
from collections import defaultdict
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from edgejson.core.pointers import leaves, split
from edgejson.core.record import Record
from edgejson.suite.settings import Settings
from edgejson.suite.suite import built_in_rules
from tests.edgejson.rules.labels import LABELS

_RULES = defaultdict(list)
for _rule in built_in_rules():
    for _schema_id in _rule.schemas or ():
        if _rule.needs == ():
            _RULES[_schema_id].append(_rule)

_SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.decimals(allow_nan=False, allow_infinity=False)
    | st.sampled_from([Decimal("1E-999999"), Decimal("9E+300"), 10**400, 0])
    | st.text(max_size=8)
    | st.sampled_from(
        ["2024-02-30", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:60Z", "2024-01-01T00:00:00"]
    )
)
_VALUES = (
    _SCALARS | st.lists(_SCALARS, max_size=2) | st.dictionaries(st.text(max_size=3), _SCALARS, max_size=2)
)


@settings(deadline=None, max_examples=300)
@given(data=st.data(), schema_id=st.sampled_from(sorted(_RULES)))
def test_rules_that_cope_with_anything_never_raise(data: st.DataObject, schema_id: str) -> None:
    label: Any = json.loads(json.dumps(LABELS[schema_id]), parse_float=Decimal)
    pointers = [pointer for pointer, _ in leaves(label)]
    for pointer in data.draw(st.lists(st.sampled_from(pointers), min_size=1, max_size=4)):
        tokens = split(pointer)
        depth = data.draw(st.integers(1, len(tokens)))
        _replace(label, tokens[:depth], data.draw(_VALUES))
    record = Record(line=1, offset=0, id="r1", schema_id=schema_id, prompt="", label=label, envelope={})
    for rule in _RULES[schema_id]:
        arguments = (record, Settings()) if rule.takes_settings else (record,)
        list(rule.function(*arguments) or ())


def _replace(label: Any, tokens: tuple[str, ...], value: Any) -> None:
    """Put a value in place of another, where an earlier replacement has left one there."""
    for depth, token in enumerate(tokens):
        key: Any = int(token) if isinstance(label, list) and token.isdigit() else token
        there = (
            key in label
            if isinstance(label, dict)
            else isinstance(label, list) and isinstance(key, int) and key < len(label)
        )
        if not there:
            return
        if depth == len(tokens) - 1:
            label[key] = value
        else:
            label = label[key]
