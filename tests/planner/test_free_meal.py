"""The free meal stands by the quad day, once a week, and nowhere without being planned (METHODS P11)."""

import datetime as dt
import re

import pytest
from msgspec.structs import replace

from legday.anatomy import Part
from legday.exchange import plan_calendar, plan_markdown, plan_page
from legday.log import Log
from legday.planner import Plan, PlannedWeek, Profile, Session, make_plan
from legday.planner.free_meal import place_free_meal
from legday.units import Duration, Energy, Weekday

MONDAY = dt.date(2026, 11, 23)


@pytest.fixture(scope="module")
def plan() -> Plan:
    hour = Duration.parse("60 min")
    profile = Profile("Ann", {Weekday.TUESDAY: hour, Weekday.FRIDAY: hour}, free_meal=Energy(1200, "kcal"))
    return make_plan(profile, Log(), MONDAY, 2)


def quads(session: Session) -> float:
    return sum(item.hard_sets for item in session.items if item.part is Part.QUADS)


def test_it_is_dinner_before_the_session_with_the_most_for_the_quads(plan: Plan) -> None:
    for week in plan.weeks:
        meal = week.free_meal
        assert meal is not None
        hardest = max(week.sessions, key=quads)
        assert (meal.session, meal.date, meal.meal) == (hardest.date, hardest.date - dt.timedelta(1), "dinner")
        assert (meal.part, str(meal.energy)) == (Part.QUADS, "1200 kcal")


def test_on_the_first_day_of_a_week_it_is_lunch_on_the_day_itself(plan: Plan) -> None:
    [week, _] = plan.weeks
    session = replace(max(week.sessions, key=quads), date=MONDAY)
    meal = place_free_meal([session], MONDAY, plan.request.profile)
    assert meal is not None
    assert (meal.date, meal.meal, meal.say) == (
        MONDAY,
        "lunch",
        "Free meal of 1200 kcal: lunch, earlier on your quad day.",
    )


def test_without_work_for_the_quads_it_stands_by_the_hardest_session(plan: Plan) -> None:
    def without(session: Session) -> Session:
        return replace(session, items=tuple(item for item in session.items if item.part is not Part.QUADS))

    def hard(session: Session) -> float:
        return sum(item.hard_sets for item in session.items)

    sessions = [without(session) for session in plan.weeks[0].sessions]
    meal = place_free_meal(sessions, MONDAY, plan.request.profile)
    assert meal is not None
    assert meal.part is None
    assert meal.session == max(sessions, key=hard).date
    assert "hardest leg day" in meal.say


def test_there_is_none_without_a_plan_for_it_or_without_sessions(plan: Plan) -> None:
    week: PlannedWeek = plan.weeks[0]
    assert place_free_meal(week.sessions, week.start, replace(plan.request.profile, free_meal=None)) is None
    assert place_free_meal([], week.start, plan.request.profile) is None


def test_every_file_of_a_plan_tells_it(plan: Plan) -> None:
    said = [week.free_meal.say for week in plan.weeks if week.free_meal]
    assert len(said) == 2
    for each in said:
        assert each in plan_page(plan)
        assert each in re.sub(r"\\(.)", r"\1", plan_markdown(plan))
    calendar = plan_calendar(plan).decode().replace("\r\n ", "")
    assert calendar.count("SUMMARY:Free meal: dinner\\, 1200 kcal") == 2
