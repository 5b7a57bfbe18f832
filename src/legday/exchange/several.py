"""Rows that stand for several sets, taken apart into one row for each set."""

import re
from collections.abc import Sequence

from legday.exchange.layout import Unfold

MAX_SETS = 100
"""The most sets of one row that are taken as meant."""

_ONE = frozenset(("", "1", "1.0"))
_COUNT = re.compile(r"(\d{1,4})(?:[.,]0+)?")
_TIMES = re.compile(r"(\d{1,4})\s*[x×*]\s*(\d{1,4})", re.IGNORECASE)
_LIST = re.compile(r"\d{1,4}(?:\s*[,;|+]\s*\d{1,4}|\s+\d{1,4})+|\d{1,4}(?:[/-]\d{1,4}){2,}")
"""Numbers of reps, one after the other; but `8-10` is a range, and `8/8` one set of two legs."""


def repeated(sets_at: int) -> Unfold:
    """Make as many sets of a row as its column of sets says."""

    def unfold(fields: list[str]) -> list[list[str]]:
        text = fields[sets_at].strip()
        return [fields] if text in _ONE else [list(fields) for _ in range(_sets(text))]

    return unfold


def one_for_each(reps_at: int, weight_at: int | None, sets_at: int | None) -> Unfold:
    """Make a set of each number of reps in a row, such as `10, 8, 6` or `3x10`, with its weight if there are as many.

    Where there is one number of reps, the column of sets says how many sets there are.
    """
    by_sets = None if sets_at is None else repeated(sets_at)

    def unfold(fields: list[str]) -> Sequence[list[str]]:
        all_reps = _listed(fields[reps_at])
        if len(all_reps) < 2:
            return by_sets(fields) if by_sets else [fields]
        if sets_at is not None and fields[sets_at].strip() not in _ONE and _sets(fields[sets_at]) != len(all_reps):
            raise ValueError(f"the row speaks of {fields[sets_at].strip()} sets and lists the reps of {len(all_reps)}")
        weights = [] if weight_at is None else _weights(fields[weight_at])
        sets = []
        for number, reps in enumerate(all_reps):
            each = list(fields)
            each[reps_at] = reps
            if weight_at is not None and len(weights) == len(all_reps):
                each[weight_at] = weights[number]
            sets.append(each)
        return sets

    return unfold


def weights_by_reps(sets_at: int) -> Unfold:
    """Make a set of each part of a cell such as `60x10,65x8`; puts its weight and its reps at the end of the row."""

    def unfold(fields: list[str]) -> list[list[str]]:
        sets = []
        for part in filter(None, map(str.strip, fields[sets_at].split(","))):
            weight, times, reps = part.partition("x")
            if not times:
                raise ValueError(f"sets: {part[:40]!r} is no weight x reps")
            sets.append([*fields, weight, reps])
        return sets

    return unfold


def lists_reps(cells: list[str]) -> bool:
    """Say whether cells of reps hold several numbers, such as `10, 8, 6` or `3x10`."""
    return any(len(_listed(cell)) > 1 for cell in cells)


def _listed(text: str) -> list[str]:
    times = _TIMES.fullmatch(text.strip())
    if times:
        return [times[2]] * _sets(times[1])
    return re.findall(r"\d+", text) if _LIST.fullmatch(text.strip()) else []


def _weights(text: str) -> list[str]:
    commas_between = text.count(",") > 1  # a single one may stand in a decimal
    return re.split(r"[;|/,]\s*|\s+" if commas_between else r"[;|/]\s*|,\s+|\s+", text.strip())


def _sets(text: str) -> int:
    count = _COUNT.fullmatch(text.strip())
    if not count:
        raise ValueError(f"sets: {text.strip()[:40]!r} is no whole number")
    if int(count[1]) > MAX_SETS:
        raise ValueError(f"sets: {count[1]} is more than {MAX_SETS}, the most that is read")
    return int(count[1])
