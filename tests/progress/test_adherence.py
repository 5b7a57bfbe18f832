"""Planned and done: what answers a planned session, and streaks that forgive rest and easy weeks."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
from logs import DAY, MONDAY, WEEK, one_set, session

from legday.log import Log, LoggedSession
from legday.progress import WeekDone, WeekPlan, adherence, streak

TODAY = MONDAY + 2 * DAY


def week_plan(number: int, *days: int, deload: bool = False) -> WeekPlan:
    start = MONDAY + number * WEEK
    return WeekPlan(start, tuple(start + day * DAY for day in days), deload)


def trained(*days: int) -> Log:
    return Log(tuple(session(MONDAY + day * DAY, one_set()) for day in days))


def counts(log: Log, *planned: WeekPlan, today: dt.date = MONDAY + 6 * DAY) -> list[tuple[int | None, int, int]]:
    return [(week.planned, week.done, week.extra) for week in adherence(log, planned, today)]


def test_sessions_on_their_days_are_done_and_others_are_extra() -> None:
    assert counts(trained(0, 1, 3), week_plan(0, 0, 3, 5)) == [(3, 2, 1)]
    assert counts(trained(0, 1)) == [(None, 0, 2)]
    assert counts(Log(), week_plan(0, 0)) == [(1, 0, 0)]
    assert counts(Log()) == []


def test_a_session_done_on_another_day_answers_the_one_it_names() -> None:
    late = session(MONDAY + 8 * DAY, one_set(), planned_date=MONDAY + 5 * DAY)
    log = Log((late,))
    assert counts(log, week_plan(0, 5), week_plan(1, 1), today=MONDAY + 9 * DAY) == [(1, 1, 0), (1, 0, 0)]


def test_two_sessions_on_a_planned_day_are_one_done_and_one_extra() -> None:
    log = Log((session(MONDAY, one_set()), session(MONDAY, one_set(), hour=20, planned_date=MONDAY)))
    assert counts(log, week_plan(0, 0)) == [(1, 1, 1)]


def test_a_session_without_a_set_is_not_done() -> None:
    assert counts(Log((session(MONDAY, planned_date=MONDAY),)), week_plan(0, 0)) == [(1, 0, 0)]


def test_a_week_of_a_plan_may_begin_on_any_day() -> None:
    thursday = MONDAY + 3 * DAY
    plan = WeekPlan(thursday, (thursday, thursday + 5 * DAY))
    assert counts(trained(8), plan, today=MONDAY + 8 * DAY) == [(1, 0, 0), (1, 1, 0)]


def held(*weeks: tuple[int | None, int] | str, today: dt.date | None = None) -> tuple[int, int]:
    made = [
        WeekDone(MONDAY + n * WEEK, 0, 0, 0)
        if week == "rest"
        else WeekDone(MONDAY + n * WEEK, 3, 0, 0, deload=True)
        if week == "easy"
        else WeekDone(MONDAY + n * WEEK, week[0], week[1], 0)  # type: ignore[arg-type]
        for n, week in enumerate(weeks)
    ]
    found = streak(made, today or MONDAY + len(weeks) * WEEK)
    return found.weeks, found.best


def test_a_streak_counts_weeks_with_two_of_three_sessions() -> None:
    assert held((3, 3), (3, 2), (2, 2), (1, 1)) == (4, 4)
    assert held((3, 3), (3, 1), (2, 2)) == (1, 1)
    assert held((3, 3), (2, 2), (2, 1)) == (0, 2)


def test_planned_rest_and_easy_weeks_are_forgiven() -> None:
    assert held((3, 3), "rest", (3, 3), "easy", (3, 3)) == (3, 3)
    assert held((3, 3), (None, 0), (3, 3)) == (1, 1)


def test_the_week_that_is_not_over_does_not_break_a_streak() -> None:
    assert held((3, 3), (3, 3), (3, 0), today=MONDAY + 2 * WEEK + DAY) == (2, 2)
    assert held((3, 3), (3, 3), (3, 2), today=MONDAY + 2 * WEEK + DAY) == (3, 3)
    assert held((3, 3), (3, 3), (3, 0), today=MONDAY + 3 * WEEK) == (0, 2)


_days = st.sets(st.integers(0, 69), max_size=30)


@given(_days, _days, st.sets(st.integers(0, 9)), st.integers(0, 69))
def test_rest_and_easy_weeks_never_make_a_streak_shorter(
    planned: set[int], done: set[int], easy: set[int], today: int
) -> None:
    plans = [
        week_plan(number, *(day % 7 for day in planned if day // 7 == number), deload=number in easy)
        for number in range(10)
    ]
    hard = [WeekPlan(week.start, week.sessions) for week in plans]
    sessions: list[LoggedSession] = [session(MONDAY + day * DAY, one_set()) for day in sorted(done)]
    now = MONDAY + today * DAY
    weeks, harder = (adherence(Log(tuple(sessions)), each, now) for each in (plans, hard))
    assert streak(weeks, now).weeks >= streak(harder, now).weeks
    assert sum(week.done + week.extra for week in weeks) == len([day for day in done if day <= today])
    assert all(week.planned is None or week.done <= week.planned for week in weeks)
    assert streak(weeks, now).best >= streak(weeks, now).weeks
