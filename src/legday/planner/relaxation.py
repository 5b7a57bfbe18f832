"""Ways out of a conflict: each demand given up in turn, and the cheapest plan that opens."""

import re
from collections.abc import Iterator
from math import ceil

from legday.planner.costs import OVERRUN
from legday.planner.model import Guard, Model
from legday.planner.plan import Relaxation
from legday.planner.problem import Candidate, Problem
from legday.planner.rules import RULES
from legday.planner.solver import Demand, Solution, solve
from legday.planner.weeks import Week
from legday.units import Weekday

MINUTES_RULE = "minutes"


def find_relaxations(problem: Problem, conflict: tuple[Guard, ...]) -> tuple[Relaxation, ...]:
    """Give up each demand of a conflict in turn and solve again; the cheapest way out comes first."""
    found = [_give_up(problem, guard) for guard in conflict]
    return tuple(sorted(found, key=lambda way: (not way.opens, way.cost)))


def _give_up(problem: Problem, guard: Guard) -> Relaxation:
    rule = next(rule for rule in RULES if rule.id == guard.rule)
    if not rule.negotiable:
        return Relaxation(guard.rule, guard.about, "", False, (), f"legday keeps this: {rule.sentence}")
    day = _day_of_minutes(guard)
    demands = [_as_few_minutes_over(day)] if day else []
    solution = solve(problem, demands, given_up=frozenset({guard}))
    if not solution.feasible:
        remaining = "; ".join(other.about for other in solution.conflict)
        return Relaxation(guard.rule, guard.about, "", False, (), f"still in the way: {remaining}")
    instead = f"{_minutes_used(problem, solution, day)} min on {day} would do" if day else f"without: {guard.about}"
    days = dict.fromkeys(candidate.day.capitalize() for candidate in solution.chosen)
    cost = tuple(stage.cost for stage in solution.stages)
    return Relaxation(guard.rule, guard.about, instead, True, cost, f"legs on {', '.join(days)}")


def _day_of_minutes(guard: Guard) -> Weekday | None:
    found = re.search(rf"\b({'|'.join(Weekday)})$", guard.about) if guard.rule == MINUTES_RULE else None
    return Weekday(found[1]) if found else None


def _as_few_minutes_over(day: Weekday) -> Demand:
    def demand(model: Model) -> None:
        over = model.amount(f"over on {day}")
        for week in model.problem.kinds:
            model.cp.add(over >= model.seconds(day, week) - 60 * model.problem.profile.days[day].minutes)
        model.penalise(MINUTES_RULE, "volume", f"over the minutes on {day}", OVERRUN * over)

    return demand


def _minutes_used(problem: Problem, solution: Solution, day: Weekday) -> int:
    chosen = [candidate for candidate in solution.chosen if candidate.day is day]
    return max(
        ceil(sum(fixed + each * sets for fixed, each, sets in _times(chosen, solution, week)) / 60)
        for week in problem.weeks
    )


def _times(chosen: list[Candidate], solution: Solution, week: Week) -> Iterator[tuple[int, int, int]]:
    for candidate in chosen:
        fixed, each = candidate.seconds(week)
        yield fixed, each, solution.sets_in(candidate, week)
