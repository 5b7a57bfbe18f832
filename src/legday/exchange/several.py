"""Rows that stand for several sets, taken apart into one row for each set."""

import re
from collections.abc import Sequence

from legday.exchange.layout import Unfold

MAX_SETS = 100
"""The most sets of one row that are taken as meant."""

_ONE = frozenset(("", "1", "1.0"))
_COUNT = re.compile(r"(\d{1,4})(?:[.,]0+)?")
_LIST = re.compile(r"\d{1,4}(?:\s*[,;|+]\s*\d{1,4}|\s+\d{1,4})+|\d{1,4}(?:[/-]\d{1,4}){2,}")
"""Numbers of reps, one after the other; but `8-10` is a range, and `8/8` one set of two legs."""
_REPS = r"(?P<reps>\d{1,4})(?:\s*reps?)?"
_LOAD = r"(?P<load>[+-]?\d{1,4}(?:[.,]\d{1,3})?\s*(?:%s)|bw)"
_UNIT = r"kgs?|lbs?"
_X = r"\s*[x×*]\s*"
_TIMES = re.compile(
    rf"(?:(?P<sets>\d{{1,4}}){_X})?{_REPS}\s*@\s*{_LOAD % f'{_UNIT}|'}|(?P<of>\d{{1,4}}){_X}(?P<each>\d{{1,4}})", re.I
)
"""Sets of some reps, such as `3x10` and `3x10@60kg`."""
_WEIGHED = re.compile(rf"{_LOAD % f'{_UNIT}'}(?:{_X}|[,;/\s]\s*){_REPS}", re.I)
_BARE = re.compile(rf"{_LOAD % ''}{_X}{_REPS}", re.I)
_REVERSE = re.compile(rf"{_REPS}{_X}{_LOAD % f'{_UNIT}'}", re.I)
_BETWEEN = re.compile(r"\s*[,;|+\n]\s*")

_SetOf = tuple[str, str]
"""The reps of a set, and its weight if that stands beside them."""


def repeated(sets_at: int) -> Unfold:
    """Make as many sets of a row as its column of sets says."""

    def unfold(fields: list[str]) -> list[list[str]]:
        text = fields[sets_at].strip()
        return [fields] if text in _ONE else [list(fields) for _ in range(_sets(text))]

    return unfold


def one_for_each(reps_at: int, weight_at: int | None, sets_at: int | None) -> Unfold:
    """Make a set of each that a cell lists, such as `10, 8, 6`, `3x10` or `60 kg x 10`.

    A set has the weight that stands beside its reps, or else that of the column of weights, where there may be as
    many as reps. Where there is one number of reps, the column of sets says how many sets there are.
    """
    by_sets = None if sets_at is None else repeated(sets_at)

    def unfold(fields: list[str]) -> Sequence[list[str]]:
        listed = _listed(fields[reps_at])
        if not listed:
            return by_sets(fields) if by_sets else [fields]
        if sets_at is not None and fields[sets_at].strip() not in _ONE and _sets(fields[sets_at]) != len(listed):
            raise ValueError(f"the row speaks of {fields[sets_at].strip()} sets and lists the reps of {len(listed)}")
        weights = [] if weight_at is None else _weights(fields[weight_at])
        sets = []
        for number, (reps, weight) in enumerate(listed):
            each = list(fields)
            each[reps_at] = reps
            if weight_at is not None and (weight or len(weights) == len(listed)):
                each[weight_at] = weight or weights[number]
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


def split_set(cell: str) -> _SetOf:
    """Read the reps and the weight of a set such as `70 kg, 6`, `70x6`, `6 @ 70 kg` or `6`; raises ValueError."""
    text = cell.strip()
    if not text or text.isdecimal():
        return text, ""
    bare = _BARE.fullmatch(text)
    listed = [(bare["reps"], bare["load"])] if bare else _weighed(text)
    if len(listed) != 1:
        raise ValueError(f"{text[:40]!r} is no number of reps, and no weight x reps")
    return listed[0]


def lists_reps(cells: list[str]) -> bool:
    """Say whether cells of reps hold several numbers, such as `10, 8, 6` or `3x10`."""
    return any(_listed(cell) for cell in cells)


def weighs_reps(cells: list[str]) -> bool:
    """Say whether cells of reps hold weights, too, such as `3x10 @ 60 kg`."""
    return any(weight for cell in cells for _, weight in _listed(cell))


def _listed(text: str) -> list[_SetOf]:
    """Return the sets that a cell lists; none if it is a single number, or something else."""
    text = text.strip()
    if _LIST.fullmatch(text):
        return [(reps, "") for reps in re.findall(r"\d+", text)]
    whole = _weighed(text)
    if whole:
        return whole
    parts = [_weighed(part) for part in _BETWEEN.split(text)]
    return [each for part in parts for each in part] if all(parts) else []


def _weighed(text: str) -> list[_SetOf]:
    times = _TIMES.fullmatch(text)
    if times:
        count, reps = times["sets"] or times["of"] or "1", times["each"] or times["reps"]
        return [(reps, _load(times) if times["load"] else "")] * _sets(count)
    match = _WEIGHED.fullmatch(text) or _REVERSE.fullmatch(text)
    return [(match["reps"], _load(match))] if match else []


def _load(match: re.Match[str]) -> str:
    return "0" if match["load"].lower() == "bw" else match["load"]


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
