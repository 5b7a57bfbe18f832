"""Soreness to expect after training, on a curve (METHODS M8).

References
----------
Cheung K, Hume P, Maxwell L. Sports Med 2003;33:145-164, doi:10.2165/00007256-200333020-00005: soreness rises in the
first 24 hours, peaks between 24 and 72 hours, and is gone by five to seven days.
"""

import datetime as dt
from itertools import pairwise

import msgspec

from legday.anatomy import Part
from legday.log import Log
from legday.progress.volume import aims, hard_sets

CURVE: tuple[tuple[float, float], ...] = ((0, 0.0), (24, 1.0), (72, 1.0), (168, 0.0))
"""Hours after training [h], and the soreness then as a share of its peak; straight lines between them are ours."""

PEAK_FROM, PEAK_UNTIL, GONE = (dt.timedelta(hours=hours) for hours in (24, 72, 168))


class ExpectedSoreness(msgspec.Struct, frozen=True):
    """A part that was trained in the last week: when, how sore it may be now (0 to 1 of the peak), and until when."""

    part: Part
    trained: dt.datetime
    level: float
    peak_from: dt.datetime
    peak_until: dt.datetime
    gone_by: dt.datetime


def soreness_after(hours: float) -> float:
    """Return the soreness to expect so many hours [h] after training, as a share of its peak."""
    for (start, low), (end, high) in pairwise(CURVE):
        if start <= hours < end:
            return low + (high - low) * (hours - start) / (end - start)
    return 0.0


def last_trained(log: Log, now: dt.datetime, but: str = "") -> dict[Part, dt.datetime]:
    """Tell when each part was last trained with hard sets in the week before `now`, without the session `but`."""
    counts_for = aims(log.exercises)
    latest: dict[Part, dt.datetime] = {}
    for session in reversed(log.sessions):
        if session.start <= now - GONE:
            break
        if session.start > now or (but and session.id == but):
            continue
        for done in session.sets:
            aim = counts_for.get(done.exercise) if done.exercise else None
            if aim and hard_sets(done, aim):
                for part, share in aim.shares:
                    if share == 1:
                        latest.setdefault(part, session.start)
    return latest


def expected_soreness(log: Log, now: dt.datetime) -> tuple[ExpectedSoreness, ...]:
    """Tell for each part trained with hard sets in the last week how sore it may be, by its latest such session.

    `now` is local time, as the log's.
    """
    latest = last_trained(log, now)
    return tuple(
        ExpectedSoreness(
            part,
            start,
            round(soreness_after((now - start).total_seconds() / 3600), 3),
            start + PEAK_FROM,
            start + PEAK_UNTIL,
            start + GONE,
        )
        for part, start in ((part, latest[part]) for part in Part if part in latest)
    )
