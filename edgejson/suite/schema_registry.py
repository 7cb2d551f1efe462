"""The schemas that a label can have: the 25 built-in ones and those of a user's folder."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, get_args

from edgejson._typing import Complexity, Digest
from edgejson.core.regular_files import read_regular
from edgejson.errors import SettingsError
from edgejson.suite.schema_references import Retriever, SchemaReferences, refuse, uri_of

BUILT_IN = Path(__file__).parents[1] / "schemas"
_SUFFIX = ".schema.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """A JSON Schema with its id and, where it states one as ``x-complexity``, its complexity."""

    schema_id: str
    document: Mapping[str, Any]
    complexity: Complexity | None
    sha256: Digest
    """The digest of the file, and of those that it refers to, as they were when the validator was made."""
    validator: Any
    """A jsonschema_rs validator of the document that asserts formats."""


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
