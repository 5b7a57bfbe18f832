"""Tiny weeks of which every way to go on is listed: none that the rules allow loses less, or changes less."""

import datetime as dt
from collections.abc import Iterator
from itertools import product
from typing import Any, NamedTuple

import pytest

from legday.anatomy import Part
from legday.log import Log
from legday.planner import Plan, Session, plan_request, replan
from legday.planner.layout import lay_out
from legday.planner.problem import Candidate, Problem, Request
from legday.units import Weekday
from planning import MONDAY, profile_of, program_of, routine_of, slot_of

DAY = dt.timedelta(days=1)
BACK_OF_THE_LEG = routine_of("back", 1, 1, slot_of("curl", "hams", "3 x 10", "lying-leg-curl", "seated-leg-curl"))
FRONT = routine_of(
    "front",
    1,
    1,
    slot_of("extend", "quads", "4 x 12", "leg-extension"),
    slot_of("press", "quads", "3 x 10", "leg-press", "hack-squat"),
)
CALVES = routine_of("calves", 2, 2, slot_of("raise", "calves", "3 x 12", "seated-calf-raise", "standing-calf-raise"))


class Case(NamedTuple):
    days: dict[str, str]
    routines: tuple[dict[str, Any], ...]
    gone: int  # which session of the week is missed, from 0
    ranking: tuple[str, ...] = ("quads", "hams", "calves")


CASES = {
    "a free day takes it": Case({"monday": "60 min", "wednesday": "60 min", "friday": "60 min"}, (FRONT, CALVES), 0),
    "a day with little time": Case({"monday": "60 min", "wednesday": "14 min", "friday": "60 min"}, (FRONT, CALVES), 0),
    "one day left": Case({"monday": "60 min", "thursday": "25 min"}, (FRONT, CALVES), 0),
    "days running": Case({"monday": "60 min", "tuesday": "40 min", "wednesday": "40 min"}, (FRONT, CALVES), 0),
    "a part in need of balance": Case({"monday": "25 min", "wednesday": "25 min"}, (FRONT, BACK_OF_THE_LEG), 0),
    "the last day": Case({"monday": "60 min", "wednesday": "60 min"}, (FRONT, CALVES), 1),
}

Week = dict[tuple[Weekday, str], tuple[Candidate, int]]


def request_of(case: Case) -> Request:
    trained = {slot["part"] for routine in case.routines for slot in routine["slots"]}
    ranking = [part for part in case.ranking if part in trained]
    profile = profile_of(days=case.days, level="intermediate", ranking=ranking)
    return Request(profile, program_of({}, *case.routines), MONDAY, 1)


def weeks(problem: Problem, days: list[Weekday]) -> Iterator[Week]:
    """Every way to fill the slots on some days, or to leave them."""
    (week,) = problem.weeks
    places = [(day, slot.id) for day in days for routine in problem.program.routines for slot in routine.slots]
    choices = []
    for day, slot in places:
        found = [c for c in problem.candidates if c.day is day and c.slot.id == slot]
        asked = min(found[0].most_sets, problem.sets_asked(found[0].slot, week))
        least = min(found[0].least_sets, asked)
        choices.append([None, *((c, sets) for c in found for sets in range(least, asked + 1))])
    for chosen in product(*choices):
        yield {place: each for place, each in zip(places, chosen, strict=True) if each}


def quarters(week: Week, problem: Problem, part: Part | None = None, day: Weekday | None = None) -> int:
    (of,) = problem.weeks
    counted = [(c, n) for (on, _), (c, n) in week.items() if part in (None, c.slot.part) and day in (None, on)]
    return sum(c.quarter_sets(of)[0] + n * c.quarter_sets(of)[1] for c, n in counted)


def allowed(problem: Problem, week: Week, before: Week, missed: Week) -> bool:
    """The hard rules that can bear on these weeks."""
    (of,) = problem.weeks
    days = {day for day, _ in week}
    for day in days:
        chosen = [each for (on, _), each in week.items() if on is day]
        seconds = sum(c.seconds(of)[0] + n * c.seconds(of)[1] for c, n in chosen)
        parts = {c.slot.part for c, _ in chosen}
        tomorrow = {c.slot.part for (on, _), (c, _) in week.items() if on is day.plus(1)}
        if seconds > 60 * problem.profile.days[day].minutes or parts & tomorrow:
            return False
        whole = [day for day, _ in (before | missed)]
        if quarters(week, problem, day=day) > max(quarters(before | missed, problem, day=on) for on in whole):
            return False
        for part in parts:
            if quarters(week, problem, part, day) > max(quarters(before | missed, problem, part, on) for on in whole):
                return False
    for routine in problem.program.routines:
        of_it = {day for (day, slot) in week if any(slot == each.id for each in routine.slots)}
        if len(of_it) > routine.times.most:
            return False
    if len(days) > len({day for day, _ in (before | missed)}):
        return False
    front, back = ({part: quarters(each, problem, part) for part in (Part.QUADS, Part.HAMS)} for each in (week, before))
    has_hams = any(c.slot.part is Part.HAMS for c in problem.candidates)
    behind = max(0, back[Part.QUADS] - 3 * back[Part.HAMS])
    return not has_hams or 3 * front[Part.HAMS] >= front[Part.QUADS] - behind


def cost(problem: Problem, week: Week, before: Week, missed: Week) -> tuple[int, int, int]:
    """What is lost of what stood, what is not caught up on, and how much else changes."""
    kept = caught = 0
    for part in problem.program.parts:
        stood, now = quarters(before, problem, part), quarters(week, problem, part)
        owed = quarters(missed, problem, part)
        kept += problem.weight(part) * max(0, stood - now)
        caught += problem.weight(part) * max(0, stood + owed - now) if owed else 0
    change = 0
    waiting = {c.work for c, _ in missed.values()}
    touched = set()
    all_of = {(day, c.work): (c, n) for (day, _), (c, n) in before.items()}
    now_of = {(day, c.work): (c, n) for (day, _), (c, n) in week.items()}
    for place in all_of.keys() | now_of.keys():
        candidate, was = all_of.get(place, (now_of.get(place, (None, 0))[0], 0))
        sets = now_of[place][1] if place in now_of else 0
        assert candidate is not None
        if was != sets:
            touched.add(place[0])
        if was:
            kept += problem.weight(candidate.slot.part) * max(0, was - sets)  # type: ignore[arg-type]
            change += 2 * abs(was - sets)
        else:
            change += (1 if candidate.work in waiting else 2) * sets
    return kept, caught, change + 4 * len(touched)


def week_of(problem: Problem, sessions: list[Session]) -> Week:
    by_place = {(c.day, c.work): c for c in problem.candidates}
    found: Week = {}
    for session in sessions:
        for item in session.items:
            day = Weekday.of(session.date)
            found[day, item.slot] = by_place[day, (item.slot, item.exercise, item.variant)], item.count
    return found


def missing(plan: Plan, case: Case) -> tuple[Session, list[Session], list[Session]]:
    sessions = list(plan.weeks[0].sessions)
    gone = sessions[case.gone]
    return gone, [s for s in sessions if s.date < gone.date], [s for s in sessions if s.date > gone.date]


@pytest.mark.parametrize("name", CASES)
def test_no_week_that_is_allowed_is_nearer(name: str) -> None:
    case = CASES[name]
    request = request_of(case)
    problem = lay_out(request)
    plan = plan_request(request)
    gone, done, ahead = missing(plan, case)
    assert not done or case.gone
    today = gone.date + DAY
    made = replan(plan, Log(), today, missed=[gone.date], log_is_whole=False)
    assert made.moves
    after = [s for s in made.plan.weeks[0].sessions if s.date >= today]
    before, missed = week_of(problem, ahead), week_of(problem, [gone])
    days = [Weekday.of(today + n * DAY) for n in range((MONDAY + 7 * DAY - today).days)]
    days = [day for day in days if day in problem.days]
    trained = {c.slot.part for c, _ in missed.values()} if done else set()
    possible = [week for week in weeks(problem, days) if allowed(problem, week, before, missed)]
    best = min(cost(problem, week, before, missed) for week in possible)
    reached = week_of(problem, after)
    assert reached in possible or not days
    assert cost(problem, reached, before, missed) == best, (name, trained)
