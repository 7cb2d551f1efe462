"""The schemas that a label can have: the 25 built-in ones and those of a user's folder."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, get_args

from edgejson._typing import Complexity, Digest, Pointer
from edgejson.core.json_text import compact
from edgejson.core.pointers import split
from edgejson.core.record import Record
from edgejson.core.record_format import SchemaMark
from edgejson.core.regular_files import read_regular
from edgejson.errors import SettingsError
from edgejson.suite.schema_references import Retriever, SchemaReferences, refuse, uri_of

BUILT_IN = Path(__file__).parents[1] / "schemas"
_SUFFIX = ".schema.json"


@dataclass(frozen=True, kw_only=True, eq=False)
class Schema:
    """A JSON Schema with its id and, where it states one as ``x-complexity``, its complexity."""

    schema_id: str
    document: Mapping[str, Any]
    complexity: Complexity | None
    sha256: Digest
    """The digest of the file, and of those that it refers to, as they were when the validator was made."""
    validator: Any
    """A jsonschema_rs validator of the document that asserts formats."""

    @cached_property
    def embeds_json(self) -> bool:
        """Whether it says of some text that this is JSON."""
        return "contentMediaType" in json.dumps(self.document)

    def mark(self, constant_at: Pointer | None) -> SchemaMark:
        """Return how its labels are told from others, with the constant that it has at a pointer, if any."""
        document = self.document if isinstance(self.document, Mapping) else {}
        place: Any = document
        for name in split(constant_at or ""):
            place = place.get("properties", {}).get(name, {}) if isinstance(place, Mapping) else {}
        constants: Any = place.get("enum", ()) if isinstance(place, Mapping) else ()
        constant = place.get("const") if isinstance(place, Mapping) else None
        constant = constants[0] if constant is None and len(constants) == 1 else constant
        return SchemaMark(
            schema_id=self.schema_id,
            required=frozenset(document.get("required", ())),
            names=frozenset(document.get("properties", {})),
            is_array=document.get("type") == "array",
            constant=constant if isinstance(constant, str | int) else None,
        )


@dataclass(frozen=True, slots=True)
class Registry:
    """Schemas by id; ``schema_ids`` are sorted."""

    schemas: Mapping[str, Schema]

    @property
    def schema_ids(self) -> tuple[str, ...]:
        """The known schema ids, sorted."""
        return tuple(sorted(self.schemas))

    def __contains__(self, schema_id: object) -> bool:
        return schema_id in self.schemas

    def of_record(self, record: Record) -> Schema | None:
        """Return the schema of a record's label: its row's own, or a known one; None where there is none.

        Raises SettingsError for a row's own schema that is no JSON Schema.
        """
        if record.own_schema is not None:
            return own_schema(record.schema_id, compact(record.own_schema))
        return self.schemas.get(record.schema_id)

    def schema(self, schema_id: str) -> Mapping[str, Any]:
        """Return the JSON Schema document of `schema_id`; KeyError when there is none."""
        return self.schemas[schema_id].document

    def complexity(self, schema_id: str) -> Complexity | None:
        """Return simple, medium or complex, or None when the schema does not say; KeyError as above."""
        return self.schemas[schema_id].complexity


def compiled(document: Any, *, base_uri: str | None = None, retriever: Retriever | None = None) -> Any:
    """Return the jsonschema_rs validator of a JSON Schema that asserts formats; raises what that raises.

    An e-mail address is an addr-spec (RFC 5322, section 3.4.1): no name stands before it. References to
    other documents are what `retriever` makes of them, by default an error.
    """
    import jsonschema_rs

    return jsonschema_rs.validator_for(
        document,
        validate_formats=True,
        email_options=jsonschema_rs.EmailOptions(allow_display_text=False),
        base_uri=base_uri,
        retriever=retriever or refuse,
    )


@lru_cache(maxsize=4096)
def own_schema(schema_id: str, text: str) -> Schema:
    """Return the schema that a row brings along as JSON `text`; SettingsError where it is none."""
    import jsonschema_rs

    document = json.loads(text)
    try:
        validator = compiled(document)
    except (ValueError, jsonschema_rs.ValidationError) as error:
        raise SettingsError(schema_id, [f"is not a JSON Schema: {str(error).splitlines()[0]}"]) from error
    return Schema(
        schema_id=schema_id,
        document=document,
        complexity=None,
        sha256=sha256(text.encode()).hexdigest(),
        validator=validator,
    )


@cache
def registry(folder: Path | None = None) -> Registry:
    """Return the built-in registry, or the one of the ``*.schema.json`` files in `folder` alone.

    Raises SettingsError that names every file that is not a JSON Schema.
    """
    import jsonschema_rs

    folder = folder or BUILT_IN
    schemas: dict[str, Schema] = {}
    problems: list[str] = []
    for path in sorted(folder.glob(f"*{_SUFFIX}")):
        schema_id = path.name.removesuffix(_SUFFIX)
        references = SchemaReferences(folder)
        try:
            content = read_regular(path)
            document = json.loads(content)
            validator = compiled(document, base_uri=uri_of(path.name), retriever=references.retrieve)
        except RecursionError:
            problems.append(f"{path.name} is not a JSON Schema: it nests too many levels")
            continue
        except OSError as error:
            problems.append(f"{path.name} cannot be read: {error.strerror or error}")
            continue
        except (ValueError, jsonschema_rs.ValidationError) as error:
            refused = references.refused(document) if references.problems else None
            problems.append(f"{path.name}{refused or f' is not a JSON Schema: {str(error).splitlines()[0]}'}")
            continue
        complexity = document.get("x-complexity") if isinstance(document, dict) else None
        if complexity not in (None, *get_args(Complexity)):
            problems.append(
                f"{path.name}: x-complexity is {complexity!r}, expected simple, medium or complex"
            )
            continue
        schemas[schema_id] = Schema(
            schema_id=schema_id,
            document=document,
            complexity=complexity,
            sha256=references.digest_with(content),
            validator=validator,
        )
    if not schemas and not problems:
        problems.append(f"no file here ends in {_SUFFIX}; name schemas <schema_id>{_SUFFIX}")
    if problems:
        raise SettingsError(folder, problems)
    return Registry(schemas)
