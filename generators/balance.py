"""`balance`: new records at the end of a file, so that every schema has as many as are wanted."""

from collections import Counter
from hashlib import sha256
from typing import Any

from edgejson._typing import SplitName
from edgejson.core.record_reader import read_records
from edgejson.generators.bars import Stage, silent
from edgejson.generators.fill import Form, fill
from edgejson.generators.in_place import Place
from edgejson.generators.mending import Mended, failing, split_of
from edgejson.generators.sources import Sources
from edgejson.generators.spent import Spent, fresh_seeds


def balance(
    place: Place,
    *,
    sources: Sources,
    per_schema: int,
    schemas: tuple[str, ...] | None = None,
    split: SplitName | None = None,
    spent: Spent | None = None,
    show: Stage = silent,
) -> Mended:
    """Return the file at `place` with new records for each schema that has fewer than `per_schema`.

    The lines that are there stay byte for byte (a last one without a line feed gets one), the new ones follow
    them. Every schema that has a generator is lifted, and one of the file's that has none is reported as
    still short; with `schemas`, both hold of these only. New records repeat no prompt, label, id or seed of
    the file, of the declared splits or of `spent`. Raises MendingError when there are not enough different
    ones.
    """
    content, settings = place.content(), place.suite.settings
    chosen = split_of(place, split)
    have = Counter(record.schema_id for record in read_records(place.data, settings.record_format))
    known = [name for name in sources.generators if sources.makes(name, place.suite.registry)]
    asked = known if schemas is None else [name for name in known if name in schemas]
    wanted = {name: max(0, per_schema - have[name]) for name in asked}
    theirs = Spent.of_files([place.data, *place.peers()], settings)
    form = Form.of_file(place.data, settings)
    digest = sha256(content).hexdigest()
    made = fill(
        sources,
        wanted,
        split=chosen,
        spent=theirs.with_others(spent or Spent()),
        seeds=lambda name: fresh_seeds(chosen, digest, name),
        show=show,
    )
    if made and content and not content.endswith(b"\n"):
        content += b"\n"
    lifted = content + b"".join(map(form.line, made))
    show("judging", 0, 2)
    before = place.examine(place.content(), shown_as=place.data)
    show("judging", 1, 2)
    after = place.examine(lifted, shown_as=place.output)
    first_new = after.n_lines - len(made) + 1
    done: dict[str, Any] = {
        "per_schema": per_schema,
        "added": {name: number for name, number in sorted(wanted.items()) if number},
        "still_short": sorted(
            name for name in schemas or have if have[name] < per_schema and name not in known
        ),
        "further_fields": dict(form.further),
        "new_lines_with_errors": sorted(
            {f.line for f in failing(after, place) if f.line is not None and f.line >= first_new}
        ),
    }
    return Mended(content=lifted, split=chosen, before=before, after=after, done=done)
