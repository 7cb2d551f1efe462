"""Values in XML and HTML: elements, attributes, and rows of tables."""

import html
import re

from edgejson.alignment.cells import Cell, Layout, Name, Region
from edgejson.alignment.words import name_words

_TAG = re.compile(r"<(/?)([A-Za-z][\w:.-]{0,60})([^<>]{0,2000}?)(/?)>")
_ATTRIBUTE = re.compile(
    r"""([\w:.-]{1,60})\s{0,3}=\s{0,3}(?:"([^"<>]{0,2000})"|'([^'<>]{0,2000})'|([^\s"'<>]{1,200}))"""
)
_NAMING = frozenset(
    ("class", "id", "name", "itemprop", "key", "data-field", "label", "data-label", "field", "title")
)
_EMPTY = frozenset(["br", "hr", "img", "input", "meta", "link"])


def read_markup(text: str, layout: Layout) -> None:
    """Add to `layout` the texts of elements and the values of attributes, under their names."""
    if "</" not in text and "/>" not in text:
        return
    stack: list[tuple[str, int, int, tuple[Name, ...], bool]] = []  # tag, begin, inner, names, has children
    heads: list[Name] = []
    column = 0
    label: Name = ()
    for match in _TAG.finditer(text):
        closing, tag, rest, empty = match[1], match[2].lower(), match[3], match[4]
        if closing:
            while stack and stack[-1][0] != tag and any(one[0] == tag for one in stack[-8:]):
                stack.pop()
            if not stack or stack[-1][0] != tag:
                continue
            _, begin, inner, names, parent = stack.pop()
            start, end = inner, match.start()
            if not parent and text[start:end].strip():
                start += len(text[start:end]) - len(text[start:end].lstrip())
                end -= len(text[start:end]) - len(text[start:end].rstrip())
                value = text[start:end]
                if tag in ("td", "dd", "span", "b", "strong") and tag == "td" and column < len(heads):
                    names = (*names, heads[column])
                if tag in ("th", "dt", "label", "td", "b", "strong"):
                    if tag == "th":
                        heads.append(name_words(value))
                    else:
                        if label and tag == "td":
                            names = (*names, label)
                        label = name_words(value) if len(value) < 40 else ()
                elif label:
                    names, label = (*names, label), ()
                decoded = html.unescape(value) if "&" in value else None
                parents = tuple(one for row in stack for one in row[3][:1])
                layout.cells.append(Cell(start, end, names, parents, decoded, "element"))
            layout.regions.append(Region(begin, match.end(), "element"))
            if tag in ("td", "th"):
                column += 1
            continue
        if stack and tag not in _EMPTY and stack[-1][0] not in ("p",):
            stack[-1] = (
                *stack[-1][:4],
                tag not in ("b", "i", "em", "strong", "span", "a", "br") or stack[-1][4],
            )
        if tag == "tr":
            column, label = 0, ()
        if tag in ("table", "thead"):
            heads = []
        names = (name_words(tag),)
        for attribute in _ATTRIBUTE.finditer(rest):
            group = 2 if attribute[2] is not None else 3 if attribute[3] is not None else 4
            value, name = attribute[group], attribute[1].lower()
            if name in _NAMING:
                names = (*names, name_words(value))
            start = match.start(3) + attribute.start(group)
            if value:
                parents = (*(one for row in stack for one in row[3][:1]), name_words(tag))
                decoded = html.unescape(value) if "&" in value else None
                layout.cells.append(
                    Cell(
                        start, start + len(value), (name_words(attribute[1]),), parents, decoded, "attribute"
                    )
                )
        if empty or tag in _EMPTY:
            layout.regions.append(Region(match.start(), match.end(), "element"))
        else:
            if len(stack) > 200:
                return
            stack.append((tag, match.start(), match.end(), names, False))
