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
from edgejson.core.counting import counted
from edgejson.core.files import real_path
from edgejson.core.record_format import FormatName
from edgejson.errors import EdgejsonError, SettingsError
from edgejson.formats.container import is_data
from edgejson.rules import ACCOUNT, FAMILIES
from edgejson.suite.check_files import find_check_files
from edgejson.suite.check_modules import load_check_file
from edgejson.suite.check_sources import CheckSources, Source, read_check_sources
from edgejson.suite.checks import Rule, collect
from edgejson.suite.declared_rules import declared_rules
from edgejson.suite.pandera_rules import model_rules
from edgejson.suite.schema_registry import Registry, registry
from edgejson.suite.settings import Settings, read_settings, suggestion
from edgejson.suite.suite_digest import digest_of_suite
from edgejson.suite.waivers import Waiver


@dataclass(frozen=True)
class Suite:
    """Everything that decides about a data file. ``rules`` are in the order in which reports show them.

    ``sha256`` is the digest of everything that can change a verdict, as it was before a check file was run.
    ``fallen_away`` are lines on what the settings took away without naming it.
    """

    settings: Settings
    registry: Registry
    rules: tuple[Rule, ...]
    sha256: Digest
    check_files: tuple[Path, ...] = ()
    fallen_away: tuple[str, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Rule]:
        """The rules by id."""
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def waived(self) -> frozenset[tuple[str, str]]:
        """Pairs of rule id and record id whose findings are accepted."""
        return frozenset((waiver.rule, waiver.id) for waiver in self.settings.waivers)

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
        return (*notes, *self.fallen_away)


def _waiver_notes(waivers: Sequence[Waiver]) -> Iterator[str]:
    """Yield a note for each waiver, or one for all that waive the same rule for the same reason."""
    alike: dict[tuple[str, str], list[str]] = {}
    for waiver in waivers:
        alike.setdefault((waiver.rule, waiver.reason), []).append(waiver.id)
    for (rule, reason), ids in alike.items():
        whom = f"record {ids[0]}" if len(ids) == 1 else f"{len(ids):,} records"
        yield f"waived: {rule} for {whom} ({reason})"


def resolve_suite(
    data: Path,
    config: Path | None = None,
    *,
    format_name: FormatName | None = None,
    run_checks: bool = True,
    load_checks: bool = True,
) -> Suite:
    """Return the suite for a data file (see `read_settings`); raises SettingsError, all problems at once.

    `format_name` is the format of the file, where it is not the one that the settings name. `run_checks`
    false leaves check files out, as the setting ``checks = false`` does. `load_checks` false runs none of
    them yet: the suite lacks their rules, and everything else about it is as it will be.
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
    found = find_check_files(data, settings)
    if not run_checks:
        settings = settings.model_copy(update={"checks": None})
    checks = CheckSources() if settings.checks is None else read_check_sources(found, settings.root)
    problems += checks.problems
    # Before anything of the check files is run.
    sha256 = digest_of_suite(settings, schemas, checks)
    own: list[Rule] = []
    for source in checks.files if load_checks else ():
        with _noted(problems):
            own += _user_rules(source, checks)
    if settings.rules and reading.path is not None:
        declared, wrong = declared_rules(settings, reading.path)
        own += declared
        problems += wrong
    built_in = built_in_rules()
    rules = [*built_in, *own]
    if settings.schema_id is not None and settings.schema_id not in schemas:
        like = suggestion(settings.schema_id, list(schemas.schema_ids))
        problems.append(f"tool.edgejson.schema_id: there is no schema {settings.schema_id!r}{like}")
    problems += [*_repeated(rules), *_unknown_schemas(own, schemas)]
    if load_checks and (settings.checks is not None or not found):
        problems += _unknown(rules, settings)
    if problems:
        raise SettingsError(reading.path or root / "pyproject.toml", problems)
    fitting = [*(_for_same_schemas(rule, schemas) for rule in built_in), *own]
    kept = [
        _with_severity(rule, settings)
        for rule in fitting
        if rule.family == ACCOUNT or (not _named(rule, settings.disable) and rule.schemas != ())
    ]
    not_run = [f"check file not run: {path.name}" for path in found if settings.checks is None]
    return Suite(
        settings=settings,
        registry=schemas,
        rules=tuple(kept),
        sha256=sha256,
        check_files=tuple(one.path for one in checks.files),
        fallen_away=(*not_run, *_replaced(built_in, schemas)),
    )


def _replaced(built_in: list[Rule], schemas: Registry) -> Iterator[str]:
    """Yield a line for each built-in schema that a user's one replaces, and for those that are gone."""
    if schemas is registry():
        return
    theirs = registry().schemas
    for name in sorted(theirs.keys() & schemas.schemas.keys()):
        if schemas.schemas[name].sha256 != theirs[name].sha256:
            own = [rule.id for rule in built_in if rule.schemas and name in rule.schemas]
            yield f"built-in schema replaced: {name}" + (f" (without {', '.join(own)})" if own else "")
    if gone := theirs.keys() - schemas.schemas.keys():
        alone = [rule for rule in built_in if rule.schemas and gone.issuperset(rule.schemas)]
        what = f"{counted(len(gone), 'built-in schema')} and {counted(len(alone), 'rule')}"
        yield f"not used: {what} about them"


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


def _user_rules(source: Source, checks: CheckSources) -> list[Rule]:
    module, family = load_check_file(source, checks), source.path.stem.removeprefix("check_")
    rules = [*collect(module, family=family), *model_rules(module, source.content, family=family)]
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
