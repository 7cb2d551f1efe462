"""Which item of a label is which item of its prompt."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TypeAlias

Pair: TypeAlias = tuple[int | None, int | None]
"""Index of an item of the label and of one that is stated; None where it has no counterpart."""

_SAME_PLACE = Decimal("0.1")
"""What it adds to the agreement of two items that they stand at the same place of equally long lists: more
than the hundredths by which shades of agreement differ, less than the one of a value in common."""


def pairs(agreement: Sequence[Sequence[Decimal]]) -> tuple[list[Pair], bool]:
    """Pair the items of two lists in order so that they agree most; say whether the order had to be left.

    ``agreement[i][j]`` says how well item i of the label agrees with item j as stated. The order is left
    only where items agree better without it; else this is Needleman and Wunsch's alignment, gaps free.
    Items that agree in nothing are paired where they are left over at the same place.
    """
    rows, columns = len(agreement), len(agreement[0]) if agreement else 0
    if rows == columns:
        agreement = [
            [cell + _SAME_PLACE * (i == j) for j, cell in enumerate(row)] for i, row in enumerate(agreement)
        ]
    best = [[Decimal(0)] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            best[i][j] = max(
                best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + max(Decimal(0), agreement[i][j])
            )
    crossed = _crossed(agreement)
    if sum(agreement[i][j] for i, j in crossed) > best[0][0]:
        return _filled(crossed, rows, columns), True
    matched: list[tuple[int, int]] = []
    i = j = 0
    while i < rows and j < columns:
        if agreement[i][j] > 0 and best[i][j] == best[i + 1][j + 1] + agreement[i][j]:
            matched.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return _filled(matched, rows, columns), False


def _crossed(agreement: Sequence[Sequence[Decimal]]) -> list[tuple[int, int]]:
    """Pair items regardless of their order, the best agreement first."""
    cells = [(cell, -i, -j) for i, row in enumerate(agreement) for j, cell in enumerate(row) if cell > 0]
    rows: set[int] = set()
    columns: set[int] = set()
    chosen = []
    for _, i, j in sorted(cells, reverse=True):
        if -i not in rows and -j not in columns:
            rows.add(-i)
            columns.add(-j)
            chosen.append((-i, -j))
    return sorted(chosen)


def _filled(matched: list[tuple[int, int]], rows: int, columns: int) -> list[Pair]:
    free_rows = [i for i in range(rows) if i not in {i for i, _ in matched}]
    free_columns = [j for j in range(columns) if j not in {j for _, j in matched}]
    result: list[Pair] = [*matched]
    for (low_i, low_j), (high_i, high_j) in zip(
        [(-1, -1), *matched], [*matched, (rows, columns)], strict=True
    ):
        left = [i for i in free_rows if low_i < i < high_i]
        right = [j for j in free_columns if low_j < j < high_j]
        for i, j in zip(left, right, strict=False):
            result.append((i, j))
            free_rows.remove(i)
            free_columns.remove(j)
    result += [(i, None) for i in free_rows] + [(None, j) for j in free_columns]
    return sorted(result, key=lambda pair: (pair[0] if pair[0] is not None else rows, pair[1] or 0))
