"""What the tests of plan files share: the examples planned once, plans altered, and what a plan must be found by."""

import datetime as dt
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from legday.exchange import read_log, settle_names
from legday.log import Log
from legday.planner import Item, Plan, PlannedWeek, Session, make_plan, read_profile

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = ("beginner-woman", "home-circuit", "knee-pain", "male-bodybuilder", "runner")
START = dt.date(2026, 10, 19)
"""The Monday before the clocks go back in Europe."""

HOSTILE = (
    "=cmd|' /C calc'!A0",
    "#set page(fill: red); #panic() $x$ ]",
    "</script><script>alert(1)</script>",
    '"; DROP TABLE `plans`; -- \\',
    "@SUM(1+1)*cmd|' /C calc'!A0;=1+1",
    "**bold** _it_ ~~no~~ [x](http://example.com) ![i](u) <b> &amp; | cell |",
    "1. first",
    "- item",
    "Mira\r\nEND:VCALENDAR\nBEGIN:VEVENT",
    "😀 👩‍🦰 Zoë",
    "نورة القحطاني",
    "\u202eanna",
    "W" * 80,
)


@cache
def example(name: str) -> Plan:
    log = Log()
    if name == "male-bodybuilder":
        file = EXAMPLES / "strong-log.csv"
        log, _ = settle_names(read_log(file, file.name).log, {})
    return make_plan(read_profile(EXAMPLES / f"{name}.yaml"), log, START)


def sessions(plan: Plan) -> list[tuple[PlannedWeek, Session]]:
    return [(week, session) for week in plan.weeks for session in week.sessions]


def items(plan: Plan) -> Iterator[tuple[PlannedWeek, Session, Item]]:
    for week, session in sessions(plan):
        for item in session.items:
            yield week, session, item


def named(plan: Plan, name: str) -> Plan:
    return with_profile(replace(plan, athlete=name), name=name)


def with_profile(plan: Plan, **fields: Any) -> Plan:
    return replace(plan, request=replace(plan.request, profile=replace(plan.request.profile, **fields)))


def moved(plan: Plan, start: dt.date) -> Plan:
    """The same plan from another day on."""
    by = start - plan.request.start
    weeks = tuple(_moved(week, by, week.number) for week in plan.weeks)
    return replace(plan, weeks=weeks, request=replace(plan.request, start=start))


def longer(plan: Plan, weeks: int) -> Plan:
    """The same weeks again and again."""
    known = plan.weeks
    made = (_moved(known[n % len(known)], dt.timedelta(weeks=n - n % len(known)), n + 1) for n in range(weeks))
    return replace(plan, weeks=tuple(made))


def _moved(week: PlannedWeek, by: dt.timedelta, number: int) -> PlannedWeek:
    dated = tuple(
        replace(
            session,
            date=session.date + by,
            weekday=f"{session.date + by:%A}",
            next_day=replace(session.next_day, date=session.next_day.date + by) if session.next_day else None,
        )
        for session in week.sessions
    )
    return replace(week, number=number, start=week.start + by, sessions=dated)


def shortest(plan: Plan) -> Plan:
    """The first exercise of the first session, and nothing else."""
    week = plan.weeks[0]
    session = week.sessions[0]
    return replace(plan, weeks=(replace(week, sessions=(replace(session, items=session.items[:1]),)),))


def with_item(plan: Plan, **fields: Any) -> Plan:
    """A plan whose very first exercise is another."""
    week, *weeks = plan.weeks
    session, *others = week.sessions
    changed = replace(session, items=(replace(session.items[0], **fields), *session.items[1:]))
    return replace(plan, weeks=(replace(week, sessions=(changed, *others)), *weeks))


def infeasible() -> Plan:
    """No plan: two wishes that can't both be met."""
    profile = replace(read_profile(EXAMPLES / "runner.yaml"), avoid=())
    minutes = {day: type(time)(5 * 60) for day, time in profile.days.items()}
    plan = make_plan(replace(profile, days=minutes), Log(), START, 1)
    assert plan.status == "infeasible"
    return plan
