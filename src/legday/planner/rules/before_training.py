"""Calves are trained on days on which chest or arms follow."""

from legday.anatomy import Part
from legday.planner.costs import PREFERENCE
from legday.planner.model import Model
from legday.planner.problem import Problem
from legday.planner.rule import Placed, Rule
from legday.programs import Training
from legday.units import Weekday


def _followed_by(problem: Problem, part: Part, day: Weekday) -> list[Training]:
    wanted = problem.program.placement.before_training.get(part, ())
    return [training for training in problem.profile.trains(day) if training in wanted]


def _post(model: Model) -> None:
    problem = model.problem
    for part in problem.program.placement.before_training:
        if not any(_followed_by(problem, part, day) for day in problem.days):
            continue  # the athlete has no such day, so no day is better than another
        partners = [b for a, b in problem.program.placement.needs_part.items() if b is part for b in (a,)]
        for day in problem.days:
            if not _followed_by(problem, part, day):
                alone = model.bool(f"{part} on {day} before nothing")
                with_partner = [model.trains[partner, day] for partner in partners]
                model.cp.add_bool_or(alone, model.trains[part, day].negated(), *with_partner)
                cost = PREFERENCE * len(problem.weeks) * alone
                model.penalise(RULE.id, "volume", f"{part} on {day} before nothing", cost)


def _why(problem: Problem, placed: Placed) -> str | None:
    part = placed.candidate.slot.part
    followed_by = _followed_by(problem, part, placed.candidate.day) if part else []
    if not part or not followed_by:
        return None
    names = " and ".join(followed_by)
    return f"{part.capitalize()} go first while there is energy for them: {names} follow the same day."


RULE = Rule(
    id="before-training",
    sentence="Calves are trained first on days of strong body parts: before chest, arms or hams.",
    source="P4",
    hard=False,
    post=_post,
    why=_why,
)
