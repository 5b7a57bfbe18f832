"""Measures over time: the body's, and the signs of progress that people can feel (METHODS C8, F7)."""

import datetime as dt
from fractions import Fraction

import msgspec

from legday.log import Log, MeasureKind, Side
from legday.units import KG_PER_LB

SIGNS: frozenset[MeasureKind] = frozenset({"wall-sit", "single-leg-stand", "stairs", "squat-depth"})
"""Kinds of measures that are signs of progress; more is better in each."""

WALL_SIT: MeasureKind = "wall-sit"

_IN = {"kg": Fraction(1), "lb": KG_PER_LB, "cm": Fraction(1), "in": Fraction(254, 100)}


class Point(msgspec.Struct, frozen=True):
    """A value on a day."""

    date: dt.date
    value: float


class Series(msgspec.Struct, frozen=True):
    """A kind of measure over time, oldest first, all in the unit of the latest. `change` is latest less first."""

    kind: MeasureKind
    side: Side | None
    unit: str
    points: tuple[Point, ...]
    best: float
    change: float


def measure_series(log: Log) -> tuple[Series, ...]:
    """Put the measures of a log in series by kind and side. Wall sits that were trained count as measured, too."""
    found: dict[tuple[MeasureKind, Side | None], list[tuple[dt.date, float, str]]] = {}
    for measure in log.measures:
        values = found.setdefault((measure.kind, measure.side), [])
        values.append((measure.date, float(measure.value), measure.unit))
    held: dict[tuple[dt.date, Side | None], float] = {}
    for session in log.sessions:
        for done in session.sets:
            if done.exercise == WALL_SIT and done.seconds and not done.reps:
                place = session.start.date(), done.side
                held[place] = max(held.get(place, 0.0), float(done.seconds))
    for (day, side), seconds in held.items():
        found.setdefault((WALL_SIT, side), []).append((day, seconds, "s"))
    return tuple(_series(kind, side, values) for (kind, side), values in sorted(found.items(), key=str))


def signs_of_progress(log: Log) -> tuple[Series, ...]:
    """Return the series that are signs of progress."""
    return tuple(series for series in measure_series(log) if series.kind in SIGNS)


def _series(kind: MeasureKind, side: Side | None, values: list[tuple[dt.date, float, str]]) -> Series:
    values.sort(key=lambda value: value[0])  # of one day in the order they came
    unit = values[-1][2]
    points = tuple(Point(day, _in_unit(value, of, unit)) for day, value, of in values)
    numbers = [point.value for point in points]
    return Series(kind, side, unit, points, max(numbers), round(numbers[-1] - numbers[0], 2))


def _in_unit(value: float, unit: str, wanted: str) -> float:
    if unit == wanted or unit not in _IN or wanted not in _IN:
        return value
    return round(value * float(_IN[unit] / _IN[wanted]), 2)
