"""Every part gets its hard sets each week, the important parts before the others."""

from legday.planner.model import Model
from legday.planner.problem import Problem
from legday.planner.rule import Placed, Rule


def _post(model: Model) -> None:
    problem = model.problem
    for part in problem.program.parts:
        for week, times in problem.kinds.items():
            target = problem.target_quarter_sets(part, week)
            missing = model.amount(f"missing {part} week {week.number}", target)
            model.cp.add(missing >= target - model.quarter_sets(part, week, direct=True))
            about = f"{part} in week {week.number}"
            model.penalise(RULE.id, "volume", about, problem.weight(part) * times * missing, week=week)


def _why(problem: Problem, placed: Placed) -> str | None:
    part = placed.candidate.slot.part
    if part is None:
        return None
    target = problem.target_quarter_sets(part, placed.week) / 4
    rank = problem.ranking.index(part) + 1
    return (
        f"{part.capitalize()} rank {rank} of {len(problem.ranking)}; this week aims at {target:g} hard sets for them."
    )


RULE = Rule(
    id="weekly-volume",
    sentence="Every part reaches its hard sets for the week; a missing set of an important part costs more.",
    source="P1; Schoenfeld et al. 2017, J Sports Sci 35:1073, doi:10.1080/02640414.2016.1210197",
    hard=False,
    post=_post,
    why=_why,
)
