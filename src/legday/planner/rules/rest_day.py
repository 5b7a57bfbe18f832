"""Day 1 of the week is a day of rest, and the method's other days are counted from it."""

from legday.planner.costs import PLACEMENT, PREFERENCE
from legday.planner.model import Model
from legday.planner.problem import Problem
from legday.planner.rule import Placed, Rule
from legday.units import Weekday


def _post(model: Model) -> None:
    profile, weeks = model.problem.profile, len(model.problem.weeks)
    if model.problem.program.placement.rest_day is None:
        model.cp.add(model.first_day[Weekday.SUNDAY] == 1)
        return
    for day, first in model.first_day.items():
        if day in model.leg_day:
            legs = model.bool(f"legs on rest day {day}")
            model.cp.add_bool_or(legs, first.negated(), model.leg_day[day].negated())
            model.penalise(RULE.id, "volume", f"no legs on {day} as day 1", PLACEMENT * weeks * legs)
        if profile.trains(day):
            model.penalise(RULE.id, "volume", f"nothing else on {day} as day 1", PLACEMENT * weeks * first)
        if profile.rest_days and day not in profile.rest_days:
            model.penalise(RULE.id, "volume", f"{day} as day 1 is no rest day", PREFERENCE * weeks * first)
        model.penalise(RULE.id, "time", "day 1 as near to Sunday as can be", (6 - day.number) * first)


def _why(problem: Problem, placed: Placed) -> str | None:
    day, profile = placed.candidate.day, problem.profile
    before = day.plus(-1)
    if problem.program.placement.rest_day is None or before in profile.days or profile.trains(before):
        return None
    return f"{before.capitalize()} before it is free, so {day.capitalize()} starts rested."


RULE = Rule(
    id="rest-day-first",
    sentence="Day 1 is a day of rest, so that the most important part is trained rested on day 2.",
    source="P3",
    hard=False,
    post=_post,
    why=_why,
)
