"""The hip foundation comes first on every day of heavy leg work, for beginners and where knee or hip hurt."""

from legday.planner.methods import FOUNDATION_ROUTINE, needs_foundation
from legday.planner.model import Model
from legday.planner.problem import HEAVY, Problem
from legday.planner.rule import Placed, Rule


def _post(model: Model) -> None:
    problem = model.problem
    if all(routine.id != FOUNDATION_ROUTINE for routine in problem.program.routines):
        return
    for day in problem.days:
        foundation = model.sessions[FOUNDATION_ROUTINE, day]
        parts = [model.trains[part, day] for part in problem.program.parts]
        model.require(RULE.id, f"no foundation alone on {day}", foundation <= sum(parts))
        if needs_foundation(problem.profile):
            for part in problem.program.parts:
                if part in HEAVY:
                    about = f"hip foundation before {part} on {day}"
                    model.require(RULE.id, about, model.trains[part, day] <= foundation)


def _why(problem: Problem, placed: Placed) -> str | None:
    if placed.candidate.slot.role != "support" or placed.candidate.routine.id != FOUNDATION_ROUTINE:
        return None
    if needs_foundation(problem.profile):
        return "A strong, steady hip comes before load, for a beginner and for a knee or hip that hurts."
    return "It makes the hip strong and steady before heavier work."


RULE = Rule(
    id="foundation",
    sentence="The hip foundation opens every day of heavy legs for a beginner and for a painful knee or hip.",
    source="F1, F2",
    hard=True,
    post=_post,
    why=_why,
)
