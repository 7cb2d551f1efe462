"""The property that the generators are fuzzed for, and how many examples a run tries."""

from collections.abc import Callable

from hypothesis import given, seed, settings
from hypothesis import strategies as st

from edgejson.core.finding import Finding
from edgejson.generators import GeneratedRecord, strategies
from edgejson.generators.record_findings import findings_of
from edgejson.suite.suite import Suite

A_ROUND = 1_000
"""Examples that one search tries: Hypothesis remembers all of them, so a thorough run has many rounds."""


class RefusedError(AssertionError):
    """A record that a generator made and the suite refuses."""

    def __init__(self, record: GeneratedRecord, findings: tuple[Finding, ...]) -> None:
        self.record = record
        self.findings = findings
        found = "\n".join(f"{one.rule} {one.pointer}: {one.message}" for one in findings)
        super().__init__(f"{found}\n{record.line().decode()}")


def is_thorough() -> bool:
    """Whether this is the thorough run."""
    return settings.get_current_profile_name() == "thorough"


def examples(ci: int, thorough: int) -> settings:
    """Return the settings of a property that has these numbers of examples in the two profiles."""
    profile = settings.get_profile("thorough" if is_thorough() else "ci")
    return settings(profile, max_examples=thorough if is_thorough() else ci)


def fuzz(drawn: st.SearchStrategy[GeneratedRecord], suite: Suite, chosen: settings) -> int:
    """Raise RefusedError with the simplest record of `drawn` that a rule refuses; return how many passed."""
    tried = 0
    for number, most in enumerate(_rounds(chosen.max_examples)):

        @settings(chosen, max_examples=most)
        @given(drawn)
        def passes(record: GeneratedRecord) -> None:
            nonlocal tried
            tried += 1
            found = findings_of(record, suite)
            if found:
                raise RefusedError(record, found)

        search: Callable[[], None] = passes if chosen.derandomize else seed(f"{number}")(passes)
        search()
    return tried


def fuzz_schema(schema_id: str, suite: Suite, chosen: settings) -> int:
    """Fuzz one built-in generator."""
    return fuzz(strategies.records(schema_id), suite, chosen)


def _rounds(total: int) -> list[int]:
    full, rest = divmod(total, A_ROUND)
    return [A_ROUND] * full + [rest] * bool(rest)
