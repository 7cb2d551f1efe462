"""Tests for synthetic JSON data, and the gate that only data which has passed them goes through."""

from edgejson.checks import check
from edgejson.errors import EdgejsonError, NotAdmitted, SettingsError
from edgejson.finding import Finding, Mismatch
from edgejson.gate import Admitted, admit, admit_or_validate
from edgejson.record import Record

__version__ = "0.1.0"
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
