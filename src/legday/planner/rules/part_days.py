"""A part that comes several times a week keeps to days with a day between them: 2, 4, 6 or 3, 5, 7."""

from legday.planner.costs import PREFERENCE
from legday.planner.model import Model
from legday.planner.problem import Problem
from legday.planner.rule import Placed, Rule


def _post(model: Model) -> None:
    weeks = len(model.problem.weeks)
    for part, patterns in model.problem.program.placement.days.items():
        chosen = [model.bool(f"{part} on days {pattern}") for pattern in patterns]
        model.cp.add_exactly_one(chosen)
        for day in model.problem.days:
            off = model.bool(f"{part} on {day} is off its days")
            for rest_day, first in model.first_day.items():
                number = rest_day.days_until(day) + 1
                fitting = [pick for pick, pattern in zip(chosen, patterns, strict=True) if number in pattern]
                model.cp.add_bool_or(off, model.trains[part, day].negated(), first.negated(), *fitting)
            model.penalise(RULE.id, "volume", f"{part} on {day}", PREFERENCE * weeks * off)


def _why(problem: Problem, placed: Placed) -> str | None:
    part = placed.candidate.slot.part
    patterns = problem.program.placement.days.get(part) if part else None
    if not patterns:
        return None
    days = " or ".join(", ".join(map(str, pattern)) for pattern in patterns)
    return f"{part.capitalize() if part else ''} keep to days {days}, counted from the rest day, with a day between."


RULE = Rule(
    id="part-days",
    sentence="A part that comes several times a week keeps to its days: 2, 4, 6 or 3, 5, 7 for the calves.",
    source="P4",
    hard=False,
    post=_post,
    why=_why,
)
