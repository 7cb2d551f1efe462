"""The word files: every one follows their schema, and a wrong one is refused with its name and place."""

from pathlib import Path

import pytest

from edgejson.generators.styles import STYLES
from edgejson.generators.wording import word_files as module
from edgejson.generators.wording.framing import framing
from edgejson.generators.wording.phrase_book import phrase_book
from edgejson.generators.wording.word_files import WordFileError, read_words, word_files
from edgejson.generators.worlds import WORLDS


def test_every_file_follows_the_schema_of_the_words() -> None:
    groups = {phrase_book(schema_id).group for schema_id in WORLDS}
    assert set(word_files("books")) == set(WORLDS)
    assert set(word_files("frames")) == {*groups, "general"}
    for group in word_files("frames"):
        assert framing(group).frames.keys() == STYLES.keys()


def test_an_unknown_name_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        read_words("books", "no_such_schema")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('group = "people"\n', 'the file: "sentences" is a required property'),
        ('group = "people"\n[sentences]\n"" = ["One.", "One."]\n', "sentences: "),
        ('group = "people"\n[sentences]\nname = [""]\n', "sentences/name/0: "),
        ('group = "space"\n[sentences]\n', "group: "),
        ('group = "people"\nnote = "x"\n[sentences]\n', "the file: Additional properties are not allowed"),
    ],
)
def test_a_wrong_file_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: str
) -> None:
    (tmp_path / "books").mkdir()
    (tmp_path / "books" / "mine.toml").write_text(text, encoding="utf-8")
    schema = (module._WORDS / "words.schema.json").read_text(encoding="utf-8")
    (tmp_path / "words.schema.json").write_text(schema, encoding="utf-8")
    monkeypatch.setattr(module, "_WORDS", tmp_path)
    with pytest.raises(WordFileError, match=r"generators/words/books/mine\.toml: ") as refused:
        read_words("books", "mine")
    assert said in str(refused.value)
