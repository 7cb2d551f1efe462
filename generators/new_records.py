"""New records of several schemas, none of which repeats another or a used one."""

from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256

from edgejson.generators.errors import GenerationError
from edgejson.generators.progress import ProgressCallback, no_progress
from edgejson.generators.record import GeneratedRecord
from edgejson.generators.used_records import UsedRecords


def new_records(
    wanted: Mapping[str, int],
    make: Callable[[str, int], GeneratedRecord],
    *,
    seeds: Callable[[str], Iterator[int]],
    used: UsedRecords,
    on_progress: ProgressCallback = no_progress,
) -> list[GeneratedRecord]:
    """Return as many new records of each schema as are `wanted`, in an order that depends on their ids alone.

    `make` returns the record of a schema and a seed, `seeds` the seeds to try for a schema; what is made
    counts as used from then on. Raises GenerationError when a schema has not that many different records.
    """
    made: list[GeneratedRecord] = []
    total = sum(wanted.values())
    for schema_id, number in wanted.items():
        candidates = _candidates(schema_id, make, seeds(schema_id))
        for done in range(number):
            record = used.add_first_new(candidates)
            if record is None:
                raise GenerationError(
                    f"there are no {number} different new records of {schema_id}: {done} were found"
                )
            made.append(record)
            on_progress("making records", len(made), total)
    return sorted(made, key=lambda record: place_in_file(record.id))


def place_in_file(record_id: str) -> bytes:
    """Return what the records of a file are sorted by: it depends on a record's id alone."""
    return sha256(record_id.encode()).digest()


def _candidates(
    schema_id: str, make: Callable[[str, int], GeneratedRecord], seeds: Iterator[int]
) -> Iterator[GeneratedRecord]:
    return (make(schema_id, seed) for seed in seeds)
