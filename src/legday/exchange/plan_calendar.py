"""A plan as an iCalendar file (RFC 5545): events for sessions, the light days after them, runs, the race and meals."""

import datetime as dt
from typing import TYPE_CHECKING
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from legday.documents import InputError
from legday.exchange.plan_words import one_line, said_after, said_load, said_parts
from legday.planner import FreeMeal, Item, NextDay, Plan, PlannedRun, PlannedWeek, Profile, Session

if TYPE_CHECKING:
    from icalendar import Event

_NAMESPACE = UUID("5e8e27b0-5b1e-5c0c-9d3a-2f6f5d0c8a11")
"""What the ids of events are derived in, by RFC 9562 version 5; it must never change."""


def plan_calendar(plan: Plan) -> bytes:
    """Write a plan as an iCalendar file.

    A session begins at the profile's training time in its time zone, at that time wherever the athlete is when no zone
    is given, and takes the whole day when no time is given. An event's id depends on the athlete and the date
    alone, so a plan made again changes the events of its days and doubles none.

    Raises
    ------
    InputError
        If the plan has no sessions.
    """
    from icalendar import Calendar

    sessions = [(week, session) for week in plan.weeks for session in week.sessions]
    if not sessions:
        raise InputError.at("", "this plan has no sessions, so there is nothing to put in a calendar")
    calendar = Calendar()
    calendar.add("prodid", "-//legday//plan//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    name = one_line(f"{plan.athlete}: {plan.method_name}")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    for week, session in sessions:
        calendar.add_component(_session_event(plan, week, session))
        if session.next_day is not None:
            calendar.add_component(_next_day_event(plan, session.next_day))
    for run in (run for week in plan.weeks for run in week.runs if not run.traded):
        calendar.add_component(_run_event(plan, run))
    for week in plan.weeks:
        if week.free_meal:
            calendar.add_component(_free_meal_event(plan, week.free_meal))
    first, last = sessions[0][1].date, sessions[-1][1].date
    calendar.add_missing_timezones(dt.date(first.year, 1, 1), dt.date(last.year + 1, 1, 1))
    return bytes(calendar.to_ical())


def _session_event(plan: Plan, week: PlannedWeek, session: Session) -> "Event":
    event = _event(plan, "session", session.date)
    event.add("summary", f"Legs: {said_parts(session)} ({session.minutes} min)")
    event.add("description", "\n".join(map(one_line, _description(plan, week, session))))
    start = _start(plan.request.profile, session.date)
    event.add("dtstart", start)
    if isinstance(start, dt.datetime):
        event.add("duration", dt.timedelta(minutes=session.minutes))
    else:
        event.add("transp", "TRANSPARENT")
    return event


def _next_day_event(plan: Plan, next_day: NextDay) -> "Event":
    event = _event(plan, "next-day", next_day.date)
    event.add("summary", one_line(next_day.what).capitalize())
    event.add("description", "Light movement on the day after legs.")
    event.add("dtstart", next_day.date)
    event.add("transp", "TRANSPARENT")
    return event


def _run_event(plan: Plan, run: PlannedRun) -> "Event":
    event = _event(plan, "run", run.date, "Running")
    event.add("summary", str(run).capitalize())
    event.add("dtstart", run.date)
    event.add("transp", "TRANSPARENT")
    return event


def _free_meal_event(plan: Plan, meal: FreeMeal) -> "Event":
    event = _event(plan, "free-meal", meal.date, "Food")
    event.add("summary", f"Free meal: {meal.meal}, {meal.energy}")
    event.add("description", meal.say)
    event.add("dtstart", meal.date)
    event.add("transp", "TRANSPARENT")
    return event


def _event(plan: Plan, kind: str, date: dt.date, category: str = "Legs") -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", f"{uuid5(_NAMESPACE, f'{kind}/{date.isoformat()}/{plan.athlete}')}@legday")
    event.add("dtstamp", dt.datetime.combine(plan.request.start, dt.time(), dt.UTC))
    event.add("categories", [category])
    return event


def _start(profile: Profile, date: dt.date) -> dt.date:
    if profile.training_time is None:
        return date
    zone = ZoneInfo(profile.time_zone) if profile.time_zone else None
    return dt.datetime.combine(date, dt.time.fromisoformat(profile.training_time), zone)


def _description(plan: Plan, week: PlannedWeek, session: Session) -> list[str]:
    easy = ", an easy week" if week.deload else ", before your race" if week.taper else ""
    lines = [f"{plan.method_name}, week {week.number} of {len(plan.weeks)}{easy}"]
    return [*lines, *(_line(number, item) for number, item in enumerate(session.items, 1)), *said_after(plan, session)]


def _line(number: int, item: Item) -> str:
    load = said_load(item)
    return f"{number}. {item.name}, {item.variant_name.lower()}: {item.sets}" + (f" ({load})" if load else "")
