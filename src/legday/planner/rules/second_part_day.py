"""The second most important part is trained on day 5, three days after the first."""

from legday.planner.costs import PLACEMENT
from legday.planner.model import Model
from legday.planner.placement import important_routines, penalise_off_day
from legday.planner.problem import Problem
from legday.planner.rule import Placed, Rule


def _post(model: Model) -> None:
    number = model.problem.program.placement.second_part
    second = important_routines(model.problem)[1]
    if number is not None and second is not None:
        penalise_off_day(model, RULE.id, second, number, PLACEMENT)


def _why(problem: Problem, placed: Placed) -> str | None:
    number = problem.program.placement.second_part
    if placed.number != number or placed.candidate.routine is not important_routines(problem)[1]:
        return None
    second = next(part for part in problem.ranking if part in placed.candidate.routine.parts)
    return f"{second.capitalize()} come second for you, so they have day {number}."


RULE = Rule(
    id="second-part-day",
    sentence="The second most important part is trained on day 5.",
    source="P3",
    hard=False,
    post=_post,
    why=_why,
)
