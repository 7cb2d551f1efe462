"""Which item of a label is which item of its prompt."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TypeAlias

Pair: TypeAlias = tuple[int | None, int | None]
"""Index of an item of the label and of one that is stated; None where it has no counterpart."""


def pairs(agreement: Sequence[Sequence[Decimal]]) -> tuple[list[Pair], bool]:
    """Pair the items of two lists in order so that they agree most; say whether the order had to be left.

    ``agreement[i][j]`` says how well item i of the label agrees with item j as stated; pairs that agree in
    nothing (0 or less) are only made of items that are left over at the same place. Items that are left
    over elsewhere and agree are paired across the order (Needleman and Wunsch's alignment, gaps free).
    """
    rows, columns = len(agreement), len(agreement[0]) if agreement else 0
    best = [[Decimal(0)] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + max(Decimal(0), agreement[i][j]))
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
    return _filled(matched, agreement, rows, columns)


def _filled(
    matched: list[tuple[int, int]], agreement: Sequence[Sequence[Decimal]], rows: int, columns: int
) -> tuple[list[Pair], bool]:
    free_rows = [i for i in range(rows) if i not in {i for i, _ in matched}]
    free_columns = [j for j in range(columns) if j not in {j for _, j in matched}]
    out_of_order = False
    result: list[Pair] = [*matched]
    for i in list(free_rows):
        j = max(free_columns, key=lambda j: agreement[i][j], default=None)
        if j is not None and agreement[i][j] > Decimal("0.9"):
            result.append((i, j))
            free_rows.remove(i)
            free_columns.remove(j)
            out_of_order = True
    for (low_i, low_j), (high_i, high_j) in zip([(-1, -1), *matched], [*matched, (rows, columns)], strict=True):
        left = [i for i in free_rows if low_i < i < high_i]
        right = [j for j in free_columns if low_j < j < high_j]
        for i, j in zip(left, right, strict=False):
            result.append((i, j))
            free_rows.remove(i)
            free_columns.remove(j)
    result += [(i, None) for i in free_rows] + [(None, j) for j in free_columns]
    return sorted(result, key=lambda pair: (pair[0] if pair[0] is not None else rows, pair[1] or 0)), out_of_order
