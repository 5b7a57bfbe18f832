"""What is held fills slots that count seconds, and what is counted fills slots that count reps."""

from legday.notation import Hold, MaxReps, Reps
from legday.planner.problem import Candidate, Request
from legday.planner.rule import Rule


def _excludes(_: Request, candidate: Candidate) -> str | None:
    target, kind = candidate.scheme.links[0], candidate.exercise.kind
    if candidate.slot.is_preparation:
        return None
    if kind == "hold" and isinstance(target, (Reps, MaxReps)):
        return "it is held, and the method counts reps here"
    if kind == "strength" and isinstance(target, Hold):
        return "it is counted in reps, and the method holds here"
    return None


RULE = Rule(
    id="right-kind",
    sentence="A hold fills a slot of holds, and a movement a slot of reps.",
    source="C3",
    hard=True,
    excludes=_excludes,
)
