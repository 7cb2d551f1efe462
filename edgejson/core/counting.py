"""Numbers of things in words."""


def counted(number: int, noun: str) -> str:
    """Return ``1 error``, ``2 errors`` or ``1,000 errors``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
