"""Small invented labels for the tests of drafts: shops' bills, whose figures follow from each other."""

import random
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

JSONObject = dict[str, Any]


def bills(count: int, *, seed: int = 0) -> list[JSONObject]:
    """Return rows of a text and a bill, whose amounts add up and whose dates and references are right."""
    draws = random.Random(seed)
    return [_row(draws, number) for number in range(count)]


def _row(draws: random.Random, number: int) -> JSONObject:
    lines: list[dict[str, Any]] = [
        {
            "article": f"A{draws.randrange(10_000)}",
            "pieces": draws.randint(1, 9),
            "cents": draws.randint(50, 9000),
        }
        for _ in range(draws.randint(2, 4))
    ]
    for line in lines:
        line["line_cents"] = line["pieces"] * line["cents"]
    net, tax, tip = sum(line["line_cents"] for line in lines), draws.randint(10, 900), draws.randint(1, 500)
    ordered, year = draws.randint(1, 28), draws.randint(2018, 2024)
    town, land = draws.choice(
        [("Wien", "AT"), ("Linz", "AT"), ("Bern", "CH"), ("Bonn", "DE"), ("Kiel", "DE")]
    )
    bill: JSONObject = {
        "bill": f"B-{number:05d}",
        "ordered": f"{year}-03-{ordered:02d}",
        "paid": f"{year}-04-{draws.randint(1, 28):02d}",
        "lines": lines,
        "net_cents": net,
        "tax_cents": tax,
        "due_cents": net + tax,
        "town": town,
        "land": land,
        "returned": draws.choice(lines)["article"],
        "state": draws.choice(["open", "closed"]),
        "mood": draws.choice(["glad", "cross"]),
    }
    if number % 2:
        bill["tip_cents"] = tip
        bill["due_cents"] += tip
    said = ", ".join(str(value) for name, value in bill.items() if name not in ("mood", "lines"))
    return {"nr": f"row {number}", "text": f"Bill {said}: {lines}", "bill": bill}


def shuffled(rows: list[JSONObject], *, seed: int = 0) -> list[JSONObject]:
    """Return the rows with the values of each field permuted over all labels."""
    places: dict[tuple[str, ...], list[tuple[Any, Any]]] = defaultdict(list)
    for row in rows:
        for path, holder, key in _leaves(row["bill"], ()):
            places[path].append((holder, key))
    draws = random.Random(seed)
    for found in places.values():
        values = [holder[key] for holder, key in found]
        draws.shuffle(values)
        for (holder, key), value in zip(found, values, strict=True):
            holder[key] = value
    return rows


def _leaves(value: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any, Any]]:
    members: list[tuple[Any, Any]] = list(value.items() if isinstance(value, dict) else enumerate(value))
    for key, item in members:
        here = (*path, str(key) if isinstance(value, dict) else "*")
        if isinstance(item, dict | list):
            yield from _leaves(item, here)
        else:
            yield here, value, key
