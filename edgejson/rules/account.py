"""Nothing passes that nothing has looked at. These rules cannot be disabled, waived or made warnings."""

from collections.abc import Iterator

from edgejson.core.counting import counted
from edgejson.core.finding import Mismatch
from edgejson.suite.account import Account
from edgejson.suite.checks import check


@check(kind="structure", scope="account")
def every_line_is_judged(account: Account) -> Iterator[Mismatch]:
    """Every line is judged, or another finding says why it cannot be."""
    for line, why in sorted(account.refused.items()):
        if line not in account.accused:
            yield Mismatch(expected="a line that rules can judge", actual=why, line=line)


@check(kind="structure", scope="account")
def file_holds_records(account: Account) -> Iterator[Mismatch]:
    """The file holds at least one record."""
    if not account.n_records and not account.is_accused:
        yield Mismatch(expected="at least one record", actual=f"none in {counted(account.n_lines, 'line')}")
