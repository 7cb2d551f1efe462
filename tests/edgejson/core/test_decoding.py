"""One line to one JSON object, or to what is wrong with it: strictly, quickly, and never by raising."""

import json
import time
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edgejson.core.decoding import Decoded, Fault, decode, nesting
from edgejson.core.json_text import compact
from edgejson.core.source import Line


def decoded(raw: bytes, *, max_bytes: int = 1 << 24, max_depth: int = 64) -> Decoded:
    line = Line(number=1, offset=0, raw=raw, size=len(raw))
    return decode(line, max_bytes=max_bytes, max_depth=max_depth)


def fault(raw: bytes) -> Fault:
    result = decoded(raw)
    assert result.value is None
    (only,) = result.faults
    return only


@given(st.binary() | st.text().map(str.encode))
def test_no_bytes_raise(raw: bytes) -> None:
    result = decoded(raw)
    assert (result.value is None) == any(one.name != "mark" for one in result.faults)


_FRAGMENTS = (
    b"{",
    b"}",
    b"[",
    b"]",
    b'"',
    b"\\",
    b'"a"',
    b":",
    b",",
    b"1",
    b"-",
    b"1e9",
    b"NaN",
    b"\\ud800",
    b" ",
)


@given(st.lists(st.sampled_from(_FRAGMENTS), max_size=40).map(b"".join))
def test_no_near_json_raises(raw: bytes) -> None:
    result = decoded(raw, max_depth=3)
    assert (result.value is None) == bool(result.faults)


_SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.decimals(-(10**9), 10**9, places=4)
    | st.text()
)
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(st.dictionaries(st.text(), _VALUES))
def test_what_compact_writes_is_read_back(value: dict[str, object]) -> None:
    result = decoded(compact(value).encode())  # type: ignore[arg-type]
    assert result.faults == ()
    assert compact(result.value) == compact(value)  # type: ignore[arg-type]


def test_numbers_are_exact() -> None:
    value = decoded(
        b'{"a":1.10,"b":1E+2,"c":12345678901234567890.123456789012345678901234567890,"d":7}'
    ).value
    assert value is not None
    assert str(value["a"]) == "1.10"
    assert value["c"] == Decimal("12345678901234567890.123456789012345678901234567890")
    assert type(value["d"]) is int
    assert (
        compact(value) == '{"a":1.10,"b":1E+2,"c":12345678901234567890.123456789012345678901234567890,"d":7}'
    )


@pytest.mark.parametrize("raw", [b"", b" ", b"\r", b"\t \r"])
def test_blank_line(raw: bytes) -> None:
    assert fault(raw).name == "blank"


@pytest.mark.parametrize(
    "raw",
    [
        b"{'a':1}",
        b'{"a":1,}',
        b'{"a":01}',
        b'{"a":.5}',
        b'{"a":+1}',
        b'{"a":1} {"b":2}',
        b'{"a":"\x00"}',
        b'{"a":"tab\there"}',
        b"\x00",
        b'{"a":1}//',
        b'{"a":True}',
        b'{"a":"\\x41"}',
        '{"a":\u0661}'.encode(),
        b'{"a":1',
    ],
)
def test_syntax(raw: bytes) -> None:
    found = fault(raw)
    assert found.name == "syntax"
    assert "column" in found.actual
    assert "at at" not in found.actual


def test_byte_order_mark_is_a_fault_of_its_own() -> None:
    mark = Fault(name="mark", expected="a line that begins with its object", actual="a byte order mark")
    found = decoded(b'\xef\xbb\xbf{"a":1}')
    assert (found.value, found.faults) == ({"a": 1}, (mark,))
    broken = decoded(b'\xef\xbb\xbf{"a":')
    assert broken.value is None
    assert [one.name for one in broken.faults] == ["mark", "syntax"]


def test_two_records_on_one_line_are_named() -> None:
    assert fault(b'{"a":1} {"b":2}').actual == "two records on one line, the second from column 9 on"


def test_carriage_return_before_the_line_feed_is_white_space() -> None:
    assert decoded(b'{"a":1}\r').value == {"a": 1}


@pytest.mark.parametrize(
    ("raw", "byte"),
    [(b'{"a":"\xff"}', 7), (b'{"a":"\xed\xa0\x80"}', 7), (b'{"a":"\xc0\xaf"}', 7), (b'{"\xe4', 3)],
)
def test_invalid_utf8_is_placed(raw: bytes, byte: int) -> None:
    found = fault(raw)
    assert found.name == "utf8"
    assert f"byte {byte} " in found.actual


@pytest.mark.parametrize(
    ("raw", "what"),
    [(b"[]", "array"), (b"1", "integer"), (b'"a"', "string"), (b"null", "null"), (b"1.5", "number")],
)
def test_top_level_is_an_object(raw: bytes, what: str) -> None:
    found = fault(raw)
    assert (found.name, found.actual) == ("object", f"a JSON {what}")


@pytest.mark.parametrize(
    ("raw", "pointer"),
    [
        (b'{"a":1,"a":1}', "/a"),
        (b'{"a":1,"b":2,"a":3,"a":4}', "/a"),
        (b'{"x":{"y":[0,{"z":1,"z":2}]}}', "/x/y/1/z"),
        (b'{"x":[{"a/b~c":1,"a/b~c":2}]}', "/x/0/a~1b~0c"),
        (b'{"":1,"":2}', "/"),
        (b'{"a":1,"\\u0061":2}', "/a"),
    ],
)
def test_duplicate_name_is_pointed_at(raw: bytes, pointer: str) -> None:
    found = fault(raw)
    assert (found.name, found.pointer) == ("duplicate_key", pointer)


def test_every_duplicate_name_is_a_fault_of_its_own() -> None:
    found = decoded(b'{"a":1,"a":2,"x":{"b":1,"b":2,"c":3,"c":4}}').faults
    assert [one.pointer for one in found] == ["/a", "/x/b", "/x/c"]


@pytest.mark.parametrize(
    "number",
    [
        "NaN",
        "Infinity",
        "-Infinity",
        "1e999",
        "-1e999",
        "1.7976931348623159e308",
        "9e308",
        "1e-999",
        "1e99999999999999999999999",
        "1e-99999999999999999999999",
        "9" * 310,
        "-" + "9" * 5_000,
        "9" * 400 + ".5",
    ],
)
def test_number_that_no_double_holds_is_pointed_at(number: str) -> None:
    found = fault(b'{"x":[0,{"y":' + number.encode() + b"}]}")
    assert (found.name, found.pointer) == ("number", "/x/1/y")
    assert found.actual[:60] == number[:60]
    assert len(found.actual) < 100


@pytest.mark.parametrize(
    "number", ["1.7976931348623157e308", "-1e308", "5e-324", "0e-400", "9" * 308, "-0", "1E5"]
)
def test_number_that_a_double_holds_is_taken(number: str) -> None:
    assert decoded(b'{"x":' + number.encode() + b"}").faults == ()


@pytest.mark.parametrize(
    ("raw", "pointer", "escape"),
    [
        (b'{"a":"\\ud800"}', "/a", "\\ud800"),
        (b'{"a":["x\\udfffy"]}', "/a/0", "\\udfff"),
        (b'{"a":{"\\udbff":1}}', "/a", "\\udbff"),
        (b'{"a":{"\\ud83d":{"b":NaN}}}', "/a", "\\ud83d"),
    ],
)
def test_lone_surrogate_is_pointed_at(raw: bytes, pointer: str, escape: str) -> None:
    found = decoded(raw).faults[0]
    assert (found.name, found.pointer) == ("surrogate", pointer)
    assert escape in found.actual


def test_faults_can_be_written_anywhere() -> None:
    for one in decoded(b'{"\\ud800":NaN,"x":{"\\udfff":1,"\\udfff":2}}').faults:
        f"{one.pointer}{one.expected}{one.actual}".encode()


def test_surrogate_pair_and_escaped_backslash_are_no_faults() -> None:
    assert decoded(rb'{"a":"\ud83d\ude00","b":"\\ud800"}').value == {"a": "\U0001f600", "b": "\\ud800"}


def test_several_faults_are_all_reported() -> None:
    found = decoded(b'{"a":NaN,"b":"\\ud800","c":1,"c":2}').faults
    assert sorted(one.name for one in found) == ["duplicate_key", "number", "surrogate"]


@pytest.mark.parametrize(("opening", "closing"), [(b"[", b"]"), (b'{"a":', b"}")])
@pytest.mark.parametrize("depth", [65, 10_000, 1_000_000])
def test_deep_nesting_is_a_fault(opening: bytes, closing: bytes, depth: int) -> None:
    found = fault(opening * depth + b"1" + closing * depth)
    assert (found.name, found.actual) == ("depth", f"{depth:,} levels of nesting")


def test_nesting_as_deep_as_allowed_is_taken() -> None:
    assert decoded(b'{"a":' * 64 + b"1" + b"}" * 64).faults == ()


def test_brackets_in_strings_do_not_nest() -> None:
    assert decoded(json.dumps({"a": "[" * 500 + '"' + "{" * 500}).encode()).faults == ()
    assert nesting('{"a":"[[[","b":[["]"]]}') == 3


def test_line_over_the_limit() -> None:
    found = decoded(b'{"a":12345}', max_bytes=10).faults[0]
    assert (found.name, found.expected, found.actual) == ("size", "at most 10 bytes", "11 bytes")


_COSTLY: dict[str, Callable[[int], bytes]] = {
    "unterminated string of escaped quotes": lambda n: b'{"a":' + b"[" * 70 + b'"' + b'\\"' * n,
    "many names and one of them twice": lambda n: (
        b"{" + b",".join(b'"k%d":1' % i for i in range(n)) + b',"k1":2}'
    ),
    "many brackets": lambda n: b'{"a":"' + b"[" * n + b'"}',
    "many digits": lambda n: b'{"a":' + b"9" * n + b"}",
    "many digits after the point": lambda n: b'{"a":0.' + b"9" * n + b"}",
}


@pytest.mark.parametrize("name", _COSTLY)
def test_time_grows_with_the_line_and_no_faster(name: str) -> None:
    """In the square of the length these would take minutes."""
    raw = _COSTLY[name](100_000)
    start = time.thread_time()
    decoded(raw)
    assert time.thread_time() - start < 3
