"""Values in lines: ``Name: value``, ``name=value``, dotted leaders, headings, indented items."""

import re
from collections.abc import Sequence

from edgejson.alignment.cells import Cell, Layout, Name, Region
from edgejson.alignment.tables import Line
from edgejson.alignment.words import name_words

_LEAD = re.compile(r"[ \t]*(?:(?:[-*•·>+–—◦▪#]+|\(?\d{1,3}[.)]|\(?[a-z]\)|\[[ xX✓✔✗-]?\])[ \t]+){0,3}")
_PAIR = re.compile(
    r"(?P<key>[^\W_](?:[^\n:=|;\"“”{}<>!?]){0,48}?)(?:\*\*|__)?\s{0,3}"
    r"(?:[:：](?!//)(?:\*\*|__)?(?=\s|$|[^\d\s])|=(?!=)|[:：]\s|\s[–—-]\s(?=[\"“]))"
    r"[ \t]{0,40}(?P<value>\S.*)?$"
)
_LEADERS = re.compile(
    r"(?P<key>[^\W_][^\n.:_|]{0,46}?)\s?"
    r"(?:\.{2,}|_{2,}|…+|(?:\. ){2,}|:?[ \u00a0]{3,}|:?\t+)[ .:_]{0,80}(?P<value>[^\s._].*)$"
)
_LEADER_MARKS = ("..", "__", "…", ". .", "\t", "   ", "\u00a0")
_INLINE = re.compile(
    r"""(?<![\w.-])([A-Za-z_][\w.-]{0,40})=("(?:[^"\\\n]|\\.){0,3000}"|'[^'\n]{0,3000}'|\[[^\[\]\n]{0,1000}\]|[^\s,;"'|&]{1,300})"""
)
_SEGMENT = re.compile(r"(?:[^;|.]|\.(?!\s[A-ZÀ-Þ][^\s:.;|]{0,24}(?:\s[^\s:.;|]{1,24}){0,3}:))+")
_COMMA_SEGMENT = re.compile(r"[^,;|/]+")
_SHORT = re.compile(r"\s*(?:and\s|with\s)?([^\W\d_][^\n:=]{0,30}?)\s?(?<!\d)(?:[:=])\s?(\S.*)$")
_QUOTE = re.compile(
    r"\"([^\"\n]{1,2000})\"|“([^“”\n]{1,2000})”|«\s?([^«»\n]{1,2000})»|„([^„“”\n]{1,2000})[“”]|(?<!\w)'([^\n']{1,1000}(?:'\w[^\n']{0,1000})?)'(?!\w)|‘([^‘’\n]{1,1000})’(?!\w)|「([^「」\n]{1,1000})」|`([^`\n]{1,400})`"
)
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”')]?\s+(?=[\"“'(]?[A-Z0-9À-Ý¿¡])|;\s")


def read_quotes(text: str, layout: Layout) -> None:
    """Note the spans that a text quotes."""
    for match in _QUOTE.finditer(text):
        group = match.lastindex or 0
        if match.end(group) > match.start(group):
            layout.quotes.append(match.span(group))


def read_lines(lines: Sequence[Line], taken: set[int], layout: Layout) -> None:
    """Add to `layout` what single lines name, with the headings above as parents, and items."""
    stack: list[
        tuple[int, int, Name]
    ] = []  # indent, line, key: the lines that those below are indented under
    open_items: list[tuple[int, int, int]] = []  # indent, start of the item, end so far
    block_keys: dict[int, list[tuple[Name, int]]] = {}
    block_start = 0
    section: Name = ()
    for index, line in enumerate(lines):
        if not line.text.strip():
            if block_keys:
                _repeats(block_keys, lines, index - 1, layout)
                block_keys = {}
            if index > block_start:
                layout.regions.append(Region(lines[block_start].start, lines[index - 1].end, "block"))
            block_start = index + 1
            continue
        while open_items and open_items[-1][0] >= line.indent:
            _, start, end = open_items.pop()
            if end > lines[index - 1].start:
                layout.regions.append(Region(start, end, "item"))
        open_items = [(indent, start, line.end) for indent, start, _ in open_items]
        open_items.append((line.indent, line.start, line.start))
        layout.regions.append(Region(line.start, line.end, "line"))
        if index in taken:
            continue
        lead = _LEAD.match(line.text)
        begin = lead.end() if lead else 0
        while (
            stack
            and stack[-1][0] >= line.indent
            and not (
                begin > line.indent
                and stack[-1][0] == line.indent
                and lead
                and lead[0].strip()
                and stack[-1][1] == -1
            )
        ):
            stack.pop()
        parents = (*((section,) if section else ()), *(key for _, _, key in stack if key))
        key = _line(lines, index, begin, parents, layout)
        if key is not None:
            name, has_value = key
            if not has_value:
                stack.append((line.indent, index, name))
            else:
                stack.append(
                    (
                        begin if begin > line.indent else line.indent,
                        index,
                        () if begin > line.indent else name,
                    )
                )
                block_keys.setdefault(begin, []).append((name, index))
        else:
            content = line.text.strip()
            heading = content.startswith("#") or (content.startswith("[") and content.endswith("]"))
            if heading:
                name = name_words(content.strip("#[] "))
                below = next(
                    (other.indent for other in lines[index + 1 : index + 3] if other.text.strip()), 0
                )
                if below > line.indent:
                    stack.append((line.indent, index, name))
                else:
                    section, stack = name, []
            elif parents and stack and stack[-1][2]:
                start = line.start + begin
                layout.cells.append(
                    Cell(
                        start,
                        line.start + len(line.text.rstrip()),
                        (stack[-1][2],),
                        parents[:-1],
                        None,
                        "item",
                    )
                )
            if not heading:
                _sentences(line, layout)
    last = len(lines) - 1
    if block_keys:
        _repeats(block_keys, lines, last, layout)
    for _, start, end in open_items:
        layout.regions.append(Region(start, end, "item"))
    if block_start <= last:
        layout.regions.append(Region(lines[block_start].start, lines[last].end, "block"))


def _line(
    lines: Sequence[Line], index: int, begin: int, parents: tuple[Name, ...], layout: Layout
) -> tuple[Name, bool] | None:
    """Add what a line names; return the name of the whole line and whether a value stands in it."""
    line = lines[index]
    content = line.text.rstrip()
    inline = list(_INLINE.finditer(content, begin)) if "=" in content else []
    if inline:
        for match in inline:
            start, end = match.span(2)
            if content[start] in "\"'" and end - start > 1:
                start, end = start + 1, end - 1
            if content[start : start + 1] == "[" and content[end - 1] == "]":
                start, end = start + 1, end - 1
            if end > start:
                layout.cells.append(
                    Cell(line.start + start, line.start + end, (name_words(match[1]),), parents, None, "pair")
                )
        if len(inline) > 1 or inline[0].start() > begin:
            if len(inline) == 1:
                _sentences(line, layout)
            return None
    pair = _PAIR.match(content, begin)
    if pair is None and any(mark in content for mark in _LEADER_MARKS):
        pair = _LEADERS.match(content, begin)
    segments = (
        [match for match in _SEGMENT.finditer(content, begin) if ":" in match[0] or "=" in match[0]]
        if content.count(":") + content.count("=") > 1
        else []
    )
    if len(segments) > 1 or (pair is None and ":" in content and "," in content):
        if len(segments) < 2:
            segments = [match for match in _COMMA_SEGMENT.finditer(content, begin) if ":" in match[0]]
        found = 0
        for segment in segments:
            short = _SHORT.match(segment[0])
            if short is not None and len(short[1].split()) <= 5:
                start = line.start + segment.start() + short.start(2)
                layout.cells.append(
                    Cell(
                        start, start + len(short[2].rstrip()), (name_words(short[1]),), parents, None, "pair"
                    )
                )
                found += 1
        if found > 1:
            for segment in _SEGMENT.finditer(content, begin):
                layout.regions.append(
                    Region(line.start + segment.start(), line.start + segment.end(), "segment")
                )
            return None
    if pair is None:
        return None
    key = pair["key"].strip(" *_`'\"([")
    if not key or len(key.split()) > 7 or (". " in key and len(key.split()) > 3):
        return None
    name = name_words(key)
    value = pair["value"]
    if not value or value in ("|", ">", ">-", "|-", ">+", "|+"):
        if value:
            _block_scalar(lines, index, name, parents, layout)
        return (name, False) if name else None
    start = line.start + pair.start("value")
    end = line.start + len(content)
    if value[0] in "\"'" and value[-1] == value[0] and len(value) > 1:
        start, end = start + 1, end - 1
    layout.cells.append(Cell(start, end, (name,), parents, None, "pair"))
    if ":" in value and len(value) > 20:
        _sentences(line, layout)
    return name, True


def _block_scalar(
    lines: Sequence[Line], index: int, name: Name, parents: tuple[Name, ...], layout: Layout
) -> None:
    stop = index + 1
    while stop < len(lines) and (not lines[stop].text.strip() or lines[stop].indent > lines[index].indent):
        stop += 1
    if stop > index + 1:
        start, end = lines[index + 1].start + lines[index + 1].indent, lines[stop - 1].end
        joined = " ".join(line.text.strip() for line in lines[index + 1 : stop] if line.text.strip())
        layout.cells.append(Cell(start, end, (name,), parents, joined, "pair"))


def _sentences(line: Line, layout: Layout) -> None:
    at = 0
    for match in _SENTENCE_END.finditer(line.text):
        layout.regions.append(Region(line.start + at, line.start + match.start(), "sentence"))
        at = match.end()
    if at:
        layout.regions.append(Region(line.start + at, line.end, "sentence"))


def _repeats(
    keys: dict[int, list[tuple[Name, int]]], lines: Sequence[Line], last: int, layout: Layout
) -> None:
    """Where the first name of a block that repeats stands again, another item of it begins."""
    for rows in keys.values():
        counts: dict[Name, list[int]] = {}
        for name, index in rows:
            counts.setdefault(name, []).append(index)
        starts = next((found for name, found in counts.items() if len(found) > 1), None)
        if starts is None or len(counts) < 2:
            continue
        for number, index in enumerate(starts):
            stop = starts[number + 1] - 1 if number + 1 < len(starts) else last
            layout.regions.append(Region(lines[index].start, lines[stop].end, "item"))
