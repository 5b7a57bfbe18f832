"""All that the front page of a logbook shows, from one log."""

import datetime as dt
from collections.abc import Iterable

import msgspec

from legday.log import Log
from legday.progress.adherence import Streak, WeekDone, WeekPlan, adherence, streak
from legday.progress.balance_of_sides import SideDifference, balance_of_sides
from legday.progress.measures import SIGNS, Series, measure_series
from legday.progress.records import Records, records
from legday.progress.soreness import CURVE, ExpectedSoreness, expected_soreness
from legday.progress.volume import WeekVolume, weekly_hard_sets


class Statistics(msgspec.Struct, frozen=True):
    """Statistics of a log: weeks within the days asked for, all else over the whole log."""

    sessions: int
    sets: int
    weekly_hard_sets: tuple[WeekVolume, ...]
    adherence: tuple[WeekDone, ...]
    streak: Streak
    records: tuple[Records, ...]
    sides: tuple[SideDifference, ...]
    signs: tuple[Series, ...]
    measures: tuple[Series, ...]
    soreness: tuple[ExpectedSoreness, ...]
    soreness_curve: tuple[tuple[float, float], ...] = CURVE


def statistics(
    log: Log,
    planned: Iterable[WeekPlan],
    now: dt.datetime,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> Statistics:
    """Compute all statistics of a log.

    Parameters
    ----------
    planned
        The weeks of the plans that held, in any order.
    now
        Local time, as the log's.
    since, until
        The days between which weeks are shown.
    """
    today = now.date()
    weeks = adherence(log, planned, today)
    series = measure_series(log)
    return Statistics(
        sessions=len(log.sessions),
        sets=sum(len(session.sets) for session in log.sessions),
        weekly_hard_sets=weekly_hard_sets(log, since, until),
        adherence=tuple(
            week
            for week in weeks
            if (since is None or week.start + dt.timedelta(days=6) >= since) and (until is None or week.start <= until)
        ),
        streak=streak(weeks, today),
        records=records(log),
        sides=balance_of_sides(log),
        signs=tuple(each for each in series if each.kind in SIGNS),
        measures=tuple(each for each in series if each.kind not in SIGNS),
        soreness=expected_soreness(log, now),
    )
