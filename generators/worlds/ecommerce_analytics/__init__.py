"""Analytics reports of web shops."""

from edgejson.generators.worlds.ecommerce_analytics.report import WORLD

__all__ = ["WORLD"]
