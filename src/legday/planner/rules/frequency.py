"""A routine comes as often in a week as the method says."""

from legday.planner.costs import PLACEMENT, PREFERENCE
from legday.planner.model import Model
from legday.planner.problem import Problem
from legday.planner.rule import Placed, Rule


def _post(model: Model) -> None:
    for routine in model.problem.program.routines:
        part_week = model.problem.part_week
        done = part_week.sessions.get(routine.id, 0) if part_week else 0
        times = sum(model.sessions[routine.id, day] for day in model.problem.days) + done
        most = max(routine.times.most, done)
        model.require(RULE.id, f"{routine.name} at most {routine.times.most} times a week", times <= most)
        missing = model.amount(f"sessions missing {routine.id}", routine.times.aim)
        model.cp.add(missing >= routine.times.aim - times)
        about = f"{routine.name} {routine.times.aim} times a week"
        model.penalise(RULE.id, "volume", about, PLACEMENT * len(model.problem.weeks) * missing)
        extra = model.amount(f"sessions extra {routine.id}", most)
        model.cp.add(extra >= times - routine.times.aim)
        about = f"{routine.name} not more than {routine.times.aim} times a week without need"
        model.penalise(RULE.id, "volume", about, PREFERENCE * len(model.problem.weeks) * extra)


def _why(_: Problem, placed: Placed) -> str | None:
    routine = placed.candidate.routine
    aim, most = routine.times.aim, routine.times.most
    if most == 1:
        return None
    times = "once" if aim == 1 else f"{aim} times"
    return f"{routine.name} comes {times} a week in this method{f', {most} times at most' if most > aim else ''}."


RULE = Rule(
    id="frequency",
    sentence="A routine comes as often in a week as the method says.",
    source="P3, P4; C4",
    hard=True,
    post=_post,
    why=_why,
)
