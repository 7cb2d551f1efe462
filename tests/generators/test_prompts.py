"""Prompt styles: every value is stated, templates are many and well-formed, the test split's are its own."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from edgejson.generators import generate
from edgejson.generators.record import build
from edgejson.generators.seeds import draws_for
from edgejson.generators.styles import STYLES, PromptSpec
from edgejson.generators.wording.framing import framing
from edgejson.generators.wording.meaning_representation import (
    Node,
    ObjectNode,
    ValueNode,
    meaning_representation,
)
from edgejson.generators.wording.phrase_book import phrase_book
from edgejson.generators.wording.template import SHARES, UNSEEN_FRAMES, draw_template
from edgejson.generators.wording.typos import with_typo
from edgejson.generators.wording.value_format import VERBATIM, ValueFormat
from edgejson.generators.wording.word_files import word_files
from edgejson.generators.worlds import WORLDS
from edgejson.suite.schema_registry import registry

_PLACE = re.compile(r"\{([^{}]*)\}")


def _leaves(parts: tuple[Node, ...]) -> Iterator[ValueNode]:
    for part in parts:
        if isinstance(part, ValueNode):
            yield part
        else:
            yield from _leaves(part.children if isinstance(part, ObjectNode) else part.items)


def _stated(schema_id: str, seed: int) -> tuple[Node, ...]:
    label = build(schema_id, draws_for("train", schema_id, seed, "world"))
    return meaning_representation(label, dict(registry().schema(schema_id)))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("schema_id", WORLDS)
def test_every_value_is_stated_verbatim_when_nothing_is_spelled_otherwise(schema_id: str, style: str) -> None:
    for seed in range(4):
        parts = _stated(schema_id, seed)
        spec = PromptSpec(
            subject="thing",
            heading="A thing",
            before="ask: so?\nops: here",
            after="ops: as JSON",
            nodes=parts,
            book=phrase_book(schema_id),
            value_format=VERBATIM,
            draws=draws_for("train", schema_id, seed, "test"),
            asides=(),
        )
        prompt = STYLES[style](spec)
        plain = prompt.replace("\\|", "|").replace('\\"', '"').replace("\\n", "\n").replace("<br>", "\n")
        missing = [leaf.pointer for leaf in _leaves(parts) if leaf.text not in plain]
        assert missing == []


@pytest.mark.parametrize("group", word_files("frames"))
def test_a_group_has_twelve_templates_of_every_style(group: str) -> None:
    for style in STYLES:
        frames = framing(group).frames[style]
        assert len(set(frames)) == len(frames) >= 12 + (0 if group == "general" else UNSEEN_FRAMES), style
        assert len({frame.before + frame.after for frame in frames}) == len(frames)
    assert len(set(framing(group).asides)) == len(framing(group).asides) >= 20


@pytest.mark.parametrize("group", word_files("frames"))
def test_frames_and_asides_state_no_figures(group: str) -> None:
    frames = [text for style in STYLES for f in framing(group).frames[style] for text in (f.before, f.after)]
    for text in frames:
        assert set(_PLACE.findall(text)) <= {"subject", "heading"}
    assert [text for text in (*frames, *framing(group).asides) if re.search(r"\d", text)] == []


@pytest.mark.parametrize("schema_id", word_files("books"))
def test_books_name_fields_that_their_schema_has(schema_id: str) -> None:
    book, schema = phrase_book(schema_id), registry().schema(schema_id)
    for mapping in (book.sentences, book.slips):
        for path, templates in mapping.items():
            for text in templates:
                for place in _PLACE.findall(text):
                    assert _field(schema, f"{path}.{place}" if path else place), (path, text)
    for path in (*book.leads, *book.nouns, *book.questions):
        assert _field(schema, path), path


def _field(schema: Mapping[str, Any], path: str) -> bool:
    for key in path.split("."):
        schema = schema.get("items", schema)
        if key not in schema.get("properties", {}):
            return False
        schema = schema["properties"][key]
    return True


@pytest.mark.parametrize("schema_id", word_files("books"))
def test_every_field_has_words_of_its_own(schema_id: str) -> None:
    book = phrase_book(schema_id)
    told = {
        f"{path}.{place}" if path else place
        for path, templates in book.sentences.items()
        for text in templates
        for place in _PLACE.findall(text)
    }
    leaves = (leaf for seed in range(12) for leaf in _leaves(_stated(schema_id, seed)))
    untold = {leaf.path for leaf in leaves if leaf.declared} - told
    assert untold == set()


def test_train_prompts_keep_off_the_templates_of_the_test_split() -> None:
    for split in ("train", "validation"):
        draws = draws_for(split, "", 0, "templates")
        made = [draw_template("commerce", split, draws) for _ in range(3000)]
        assert not any(template.unseen for template in made)
        assert {template.style for template in made} == set(SHARES["train"])


def test_about_a_third_of_the_test_prompts_have_unseen_templates() -> None:
    draws = draws_for("test", "", 0, "templates")
    made = [draw_template("systems", "test", draws) for _ in range(3000)]
    assert 0.3 < sum(template.unseen for template in made) / len(made) < 0.45
    assert {template.style for template in made} == set(STYLES)


def test_listings_are_less_than_a_third_of_the_prompts() -> None:
    styles = Counter(generate("location", seed).meta["style"] for seed in range(600))
    assert 0.12 < styles["listing"] / 600 < 0.30


@pytest.mark.parametrize(
    ("value", "schema", "value_format", "text"),
    [
        ("2025-03-03", {"format": "date"}, ValueFormat(date="{day} {month} {year}"), "3 March 2025"),
        ("2025-03-03", {"format": "date"}, ValueFormat(), "2025-03-03"),
        (
            "2025-03-03T14:05:00Z",
            {"format": "date-time"},
            ValueFormat(date_time="{date} at {time} {zone}"),
            "2025-03-03 at 14:05:00 UTC",
        ),
        (
            "2025-03-03T14:05:00-09:30",
            {"format": "date-time"},
            ValueFormat(date_time="{date} at {time} {zone}"),
            "2025-03-03 at 14:05:00 UTC-09:30",
        ),
        (
            "2025-03-03T14:05:00.123Z",
            {"format": "date-time"},
            ValueFormat(date_time="{date}"),
            "2025-03-03T14:05:00.123Z",
        ),
        (True, {"type": "boolean"}, ValueFormat(plain_words=True), "yes"),
        ("in_progress", {"enum": ["in_progress"]}, ValueFormat(plain_words=True), "in progress"),
        ("in_progress", {"type": "string"}, ValueFormat(plain_words=True), "in_progress"),
        (12000, {"type": "integer"}, ValueFormat(thousands_separators=True), "12,000"),
        (-1500, {"type": "number"}, ValueFormat(thousands_separators=True), "-1500"),
        (2, {"type": "integer"}, ValueFormat(counts_in_words=True), "two"),
        (-2, {"type": "integer"}, ValueFormat(counts_in_words=True), "-2"),
        (13, {"type": "integer"}, ValueFormat(counts_in_words=True), "13"),
    ],
)
def test_values_are_spelled_as_chosen(value: Any, schema: Any, value_format: ValueFormat, text: str) -> None:
    leaf = ValueNode(
        pointer="/quantity",
        path="quantity",
        key="quantity",
        name="Quantity",
        declared=True,
        text=str(value),
        value=value,
        schema=schema,
    )
    assert value_format(leaf) == text


def test_a_typo_exchanges_two_letters_of_one_word() -> None:
    text = "Could you please return all of that as JSON?"
    draws = draws_for("train", "typo", 1, "test")
    typed = with_typo(text, draws)
    assert typed != text
    assert sorted(typed) == sorted(text)
    assert sum(a != b for a, b in zip(text, typed, strict=True)) == 2
