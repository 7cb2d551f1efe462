"""`balance`: new records at the end of a file, so that every schema has as many as are wanted."""

from collections import Counter
from hashlib import sha256
from typing import Any

from edgejson._typing import SplitName
from edgejson.formats.reader import read_records
from edgejson.generators.generator_set import GeneratorSet
from edgejson.generators.new_records import new_records
from edgejson.generators.progress import ProgressCallback, no_progress
from edgejson.generators.record_layout import RecordLayout
from edgejson.generators.rewriting.replacement import Replacement
from edgejson.generators.rewriting.rewritten_file import RewrittenFile, choose_split, failing_findings
from edgejson.generators.used_records import UsedRecords, fresh_seeds


def balance(
    replacement: Replacement,
    *,
    generator_set: GeneratorSet,
    per_schema: int,
    schemas: tuple[str, ...] | None = None,
    split: SplitName | None = None,
    used: UsedRecords | None = None,
    on_progress: ProgressCallback = no_progress,
) -> RewrittenFile:
    """Return the file with new records for each schema that has fewer than `per_schema`.

    The lines that are there stay byte for byte (a last one without a line feed gets one), the new ones follow
    them. Every schema that has a generator gets its records, and one of the file's that has none is reported
    as still short; with `schemas`, both hold of these only. New records repeat no prompt, label, id or seed
    of the file, of the declared splits or of `used`. Raises GenerationError when there are not enough
    different ones.
    """
    original, settings = replacement.original_content(), replacement.suite.settings
    chosen = choose_split(replacement, split)
    existing = Counter(record.schema_id for record in read_records(replacement.data, settings.record_format))
    known = [
        name for name in generator_set.generators if generator_set.covers(name, replacement.suite.registry)
    ]
    asked = known if schemas is None else [name for name in known if name in schemas]
    wanted = {name: max(0, per_schema - existing[name]) for name in asked}
    generator_set.require_complexities(name for name, number in wanted.items() if number)
    own = UsedRecords.of_files([replacement.data, *replacement.peers()], settings)
    layout = RecordLayout.of_file(replacement.data, settings)
    digest = sha256(original).hexdigest()
    made = new_records(
        wanted,
        lambda schema_id, seed: generator_set.generate(schema_id, seed, chosen),
        seeds=lambda name: fresh_seeds(chosen, digest, name),
        used=own.merged_with(used or UsedRecords()),
        on_progress=on_progress,
    )
    kept = original + b"\n" if made and original and not original.endswith(b"\n") else original
    content = kept + b"".join(map(layout.line, made))
    on_progress("validating", 0, 2)
    before = replacement.examine(original, shown_as=replacement.data)
    on_progress("validating", 1, 2)
    after = replacement.examine(content, shown_as=replacement.output)
    first_new = after.n_lines - len(made) + 1
    changes: dict[str, Any] = {
        "per_schema": per_schema,
        "added": {name: number for name, number in sorted(wanted.items()) if number},
        "still_short": sorted(
            name for name in schemas or existing if existing[name] < per_schema and name not in known
        ),
        "further_fields": dict(layout.extra_fields),
        "new_lines_with_errors": sorted(
            {f.line for f in failing_findings(after, replacement) if f.line and f.line >= first_new}
        ),
    }
    return RewrittenFile(content=content, split=chosen, before=before, after=after, changes=changes)
