"""Prompt styles: every value is stated, templates are many and well-formed, the test split's are its own."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from edgejson.generators import generate
from edgejson.generators.record import build
from edgejson.generators.seeds import draws_for
from edgejson.generators.statements import Group, Leaf, Statement, statements
from edgejson.generators.styles import STYLES, Brief
from edgejson.generators.template import SHARES, UNSEEN_FRAMES, drawn_template
from edgejson.generators.wording.books import BOOKS
from edgejson.generators.wording.frames import ASIDES, FRAMES
from edgejson.generators.wording.spelling import VERBATIM, Spelling
from edgejson.generators.wording.typos import with_typo
from edgejson.generators.worlds import WORLDS
from edgejson.suite.schema_registry import registry

_PLACE = re.compile(r"\{([^{}]*)\}")


def _leaves(parts: tuple[Statement, ...]) -> Iterator[Leaf]:
    for part in parts:
        if isinstance(part, Leaf):
            yield part
        else:
            yield from _leaves(part.parts if isinstance(part, Group) else part.items)


def _stated(schema_id: str, seed: int) -> tuple[Statement, ...]:
    label = build(schema_id, draws_for("train", schema_id, seed, "world"))
    return statements(label, dict(registry().schema(schema_id)))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("schema_id", WORLDS)
def test_every_value_is_stated_verbatim_when_nothing_is_spelled_otherwise(schema_id: str, style: str) -> None:
    for seed in range(4):
        parts = _stated(schema_id, seed)
        brief = Brief(
            subject="thing",
            heading="A thing",
            before="ask: so?\nops: here",
            after="ops: as JSON",
            parts=parts,
            book=BOOKS[schema_id],
            spelling=VERBATIM,
            draws=draws_for("train", schema_id, seed, "test"),
            asides=(),
        )
        prompt = STYLES[style](brief)
        plain = prompt.replace("\\|", "|").replace('\\"', '"').replace("\\n", "\n").replace("<br>", "\n")
        missing = [leaf.pointer for leaf in _leaves(parts) if leaf.text not in plain]
        assert missing == []


@pytest.mark.parametrize("group", FRAMES)
def test_a_group_has_twelve_templates_of_every_style(group: str) -> None:
    for style in STYLES:
        frames = FRAMES[group][style]
        assert len(set(frames)) == len(frames) >= 12 + (0 if group == "general" else UNSEEN_FRAMES), style
        assert len({frame.before + frame.after for frame in frames}) == len(frames)
    assert len(set(ASIDES[group])) == len(ASIDES[group]) >= 20


@pytest.mark.parametrize("group", FRAMES)
def test_frames_and_asides_state_no_figures(group: str) -> None:
    frames = [text for style in STYLES for f in FRAMES[group][style] for text in (f.before, f.after)]
    for text in frames:
        assert set(_PLACE.findall(text)) <= {"subject", "heading"}
    assert [text for text in (*frames, *ASIDES[group]) if re.search(r"\d", text)] == []


@pytest.mark.parametrize("schema_id", BOOKS)
def test_books_name_fields_that_their_schema_has(schema_id: str) -> None:
    book, schema = BOOKS[schema_id], registry().schema(schema_id)
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


@pytest.mark.parametrize("schema_id", BOOKS)
def test_every_field_has_words_of_its_own(schema_id: str) -> None:
    book = BOOKS[schema_id]
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
        made = [drawn_template("commerce", split, draws) for _ in range(3000)]
        assert not any(template.unseen for template in made)
        assert {template.style for template in made} == set(SHARES["train"])


def test_about_a_third_of_the_test_prompts_have_unseen_templates() -> None:
    draws = draws_for("test", "", 0, "templates")
    made = [drawn_template("systems", "test", draws) for _ in range(3000)]
    assert 0.3 < sum(template.unseen for template in made) / len(made) < 0.45
    assert {template.style for template in made} == set(STYLES)


def test_listings_are_less_than_a_third_of_the_prompts() -> None:
    styles = Counter(generate("location", seed).meta["style"] for seed in range(600))
    assert 0.12 < styles["listing"] / 600 < 0.30


@pytest.mark.parametrize(
    ("value", "schema", "spelling", "text"),
    [
        ("2025-03-03", {"format": "date"}, Spelling(date="{day} {month} {year}"), "3 March 2025"),
        ("2025-03-03", {"format": "date"}, Spelling(), "2025-03-03"),
        (
            "2025-03-03T14:05:00Z",
            {"format": "date-time"},
            Spelling(moment="{date} at {time} {zone}"),
            "2025-03-03 at 14:05:00 UTC",
        ),
        (
            "2025-03-03T14:05:00-09:30",
            {"format": "date-time"},
            Spelling(moment="{date} at {time} {zone}"),
            "2025-03-03 at 14:05:00 UTC-09:30",
        ),
        (
            "2025-03-03T14:05:00.123Z",
            {"format": "date-time"},
            Spelling(moment="{date}"),
            "2025-03-03T14:05:00.123Z",
        ),
        (True, {"type": "boolean"}, Spelling(plain_words=True), "yes"),
        ("in_progress", {"enum": ["in_progress"]}, Spelling(plain_words=True), "in progress"),
        ("in_progress", {"type": "string"}, Spelling(plain_words=True), "in_progress"),
        (12000, {"type": "integer"}, Spelling(grouped=True), "12,000"),
        (-1500, {"type": "number"}, Spelling(grouped=True), "-1500"),
        (2, {"type": "integer"}, Spelling(counts_in_words=True), "two"),
        (-2, {"type": "integer"}, Spelling(counts_in_words=True), "-2"),
        (13, {"type": "integer"}, Spelling(counts_in_words=True), "13"),
    ],
)
def test_values_are_spelled_as_chosen(value: Any, schema: Any, spelling: Spelling, text: str) -> None:
    leaf = Leaf(
        pointer="/quantity",
        path="quantity",
        key="quantity",
        name="Quantity",
        declared=True,
        text=str(value),
        value=value,
        schema=schema,
    )
    assert spelling(leaf) == text


def test_a_typo_exchanges_two_letters_of_one_word() -> None:
    text = "Could you please return all of that as JSON?"
    draws = draws_for("train", "typo", 1, "test")
    typed = with_typo(text, draws)
    assert typed != text
    assert sorted(typed) == sorted(text)
    assert sum(a != b for a, b in zip(text, typed, strict=True)) == 2
