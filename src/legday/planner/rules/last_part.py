"""Glutes come last on their day, or first for a woman, or when they are the part that lags."""

from legday.anatomy import Part
from legday.planner.model import Model
from legday.planner.problem import Problem
from legday.planner.rule import Placed, Rule
from legday.programs import Sex


def _goes_first(problem: Problem, part: Part) -> bool:
    profile = problem.profile
    leads = problem.ranking[0] is part or part in profile.lagging
    return leads or (profile.sex is Sex.FEMALE and not profile.ranking)


def _post(model: Model) -> None:
    part = model.problem.program.placement.last_part
    if part is None:
        return
    first = _goes_first(model.problem, part)
    for day in model.problem.days:
        for other in model.problem.program.parts:
            if other is not part:
                earlier, later = (part, other) if first else (other, part)
                about = f"{earlier} before {later} on {day}"
                model.require(RULE.id, about, model.precedes(day, earlier, later) == 1)


def _why(problem: Problem, placed: Placed) -> str | None:
    part = problem.program.placement.last_part
    if part is None or placed.candidate.slot.part is not part or len(placed.parts) < 2:
        return None
    if _goes_first(problem, part):
        return f"{part.capitalize()} come first because they matter most to you."
    return f"{part.capitalize()} come last on this day because they do not lead your ranking."


RULE = Rule(
    id="last-part",
    sentence="Glutes come last on their day, or first for a woman, or when they lag.",
    source="P9",
    hard=True,
    negotiable=True,
    post=_post,
    why=_why,
)
