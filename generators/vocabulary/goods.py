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
    names: tuple[tuple[str, int, int], ...]
    variants: tuple[str, ...]


_SHELVES = (
    _Shelf(
        category="Kitchen",
        stem="KIT",
        names=(
            ("Stainless Steel Water Bottle", 14, 35),
            ("Cast Iron Skillet", 25, 70),
            ("Pour-Over Coffee Maker", 22, 55),
            ("Ceramic Mixing Bowl Set", 28, 60),
            ("Bamboo Cutting Board", 15, 40),
            ("Digital Kitchen Scale", 18, 45),
            ("Electric Kettle", 30, 80),
            ("Chef's Knife", 35, 120),
            ("Salad Spinner", 16, 34),
            ("Spice Rack", 19, 42),
        ),
        variants=("Black", "Sage", "White", "Cream", "Large", "Small", "Slate"),
    ),
    _Shelf(
        category="Electronics",
        stem="ELE",
        names=(
            ("Wireless Noise-Cancelling Headphones", 79, 320),
            ("Mechanical Keyboard", 60, 170),
            ("USB-C Docking Station", 70, 220),
            ("Portable Charger", 20, 60),
            ("Bluetooth Speaker", 25, 140),
            ("Smart Plug", 10, 28),
            ("Webcam", 35, 130),
            ("E-Reader", 90, 210),
            ("Ergonomic Mouse", 25, 99),
            ("27-inch Monitor", 160, 480),
            ("Dash Camera", 55, 190),
        ),
        variants=("Graphite", "Silver", "Midnight Blue", "White", "Gen 2", "Pro", "Compact"),
    ),
    _Shelf(
        category="Sports & Outdoors",
        stem="SPO",
        names=(
            ("Trail Running Shoes", 65, 160),
            ("Yoga Mat", 18, 70),
            ("Two-Person Tent", 110, 340),
            ("Trekking Poles", 35, 120),
            ("Insulated Lunch Bag", 14, 32),
            ("Adjustable Dumbbell", 60, 240),
            ("Bike Helmet", 35, 130),
            ("Sleeping Bag", 50, 210),
            ("Resistance Band Set", 12, 36),
            ("Headlamp", 18, 65),
        ),
        variants=("Green", "Orange", "Navy", "Size M", "Size L", "Lightweight", "Grey"),
    ),
    _Shelf(
        category="Home & Garden",
        stem="HOM",
        names=(
            ("Linen Duvet Cover", 70, 190),
            ("Scented Soy Candle", 12, 34),
            ("Floor Lamp", 45, 160),
            ("Wool Throw Blanket", 40, 130),
            ("Raised Garden Bed", 60, 180),
            ("Pruning Shears", 14, 48),
            ("Indoor Plant Pot", 11, 45),
            ("Storage Basket", 15, 42),
            ("Wall Clock", 20, 75),
            ("Cordless Vacuum Cleaner", 120, 390),
        ),
        variants=("Natural", "Terracotta", "Charcoal", "Sand", "Olive", "Set of Two", "Medium"),
    ),
    _Shelf(
        category="Office Supplies",
        stem="OFF",
        names=(
            ("Dotted Notebook", 8, 24),
            ("Gel Pen Set", 6, 19),
            ("Desk Organizer", 14, 45),
            ("Monitor Arm", 45, 150),
            ("Whiteboard", 30, 140),
            ("Standing Desk Converter", 110, 320),
            ("Document Shredder", 45, 160),
            ("Label Printer", 40, 150),
        ),
        variants=("A5", "A4", "Black", "Oak", "Grey", "Wall-Mounted", "Refillable"),
    ),
    _Shelf(
        category="Toys & Games",
        stem="TOY",
        names=(
            ("Wooden Train Set", 30, 90),
            ("Strategy Board Game", 25, 75),
            ("1000-Piece Jigsaw Puzzle", 14, 32),
            ("Plush Elephant", 12, 35),
            ("Magnetic Building Tiles", 28, 85),
            ("Remote-Control Car", 25, 95),
            ("Watercolor Paint Kit", 10, 32),
        ),
        variants=("Deluxe Edition", "Travel Edition", "Starter Set", "Red", "Blue", "Family Edition"),
    ),
    _Shelf(
        category="Beauty & Care",
        stem="CAR",
        names=(
            ("Vitamin C Serum", 14, 48),
            ("Shea Butter Hand Cream", 7, 22),
            ("Electric Toothbrush", 35, 160),
            ("Beard Trimmer", 25, 85),
            ("Mineral Sunscreen", 12, 34),
            ("Hair Dryer", 30, 180),
            ("Cotton Face Cloths", 9, 24),
        ),
        variants=("Unscented", "Lavender", "Travel Size", "Rose", "Family Pack", "White"),
    ),
)

CATEGORIES = tuple(shelf.category for shelf in _SHELVES)
_ENDINGS = (0, 99, 95, 50, 49, 90, 25, 75)


def article(draws: Draws) -> Article:
    """Return a product."""
    shelf = draws.choice(_SHELVES)
    name, low, high = draws.choice(shelf.names)
    variant = draws.optional(70, lambda: draws.choice(shelf.variants))
    minor = 100 * draws.between(low, high) + draws.choice(_ENDINGS)
    return Article(
        name=f"{name}, {variant}" if variant else name,
        category=shelf.category,
        sku=f"{shelf.stem}-{draws.digits(5)}",
        price=Decimal(amount(minor)),
    )


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
