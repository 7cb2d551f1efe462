"""The page toolkit: one self-contained HTML file, without any request to a network."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("edgejson.reports"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["counted"] = lambda number: f"{number:,}"
    return environment


def page(template: str, **values: Any) -> str:
    """Return a page from a template of ``edgejson/reports/templates``, which extends ``page.html.jinja``.

    All values are escaped. A missing value is an error, not a blank.
    """
    return _environment().get_template(template).render(**values)
