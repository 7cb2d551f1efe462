"""Answers of a web service: what was asked for, a page of it, or what was wrong with the request."""

from decimal import Decimal
from typing import Any

from edgejson._typing import JSONObject
from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary import date_times
from edgejson.generators.vocabulary.goods import article
from edgejson.generators.vocabulary.people import email, person
from edgejson.generators.vocabulary.places import place_with_coordinates
from edgejson.generators.world import World, require, without_empty

_OK = (
    (200, "OK"),
    (200, "Request completed successfully"),
    (201, "Resource created"),
    (202, "Accepted for processing"),
    (200, "Search completed"),
    (206, "Partial content delivered"),
)
_FAILED = (
    (400, "Bad request"),
    (401, "Authentication required"),
    (403, "Access denied"),
    (404, "Resource not found"),
    (409, "Conflict with the current state"),
    (422, "Validation failed"),
    (429, "Too many requests"),
    (500, "Internal server error"),
    (502, "Bad gateway"),
    (503, "Service temporarily unavailable"),
)
_REGISTERED = {status for status, _ in _OK + _FAILED}
"""All of them are in IANA's registry of HTTP status codes."""
_INVALID = (
    ("email", "must be a valid address"),
    ("quantity", "must be at least 1"),
    ("start_date", "is required"),
    ("postal_code", "does not match the country"),
    ("password", "is too short"),
    ("page", "is out of range"),
    ("currency", "is not supported"),
    ("file", "exceeds the size limit"),
    ("phone", "contains letters"),
)
_ERRORS = {
    400: _INVALID,
    401: (("token", "has expired"), ("api_key", "is not valid"), ("signature", "is missing")),
    403: (("scope", "does not include writing"), ("role", "may not see this resource")),
    404: (("sku", "is unknown"), ("order_id", "does not exist"), ("path", "matches no resource")),
    409: (("username", "is already taken"), ("version", "is older than the stored one")),
    422: _INVALID,
    429: (("quota", "is used up for this hour"), ("rate", "is above the limit of the plan")),
    500: (("database", "did not answer in time"), ("template", "could not be loaded")),
    502: (("upstream", "closed the connection"), ("upstream", "sent an invalid answer")),
    503: (("service", "is down for maintenance"), ("queue", "is full")),
}
"""What an answer with that status may complain about."""


def build(draws: Draws) -> JSONObject:
    """Return a label."""
    failed = draws.chance(40)
    status, message = draws.choice(_FAILED if failed else _OK)
    return without_empty(
        {
            "status_code": status,
            "message": message,
            "data": None if failed else draws.optional(75, lambda: _data(draws)),
            "metadata": draws.optional(80, lambda: _metadata(draws)),
            "pagination": None if failed else draws.optional(55, lambda: _pagination(draws)),
            "errors": _errors(draws, status) if failed and draws.chance(85) else None,
        }
    )


def _data(draws: Draws) -> JSONObject:
    kind = draws.below(5)
    if kind == 0:
        who = person(draws)
        return {
            "user_id": f"usr_{draws.hexes(8)}",
            "name": who.name,
            "email": email(draws, who),
            "active": draws.chance(80),
        }
    if kind == 1:
        goods = article(draws)
        return {"sku": goods.sku, "name": goods.name, "price": goods.price, "in_stock": draws.between(0, 240)}
    if kind == 2:
        return {
            "job_id": f"job-{draws.hexes(10)}",
            "state": draws.choice(("queued", "running", "done")),
            "progress": draws.between(0, 100),
        }
    if kind == 3:
        where = place_with_coordinates(draws)
        return {
            "city": where.city,
            "country": where.country.name,
            "timeZone": where.zone,
            "temperatureC": draws.decimal("-8.0", "34.0"),
        }
    who = person(draws)
    return {
        "orderNumber": f"SO-{draws.digits(6)}",
        "placedBy": who.name,
        "itemCount": draws.between(1, 12),
        "giftWrap": draws.chance(30),
        "weightKg": draws.decimal("0.30", "24.00"),
    }


def _metadata(draws: Draws) -> JSONObject:
    version = draws.choice(("v1", "v2", "2.4.1", "3.0.0", "2024-10-01", "1.18.3"))
    return without_empty(
        {
            "request_id": f"req_{draws.hexes(12)}",
            "timestamp": draws.optional(
                80, lambda: date_times.text(date_times.moment(draws, date_times.zone(draws)))
            ),
            "version": draws.optional(65, lambda: version),
        }
    )


def _pagination(draws: Draws) -> JSONObject:
    per_page, total = draws.choice((10, 20, 25, 50, 100)), draws.between(0, 1900)
    return {"page": draws.between(1, max(1, -(-total // per_page))), "per_page": per_page, "total": total}


def _errors(draws: Draws, status: int) -> list[JSONObject]:
    fitting = _ERRORS[status]
    most = 3 if fitting is _INVALID else 1
    return [
        without_empty({"field": field, "message": f"{field} {text}"})
        for field, text in draws.some(fitting, 1, most)
    ]


def check(label: Any) -> None:
    """Raise unless the page exists, errors come with a failure, and the status is registered."""
    require(label["status_code"] in _REGISTERED, "status_code is registered")
    require("errors" not in label or label["status_code"] >= 400, "errors come with 4xx or 5xx")
    if "pagination" in label:
        page, size, total = (label["pagination"][name] for name in ("page", "per_page", "total"))
        require(page <= max(1, (Decimal(total) / size).__ceil__()), "page is one that exists")
    if "timestamp" in label.get("metadata", {}):
        date_times.read(label["metadata"]["timestamp"])


WORLD = World(
    build=build,
    check=check,
    subject="API response",
    headings=("API Response", "HTTP Response", "REST API Response", "Service Reply", "Response Received"),
)
