"""Records become whole token sequences, or are counted as cut or left out."""

from dataclasses import replace
from typing import Any

import pytest

from edgejson.core.record import Record, Turn
from edgejson.models.prompt_format import answer_tokens, end_token, prompt_tokens
from edgejson.train.examples import is_for_validation, make_examples


def record(name: str, *, number: int = 1) -> Record:
    label: dict[str, Any] = {"name": name}
    return Record(
        line=number,
        offset=0,
        id=f"r-{number}",
        schema_id="toy",
        prompt=f"Name: {name}",
        label=label,
        envelope={},
    )


def examples_of(records: list[Record], tokenizer: Any, **options: Any) -> Any:
    settings = {"max_tokens": 500, "too_long": "cut", "validation_share": 0.0, **options}
    return make_examples(records, tokenizer, **settings)


def test_a_whole_example_is_prompt_answer_and_end(tiny_tokenizer: Any) -> None:
    (example,) = examples_of([record("Ada")], tiny_tokenizer).training
    prompt, answer = example.tokens[: example.n_prompt], example.tokens[example.n_prompt :]
    assert prompt == prompt_tokens(tiny_tokenizer, "Name: Ada")
    assert answer == answer_tokens(tiny_tokenizer, '{"name":"Ada"}')
    assert answer[-1] == end_token(tiny_tokenizer)
    assert not example.cut


def test_what_is_too_long_is_cut_without_an_end_and_counted(tiny_tokenizer: Any) -> None:
    whole = len(examples_of([record("Ada")], tiny_tokenizer).training[0].tokens)
    made = examples_of([record("Ada"), record("Bartholomew")], tiny_tokenizer, max_tokens=whole)
    assert [len(e.tokens) for e in made.training] == [whole, whole]
    assert [e.cut for e in made.training] == [False, True]
    assert made.training[1].tokens[-1] != end_token(tiny_tokenizer)
    assert (made.n_cut, made.n_left_out) == (1, 0)
    assert made.longest == whole + 2 * (len("Bartholomew") - len("Ada"))


def test_what_is_too_long_is_left_out_and_counted(tiny_tokenizer: Any) -> None:
    whole = len(examples_of([record("Ada")], tiny_tokenizer).training[0].tokens)
    made = examples_of(
        [record("Ada"), record("Bartholomew")], tiny_tokenizer, max_tokens=whole, too_long="leave_out"
    )
    assert len(made.training) == 1
    assert (made.n_cut, made.n_left_out) == (0, 1)


def test_a_prompt_that_fills_the_limit_leaves_nothing_to_learn(tiny_tokenizer: Any) -> None:
    limit = len(prompt_tokens(tiny_tokenizer, "Name: Ada"))
    made = examples_of([record("Ada")], tiny_tokenizer, max_tokens=limit)
    assert (len(made.training), made.n_cut, made.n_left_out) == (0, 0, 1)


def test_validation_is_a_fixed_share_chosen_by_id(tiny_tokenizer: Any) -> None:
    records = [record("Ada", number=number) for number in range(400)]
    made = examples_of(records, tiny_tokenizer, validation_share=0.1)
    held_out = {e.record_id for e in made.validation}
    assert 20 < len(held_out) < 65
    assert held_out.isdisjoint(e.record_id for e in made.training)
    # Other records in the file, or their order, change nothing.
    again = examples_of(records[:200][::-1], tiny_tokenizer, validation_share=0.1)
    assert {e.record_id for e in again.validation} == {i for i in held_out if int(i[2:]) < 200}


@pytest.mark.parametrize(("share", "expected"), [(0.0, False), (1.0, True)])
def test_the_ends_of_the_share(share: float, expected: bool) -> None:
    assert all(is_for_validation(f"id-{n}", share) is expected for n in range(100))


def test_validation_records_take_the_place_of_the_share(tiny_tokenizer: Any) -> None:
    records = [record("Ada", number=number) for number in range(50)]
    others = [record("Bob", number=number) for number in range(100, 104)]
    made = examples_of(records, tiny_tokenizer, validation_share=0.5, validation_records=others)
    assert [e.record_id for e in made.training] == [r.id for r in records]
    assert [e.record_id for e in made.validation] == [r.id for r in others]


def test_chat_is_trained_as_chat(tiny_tokenizer: Any) -> None:
    turns = (Turn("system", "JSON only."), Turn("user", "Ada?"))
    (example,) = examples_of([replace(record("Ada"), turns=turns)], tiny_tokenizer).training
    prompt, answer = example.tokens[: example.n_prompt], example.tokens[example.n_prompt :]
    assert tiny_tokenizer.decode(prompt).startswith("<|im_start|>system\nJSON only.<|im_end|>\n")
    assert answer == answer_tokens(tiny_tokenizer, '{"name":"Ada"}')


def test_labels_of_one_conversation_are_held_out_together(tiny_tokenizer: Any) -> None:
    records = [
        replace(record("Ada", number=number), id=f"{number}.{nth}" if nth > 1 else str(number), nth=nth)
        for number in range(60)
        for nth in (1, 2, 3)
    ]
    found = examples_of(records, tiny_tokenizer, validation_share=0.3)
    rows = [{one.record_id.split(".")[0] for one in part} for part in (found.training, found.validation)]
    assert rows[0] and rows[1]
    assert not rows[0] & rows[1]
