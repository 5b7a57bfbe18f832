"""A slot takes the exercise that the method puts first, as far as that is open."""

from legday.planner.costs import SECOND_CHOICE
from legday.planner.model import Model
from legday.planner.problem import Problem
from legday.planner.rule import Placed, Rule


def _post(model: Model) -> None:
    for candidate in model.problem.candidates:
        if candidate.place:
            cost = SECOND_CHOICE * candidate.place * model.uses[candidate.id]
            model.penalise(RULE.id, "method", candidate.id, cost)


def _why(problem: Problem, placed: Placed) -> str | None:
    candidate = placed.candidate
    if candidate.place == 0:
        return None
    preferred = {choice.exercise.id for choice in candidate.slot.choose[: candidate.place]}
    closed = {
        f"{exclusion.exercise.name} ({exclusion.reason})": None
        for exclusion in problem.exclusions
        if exclusion.day is candidate.day and exclusion.slot is candidate.slot and exclusion.exercise.id in preferred
    }
    if not closed:
        return "It serves the rest of your week better than what the method puts first here."
    return f"It stands in for {'; '.join(closed)}."


RULE = Rule(
    id="first-choice",
    sentence="A slot takes the exercise that the method prefers; the next one when that is not open.",
    source="the method's own order",
    hard=False,
    post=_post,
    why=_why,
)
