"""Planned and done: adherence by week, and streaks in weeks that forgive planned rest and easy weeks (METHODS M8)."""

import datetime as dt
from collections.abc import Iterable

import msgspec

from legday.log import Log

WEEK = dt.timedelta(weeks=1)

HELD_SHARE = 2, 3
"""A week holds if at least two of three planned sessions were done; our own convention. One of one, two of two."""


class WeekPlan(msgspec.Struct, frozen=True):
    """What was planned for a week: its first day, the days of its sessions, and whether it was meant to be easy."""

    start: dt.date
    sessions: tuple[dt.date, ...]
    deload: bool = False


class WeekDone(msgspec.Struct, frozen=True):
    """A week: its Monday, sessions planned (None where no plan covers it), those of them done, others beside them."""

    start: dt.date
    planned: int | None
    done: int
    extra: int
    deload: bool = False

    @property
    def holds(self) -> bool:
        """Whether it counts towards a streak: enough of what was planned, or anything where nothing was."""
        if not self.planned:
            return self.extra > 0 or self.done > 0
        share, of = HELD_SHARE
        return self.done * of >= self.planned * share

    @property
    def forgiven(self) -> bool:
        """Whether a streak goes on over it though it does not hold: rest was planned, or an easy week."""
        return self.planned == 0 or self.deload


class Streak(msgspec.Struct, frozen=True):
    """Weeks in a row that hold: now, since which Monday, and the most there ever were."""

    weeks: int
    since: dt.date | None
    best: int


def monday_of(day: dt.date) -> dt.date:
    """Return the Monday of the week of a day."""
    return day - dt.timedelta(days=day.weekday())


def adherence(log: Log, planned: Iterable[WeekPlan], today: dt.date) -> tuple[WeekDone, ...]:
    """Count planned and done sessions in every week from the first one to that of today, oldest first.

    A planned session is done if a session with at least one set says that it answers it, or has no plan and was on its
    day. It counts in the week that it was planned for, though it may have been done later.
    """
    plans: dict[dt.date, set[dt.date]] = {}
    easy: set[dt.date] = set()
    for week in planned:
        plans.setdefault(monday_of(week.start), set())
        for day in week.sessions:  # a week of a plan may begin on any day
            plans.setdefault(monday_of(day), set()).add(day)
        if week.deload:
            easy.add(monday_of(week.start))
    wanted = {day for days in plans.values() for day in days}
    trained = [session for session in log.sessions if session.sets and session.start.date() <= today]
    answered = {session.planned_date for session in trained if session.planned_date in wanted}
    extra: dict[dt.date, int] = {}
    for session in trained:
        if session.planned_date in wanted:
            continue
        day = session.start.date()
        if day in wanted and day not in answered:
            answered.add(day)
        else:
            extra[monday_of(day)] = extra.get(monday_of(day), 0) + 1
    starts = [*plans, *(monday_of(session.start.date()) for session in trained)]
    this_week = monday_of(today)
    monday = min(starts, default=this_week + WEEK)
    found = []
    while monday <= this_week:
        days = plans.get(monday)
        done = len(days & answered) if days else 0
        found.append(WeekDone(monday, None if days is None else len(days), done, extra.get(monday, 0), monday in easy))
        monday += WEEK
    return tuple(found)


def streak(weeks: Iterable[WeekDone], today: dt.date) -> Streak:
    """Count the weeks in a row that hold, up to today; the week that is not over can only add to them."""
    count, best, since = 0, 0, None
    for week in weeks:
        if week.holds:
            count, since = count + 1, since or week.start
        elif not week.forgiven and week.start < monday_of(today):
            count, since = 0, None
        best = max(best, count)
    return Streak(count, since, best)
