"""Values in tables: pipes, tabs, comma and semicolon values, and columns parted by blanks."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from edgejson.alignment.cells import Cell, Layout, Name, Region
from edgejson.alignment.words import name_words

_RULE = re.compile(r"[\s|:+=_.~*-]+$")
_GAP = re.compile(r"\S(?:\s?\S)*")
_QUOTED = re.compile(r'"((?:[^"]|""){0,4000})"\s*')


class Line(NamedTuple):
    """One line of a text, without its break."""

    start: int
    end: int
    text: str
    indent: int


Spans = list[tuple[int, int]]


def read_tables(text: str, lines: Sequence[Line], layout: Layout) -> set[int]:
    """Add the cells of tables to `layout`; return the lines that are rows of one."""
    taken: set[int] = set()
    at = 0
    while at < len(lines):
        kind = _kind(lines[at].text)
        if not kind:
            at += 1
            continue
        rows: list[tuple[int, Spans]] = []
        ruled = at + 1 < len(lines) and _is_rule(lines[at + 1].text)
        stop = at
        while stop < len(lines) and (
            _kind(lines[stop].text) == kind or (rows and _is_rule(lines[stop].text))
        ):
            if not _is_rule(lines[stop].text):
                spans = split_row(lines[stop], kind)
                if kind in ",;" and rows and len(spans) != len(rows[0][1]):
                    break
                rows.append((stop, spans))
            stop += 1
        if _table(text, lines, rows, kind, layout, ruled):
            taken.update(index for index, _ in rows)
            at = max(stop, at + 1)
        elif kind in ",;" and stop > at + 1:
            at += 1
        else:
            at = max(stop, at + 1)
    return taken


def _kind(line: str) -> str:
    if "|" in line:
        return "|"
    if "\t" in line.strip():
        return "\t"
    inner = line.strip()
    if "   " in inner and not inner.startswith(("{", "}")):
        return "  "
    if ";" in inner and "=" not in inner:
        return ";"
    return "," if "," in inner and "{" not in inner else "  " if "  " in inner else ""


def _is_rule(line: str) -> bool:
    return bool(line.strip()) and _RULE.match(line) is not None


def split_row(line: Line, kind: str) -> Spans:
    """Return where the cells of a row stand, without blanks and quotes around them."""
    text, base = line.text, line.start
    spans: Spans = []
    if kind == "  ":
        for match in re.finditer(r"\S+(?:[ \u00a0]\S+)*", text):
            spans.append((base + match.start(), base + match.end()))
        return spans
    at, n = 0, len(text)
    if kind == "|":
        at = len(text) - len(text.lstrip())
        if text[at : at + 1] == "|":
            at += 1
        n = len(text.rstrip())
        if text[n - 1 : n] == "|" and n > at:
            n -= 1
    while at <= n:
        quoted = _QUOTED.match(text, at, n) if kind in ",;\t" and text[at : at + 1] == '"' else None
        if quoted and (quoted.end() == n or text[quoted.end()] == kind):
            spans.append((base + quoted.start(1), base + quoted.end(1)))
            at = quoted.end() + 1
            continue
        stop = text.find(kind, at, n)
        stop = n if stop < 0 else stop
        cell = text[at:stop]
        start = at + len(cell) - len(cell.lstrip())
        spans.append((base + start, base + max(start, at + len(cell.rstrip()))))
        at = stop + 1
    return spans


def _table(
    text: str, lines: Sequence[Line], rows: list[tuple[int, Spans]], kind: str, layout: Layout, ruled: bool
) -> bool:
    if len(rows) < 2:
        return False
    head = rows[0][1]
    columns = len(head)
    titles = [text[start:end] for start, end in head]
    if columns < 2 or (kind in ",;" and (columns < 3 and kind == ",")):
        return False
    wordy = sum(len(title.split()) > 4 or len(title) > 40 for title in titles)
    figures = sum(any(c.isdigit() for c in title) for title in titles)
    has_head = not wordy and figures <= (columns // 4) and sum(bool(title) for title in titles) >= columns - 1
    if kind == "," and len({_commas(lines[index].text) for index, _ in rows}) > 1:
        return False
    if kind in ",;" and (
        not has_head
        or any(len(title.split()) > 3 for title in titles)
        or any(title.endswith((".", "!", "?")) or title.startswith(("and ", "or ")) for title in titles)
    ):
        return False
    if kind == "  " and (columns < 3 or not has_head):
        return False
    if kind == "|" and ruled:
        has_head = True
    names: list[Name] = [name_words(title) for title in titles] if has_head else [()] * columns
    if kind == "  ":
        fits = sum(len(spans) >= 2 for _, spans in rows[1:])
        if not fits:
            return False
    for index, spans in rows[1:] if has_head else rows:
        line = lines[index]
        layout.regions.append(Region(line.start, line.end, "row"))
        first: Name = name_words(text[slice(*spans[0])]) if spans and spans[0][1] - spans[0][0] <= 60 else ()
        for number, (start, end) in enumerate(spans):
            if end <= start:
                continue
            column = (
                _column(head, start - line.start, end - line.start, lines[rows[0][0]].start)
                if kind == "  "
                else number
            )
            own = (names[column],) if column is not None and column < columns and names[column] else ()
            if number and first:
                own = (*own, first)
            if own:
                decoded = (
                    text[start:end].replace('""', '"') if kind in ",;\t" and '""' in text[start:end] else None
                )
                layout.cells.append(Cell(start, end, own, (), decoded, "cell"))
            if kind in ",;" and number:
                layout.cuts.add(text.rfind(kind, 0, start))
            if kind == ",":
                layout.cuts.add(end)
    layout.regions.append(Region(lines[rows[0][0]].start, lines[rows[-1][0]].end, "table"))
    if has_head:
        layout.heads.append((lines[rows[0][0]].start, lines[rows[0][0]].end))
    return True


def _commas(line: str) -> bool:
    """Whether the commas outside quotes have blanks behind them."""
    bare = re.sub(r'"[^"]*"', "", line)
    return 2 * bare.count(", ") > bare.count(",")


def _column(head: Spans, start: int, end: int, base: int) -> int | None:
    """Return the column of columns parted by blanks that a span belongs to: by overlap, else the nearest."""
    best, result = 10_000, None
    for number, (left, right) in enumerate(head):
        left, right = left - base, right - base
        gap = max(left - end, start - right, 0)
        off = min(abs(left - start), abs(right - end))
        if gap + off < best:
            best, result = gap + off, number
    return result
