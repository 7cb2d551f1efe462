"""What the tests of the gate share: an attested file, refusals, and attestations edited by hand."""

import json
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from edgejson import NotAdmitted, admit, admit_or_validate
from edgejson.errors import Refusal
from edgejson.gate.attestation import attestation_path
from tests.conftest import Project, contact, invoice


@pytest.fixture
def data(project: Project) -> Path:
    """A good data file with its attestation."""
    path = project.data("train data.jsonl", contact(1), invoice(2))
    admit_or_validate(path)
    return path


def refused(path: Path, refusal: Refusal, **options: Any) -> NotAdmitted:
    """Have `path` refused, by `admit` and by `admit_or_validate`; the attestation is left as it was."""
    place = attestation_path(path)
    before = place.read_bytes() if place.is_file() else None
    for gate in (admit, admit_or_validate):
        if gate is admit_or_validate and refusal == "no attestation":
            options["require_attestation"] = True
        with pytest.raises(NotAdmitted) as caught:
            gate(path, **options)
        assert caught.value.refusal == refusal
        assert refusal in str(caught.value)
        assert "\n" not in str(caught.value)
        assert str(path) in shlex.split(caught.value.mend.replace("correct what ", "").partition(" shows")[0])
    assert (place.read_bytes() if place.is_file() else None) == before
    return caught.value


def edit(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the attestation of `path` by hand."""
    place = attestation_path(path)
    document = json.loads(place.read_bytes())
    change(document)
    place.write_text(json.dumps(document))
