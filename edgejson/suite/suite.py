"""The suite for a data file: its settings, schemas and rules, and the digest that stands for all three."""

import fnmatch
import importlib
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from edgejson._typing import Digest, Severity, SplitName
from edgejson.core.files import real_path
from edgejson.core.record_format import FormatName
from edgejson.errors import EdgejsonError, SettingsError
from edgejson.formats.container import is_data
from edgejson.rules import ACCOUNT, FAMILIES
from edgejson.suite.check_files import find_check_files, load_check_file
from edgejson.suite.checks import Rule, collect
from edgejson.suite.declared_rules import declared_rules
from edgejson.suite.pandera_rules import model_rules
from edgejson.suite.schema_registry import Registry, registry
from edgejson.suite.settings import Settings, read_settings, suggestion
from edgejson.suite.suite_digest import digest_of_suite
from edgejson.suite.waivers import Waiver


@dataclass(frozen=True)
class Suite:
    """Everything that decides about a data file. ``rules`` are in the order in which reports show them."""

    settings: Settings
    registry: Registry
    rules: tuple[Rule, ...]
    check_files: tuple[Path, ...]

    @cached_property
    def by_id(self) -> dict[str, Rule]:
        """The rules by id."""
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def waived(self) -> frozenset[tuple[str, str]]:
        """Pairs of rule id and record id whose findings are accepted."""
        return frozenset((waiver.rule, waiver.id) for waiver in self.settings.waivers)

    @cached_property
    def sha256(self) -> Digest:
        """The digest of everything that can change a verdict."""
        return digest_of_suite(self.settings, self.registry, self.check_files)

    @property
    def judges(self) -> bool:
        """Whether any rule is left that says something of records."""
        return any(rule.family != ACCOUNT for rule in self.rules)

    def split_of(self, data: Path) -> SplitName | None:
        """Return the split that the settings declare `data` to be in; SettingsError when there are two."""
        names = [name for name, paths in self.split_files().items() if real_path(data) in paths]
        if len(names) > 1:
            raise SettingsError(data, [f"the file is declared in {len(names)} splits: {', '.join(names)}"])
        return names[0] if names else None

    def split_files(self) -> dict[SplitName, list[Path]]:
        """Return the existing files of each declared split, sorted."""
        root = self.settings.root
        if root is None:
            return {}
        return {
            name: sorted(
                {real_path(path) for pattern in globs for path in root.glob(pattern) if is_data(path)}
            )
            for name, globs in self.settings.splits.items()
        }

    def peer_files(self, data: Path) -> Iterator[tuple[str, Path]]:
        """Yield the other files of the declared splits, each with its path from the settings' folder."""
        for paths in self.split_files().values():
            for path in paths:
                if path != real_path(data):
                    yield self.from_root(path), path

    def from_root(self, path: Path) -> str:
        """Return `path` as attestations name it: from the folder of the settings."""
        return Path(os.path.relpath(path, self.settings.root)).as_posix()

    def notes(self) -> tuple[str, ...]:
        """Return a line for each departure from the full suite: what is disabled, changed or waived."""
        settings = self.settings
        notes = [f"disabled: {name}" for name in sorted(settings.disable)]
        notes += [f"severity of {name} set to {level}" for name, level in sorted(settings.severity.items())]
        notes += _waiver_notes(settings.waivers)
        if settings.tolerance:
            notes.append(f"tolerance of amounts: {settings.tolerance}")
        return tuple(notes)


def _waiver_notes(waivers: Sequence[Waiver]) -> Iterator[str]:
    """Yield a note for each waiver, or one for all that waive the same rule for the same reason."""
    alike: dict[tuple[str, str], list[str]] = {}
    for waiver in waivers:
        alike.setdefault((waiver.rule, waiver.reason), []).append(waiver.id)
    for (rule, reason), ids in alike.items():
        whom = f"record {ids[0]}" if len(ids) == 1 else f"{len(ids):,} records"
        yield f"waived: {rule} for {whom} ({reason})"


def resolve_suite(data: Path, config: Path | None = None, *, format_name: FormatName | None = None) -> Suite:
    """Return the suite for a data file (see `read_settings`); raises SettingsError, all problems at once.

    `format_name` is the format of the file, where it is not the one that the settings name.
    """
    if not __debug__:
        raise EdgejsonError(
            "edgejson does not run under python -O, where asserts vanish; run python without -O"
        )
    reading = read_settings(data, config)
    settings, problems = reading.settings, list(reading.problems)
    if format_name is not None:
        settings = settings.model_copy(update={"format": format_name})
    root = settings.root or real_path(data).parent
    schemas = registry()
    if settings.schemas:
        with _noted(problems):
            schemas = registry(root / settings.schemas)
    check_files = tuple(find_check_files(data, settings))
    own: list[Rule] = []
    for path in check_files:
        with _noted(problems):
            own += _user_rules(path)
    if settings.rules and reading.path is not None:
        declared, wrong = declared_rules(settings, reading.path)
        own += declared
        problems += wrong
    built_in = built_in_rules()
    rules = [*built_in, *own]
    if settings.schema_id is not None and settings.schema_id not in schemas:
        like = suggestion(settings.schema_id, list(schemas.schema_ids))
        problems.append(f"tool.edgejson.schema_id: there is no schema {settings.schema_id!r}{like}")
    problems += [*_repeated(rules), *_unknown(rules, settings), *_unknown_schemas(own, schemas)]
    if problems:
        raise SettingsError(reading.path or root / "pyproject.toml", problems)
    fitting = [*(_for_same_schemas(rule, schemas) for rule in built_in), *own]
    kept = [
        _with_severity(rule, settings)
        for rule in fitting
        if rule.family == ACCOUNT or (not _named(rule, settings.disable) and rule.schemas != ())
    ]
    return Suite(settings=settings, registry=schemas, rules=tuple(kept), check_files=check_files)


def built_in_rules() -> list[Rule]:
    """Return the rules that come with the package, family by family."""
    rules = []
    for family in (*FAMILIES, ACCOUNT):
        rules += collect(importlib.import_module(f"edgejson.rules.{family}"), family=family)
    return rules


@contextmanager
def _noted(problems: list[str]) -> Iterator[None]:
    """Add the problems of a SettingsError to `problems`, so that all of a run are reported together."""
    try:
        yield
    except SettingsError as error:
        problems += [f"{error.path}: {problem}" for problem in error.problems]


def _user_rules(path: Path) -> list[Rule]:
    module, family = load_check_file(path), path.stem.removeprefix("check_")
    rules = [*collect(module, family=family), *model_rules(module, family=family)]
    return sorted(rules, key=lambda rule: rule.line)


def _named(rule: Rule, names: tuple[str, ...]) -> bool:
    return any(name == rule.family or fnmatch.fnmatchcase(rule.id, name) for name in names)


def _for_same_schemas(rule: Rule, schemas: Registry) -> Rule:
    """Return a built-in rule for those of its schemas that are the built-in ones.

    A user's schema of the same id may have other fields, or the same names for other things.
    """
    if rule.schemas is None or schemas is registry():
        return rule
    built_in = registry().schemas
    same = [
        name
        for name in rule.schemas
        if name in schemas and schemas.schemas[name].sha256 == built_in[name].sha256
    ]
    return replace(rule, schemas=tuple(same))


def _with_severity(rule: Rule, settings: Settings) -> Rule:
    level: Severity | None = settings.severity.get(rule.id) or settings.severity.get(rule.family)
    return replace(rule, severity=level) if level else rule


def _repeated(rules: list[Rule]) -> Iterator[str]:
    first: dict[str, Rule] = {}
    for rule in rules:
        other = first.setdefault(rule.id, rule)
        if other is not rule:
            yield (
                f"two rules are named {rule.id}: {other.path.name}:{other.line} and "
                f"{rule.path.name}:{rule.line}; rename one, or give it another family"
            )


def _unknown(rules: list[Rule], settings: Settings) -> Iterator[str]:
    ids = sorted({rule.id for rule in rules})
    families = sorted({rule.family for rule in rules})
    for key, names in (("disable", settings.disable), ("severity", settings.severity)):
        for name in names:
            if name.partition(".")[0] == ACCOUNT:
                yield f"tool.edgejson.{key}: {name} is no rule to change: it says what no other has judged"
    for waiver in settings.waivers:
        if waiver.rule.partition(".")[0] == ACCOUNT:
            yield f"tool.edgejson.waivers: {waiver.rule} cannot be waived: it says what no rule has judged"
    for name in settings.disable:
        if not any(_named(rule, (name,)) for rule in rules):
            yield f"tool.edgejson.disable: no rule or family is named {name!r}{_like(name, ids + families)}"
    for name in settings.severity:
        if name not in ids and name not in families:
            yield f"tool.edgejson.severity: no rule or family is named {name!r}{_like(name, ids + families)}"
    for waiver in settings.waivers:
        if waiver.rule not in ids:
            yield f"tool.edgejson.waivers: no rule is named {waiver.rule!r}{_like(waiver.rule, ids)}"


def _unknown_schemas(rules: list[Rule], schemas: Registry) -> Iterator[str]:
    for rule in rules:
        for name in rule.schemas or ():
            if name not in schemas:
                where = f"{rule.path.name}:{rule.line}"
                like = suggestion(name, list(schemas.schema_ids))
                yield f"rule {rule.id} ({where}) is for the unknown schema {name!r}{like}"


def _like(name: str, names: list[str]) -> str:
    hint = suggestion(name, names)
    return hint if hint.startswith("; did") else "; pytest --edgejson-rules lists them"
