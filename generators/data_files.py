"""The committed data files: what each holds, and from which seed."""

from collections.abc import Iterator
from pathlib import Path

from edgejson._typing import Complexity
from edgejson.generators.file_spec import FileSpec
from edgejson.generators.progress import ProgressCallback, no_progress
from edgejson.generators.random_schemas.corpus import random_schema_files

SHARES: dict[Complexity, int] = {"simple": 45, "medium": 40, "complex": 15}
"""Per cent of the generated records. A complex record is on average nearly three times as long as a medium
and seven times as long as a simple one: at 15 % of the records the complex ones are 42 % of the tokens."""

TRAIN = Path("data/train_v3.jsonl")
VALIDATION = Path("data/validation_v3.jsonl")
TEST = Path("data/test_v3.jsonl")
EXHIBIT = Path("data/v2/train_v2.jsonl")
"""The deprecated v2 file, wrong on purpose."""


def _natural(*writers: int) -> tuple[Path, ...]:
    return tuple(Path(f"data/natural/writer_{number:02}.jsonl") for number in writers)


DATA_FILES = (
    FileSpec(output=TRAIN, records=4000, seed=4, shares=SHARES, mixed_in=_natural(*range(1, 9))),
    FileSpec(
        output=VALIDATION,
        records=150,
        seed=4,
        split="validation",
        shares=SHARES,
        distinct_from=(TRAIN,),
        mixed_in=_natural(9),
    ),
    FileSpec(
        output=TEST,
        records=350,
        seed=4,
        split="test",
        shares=SHARES,
        distinct_from=(TRAIN, VALIDATION),
        mixed_in=_natural(10, 11),
    ),
    FileSpec(
        output=EXHIBIT,
        records=629,
        seed=2,
        styles=("listing",),
        fault="independent-totals",
        distinct_from=(TRAIN, VALIDATION, TEST),
    ),
)
"""The data files over the built-in schemas, in the order in which they have to be made.

The natural prompts of each split come from writers of whom the others have none.
"""


def data_files(folder: Path, *, on_progress: ProgressCallback = no_progress) -> Iterator[tuple[Path, bytes]]:
    """Yield every file that is made from seeds, by its path below `folder`, with its bytes.

    Each must be in place below `folder` before the next one is asked for: later files differ from it.
    """
    for spec in DATA_FILES:
        yield spec.output, b"".join(spec.lines(folder=folder, on_progress=on_progress))
    yield from random_schema_files(on_progress=on_progress)
