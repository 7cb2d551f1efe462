"""What all tests share: pytest's own test bench, good records, and a small project to put them in."""

import json
import os
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest

from edgejson.rules import FAMILIES

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytest_plugins = ["pytester", "tests.toy_training"]

# Tiny products are slower on two threads, and threads that spin steal time from the other worker's tests. Set
# before torch is imported, here and in the processes that tests start.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

# Times say nothing on a machine that is busy with other things.
hypothesis.settings.register_profile(
    "edgejson", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("edgejson")

JSONObject = dict[str, Any]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where bfloat16 is asked for and only emulated, run the tests marked ``bf16`` alone."""
    if os.environ.get("EDGEJSON_PRECISION") != "bf16":
        return
    from edgejson.models.precision import computes_in_bf16

    if not computes_in_bf16("cpu"):
        config.hook.pytest_deselected(items=[item for item in items if not item.get_closest_marker("bf16")])
        items[:] = [item for item in items if item.get_closest_marker("bf16")]


_BROWSER_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--window-size=1200,1600",
)  # fmt: skip
_NAMES = ("Ada Byron", "Grace Hopper", "Emmy Noether", "Mary Jackson", "Lise Meitner", "Rosalind Franklin")
_GOODS = (("Desk lamp", 19.99, 3), ("Office chair", 149.5, 1), ("Oak shelf", 80, 2), ("Wall clock", 12.25, 4))


def record(schema_id: str, number: int, label: JSONObject, *, complexity: str = "medium") -> JSONObject:
    """Return a record whose prompt lists the values of `label` one by one."""
    return {
        "id": f"edgejson_{schema_id}_template_{number:03d}",
        "schema_id": schema_id,
        "complexity": complexity,
        "source": "template",
        "prompt": f"Extract the {schema_id.replace('_', ' ')} as JSON.\n\n" + "\n".join(_listed(label)),
        "expected_output": label,
    }


def _listed(label: Mapping[str, Any], prefix: str = "") -> Iterable[str]:
    for name, value in label.items():
        title = prefix + name.replace("_", " ").capitalize()
        if isinstance(value, list):
            for index, item in enumerate(value, 1):
                yield from _listed(item if isinstance(item, dict) else {"": item}, f"{title} {index} ")
        else:
            yield f"{title}: {value}"


def contact(number: int = 1) -> JSONObject:
    """Return a good contact_info record."""
    name = _NAMES[number % len(_NAMES)]
    user = f"{name.split()[0].lower()}{number}"
    label = {"name": name, "email": f"{user}@example.org", "phone": f"+44 20 7946 {number:04d}"}
    return record("contact_info", number, label, complexity="simple")


def invoice(number: int = 1) -> JSONObject:
    """Return a good invoice record: two lines, tax of 8.25 %."""
    lines = [_GOODS[number % len(_GOODS)], _GOODS[(number + 1) % len(_GOODS)]]
    cents = [round(price * 100) * quantity for _, price, quantity in lines]
    tax = sum(cents) * 825 // 10_000
    label = {
        "invoice_number": f"INV-{number:05d}",
        "invoice_date": f"2024-03-{number % 28 + 1:02d}",
        "due_date": f"2024-04-{number % 28 + 1:02d}",
        "customer_name": _NAMES[number % len(_NAMES)],
        "line_items": [
            {"description": name, "quantity": quantity, "unit_price": price, "total": total / 100}
            for (name, price, quantity), total in zip(lines, cents, strict=True)
        ],
        "subtotal": sum(cents) / 100,
        "tax": tax / 100,
        "total_amount": (sum(cents) + tax) / 100,
        "payment_status": "paid",
    }
    return record("invoice", number, label)


def shopping_cart(number: int = 1) -> JSONObject:
    """Return a good shopping_cart record: one of two items at 10 % off."""
    label = {
        "cart_id": f"CART-{number:05d}",
        "user_id": f"user-{number:04d}",
        "items": [
            {"product_id": "P-100", "product_name": "Desk lamp", "quantity": 2, "price": 20.5},
            {
                "product_id": "P-200",
                "product_name": "Oak shelf",
                "quantity": 1,
                "price": 80,
                "discount_percentage": 10,
            },
        ],
        "subtotal": 113,
        "shipping_cost": 7.5,
        "tax": 9.04,
        "total": 129.54,
        "last_updated": "2024-05-04T10:20:30Z",
    }
    return record("shopping_cart", number, label)


def order_details(number: int = 1) -> JSONObject:
    """Return a good order_details record."""
    label = {
        "order_id": f"ORD-{number:05d}",
        "customer_name": _NAMES[number % len(_NAMES)],
        "items": [
            {"product_name": "Desk lamp", "quantity": 3, "price": 19.99},
            {"product_name": "Wall clock", "quantity": 1, "price": 12.25},
        ],
        "total_amount": 72.22,
        "status": "shipped",
    }
    return record("order_details", number, label)


def changed(good: JSONObject, **fields: Any) -> JSONObject:
    """Return `good` with other label fields; the prompt says what the label says. None takes a field away."""
    label = {**deepcopy(good["expected_output"]), **fields}
    label = {name: value for name, value in label.items() if value is not None}
    number = int(good["id"].rpartition("_")[2])
    return record(good["schema_id"], number, label, complexity=good["complexity"])


def broken_invoice(number: int = 1) -> JSONObject:
    """Return an invoice whose total is wrong: one finding, of ``invoice.total_is_subtotal_plus_tax``."""
    return changed(invoice(number), total_amount=1)


def jsonl(*records: JSONObject | bytes) -> bytes:
    """Return the bytes of a data file of these lines; bytes stand for themselves."""
    lines = [
        one if isinstance(one, bytes) else json.dumps(one, ensure_ascii=False).encode() for one in records
    ]
    return b"".join(line + b"\n" for line in lines)


class Project:
    """A folder with settings, data files and check files."""

    def __init__(self, root: Path, *, families: Collection[str] = FAMILIES) -> None:
        self.root = root
        self._disabled = [family for family in FAMILIES if family not in families]

    def data(self, name: str, *records: JSONObject | bytes) -> Path:
        """Write a data file and return its path."""
        return self.file(name, jsonl(*records))

    def file(self, name: str, content: str | bytes) -> Path:
        """Write any file and return its path."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def settings(self, text: str = "") -> Path:
        """Write a pyproject.toml with a ``[tool.edgejson]`` table of these lines.

        Families other than those of the project are disabled, unless the lines say what is.
        """
        disable = (
            "" if "disable" in text or not self._disabled else f"disable = {json.dumps(self._disabled)}\n"
        )
        return self.file("pyproject.toml", f"[tool.edgejson]\n{disable}{text}\n")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project in an empty folder, its settings the defaults."""
    made = Project(tmp_path)
    made.settings()
    return made


MakeRecord = Callable[[int], JSONObject]
GOOD_RECORDS: tuple[MakeRecord, ...] = (contact, invoice, shopping_cart, order_details)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Chrome"]:
    """A headless Chromium, for looking at pages as a reader does."""
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if chromium is None or driver is None:
        pytest.skip("needs chromium and chromedriver on the PATH")
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in (*_BROWSER_FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    chrome = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    yield chrome
    chrome.quit()


@pytest.fixture
def two_threads() -> Iterator[None]:
    """Let torch compute with two threads, however many the machine has."""
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(2)
    yield
    torch.set_num_threads(before)
