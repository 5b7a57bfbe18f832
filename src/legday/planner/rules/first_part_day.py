"""The part that needs it most is trained on day 2, the day after the rest day."""

from legday.planner.costs import PLACEMENT
from legday.planner.model import Model
from legday.planner.placement import important_routines, penalise_off_day
from legday.planner.problem import Problem
from legday.planner.rule import Placed, Rule


def _post(model: Model) -> None:
    number = model.problem.program.placement.first_part
    if number is not None:
        first, _ = important_routines(model.problem)
        penalise_off_day(model, RULE.id, first, number, PLACEMENT)


def _why(problem: Problem, placed: Placed) -> str | None:
    number = problem.program.placement.first_part
    if placed.number != number or placed.candidate.routine is not important_routines(problem)[0]:
        return None
    return f"{problem.ranking[0].capitalize()} matter most to you, so their day is day {number}, after the rest day."


RULE = Rule(
    id="first-part-day",
    sentence="The most important part is trained on day 2.",
    source="P3",
    hard=False,
    post=_post,
    why=_why,
)
