"""The long sessions of a method keep to the two days it gives them."""

from legday.planner.costs import PREFERENCE
from legday.planner.model import Model
from legday.planner.rule import Rule


def _post(model: Model) -> None:
    placement, weeks = model.problem.program.placement, len(model.problem.weeks)
    numbers = [number for number in (placement.first_part, placement.second_part) if number]
    if not numbers:
        return
    for routine in model.problem.program.routines:
        if any(part in placement.days for part in routine.parts):
            continue
        for day in model.problem.days:
            off = model.bool(f"{routine.id} on {day} is no big day")
            allowed = [first for rest, first in model.first_day.items() if rest.days_until(day) + 1 in numbers]
            model.cp.add_bool_or(off, model.sessions[routine.id, day].negated(), *allowed)
            model.penalise(RULE.id, "volume", f"{routine.name} on {day}", PREFERENCE * weeks * off)


RULE = Rule(
    id="big-days",
    sentence="The two long leg sessions are on days 2 and 5.",
    source="P3",
    hard=False,
    post=_post,
)
