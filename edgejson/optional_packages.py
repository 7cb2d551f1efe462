"""What only some commands need: which extra of edgejson brings a package that is lacking."""

from edgejson.errors import NotInstalled

_FOR_SCORING = ("numpy", "scipy")
"""All that the scores of stored answers need; the extra ``train`` has them too."""


def not_installed(error: ModuleNotFoundError, *, extra: str) -> NotInstalled:
    """Return the error to show for a package that is not here; `extra` is that of the command.

    Raises `error` itself where a module of edgejson is missing: no extra brings that.
    """
    package = (error.name or "").partition(".")[0]
    if package in ("", "edgejson", "pytest_edgejson"):
        raise error
    return NotInstalled(package, "score" if package in _FOR_SCORING else extra)
