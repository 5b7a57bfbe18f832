"""An easy run and legs share a day only where the athlete trades mileage for leg days."""

from legday.planner.costs import SECOND_CHOICE
from legday.planner.model import Model
from legday.planner.problem import Problem
from legday.planner.rule import Placed, Rule
from legday.programs import Training


def _post(model: Model) -> None:
    profile = model.problem.profile
    for day in model.problem.days:
        if Training.RUN in profile.trains(day) and not profile.trade_mileage:
            model.penalise(RULE.id, "method", f"legs and a run on {day}", SECOND_CHOICE * model.leg_day[day])


def _why(problem: Problem, placed: Placed) -> str | None:
    day, profile = placed.candidate.day, problem.profile
    if not profile.trade_mileage or Training.RUN not in profile.trains(day):
        return None
    return "You trade mileage for leg days, so legs take this day's easy run."


RULE = Rule(
    id="easy-run",
    sentence="Legs keep off the days of easy runs where they can, unless you trade mileage for leg days.",
    source="F3",
    hard=False,
    post=_post,
    why=_why,
)
