"""Operators on the bytes of a line: what no JSON reader should let pass."""

import re
from collections.abc import Callable

from edgejson.core.json_text import compact
from edgejson.generators.mutations.edit import number_leaves, text_leaves
from edgejson.generators.mutations.operator import Mutant, Operator, TargetRecord, encode_line

_STRUCTURE = "structure."


def _line(name: str, caught_by: str, edit: Callable[[TargetRecord, bytes], bytes | None]) -> Operator:
    def apply(target: TargetRecord) -> Mutant | None:
        line = edit(target, encode_line(target.record))
        return None if line is None else Mutant(lines=(line,), description=name.replace("_", " "))

    return Operator(name=name, breaks="line", caught_by=_STRUCTURE + caught_by, apply=apply)


def _cut(target: TargetRecord, line: bytes) -> bytes:
    return line[: target.random.randrange(1, len(line))]


def _repeat_name(target: TargetRecord, line: bytes) -> bytes | None:
    key = target.random.choice(sorted(target.label))
    stated = compact(target.label)
    doubled = f"{stated[:-1]},{compact(key)}:null}}"
    return line.replace(stated.encode(), doubled.encode(), 1)


def _write_number_as(text: bytes) -> Callable[[TargetRecord, bytes], bytes | None]:
    def edit(target: TargetRecord, line: bytes) -> bytes | None:
        found = sorted(number_leaves(target.label), key=str)
        if not found:
            return None
        _, value = target.random.choice(found)
        pattern = rb"(?<=:)" + re.escape(compact(value).encode()) + rb"(?=[,}\]])"
        changed = re.sub(pattern, lambda _: text, line, count=1)
        return changed if changed != line else None

    return edit


def _in_text(insertion: bytes) -> Callable[[TargetRecord, bytes], bytes | None]:
    def edit(target: TargetRecord, line: bytes) -> bytes | None:
        found = [value for _, value in text_leaves(target.label) if value.isascii() and '"' not in value]
        found = [value for value in found if compact(value)[1:-1] == value and len(value) > 1]
        if not found:
            return None
        stated = target.random.choice(sorted(found)).encode()
        return line.replace(b'"' + stated + b'"', b'"' + stated[:1] + insertion + stated[1:] + b'"', 1)

    return edit


LINES = (
    _line("line_cut_short", "line_is_one_json_object", _cut),
    _line("line_in_brackets", "line_is_one_json_object", lambda _, line: b"[" + line + b"]"),
    _line("two_records_in_one_line", "line_is_one_json_object", lambda _, line: line + line),
    _line("comma_after_last_member", "line_is_one_json_object", lambda _, line: line[:-1] + b",}"),
    _line("single_quotes", "line_is_one_json_object", lambda _, line: line.replace(b'{"id"', b"{'id'", 1)),
    _line("blank_line", "line_is_one_json_object", lambda *_: b""),
    _line("name_repeated_in_label", "names_are_unique", _repeat_name),
    _line("number_becomes_nan", "numbers_are_finite", _write_number_as(b"NaN")),
    _line("number_becomes_infinity", "numbers_are_finite", _write_number_as(b"-Infinity")),
    _line("number_beyond_doubles", "numbers_are_finite", _write_number_as(b"1.0e999")),
    _line("lone_surrogate_in_text", "strings_have_no_lone_surrogates", _in_text(b"\\ud83d")),
    _line("byte_that_is_not_utf8", "line_is_utf8", _in_text(b"\xff")),
    _line(
        "hundred_levels_deep",
        "line_is_within_limits",
        lambda _, line: line[:-1] + b',"meta":' + b"[" * 100 + b"]" * 100 + b"}",
    ),
)
"""The operators of this module."""
