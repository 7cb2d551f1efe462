"""The page toolkit: one self-contained HTML file, without any request to a network or a script but ours."""

import base64
import hashlib
import json
import re
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

_SCRIPT = re.compile("<script>(.*?)</script>", re.DOTALL)


@cache
def _environment() -> Environment:
    loader = PackageLoader("edgejson.reports")
    environment = Environment(
        loader=loader,
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_visible,
    )
    environment.filters["counted"] = lambda number: f"{number:,}"
    sources = [loader.get_source(environment, name)[0] for name in sorted(loader.list_templates())]
    environment.globals["script_hashes"] = " ".join(map(_hash, _scripts(sources)))
    return environment


def page(template: str, **values: Any) -> str:
    """Return a page from a template of ``edgejson/reports/templates``, which extends ``page.html.jinja``.

    All values are escaped. A missing value is an error, not a blank. Of scripts a browser runs those that
    stand in the templates, which it knows by their digests.
    """
    return _environment().get_template(template).render(**values)


def _scripts(sources: list[str]) -> list[str]:
    return [script for source in sources for script in _SCRIPT.findall(source)]


def _hash(script: str) -> str:
    """Return the source expression of a script (Content Security Policy Level 3, section 2.3.1)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def _visible(value: Any) -> Any:
    """Return text with escapes for control characters; what a template has made already stays as it is."""
    if type(value) is not str or value.isprintable():
        return value
    return "".join(c if c in "\n\t" or c.isprintable() else json.dumps(c)[1:-1] for c in value)
