"""Whatever a prompt and a label are, they are judged: nothing raises, and no leaf is accused twice."""

from collections import Counter
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from edgejson.core.pointers import leaves
from edgejson.grounding import judge, shape_of
from edgejson.suite.schema_registry import registry
from tests.edgejson.grounding.judging import SETTINGS, read
from tests.edgejson.grounding.prompts import good_prompts

SCHEMAS = registry().schema_ids
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**9), 10**9),
    st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**6), max_value=10**6),
    st.text(max_size=12),
    st.sampled_from(["2025-03-04", "2025-02-30T99:00:00Z", "Ada", "high", "a b  c", "", "\n", "ß İ ﬁ", "(+"]),
)
WORDS = st.sampled_from(
    [
        "Items:", "- ", "1. ", "\n", "  ", "|", "| a | b |\n", "Price: 3", "name =", "# X\n", "12", "4/5",
        "June 4", "UTC", "and", ",", '"', "(", "Status: open\n", "```", "...", "\t", "½", "é", "2025-03-04",
        "Tags: a, b",
    ]
)  # fmt: skip


def labels(schema_id: str) -> st.SearchStrategy[dict[str, Any]]:
    names = st.sampled_from([*registry().schema(schema_id)["properties"], "other", "", "0"])
    values = st.recursive(
        SCALARS,
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(names | st.text(max_size=3), inner, max_size=3)
        ),
        max_leaves=8,
    )
    return st.dictionaries(names, values, max_size=5)


@given(
    data=st.data(),
    schema_id=st.sampled_from(SCHEMAS),
    prompt=st.lists(WORDS | st.text(max_size=9)).map("".join),
)
@settings(max_examples=300, deadline=None)
def test_any_label_of_any_prompt_is_judged(data: st.DataObject, schema_id: str, prompt: str) -> None:
    label = data.draw(labels(schema_id))
    found = judge(prompt, label, shape_of(schema_id, SETTINGS))
    scalars = {
        pointer for pointer, value in leaves(label, "/expected_output") if not isinstance(value, dict | list)
    }
    accused = Counter(flaw.pointer for flaw in found if flaw.pointer in scalars)
    assert all(count == 1 for count in accused.values())


@given(data=st.data(), good=st.sampled_from(good_prompts()))
@settings(max_examples=100, deadline=None)
def test_any_label_of_a_real_prompt_is_judged(data: st.DataObject, good: tuple[str, str, str, str]) -> None:
    _, schema_id, prompt, _ = good
    judge(prompt, data.draw(labels(schema_id)), shape_of(schema_id, SETTINGS))


def test_numbers_are_compared_exactly() -> None:
    prompt = "Product\n\nProduct Name: Lamp\nPrice: 0.1\nQuantity: 1"
    label = read('{"product_name":"Lamp","price":0.1000000000000000055511151231257827,"quantity":1}')
    found = judge(prompt, label, shape_of("product_info", SETTINGS))
    assert [flaw.truth for flaw in found] == ["number"]
