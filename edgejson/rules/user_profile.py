"""User profiles: a username is one word."""

from collections.abc import Iterator

from edgejson.constraints.label_paths import texts
from edgejson.core.finding import Mismatch
from edgejson.core.record import Record
from edgejson.suite.checks import check


@check(kind="semantics", severity="warning", schemas=("user_profile",), needs=("username",))
def username_has_no_blanks(record: Record) -> Iterator[Mismatch]:
    """The username has no blanks."""
    for username in texts(record.label, "username"):
        if any(letter.isspace() for letter in username.value):
            yield Mismatch(
                pointer=username.pointer, expected="a username without blanks", actual=username.value
            )
