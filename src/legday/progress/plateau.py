"""Plateaus: exercises whose strength went up and no longer does, found as a break in the trend (METHODS M5).

Two stories are compared: the line of the last months goes on; or it went up to a day and has been flat since. Each
possible day gives a story of its own. The sessions say how many times more probable they are under the second kind
than under the first. A row of equal numbers says nothing by itself: a set that was stopped with reps in hand is only a
bound, and more reps in reserve at the same load are progress.

The exercises of a part are also read together, since they stall together. Their sessions share the form of the day, so
what they say together counts for less than the sum.

References
----------
Smith AFM. Biometrika 1975;62:407-416, doi:10.1093/biomet/62.2.407: the probability of each point of change.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from math import exp, log

import msgspec

from legday.anatomy import Part
from legday.progress.trail import TrailPoint
from legday.progress.trend import GAP_DAYS, Line, Sight, fit, latest_stretch, noise_scale, sight_of

DAYS_READ = 168
"""So much of the log counts [days]: enough to know the trend before it broke. Our own convention."""

STARTS = (10, 14, 17, 21, 28, 35, 49, 63)
"""So long ago a plateau may have begun [days]; what is longer ago is what the athlete has always been like."""

ALONE, TOGETHER = 3.3, 3.5
"""From these odds on [ln] there is a plateau: of one exercise, and of a part whose exercises are read together.

Our own convention, set so that athletes who progress steadily are hardly ever told of one: see `tests/progress`.
"""

FORM_SHARE = 0.3
"""What exercises of one day have in common of their noise, as a share of its variance; our own convention."""

_LEAST_BEFORE, _LEAST_SINCE = 5, 3  # sessions that show strength and not only a bound
_LEAST_SLOPE = 0.001  # a line that hardly rose can't break [a week]
_NO = -9.0


class Plateau(msgspec.Struct, frozen=True):
    """Exercises of a part that no longer get stronger, since about when, and how sure that is.

    `odds` is how many times more probable the log is with the plateau than without. `per_week` is the progress before
    it [ln units a week], the mean of the exercises.
    """

    part: Part | None
    exercises: tuple[str, ...]
    since: dt.date
    odds: float
    per_week: float


class _Reading(msgspec.Struct, frozen=True):
    """What was seen of an exercise, since when it may be flat [days ago], and the line that comes nearest to it."""

    sights: tuple[Sight, ...]
    starts: tuple[int, ...]
    best: Line


class _Story(msgspec.Struct, frozen=True):
    """What an exercise says: by how much [ln] a plateau since so many days is the better story, and the rise before."""

    by_start: dict[int, float]
    per_week: float


def find_plateaus(
    trails: Mapping[str, Sequence[TrailPoint]], parts: Mapping[str, Part | None], today: dt.date
) -> tuple[Plateau, ...]:
    """Find the exercises that stopped progressing, those of a part together, the surest first.

    Parameters
    ----------
    trails
        What each session showed of strength, by exercise.
    parts
        The part that each exercise is there for.
    today
        Points after it are not read; exercises without a session in the last weeks are left out.
    """
    readings = {exercise: reading for exercise, trail in trails.items() if (reading := _read(trail, today))}
    scale = noise_scale([(reading.sights, reading.best) for reading in readings.values()])
    stories = {exercise: _story(reading, scale) for exercise, reading in readings.items()}
    found = []
    for part in dict.fromkeys(parts.get(exercise) for exercise in stories):
        of_part = {exercise: story for exercise, story in stories.items() if parts.get(exercise) == part}
        together = _together(list(of_part.values())) if part else {}
        stalled = [exercise for exercise, story in of_part.items() if _odds(story.by_start) >= ALONE]
        if _odds(together) >= TOGETHER:
            stalled = [exercise for exercise, story in of_part.items() if _odds(story.by_start) > 0]
        if stalled:
            found.append(_plateau(part, {exercise: of_part[exercise] for exercise in stalled}, today))
    return tuple(sorted(found, key=lambda each: -each.odds))


def _plateau(part: Part | None, stalled: Mapping[str, _Story], today: dt.date) -> Plateau:
    by_start = _together(list(stalled.values()))
    weights = {days: exp(odds) for days, odds in by_start.items()}
    days = sum(days * weight for days, weight in weights.items()) / sum(weights.values())
    return Plateau(
        part=part,
        exercises=tuple(sorted(stalled)),
        since=today - dt.timedelta(days=round(days)),
        odds=float(f"{exp(min(_odds(by_start), 9.0)):.2g}"),
        per_week=round(sum(story.per_week for story in stalled.values()) / len(stalled), 5),
    )


def _together(stories: Sequence[_Story]) -> dict[int, float]:
    """What several exercises say together; one whose log can't say something of a start says nothing against it."""
    shared = 1 + FORM_SHARE * (len(stories) - 1)
    starts = sorted({days for story in stories for days in story.by_start})
    return {days: sum(story.by_start.get(days, 0.0) for story in stories) / shared for days in starts}


def _odds(by_start: Mapping[int, float]) -> float:
    """By how much [ln] a plateau is the better story, averaged over its possible starts."""
    return log(sum(exp(odds) for odds in by_start.values()) / len(STARTS)) if by_start else _NO


def _read(trail: Sequence[TrailPoint], today: dt.date) -> _Reading | None:
    points = latest_stretch([point for point in trail if point.date <= today], DAYS_READ)
    if not points or (today - points[-1].date).days > GAP_DAYS:
        return None
    sights = tuple(sight_of(point, today) for point in points)
    ages = [-7 * sight.at for sight in sights if not sight.at_least]
    starts = tuple(
        days
        for days in STARTS
        if sum(age >= days for age in ages) >= _LEAST_BEFORE and sum(age < days for age in ages) >= _LEAST_SINCE
    )
    if not starts:
        return None
    lines = (fit(sights), *(_broken(sights, days, 1.0) for days in starts[::2]))
    return _Reading(sights, starts, min(lines, key=lambda line: line.scatter))


def _story(reading: _Reading, scale: float) -> _Story:
    goes_on = fit(reading.sights, scale)
    broken = {days: _broken(reading.sights, days, scale) for days in reading.starts}
    by_start = {
        days: line.evidence - goes_on.evidence if line.slope > _LEAST_SLOPE else _NO for days, line in broken.items()
    }
    return _Story(by_start, broken[max(by_start, key=lambda days: by_start[days])].slope)


def _broken(sights: Sequence[Sight], days: int, scale: float) -> Line:
    """Fit a line that is flat in the last days."""
    bent = [Sight(min(sight.at + days / 7, 0.0), sight.value, sight.noise, sight.at_least) for sight in sights]
    return fit(bent, scale)
