"""Legs keep off the days of easy runs, or take the place of the shortest where mileage is traded."""

from legday.planner.costs import SECOND_CHOICE
from legday.planner.model import Model
from legday.planner.problem import Problem
from legday.planner.rule import Placed, Rule
from legday.planner.running import gives_way, trade_rank
from legday.programs import Training

MOST_FOR_A_TRADE = SECOND_CHOICE - 1
"""The most that a traded run costs, so that it costs less than legs beside a run; the shortest costs 1."""


def _post(model: Model) -> None:
    profile = model.problem.profile
    for day in model.problem.days:
        run = profile.runs.get(day)
        if run is not None and gives_way(profile, run):
            cost = min(MOST_FOR_A_TRADE, 1 + trade_rank(profile, day))
            model.penalise(RULE.id, "method", f"legs in place of the run on {day}", cost * model.leg_day[day])
        elif Training.RUN in profile.trains(day):
            model.penalise(RULE.id, "method", f"legs and a run on {day}", SECOND_CHOICE * model.leg_day[day])


def _why(problem: Problem, placed: Placed) -> str | None:
    day, profile = placed.candidate.day, problem.profile
    run = profile.runs.get(day)
    if run is None or not gives_way(profile, run):
        return None
    return f"You trade mileage for leg days, so legs take the place of this day's {run}."


RULE = Rule(
    id="easy-run",
    sentence="Legs keep off the days of easy runs where they can; if you trade mileage, the shortest gives way first.",
    source="F3",
    hard=False,
    post=_post,
    why=_why,
)
