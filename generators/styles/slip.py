"""The printed slip: a receipt, a lab printout, a badge; names at the left, values at the right."""

from collections.abc import Iterator

from edgejson.generators.statements import Group, Leaf, Series, Statement
from edgejson.generators.styles.brief import Brief
from edgejson.generators.styles.sentences import clause
from edgejson.generators.wording.phrase_book import PhraseBook
from edgejson.generators.wording.telling import Plan, Sentence, Teller

_WIDTH = 46


def render(brief: Brief) -> str:
    """Return the prompt: the slip between two lines of words."""
    rule = brief.draws.choice(("-", "=", "*", ".")) * _WIDTH
    body = _lines(brief, brief.parts, "")
    printed = [rule, brief.heading.upper().center(_WIDTH).rstrip(), rule, *body, rule]
    return "\n".join([brief.before, "", *printed, "", brief.after])


def _lines(brief: Brief, parts: tuple[Statement, ...], indent: str) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Leaf):
            yield _line(part.name, brief.spelling(part), indent)
        elif isinstance(part, Group):
            yield f"{indent}{part.name}:"
            yield from _lines(brief, part.parts, indent + "  ")
        elif part.scalar:
            yield f"{indent}{part.name}:"
            yield from (
                f"{indent}  - {brief.spelling(item)}" for item in part.items if isinstance(item, Leaf)
            )
        else:
            yield f"{indent}{part.name}:"
            yield from _items(brief, part, indent + "  ")


def _items(brief: Brief, series: Series, indent: str) -> Iterator[str]:
    book, noun = brief.book, brief.book.nouns.get(series.path, "item")
    for number, item in enumerate(series.items, 1):
        parts = item.parts if isinstance(item, Group) else (item,)
        if series.path in book.slips and all(isinstance(part, Leaf) for part in parts):
            yield f"{indent}{clause(_slip(brief, book, series.path, parts))}"
        else:
            yield f"{indent}{noun.capitalize()} {number}"
            yield from _lines(brief, parts, indent + "  ")


def _slip(brief: Brief, book: PhraseBook, path: str, parts: tuple[Statement, ...]) -> Plan:
    printed = PhraseBook(group=book.group, sentences={path: book.slips[path]})
    teller = Teller(book=printed, spelling=brief.spelling, draws=brief.draws)
    return tuple(part for part in teller.tell_item(parts, path) if isinstance(part, Sentence))


def _line(name: str, value: str, indent: str) -> str:
    label = f"{indent}{name}:"
    gap = _WIDTH - len(label) - len(value)
    return f"{label}{' ' * max(1, gap)}{value}"
