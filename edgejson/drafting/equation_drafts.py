"""Drafts of equations: numbers that are the sum, the product or the sum of products of others.

Candidates are found on a few rows at a time, in exact integers: what a sum lacks is looked up.
Rows with faults spoil only their own group.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, islice

from edgejson.constraints.derived_numbers import decimals_of
from edgejson.constraints.label_paths import Path, as_number, numbers
from edgejson.core.money import plus, product, roundings
from edgejson.core.record import Record
from edgejson.drafting.draft import Draft, identifier, words
from edgejson.drafting.scope import Row, Scope

_GROUP = 5
_GROUPS = 8
_MOST_TERMS = 48
_UNITS = 10**8


@dataclass(frozen=True, slots=True)
class Term:
    """What is added: a number, or the products of several ones of the items of a list, summed."""

    paths: tuple[Path, ...]
    discount: Path | None = None


def equation_drafts(scope: Scope, records: Sequence[Record]) -> Iterator[list[Draft]]:
    """Yield, for each number of the scope, the drafts of what it may be: one at most is to be kept."""
    columns = scope.numbers()
    terms = _terms(scope)
    for target, values in columns.items():
        rows = [index for index, value in enumerate(values) if value is not None]
        found: dict[tuple[Term, ...] | tuple[Path, Path], None] = {}
        for group in _groups(scope, target, rows):
            if len({values[row] for row in group}) > 1:
                found |= dict.fromkeys(islice(_hits(scope, group, target, columns, terms), 20))
        drafts = [draft for one in list(found)[:60] for draft in _drafts(target, one, scope, records)]
        if drafts:
            yield drafts


def _groups(scope: Scope, target: Path, rows: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield groups of rows: the first ones as they come, then those that have most beside the target."""
    beside = target.rpartition("/")[0]
    has = {row: sum(path.rpartition("/")[0] == beside for path in scope.rows[row].scalars) for row in rows}
    fullest = sorted(rows, key=lambda row: (-has[row], -len(scope.rows[row].scalars)))
    for chosen in (rows[:: max(1, len(rows) // (_GROUP * _GROUPS))], fullest):
        for start in range(0, min(len(chosen), _GROUP * _GROUPS) - _GROUP + 1, _GROUP):
            yield chosen[start : start + _GROUP]


def _drafts(
    target: Path, found: tuple[Term, ...] | tuple[Path, Path], scope: Scope, records: Sequence[Record]
) -> Iterator[Draft]:
    """Yield the drafts of a product, or of a sum: of all its parts, and with those that may be absent."""
    terms = [one for one in found if isinstance(one, Term)]
    if not terms:
        yield _product(target, [one for one in found if isinstance(one, str)], records)
        return
    plain = [term.paths[0] for term in terms if len(term.paths) == 1]
    if sum(len(term.paths) > 1 for term in terms) > 1:
        return
    absent = {path: sum(target in row.scalars and _lacks(row, path) for row in scope.rows) for path in plain}
    optional = [path for path in plain if absent[path] >= 3 and "*" not in path[len(scope.path) :]]
    yield _sum(target, terms, scope, records, [])
    if optional and len(optional) < len(terms):
        yield _sum(target, terms, scope, records, optional)


def _terms(scope: Scope) -> dict[Term, list[Decimal | None]]:
    found: dict[Term, list[Decimal | None]] = {}
    for path, values in scope.numbers().items():
        found[Term((path,))] = [None if one is None else Decimal(one) for one in values]
    lists = dict.fromkeys(path for row in scope.rows for path in row.items)
    for place in lists:
        inner = Scope(place, [Row(0, 0, item) for row in scope.rows for item in row.items.get(place, ())])
        names = [path for path in _numeric(inner) if path.startswith(place)]
        several = [Term((name,)) for name in names]
        several += [Term(pair) for pair in combinations(names[:8], 2)]
        several += [
            Term(pair, off)
            for pair in combinations(names[:6], 2)
            for off in names[:6]
            if off not in pair and _is_percentage(inner, off)
        ]
        for term in several:
            found[term] = [_summed(row.items.get(place), term) for row in scope.rows]
    return dict(islice(found.items(), 160))


def _numeric(scope: Scope) -> list[Path]:
    """Return the numbers of the items, those that never change included: a quantity may be 1 everywhere."""
    return [
        path
        for path, values in scope.columns().items()
        if all(value is None or as_number(value) is not None for value in values)
    ]


def _is_percentage(scope: Scope, path: Path) -> bool:
    values = [as_number(row.scalars.get(path)) for row in scope.rows]
    return all(value is None or 0 <= value <= 100 for value in values)


def _summed(items: Sequence[Mapping[Path, object]] | None, term: Term) -> Decimal | None:
    """Return the exact sum over the items, None where there is no list or an item lacks a factor."""
    if items is None:
        return None
    total = Decimal(0)
    for item in items:
        factors = [as_number(item.get(path)) for path in term.paths]  # type: ignore[arg-type]
        if None in factors:
            return None
        off = as_number(item.get(term.discount)) if term.discount else None  # type: ignore[arg-type]
        known = [one for one in factors if one is not None]
        if off is not None:
            known.append(plus(1, product(-1, off, Decimal("0.01"))))
        total = plus(total, product(*known))
    return total


def _hits(
    scope: Scope,
    group: Sequence[int],
    target: Path,
    columns: Mapping[Path, Sequence[Decimal | int | None]],
    terms: Mapping[Term, Sequence[Decimal | None]],
) -> Iterator[tuple[Term, ...] | tuple[Path, Path]]:
    """Yield the sums of terms, and the pairs of factors, that are the target in all rows of the group."""
    digits = [max(decimals_of(columns[target][row] or 0), scope.rows[row].digits) for row in group]
    wanted = tuple(int((columns[target][row] or Decimal(0)) * _UNITS) for row in group)
    vectors: dict[Term, tuple[int, ...]] = {}
    for term, values in terms.items():
        if target in term.paths:
            continue
        vector = tuple(_units(values[row], digits[at]) for at, row in enumerate(group))
        if any(vector):
            vectors[term] = vector
    single = [(term, v) for term, v in vectors.items() if len(term.paths) == 1]
    single = [(term, v) for term, v in single if all(a <= b for a, b in zip(v, wanted, strict=True))][
        :_MOST_TERMS
    ]
    by_vector: dict[tuple[int, ...], list[tuple[Term, ...]]] = {(0,) * len(group): [()]}
    for term, vector in single:
        by_vector.setdefault(vector, []).append((term,))
    pairs = [((a, b), tuple(map(int.__add__, v, w))) for (a, v), (b, w) in combinations(single, 2)]
    for both, vector in pairs:
        by_vector.setdefault(vector, []).append(both)
    for terms_of, vector in [*((one, v) for one, v in vectors.items()), *pairs]:
        first = terms_of if isinstance(terms_of, tuple) else (terms_of,)
        rest = tuple(map(int.__sub__, wanted, vector))
        for others in by_vector.get(rest, ())[:5]:
            if not set(first) & set(others):
                # A pair stands for itself once.
                ordered = sorted({*first, *others}, key=lambda term: (len(term.paths) == 1, term.paths))
                yield tuple(ordered)
    for one, other in combinations([path for path in columns if path != target], 2):
        for at, row in enumerate(group):
            a, b, stated = columns[one][row], columns[other][row], columns[target][row]
            if a is None or b is None or stated is None:
                break
            if stated not in roundings(product(a, b), digits[at]):
                break
        else:
            yield (one, other)


def _units(value: Decimal | None, digits: int) -> int:
    """Return a number, rounded to `digits`, in units of which all numbers have a whole number; 0 for none."""
    if value is None:
        return 0
    return int(max(roundings(value, digits)) * _UNITS)


def _product(target: Path, factors: Sequence[Path], records: Sequence[Record]) -> Draft:
    name, *others = words(target, *factors)
    return _with_decimals(
        Draft(
            "product",
            "arithmetic",
            {"pointer": target, "of": list(factors)},
            (target, *factors),
            identifier(f"{name}_is_{'_times_'.join(others)}"),
            f"{target} is {' times '.join(factors)}",
            terms=2,
        ),
        records,
    )


def _sum(
    target: Path, terms: Sequence[Term], scope: Scope, records: Sequence[Record], optional: Sequence[Path]
) -> Draft:
    products = [term for term in terms if len(term.paths) > 1]
    plain = [term.paths[0] for term in terms if len(term.paths) == 1]
    required = [path for path in plain if path not in optional]
    arguments: dict[str, object] = {"pointer": target}
    all_words = words(target, *(path for term in products for path in term.paths), *plain)
    spoken = list(all_words[1:])
    if products:
        term = products[0]
        arguments["of"] = list(term.paths)
        if term.discount:
            arguments["discount"] = term.discount
        if required:
            arguments["plus"] = required
        of_products = "_times_".join(spoken[: len(term.paths)])
        parts = [
            f"sum_of_{of_products}{'_less_discount' if term.discount else ''}",
            *spoken[len(term.paths) :],
        ]
        less = f", less {term.discount} per cent" if term.discount else ""
        told = [f"the sum of {' times '.join(term.paths)}{less}", *required]
    else:
        arguments["of"] = required
        starred = {path: "*" in path[len(scope.path) :] for path in plain}
        parts = [
            f"sum_of_{word}" if starred[path] else word for path, word in zip(plain, spoken, strict=True)
        ]
        told = [f"the sum of {path}" if starred[path] else path for path in required]
    if optional:
        arguments["optional"] = list(optional)
        told += [f"{path} where it is given" for path in optional]
    return _with_decimals(
        Draft(
            "sum_of_products" if products else "sum",
            "arithmetic",
            arguments,
            (target, *(path for term in products for path in term.paths), *required),
            identifier(f"{all_words[0]}_is_{'_plus_'.join(parts)}"),
            f"{target} is {' plus '.join(told)}",
            terms=sum(len(term.paths) + (term.discount is not None) for term in terms),
        ),
        records,
    )


def _lacks(row: Row, path: Path) -> bool:
    return path not in row.scalars and not any(path in item for items in row.items.values() for item in items)


def _with_decimals(draft: Draft, records: Sequence[Record]) -> Draft:
    """Return the draft rounded as fits most records: to digits, or those of the prompt's currency."""
    applying = [record for record in records if draft.applies(record)][:200]
    digits = max((_digits(record, draft.shuffled) for record in applying), default=0)
    best, most = draft, -1
    for decimals in (digits, "currency"):
        one = Draft(
            draft.constraint,
            draft.kind,
            {**draft.arguments, "decimals": decimals},
            draft.required,
            draft.name,
            draft.sentence,
            draft.terms,
        )
        held = sum(one.holds(record) for record in applying)
        if held > most:
            best, most = one, held
    return best


def _digits(record: Record, path: Path) -> int:
    return max((decimals_of(one.value) for one in numbers(record.label, path)), default=0)
