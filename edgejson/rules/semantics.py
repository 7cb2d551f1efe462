"""Fields hold the kind of thing that their name says, by their form and by public vocabularies."""

from collections.abc import Iterator

from edgejson.constraints.label_paths import LabelText, texts
from edgejson.constraints.languages import is_language_tag
from edgejson.constraints.person_names import is_person_name
from edgejson.constraints.time_zones import zone_names
from edgejson.core.finding import Mismatch
from edgejson.core.record import Record
from edgejson.suite.checks import check

_PRODUCT_NAMES = (
    "product_name",
    "items/*/product_name",
    "product_performance/top_selling_products/*/product_name",
)


def _not_zones(zones: list[LabelText]) -> Iterator[Mismatch]:
    for zone in zones:
        if zone.value not in zone_names():
            expected = "an IANA time zone such as Europe/Berlin"
            yield Mismatch(pointer=zone.pointer, expected=expected, actual=zone.value)


@check(kind="semantics", schemas=("location",), needs=("timezone",))
def timezone_is_an_iana_zone(record: Record) -> Iterator[Mismatch]:
    """A location's timezone is the name of a zone of the IANA database."""
    return _not_zones(texts(record.label, "timezone"))


@check(kind="semantics", severity="warning", schemas=("nested_organization",), needs=())
def headquarters_timezone_is_an_iana_zone(record: Record) -> Iterator[Mismatch]:
    """The timezone of an organization's headquarters is the name of a zone of the IANA database."""
    return _not_zones(texts(record.label, "headquarters/timezone"))


@check(kind="semantics", schemas=("simple_config",), needs=("language",))
def language_is_a_language_tag(record: Record) -> Iterator[Mismatch]:
    """A configuration's language is a BCP 47 language tag."""
    for language in texts(record.label, "language"):
        if not is_language_tag(language.value):
            expected = "a BCP 47 language tag such as en or pt-BR"
            yield Mismatch(pointer=language.pointer, expected=expected, actual=language.value)


@check(
    kind="semantics",
    severity="warning",
    schemas=("product_info", "order_details", "shopping_cart", "ecommerce_analytics"),
    needs=(),
)
def product_is_not_a_person(record: Record) -> Iterator[Mismatch]:
    """A product's name does not look like the full name of a person."""
    for name in texts(record.label, *_PRODUCT_NAMES):
        if is_person_name(name.value):
            yield Mismatch(pointer=name.pointer, expected="the name of a product", actual=name.value)
