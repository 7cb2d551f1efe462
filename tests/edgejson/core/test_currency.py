"""Currencies: in which unit the amounts of a record are counted."""

import pytest

from edgejson.core.currency import currency_digits


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("Total: 12.50", 2),
        ("Total: USD 12.50", 2),
        ("Total: 1200 JPY", 0),
        ("Total: JPY1200", 0),
        ("Currency: JPY, total: 1200", 0),
        ("currency (KWD)", 3),
        ("Refund: JPY -1200", 0),
        ("Refund: -1200 JPY", 0),
        ("1,200JPY.", 0),
        ("Total: ¥1200", 0),
        ("Total: 1200円", 0),
        ("Preis: ₩12000", 0),
        ("Price 5.250 KWD", 3),
        ("BHD 0.100", 3),
        ("¥12.50 (CNY)", 2),
        ("USD 12 and JPY 1200", 2),  # two currencies: no telling which
        ("$12.50 (about 1900 JPY)", 2),
        ("12,50 € oder ¥1900", 2),
        ("Total: 12.50 XYZ", 2),
        ("Total 12.50, JPYX 3", 2),
        # Codes within identifiers are no currencies.
        ("Product id: CLP-0042, price 12.99", 2),
        ("SKU: 77-ISK-3, price 12.99", 2),
        ("SKU: A1JPY, price 12.99", 2),
        ("SKU: XJPY5, price 12.99", 2),
        ("Order 12345-JPY-9, price 12.99", 2),
        # After a word of money, or "in"; before one.
        ("Price (KWD): 1.375", 3),
        ("Price (in KWD): 1.375", 3),
        ("unit_price [KWD] = 1.375", 3),
        ("Price per unit (KWD): 1.375", 3),
        ("| Item | Price (JPY) | Quantity |", 0),
        ("Total JPY: 1200", 0),
        ("All amounts are in JPY.", 0),
        ("All amounts are JPY.", 0),
        ("ALL AMOUNTS IN JPY", 0),
        ("all amounts in JPY, please", 0),
        ("Currency code: JPY", 0),
        ("Currency:\n  JPY", 0),
        ("The currency is JPY.", 0),
        ("JPY prices, quantities in pieces", 0),
        ("Total: 1,200 (JPY)", 0),
        ("Prices (JPY), about 8 USD in all", 2),
        # By name.
        ("Prices in yen. Price: 1985", 0),
        ("1985 yen", 0),
        ("1985 Japanese Yen", 0),
        ("Price: 1.375 Kuwaiti dinars", 3),
        ("Price (Kuwaiti dinars): 1.375", 3),
        ("Alles in: 12 000 won", 0),
        ("Total amounts in South Korean won", 0),
        ("4500 CFA francs", 0),
        ("12 dollars, or 1900 yen", 2),
        # A word in capitals, a code without money, a name that is a thing or of several currencies.
        ("TRY ALL our TOP items! Prices in JPY", 0),
        ("ALL PRICES INCLUDE A CUP. ALL TOTALS IN JPY.", 0),
        ("TOP prices in ALL shops", 2),
        ("Ship to: JPY Trading, UGX Street", 2),
        ("A lamp from the KWD series, price 1.37", 2),
        ("Coupon ISK", 2),
        ("Antique Kuwaiti dinar, framed. Price: 12.50", 2),
        ("3 yen coins at 12.50", 2),
        ("Price in dinars: 1.37", 2),
        ("He won 3 games; 2 won late", 2),
    ],
)
def test_currency_digits(text: str, digits: int) -> None:
    assert currency_digits(text) == digits
