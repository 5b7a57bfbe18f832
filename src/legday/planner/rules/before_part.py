"""Calves always come before hams."""

from legday.planner.model import Model
from legday.planner.problem import Problem
from legday.planner.rule import Placed, Rule


def _post(model: Model) -> None:
    for part, later_parts in model.problem.program.placement.before_part.items():
        for later in later_parts:
            for day in model.problem.days:
                model.require(RULE.id, f"{part} before {later} on {day}", model.precedes(day, part, later) == 1)


def _why(problem: Problem, placed: Placed) -> str | None:
    part, before = placed.candidate.slot.part, problem.program.placement.before_part
    for first, later_parts in before.items():
        for later in later_parts:
            if part in (first, later) and {first, later} <= set(placed.parts):
                return f"{first.capitalize()} always come before {later}."
    return None


RULE = Rule(
    id="before-part",
    sentence="Calves always come before hams.",
    source="P4, P6",
    hard=True,
    negotiable=True,
    post=_post,
    why=_why,
)
