"""The body as it was measured: mass with its trend, girths beside their measurement error, ratios and sides."""

import datetime as dt
import math
from collections.abc import Sequence
from statistics import fmean
from typing import Literal

import msgspec

from legday.energy import Band
from legday.log import Log, MeasureKind, Side
from legday.progress.body_mass import body_mass_trend, weighed_days
from legday.progress.measures import Point, Series, measure_series
from legday.units import Mass, MassUnit

GIRTHS: tuple[MeasureKind, ...] = ("waist", "hip", "thigh", "calf")
"""The kinds of measures that are girths."""

TECHNICAL_ERROR: dict[MeasureKind, float] = {"waist": 1.3, "hip": 1.2}
"""The technical error of measuring oneself with a tape [cm]: the standard deviation of one reading.

The term is that of Ulijaszek & Kerr 1999, doi:10.1017/S0007114599001348. People who measured themselves twice at home
differed by a technical error of 0.2 to 1.9 cm (Barrios et al. 2016, doi:10.1186/s12874-016-0150-2); the numbers within
that are our own convention."""
TECHNICAL_SHARE = 0.015
"""The same for other girths, as a share of the girth: the most that is accepted of a beginner (Perini et al. 2005,
doi:10.1590/S1517-86922005000100009)."""
WAIST_TO_HEIGHT = 0.5
"""The waist should be less than half the height (Ashwell et al. 2012, doi:10.1111/j.1467-789X.2011.00952.x)."""
WAIST_TO_HIP = {True: 0.90, False: 0.85}
"""The ratio from which risk is raised in men (True) and women (WHO, Waist circumference and waist-hip ratio, 2008)."""

TOGETHER_DAYS = 14
"""Readings so near to the first or the last count as one time, and values this near as of the same time [days]."""
_SURE = 1.96  # standard deviations: 95 %
_DOUBTED = 0.5  # a weigh-in more probably wrong than this is marked


class Weighed(msgspec.Struct, frozen=True):
    """A day's weigh-in in the unit of the report; `doubted` where it is more probably wrong than right."""

    date: dt.date
    value: float
    doubted: bool


class MassDay(msgspec.Struct, frozen=True):
    """The trend of body mass on a day, and the band that holds it nine times in ten."""

    date: dt.date
    mean: float
    low: float
    high: float


class MassReport(msgspec.Struct, frozen=True):
    """Body mass: what was weighed, the trend, and the change of tissue in a week; all in `unit`."""

    unit: MassUnit
    weighed: tuple[Weighed, ...]
    trend: tuple[MassDay, ...]
    week: Band
    sentence: str


class GirthChange(msgspec.Struct, frozen=True):
    """A girth at the last time of measuring beside the first, each the mean of its readings, in `unit`.

    `error` is how much readings alone differ, 95 times in 100; `real` whether the change is more than that.
    """

    kind: MeasureKind
    side: Side | None
    unit: str
    date: dt.date
    value: float
    readings: int
    since: dt.date | None
    change: float | None
    error: float | None
    real: bool
    sentence: str


class Ratio(msgspec.Struct, frozen=True):
    """A ratio of two measures, where it should be below a bound, and who says so."""

    name: Literal["waist-to-height", "waist-to-hip"]
    value: float
    bound: float | None
    date: dt.date
    sentence: str
    source: str


class Sides(msgspec.Struct, frozen=True):
    """A girth on the left less that on the right; `real` where readings alone hardly differ so much."""

    kind: MeasureKind
    unit: str
    left: float
    right: float
    error: float
    real: bool
    sentence: str


class BodyReport(msgspec.Struct, frozen=True):
    """What the body's measures show; `mass` is None where nobody was weighed."""

    mass: MassReport | None
    girths: tuple[GirthChange, ...]
    ratios: tuple[Ratio, ...]
    sides: tuple[Sides, ...]


def body_report(
    log: Log,
    today: dt.date,
    *,
    unit: MassUnit = "kg",
    male: bool | None = None,
    height: float | None = None,
    since: dt.date = dt.date.min,
) -> BodyReport:
    """Report the measures of the body.

    Parameters
    ----------
    log
        What was measured. What is dated after today is left out.
    today
        The last day.
    unit
        The unit of body mass.
    male, height
        Whose bounds hold for the ratio of waist to hip; height [m]. Ratios that need what is not known are left out.
    since
        The first day of body mass and of girths.
    """
    every = measure_series(log)
    series = tuple(
        msgspec.structs.replace(one, points=points)
        for one in every
        if one.kind in GIRTHS
        if (points := tuple(point for point in one.points if since <= point.date <= today))
    )
    girths = sorted((_change(one) for one in series), key=lambda girth: GIRTHS.index(girth.kind))
    return BodyReport(_mass(log, today, unit, since), tuple(girths), _ratios(girths, male, height), _sides(girths))


def _mass(log: Log, today: dt.date, unit: MassUnit, since: dt.date) -> MassReport | None:
    days = weighed_days(log, today, since)
    trend = body_mass_trend(log, today, since)
    if not trend:
        return None
    in_unit = float(Mass("1", "kg").to(unit).value)
    doubt = {day.date: day.wrong > _DOUBTED for day in trend}
    weighed = tuple(
        Weighed(day.date, round(day.mass_kg * in_unit, 2), doubt[day.date]) for day in days if day.mass_kg is not None
    )
    band = tuple(MassDay(day.date, *(round(kg * in_unit, 3) for kg in (day.mean, day.low, day.high))) for day in trend)
    last = trend[-1].week
    week = Band(*(round(kg * in_unit, 3) for kg in (last.mean, last.low, last.high)))
    return MassReport(unit, weighed, band, week, _week_sentence(week, unit, len(days)))


def _week_sentence(week: Band, unit: MassUnit, weighed: int) -> str:
    if weighed < 2:
        return "One weigh-in shows no trend yet; weigh yourself on several mornings a week."
    if week.low <= 0 <= week.high:
        return (
            f"Steady as far as the scale can tell: between {_signed(week.low)} and {_signed(week.high)} {unit} a week."
        )
    way = "Losing" if week.mean < 0 else "Gaining"
    least, most = sorted((abs(week.low), abs(week.high)))
    return f"{way} {abs(week.mean):.2g} {unit} a week, between {least:.2g} and {most:.2g}."


def technical_error(kind: MeasureKind, value: float, unit: str) -> float:
    """Return the technical error of one reading of a girth, in its unit [cm or in]."""
    if kind in TECHNICAL_ERROR:
        return TECHNICAL_ERROR[kind] / (2.54 if unit == "in" else 1)
    return TECHNICAL_SHARE * value


def _change(series: Series) -> GirthChange:
    last, first = series.points[-1].date, series.points[0].date
    latest = [point for point in series.points if (last - point.date).days < TOGETHER_DAYS]
    earliest = [point for point in series.points if (point.date - first).days < TOGETHER_DAYS and point not in latest]
    value, unit = _mean(latest), series.unit
    given = series.kind, series.side, unit, last, round(value, 1), len(latest)
    if not earliest:
        return GirthChange(*given, None, None, None, False, "Measure again in a few weeks to see a change.")
    change = value - _mean(earliest)
    error = _SURE * technical_error(series.kind, value, unit) * math.sqrt(1 / len(latest) + 1 / len(earliest))
    real = abs(change) > error
    return GirthChange(
        *given, first, round(change, 1), round(error, 1), real, _girth_sentence(change, error, unit, real)
    )


def _girth_sentence(change: float, error: float, unit: str, real: bool) -> str:
    by_chance = _by_chance(error, unit)
    if real:
        return f"{_signed(change)} {unit}: more than readings differ by chance ({by_chance})."
    return f"{_signed(change)} {unit}: within the error of the tape ({by_chance}), so it may be no change."


def _ratios(girths: Sequence[GirthChange], male: bool | None, height: float | None) -> tuple[Ratio, ...]:
    whole = {girth.kind: girth for girth in girths if girth.side is None}
    waist, hip = whole.get("waist"), whole.get("hip")
    found = []
    if waist and height:
        value = round(waist.value * (0.0254 if waist.unit == "in" else 0.01) / height, 3)
        below = value < WAIST_TO_HEIGHT
        said = "Your waist is less than half your height." if below else "Your waist is half your height or more."
        source = "Ashwell et al. 2012, doi:10.1111/j.1467-789X.2011.00952.x"
        found.append(Ratio("waist-to-height", value, WAIST_TO_HEIGHT, waist.date, said, source))
    if waist and hip and abs((waist.date - hip.date).days) <= TOGETHER_DAYS and waist.unit == hip.unit:
        value = round(waist.value / hip.value, 3)
        bound = None if male is None else WAIST_TO_HIP[male]
        who = "men" if male else "women"
        said = (
            "Men are compared with 0.90 and women with 0.85."
            if bound is None
            else f"It is {'below' if value < bound else 'not below'} the {bound:.2f} that {who} are compared with."
        )
        source = "WHO, Waist circumference and waist-hip ratio, 2008"
        found.append(Ratio("waist-to-hip", value, bound, min(waist.date, hip.date), said, source))
    return tuple(found)


def _sides(girths: Sequence[GirthChange]) -> tuple[Sides, ...]:
    found = []
    for left in girths:
        right = next((each for each in girths if each.kind == left.kind and each.side == "right"), None)
        if left.side != "left" or right is None or left.unit != right.unit:
            continue
        if abs((left.date - right.date).days) > TOGETHER_DAYS:
            continue
        error = _SURE * technical_error(left.kind, left.value, left.unit)
        error *= math.sqrt(1 / left.readings + 1 / right.readings)
        difference = left.value - right.value
        real = abs(difference) > error
        more = "left" if difference > 0 else "right"
        by_chance = _by_chance(error, left.unit)
        said = (
            f"The {more} {left.kind} is {abs(difference):.1f} {left.unit} more; readings alone differ by {by_chance}."
            if real
            else f"Left and right are alike, within {by_chance}."
        )
        found.append(Sides(left.kind, left.unit, left.value, right.value, round(error, 1), real, said))
    return tuple(found)


def _mean(points: Sequence[Point]) -> float:
    return fmean(point.value for point in points)


def _signed(number: float) -> str:
    return f"{number:+.1f}".replace("-", "−")


def _by_chance(error: float, unit: str) -> str:
    return f"±\N{NO-BREAK SPACE}{error:.1f}\N{NO-BREAK SPACE}{unit}"
