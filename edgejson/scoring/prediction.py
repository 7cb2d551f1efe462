"""Stored predictions: one JSON object a line, with the id of a record and what a model wrote for it."""

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from edgejson._typing import Digest, StopReason
from edgejson.core.json_text import compact
from edgejson.errors import SourceError
from edgejson.scoring.answer import read_answer
from edgejson.scoring.errors import PredictionsError
from edgejson.scoring.object_members import raw_members

_MOST = 2**53
"""The most tokens or seconds that make sense: beyond it a double holds no single ones."""
_PLAIN = json.JSONDecoder(object_pairs_hook=list)
_SHAPE = 'expected one JSON object such as {"id": "...", "output": "..."}'


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """What a model wrote for a record; ``stop``, ``tokens``, ``seconds`` are None if nobody noted them."""

    id: str
    text: str
    stop: StopReason | None = None
    tokens: int | None = None
    seconds: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPredictions:
    """The predictions of one file by record id, the line of each, and the digest of the file's bytes."""

    path: Path
    sha256: Digest
    by_id: dict[str, Prediction]
    lines: dict[str, int]


def read_predictions(path: Path) -> StoredPredictions:
    """Read stored predictions; the answers themselves may be anything, the lines around them may not.

    A line is an object with ``id`` (a string) and ``output`` (the raw text, or the object, which then
    stands for its compact text), and optionally ``stop`` ("eos" or "length"), ``tokens`` and ``seconds``;
    other keys are ignored, blank lines skipped. Raises PredictionsError with the line for anything else and
    for an id that occurs twice, SourceError when the file cannot be read.
    """
    by_id: dict[str, Prediction] = {}
    lines: dict[str, int] = {}
    digest = sha256()
    try:
        with path.open("rb") as stream:
            for number, raw in enumerate(stream, 1):
                digest.update(raw)
                if not raw.strip():
                    continue
                try:
                    prediction = _read_line(raw)
                except ValueError as error:
                    raise PredictionsError(path, number, str(error)) from error
                if prediction.id in by_id:
                    raise PredictionsError(
                        path, number,
                        f"record {prediction.id!a} is predicted a second time (first in line "
                        f"{lines[prediction.id]}); keep one line for each id",
                    )  # fmt: skip
                by_id[prediction.id] = prediction
                lines[prediction.id] = number
    except OSError as error:
        raise SourceError(path, f"cannot read the predictions ({error.strerror})") from error
    return StoredPredictions(path=path, sha256=digest.hexdigest(), by_id=by_id, lines=lines)


def _read_line(raw: bytes) -> Prediction:
    """Return the prediction in a line; raises ValueError with one sentence when there is none."""
    return _read_plain(raw) or _read_any(raw)


def _read_plain(raw: bytes) -> Prediction | None:
    """Return the prediction in a line as most are: no nesting, no surprise; None for any other line."""
    try:
        members: Any = _PLAIN.decode(raw.decode("utf-8"))
        spelled = dict(members)
    except (ValueError, TypeError, RecursionError):
        return None
    match spelled:
        case {"id": str(record_id), "output": str(text)} if (
            len(spelled) == len(members)
            and spelled.get("stop") in (None, "eos", "length")
            and isinstance(tokens := spelled.get("tokens"), int | None)
            and not isinstance(tokens, bool)
            and isinstance(seconds := spelled.get("seconds"), float | int | None)
            and not isinstance(seconds, bool)
            and 0 <= (tokens or 0) <= _MOST
            and 0 <= (seconds or 0) <= _MOST
        ):
            return Prediction(
                id=record_id, text=text, stop=spelled.get("stop"), tokens=tokens, seconds=seconds
            )
    return None


def _read_any(raw: bytes) -> Prediction:
    """Return the prediction in a line, its output as it is spelled; ValueError with one sentence."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8 (byte {error.start + 1} of the line); {_SHAPE}") from error
    try:
        members = raw_members(text)
    except ValueError as error:
        raise ValueError(f"not a JSON object ({error}); {_SHAPE}") from error
    spelled = dict(members)
    if len(spelled) != len(members):
        raise ValueError("names a key twice; keep one of them")
    for name in ("id", "output"):
        if name not in spelled:
            raise ValueError(f"no {name!r}; {_SHAPE}")
    record_id = _value(spelled["id"])
    if not isinstance(record_id, str):
        raise ValueError(f"'id' is {spelled['id'][:40]}, expected a string")
    stop = _value(spelled.get("stop", "null"))
    if stop not in (None, "eos", "length"):
        raise ValueError(f'\'stop\' is {spelled["stop"][:40]}, expected "eos" or "length"')
    tokens = _number(spelled, "tokens")
    if tokens is not None and tokens != int(tokens):
        raise ValueError(f"'tokens' is {spelled['tokens'][:40]}, expected a whole number")
    return Prediction(
        id=record_id,
        text=_text(spelled["output"]),
        stop=stop,
        tokens=None if tokens is None else int(tokens),
        seconds=_number(spelled, "seconds"),
    )


def _text(output: str) -> str:
    """Return the answer's text: a string's content, an object's compact form, else the spelling itself."""
    if output.startswith('"'):
        return str(json.loads(output))
    if output == "null":
        return ""
    if output.startswith("{"):
        value = read_answer(output).value
        return output if value is None else compact(value)
    return output


def _number(spelled: dict[str, str], name: str) -> float | None:
    value = _value(spelled.get(name, "null"))
    if value is None:
        return None
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= _MOST:
        return value
    raise ValueError(f"{name!r} is {spelled[name][:40]}, expected a number of at least 0")


def _value(spelling: str) -> object:
    """Return a short value; what is not short is no value that a line of predictions can need."""
    return json.loads(spelling) if len(spelling) <= 4096 and not spelling.startswith(("{", "[")) else object()
