"""Tests for synthetic JSON data, and the gate that only data which has passed them goes through."""

from edgejson._version import __version__ as __version__
from edgejson.core.finding import Finding, Mismatch
from edgejson.core.record import Record
from edgejson.errors import EdgejsonError, NotAdmitted, SettingsError
from edgejson.gate.admission import Admitted, admit, admit_or_validate
from edgejson.suite.checks import check

__all__ = [
    "Admitted",
    "EdgejsonError",
    "Finding",
    "Mismatch",
    "NotAdmitted",
    "Record",
    "SettingsError",
    "admit",
    "admit_or_validate",
    "check",
]
