"""Fatigue that an easy week should answer: performance that falls in several exercises at once, or its other signs.

Falling performance is what overreaching means, and no other marker is known to tell it early and reliably (Grandou et
al. 2020, Sports Med 50:815, doi:10.1007/s40279-019-01242-2; Bell et al. 2022, Appl Sci 12:12509,
doi:10.3390/app122412509). So it is enough by itself; effort that rises at the same load and soreness that lasts past
its curve count only together. The bounds are our own convention, set so that athletes who are well are hardly ever
told to rest: see `tests/progress`.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from math import pi, sqrt
from statistics import fmean, median

import msgspec

from legday.anatomy import Part
from legday.log import Log, LoggedSet
from legday.progress.estimates import load_kg
from legday.progress.plateau import FORM_SHARE
from legday.progress.soreness import CURVE, soreness_after
from legday.progress.trail import TrailPoint
from legday.progress.volume import aims, hard_sets

RECENT_DAYS, BEFORE_DAYS = 14, 42
"""The last two weeks are held against the four before them [days]."""

FALL, SURE = 0.02, 3.0
"""Performance falls if it is lower by this much [ln units], and by so many standard deviations."""

LEAST_EXERCISES, LEAST_DAYS = 2, 3
_MEDIAN_COSTS = pi / 2  # the variance of a median, as a multiple of that of a mean

EFFORT_RISE, LEAST_PAIRS = 1.0, 4
"""Effort rises if sets of the same load and reps are rated harder by so much [RPE], over so many sets."""

SORE, SORE_DAYS, EXPECTED = 2, 2, 0.25
"""Soreness lasts if a part is sore (2 of 3) on so many days on which the curve expects no more than a quarter of it."""

_GRANDOU = "Grandou et al. 2020, Sports Med 50:815, doi:10.1007/s40279-019-01242-2"


class Fatigue(msgspec.Struct, frozen=True):
    """Whether an easy week is due, the signs in sentences, and how far performance fell [ln units], if it is known."""

    due: bool
    signs: tuple[str, ...]
    source: str
    fall: float | None = None
    sd: float | None = None


def find_fatigue(log: Log, trails: Mapping[str, Sequence[TrailPoint]], today: dt.date) -> Fatigue:
    """Look for the signs of fatigue in the last two weeks of a log."""
    measured = _fall(trails, today)
    fell = measured is not None and measured[0] >= max(FALL, SURE * measured[1])
    signs = []
    if measured and fell:
        signs.append(
            f"You lift {measured[0]:.0%} less than in the weeks before, over {measured[2]} exercises: more than chance."
        )
    harder, sore = _effort_sign(log, today), _soreness_sign(log, today)
    signs += filter(None, (harder, sore))
    return Fatigue(
        due=fell or bool(harder and sore),
        signs=tuple(signs),
        source=_GRANDOU,
        fall=round(measured[0], 4) if measured else None,
        sd=round(measured[1], 4) if measured else None,
    )


def _fall(trails: Mapping[str, Sequence[TrailPoint]], today: dt.date) -> tuple[float, float, int] | None:
    """How far strength is below that of the weeks before, with its standard deviation, and of how many exercises.

    The middle one of the last days counts, so that a single bad day is no fall. Sessions that were stopped with reps in
    hand show none, and are left out.
    """
    days: dict[dt.date, list[float]] = {}
    noises, levels, known = [], [], 0
    for trail in trails.values():
        ages = [((today - point.date).days, point) for point in trail if not point.at_least]
        recent = [point for age, point in ages if 0 <= age < RECENT_DAYS]
        before = [point for age, point in ages if RECENT_DAYS <= age < BEFORE_DAYS]
        if not recent or len(before) < LEAST_DAYS:
            continue
        known += 1
        level = fmean(point.seen for point in before)
        levels.append(fmean(point.noise for point in before) ** 2 / len(before))
        for point in recent:
            days.setdefault(point.date, []).append(level - point.seen)
            noises.append(point.noise**2)
    if known < LEAST_EXERCISES or len(days) < LEAST_DAYS:
        return None
    alike = sum(map(len, days.values())) / len(days)
    of_days = fmean(noises) * (1 + FORM_SHARE * (alike - 1)) / alike / len(days) * _MEDIAN_COSTS
    of_level = fmean(levels) * (1 + FORM_SHARE * (known - 1)) / known
    return median(map(fmean, days.values())), sqrt(of_days + of_level), known


def _effort_sign(log: Log, today: dt.date) -> str | None:
    ratings: dict[tuple[str, float, float], tuple[list[float], list[float]]] = {}
    for start, done in log.sets():
        age = (today - start.date()).days
        if 0 <= age < BEFORE_DAYS and done.exercise and done.rpe is not None and _is_work(done):
            key = done.exercise, load_kg(done.load), float(done.reps or 0)
            earlier, later = ratings.setdefault(key, ([], []))
            (later if age < RECENT_DAYS else earlier).append(float(done.rpe))
    rises = [rpe - fmean(earlier) for earlier, later in ratings.values() if earlier for rpe in later]
    if len(rises) < LEAST_PAIRS or fmean(rises) < EFFORT_RISE:
        return None
    return f"Sets of the same load and reps feel harder by {fmean(rises):.1f} RPE than in the weeks before."


def _is_work(done: LoggedSet) -> bool:
    return done.kind not in ("warm-up", "drop") and done.load is not None and bool(done.reps)


def _soreness_sign(log: Log, today: dt.date) -> str | None:
    trained = _days_trained(log)
    for part in Part:
        days = [
            each.date
            for each in log.check_ins
            if 0 <= (today - each.date).days < RECENT_DAYS
            and each.soreness.get(part, 0) >= SORE
            and _expected(trained.get(part, []), each.date) <= EXPECTED
        ]
        if len(days) >= SORE_DAYS:
            return f"Your {part} were still sore on {len(days)} days on which the curve expects them to be fresh."
    return None


def _expected(trained: Sequence[dt.date], day: dt.date) -> float:
    last = max((each for each in trained if each < day), default=None)
    return soreness_after(24.0 * (day - last).days) if last and (day - last).days * 24 < CURVE[-1][0] else 0.0


def _days_trained(log: Log) -> dict[Part, list[dt.date]]:
    counts_for = aims(log.exercises)
    found: dict[Part, list[dt.date]] = {}
    for start, done in log.sets():
        aim = counts_for.get(done.exercise) if done.exercise else None
        if aim and hard_sets(done, aim):
            for part, share in aim.shares:
                if share == 1:
                    found.setdefault(part, []).append(start.date())
    return found
