"""E-mail headers: message ids and content types in their standards' form."""

import re
from collections.abc import Iterator

from edgejson.constraints.label_paths import texts
from edgejson.core.finding import Mismatch
from edgejson.core.record import Record
from edgejson.suite.checks import check

_SCHEMAS = ("email_metadata",)

# RFC 5322, sections 3.2.3 and 3.6.4; quoted and obsolete left sides are allowed as one quoted string. The
# angle brackets are often left away where the id is a value of its own.
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_DOT_ATOM = rf"{_ATOM}(?:\.{_ATOM})*"
_ID = rf'(?:{_DOT_ATOM}|"[^"\s]+")@(?:{_DOT_ATOM}|\[[^\[\]\\\s]*\])'
_MESSAGE_ID = re.compile(rf"<{_ID}>|{_ID}")

# RFC 6838, section 4.2 (restricted names), and the parameters of RFC 2045.
_NAME = r"[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}"
_CONTENT_TYPE = re.compile(rf'{_NAME}/{_NAME}(?:\s*;\s*[^\s;="/]+=(?:[^\s;"]+|"[^"]*"))*')


@check(kind="semantics", schemas=_SCHEMAS, needs=("message_id",))
def message_id_has_the_standard_form(record: Record) -> Iterator[Mismatch]:
    """The message id has the form of RFC 5322: something, an at sign, a domain, without blanks."""
    for message_id in texts(record.label, "message_id"):
        if not _MESSAGE_ID.fullmatch(message_id.value):
            expected = "a message id such as <1043.77@mail.example.org>"
            yield Mismatch(pointer=message_id.pointer, expected=expected, actual=message_id.value)


@check(kind="semantics", schemas=_SCHEMAS, needs=())
def content_types_are_media_types(record: Record) -> Iterator[Mismatch]:
    """Each attachment's content type is a media type: type/subtype."""
    for content_type in texts(record.label, "attachments/*/content_type"):
        if not _CONTENT_TYPE.fullmatch(content_type.value):
            expected = "a media type such as application/pdf"
            yield Mismatch(pointer=content_type.pointer, expected=expected, actual=content_type.value)
