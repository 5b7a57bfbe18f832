"""Heavy legs keep away from the long run and, where they can, from the day before a hard run."""

from legday.planner.costs import PREFERENCE
from legday.planner.model import Model
from legday.planner.problem import HEAVY, Problem
from legday.planner.rule import Placed, Rule
from legday.programs import Training
from legday.units import Weekday


def _post(model: Model) -> None:
    problem = model.problem
    for day in problem.days:
        today, tomorrow = problem.profile.trains(day), problem.profile.trains(day.plus(1))
        for part in HEAVY:
            if (part, day) not in model.trains:
                continue
            if Training.LONG_RUN in (*today, *tomorrow):
                about = f"no {part} on {day}, with the long run that day or the next"
                model.require(RULE.id, about, model.trains[part, day] == 0)
            elif Training.HARD_RUN in tomorrow:
                cost = PREFERENCE * len(problem.weeks) * model.trains[part, day]
                model.penalise(RULE.id, "volume", f"{part} on {day} before a hard run", cost)


def _why(problem: Problem, placed: Placed) -> str | None:
    if placed.candidate.slot.part not in HEAVY:
        return None
    if not any(Training.LONG_RUN in problem.profile.trains(day) for day in Weekday):
        return None
    return "This day is neither the long run's nor the one before it."


RULE = Rule(
    id="long-run-apart",
    sentence="Glutes, quads and hams are not trained on the day of the long run, nor on the day before it.",
    source="F3",
    hard=True,
    post=_post,
    why=_why,
)
