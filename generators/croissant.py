"""The data files described in Croissant, the metadata format of MLCommons: digests, fields and counts."""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from edgejson.generators.hub_files import SPLITS, hub_path

CROISSANT = Path("data/croissant.json")
VERSION = "3.1.0"
"""The version of the data."""

_CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
"""The context that the Croissant 1.0 specification gives."""

_DESCRIPTION = (
    "Prompts that state the facts of a record, and the JSON object that a model should answer with, over 25 "
    "JSON Schemas. Generators wrote the records of the source template; language models wrote and checked the "
    "natural ones, those of the source llm. No person and no firm in them is real."
)
_FIELDS = {
    "id": "unique",
    "schema_id": "the JSON Schema of the label",
    "complexity": "simple, medium or complex: the schema's",
    "source": "template: by a generator; llm: by a language model",
    "prompt": "a text that states the facts of the label",
    "expected_output": "the label, as JSON text",
}
_META_TYPES = {bool: "sc:Boolean", int: "sc:Integer", str: "sc:Text"}


def croissant(contents: Mapping[Path, bytes]) -> bytes:
    """Return the description of the data files, by the `contents` of their paths."""
    hub_files = {split: hub_path(split) for split in SPLITS}
    described = [*SPLITS.values(), *hub_files.values()]
    text = json.dumps(
        {
            "@context": _CONTEXT,
            "@type": "sc:Dataset",
            "conformsTo": "http://mlcommons.org/croissant/1.0",
            "name": "edgejson-v3",
            "description": _DESCRIPTION,
            "version": VERSION,
            "license": "https://spdx.org/licenses/Apache-2.0",
            "creator": {"@type": "sc:Organization", "name": "edgejson"},
            "isLiveDataset": False,
            "distribution": [_file_object(path, contents[path]) for path in described],
            "recordSet": [_record_set(split, path, contents[path]) for split, path in hub_files.items()],
        },
        indent=2,
    )
    return text.encode() + b"\n"


def _name(path: Path) -> str:
    return path.relative_to(CROISSANT.parent).as_posix()


def _file_object(path: Path, content: bytes) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": _name(path),
        "name": _name(path),
        "contentUrl": _name(path),
        "contentSize": f"{len(content)} B",
        "encodingFormat": "application/jsonlines",
        "sha256": sha256(content).hexdigest(),
    }


def _record_set(split: str, path: Path, content: bytes) -> dict[str, Any]:
    records = [json.loads(line) for line in content.splitlines()]
    meta = {name: value for record in records for name, value in record["meta"].items()}
    return {
        "@type": "cr:RecordSet",
        "@id": split,
        "name": split,
        "description": f"The {split} split: {len(records):,} records.",
        "key": {"@id": f"{split}/id"},
        "field": [*_fields(split, path), _meta_field(split, path, meta)],
    }


def _fields(split: str, path: Path) -> Iterator[dict[str, Any]]:
    for name, description in _FIELDS.items():
        yield {
            "@type": "cr:Field",
            "@id": f"{split}/{name}",
            "name": name,
            "description": description,
            "dataType": "sc:Text",
            "source": {"fileObject": {"@id": _name(path)}, "extract": {"column": name}},
        }


def _meta_field(split: str, path: Path, meta: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "@type": "cr:Field",
        "@id": f"{split}/meta",
        "name": "meta",
        "description": "where the record comes from; generated and natural records have other keys",
        "subField": [
            {
                "@type": "cr:Field",
                "@id": f"{split}/meta/{name}",
                "name": name,
                "dataType": _META_TYPES[type(meta[name])],
                "source": {
                    "fileObject": {"@id": _name(path)},
                    "extract": {"column": "meta"},
                    "transform": {"jsonPath": name},
                },
            }
            for name in sorted(meta)
        ],
    }
