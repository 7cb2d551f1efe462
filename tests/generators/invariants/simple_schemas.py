"""The invariants of the simple schemas, worked out anew: nothing here calls the worlds' checks."""

import re
from typing import Any

from tests.generators.invariants.figures import ADDRESS, is_zip_of, moment, places, zones


def contact_info(label: Any) -> None:
    assert ADDRESS.fullmatch(label["email"])
    assert re.fullmatch(r"\+?[0-9\s()-]+", label["phone"])


def location(label: Any) -> None:
    assert -90 <= label["latitude"] <= 90
    assert -180 <= label["longitude"] <= 180
    assert "timezone" not in label or label["timezone"] in zones()
    american = re.search(r"([A-Z]{2}) (\d{5})$", label.get("address", ""))
    if american:
        assert is_zip_of(american[1], american[2])
        assert 18 < label["latitude"] < 72
        assert -170 < label["longitude"] < -66


def log_entry(label: Any) -> None:
    moment(label["timestamp"])


def notification(label: Any) -> None:
    moment(label.get("timestamp", "2025-01-01T00:00:00Z"))


def product_info(label: Any) -> None:
    assert places(label["price"]) == 2
    assert re.fullmatch(r"[A-Z0-9-]+", label.get("sku", "A1"))


def rating(label: Any) -> None:
    assert label["rating"] in (1, 2, 3, 4, 5)


def sensor_reading(label: Any) -> None:
    assert 0 <= label.get("humidity", 0) <= 100
    assert -55 <= label["temperature"] <= 125
    moment(label["timestamp"])


def simple_config(label: Any) -> None:
    assert re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-[0-9]{3})?", label["language"])


def tag_list(label: Any) -> None:
    assert all(tag.strip() for tag in label["tags"])
    assert len(label["tags"]) == len(set(label["tags"]))


def user_profile(label: Any) -> None:
    assert 13 <= label["age"] <= 120
    assert not re.search(r"\s", label["username"])
