"""What a rule answers when it is asked: mismatches, a failing assert, or an error of its own."""

from collections.abc import Iterable, Iterator

from edgejson.core.decoding import printable
from edgejson.core.finding import Mismatch
from edgejson.suite.checks import Rule
from edgejson.suite.suite import Suite


def answers(rule: Rule, subject: object, suite: Suite) -> Iterator[Mismatch]:
    """Yield what `rule` says of `subject`; a failing assert and an error in the rule are answers too."""
    arguments = (subject, suite.settings) if rule.takes_settings else (subject,)
    try:
        yield from _mismatches(rule.function(*arguments))
    except AssertionError as error:
        text = printable(str(error)) or rule.sentence
        yield Mismatch(message=text, expected=rule.sentence, actual=_raised_at(error, rule))
    except (KeyboardInterrupt, GeneratorExit):
        raise
    except BaseException as error:
        # Also what is no Exception: SystemExit, pytest.fail, a panic in a library written in Rust.
        text = f"the rule itself failed with {type(error).__name__}: {error}"
        yield Mismatch(message=printable(text), expected=rule.sentence, actual=_raised_at(error, rule))


def _mismatches(given: object) -> Iterator[Mismatch]:
    if given is None:
        return
    for answer in given if isinstance(given, Iterable) else [given]:
        if not isinstance(answer, Mismatch):
            raise TypeError(
                f"a rule asserts or yields Mismatch values; this one gave a {type(answer).__name__}"
            )
        yield answer


def _raised_at(error: BaseException, rule: Rule) -> str:
    """Return ``file:line`` of the place in the rule's own file where `error` was raised."""
    line, at = rule.line, error.__traceback__
    while at is not None:
        if at.tb_frame.f_code.co_filename == str(rule.path):
            line = at.tb_lineno
        at = at.tb_next
    return f"{rule.path.name}:{line}"
