"""Goods: products named as products, with a category, a code stem, and prices as shops set them."""

from dataclasses import dataclass
from decimal import Decimal

from edgejson.generators.draws import Draws
from edgejson.generators.vocabulary.money import amount


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A product at a price (two fraction digits)."""

    name: str
    category: str
    sku: str
    price: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shelf:
    category: str
    stem: str
    names: tuple[tuple[str, int, int, tuple[str, ...]], ...]
    """Articles, each with the prices it may have, from and to, and the variants that it comes in."""


_COLOURS = ("Black", "White", "Grey", "Blue")
_WARM = ("Natural", "Terracotta", "Charcoal", "Sand", "Olive")
_OUTDOOR = ("Green", "Orange", "Navy", "Grey")
_TECH = ("Graphite", "Silver", "Midnight Blue", "White")
_SIZES = ("Small", "Medium", "Large")
_WEAR = ("Size S", "Size M", "Size L")
_PAPER = ("A5", "A4", "A6")
_SCENTS = ("Unscented", "Lavender", "Rose")
_EDITIONS = ("Deluxe Edition", "Classic Edition", "Family Edition")
_MODELS = ("Gen 2", "Pro", "Compact")
_DESK = ("Oak", "Walnut", "Black")
_SCENES = ("Harbour", "Old Town", "Wildflowers")
_TOYS = ("Red", "Blue", "Grey")
_PACKS = ("Travel Size", "Family Pack", "Unscented")

_SHELVES = (
    _Shelf(
        category="Kitchen",
        stem="KIT",
        names=(
            ("Stainless Steel Water Bottle", 14, 35, _COLOURS),
            ("Cast Iron Skillet", 25, 70, _SIZES),
            ("Pour-Over Coffee Maker", 22, 55, _COLOURS),
            ("Ceramic Mixing Bowl Set", 28, 60, _WARM),
            ("Bamboo Cutting Board", 15, 40, _SIZES),
            ("Digital Kitchen Scale", 18, 45, _COLOURS),
            ("Electric Kettle", 30, 80, _COLOURS),
            ("Chef's Knife", 35, 120, _COLOURS),
            ("Salad Spinner", 16, 34, _COLOURS),
            ("Spice Rack", 19, 42, _SIZES),
        ),
    ),
    _Shelf(
        category="Electronics",
        stem="ELE",
        names=(
            ("Wireless Noise-Cancelling Headphones", 79, 320, _TECH),
            ("Mechanical Keyboard", 60, 170, _TECH),
            ("USB-C Docking Station", 70, 220, _TECH),
            ("Portable Charger", 20, 60, _TECH),
            ("Bluetooth Speaker", 25, 140, _TECH),
            ("Smart Plug", 10, 28, _COLOURS),
            ("Webcam", 35, 130, _MODELS),
            ("E-Reader", 90, 210, _TECH),
            ("Ergonomic Mouse", 25, 99, _TECH),
            ("27-inch Monitor", 160, 480, _MODELS),
            ("Dash Camera", 55, 190, _MODELS),
        ),
    ),
    _Shelf(
        category="Sports & Outdoors",
        stem="SPO",
        names=(
            ("Trail Running Shoes", 65, 160, _OUTDOOR),
            ("Yoga Mat", 18, 70, _OUTDOOR),
            ("Two-Person Tent", 110, 340, _OUTDOOR),
            ("Trekking Poles", 35, 120, _OUTDOOR),
            ("Insulated Lunch Bag", 14, 32, _OUTDOOR),
            ("Adjustable Dumbbell", 60, 240, _MODELS),
            ("Bike Helmet", 35, 130, _WEAR),
            ("Sleeping Bag", 50, 210, _OUTDOOR),
            ("Resistance Band Set", 12, 36, _OUTDOOR),
            ("Headlamp", 18, 65, _OUTDOOR),
        ),
    ),
    _Shelf(
        category="Home & Garden",
        stem="HOM",
        names=(
            ("Linen Duvet Cover", 70, 190, _WARM),
            ("Scented Soy Candle", 12, 34, _SCENTS),
            ("Floor Lamp", 45, 160, _WARM),
            ("Wool Throw Blanket", 40, 130, _WARM),
            ("Raised Garden Bed", 60, 180, _SIZES),
            ("Pruning Shears", 14, 48, _SIZES),
            ("Indoor Plant Pot", 11, 45, _WARM),
            ("Storage Basket", 15, 42, _WARM),
            ("Wall Clock", 20, 75, _WARM),
            ("Cordless Vacuum Cleaner", 120, 390, _TECH),
        ),
    ),
    _Shelf(
        category="Office Supplies",
        stem="OFF",
        names=(
            ("Dotted Notebook", 8, 24, _PAPER),
            ("Gel Pen Set", 6, 19, _COLOURS),
            ("Desk Organizer", 14, 45, _DESK),
            ("Monitor Arm", 45, 150, _TECH),
            ("Whiteboard", 30, 140, _SIZES),
            ("Standing Desk Converter", 110, 320, _DESK),
            ("Document Shredder", 45, 160, _COLOURS),
            ("Label Printer", 40, 150, _COLOURS),
        ),
    ),
    _Shelf(
        category="Toys & Games",
        stem="TOY",
        names=(
            ("Wooden Train Set", 30, 90, _EDITIONS),
            ("Strategy Board Game", 25, 75, _EDITIONS),
            ("1000-Piece Jigsaw Puzzle", 14, 32, _SCENES),
            ("Plush Elephant", 12, 35, _TOYS),
            ("Magnetic Building Tiles", 28, 85, _EDITIONS),
            ("Remote-Control Car", 25, 95, _TOYS),
            ("Watercolor Paint Kit", 10, 32, _EDITIONS),
        ),
    ),
    _Shelf(
        category="Beauty & Care",
        stem="CAR",
        names=(
            ("Vitamin C Serum", 14, 48, _PACKS),
            ("Shea Butter Hand Cream", 7, 22, _SCENTS),
            ("Electric Toothbrush", 35, 160, _COLOURS),
            ("Beard Trimmer", 25, 85, _COLOURS),
            ("Mineral Sunscreen", 12, 34, _PACKS),
            ("Hair Dryer", 30, 180, _COLOURS),
            ("Cotton Face Cloths", 9, 24, _COLOURS),
        ),
    ),
)

CATEGORIES = tuple(shelf.category for shelf in _SHELVES)
_THINGS = tuple(
    " ".join(word if word.isupper() or word == "Bluetooth" else word.lower() for word in name.split())
    for shelf in _SHELVES
    for name, *_ in shelf.names
    if not name.endswith("s")
)
_ENDINGS = (0, 99, 95, 50, 49, 90, 25, 75)


def article(draws: Draws) -> Article:
    """Return a product."""
    shelf = draws.choice(_SHELVES)
    name, low, high, variants = draws.choice(shelf.names)
    variant = draws.optional(70, lambda: draws.choice(variants))
    minor = 100 * draws.between(low, high) + draws.choice(_ENDINGS)
    return Article(
        name=f"{name}, {variant}" if variant else name,
        category=shelf.category,
        sku=f"{shelf.stem}-{draws.digits(5)}",
        price=Decimal(amount(minor)),
    )


def thing(draws: Draws) -> str:
    """Return what people call a product when they talk about it: "wall clock", never a plural."""
    return draws.choice(_THINGS)


def articles(draws: Draws, count: int) -> list[Article]:
    """Return `count` products no two of which share a name or a code."""
    found: list[Article] = []
    names: set[str] = set()
    codes: set[str] = set()
    while len(found) < count:
        drawn = article(draws)
        name, number = drawn.name, 2
        while name in names:  # a second of the same kind is another model of it
            name, number = f"{drawn.name} No. {number}", number + 1
        sku = drawn.sku
        while sku in codes:
            sku = f"{sku[:4]}{(int(sku[4:]) - 9999) % 90000 + 10000}"
        names.add(name)
        codes.add(sku)
        found.append(Article(name=name, category=drawn.category, sku=sku, price=drawn.price))
    return found
