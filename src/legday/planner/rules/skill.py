"""An exercise that asks for more practice than the athlete has is left for later."""

from legday.planner.problem import Candidate, Request
from legday.planner.rule import Rule
from legday.programs import Level


def _excludes(request: Request, candidate: Candidate) -> str | None:
    needed = Level(candidate.exercise.level)
    order = list(Level)
    if order.index(needed) <= order.index(request.profile.level):
        return None
    return f"it is for the level {needed} and above"


RULE = Rule(
    id="skill",
    sentence="An exercise that asks for more practice is left for a later level.",
    source="C4: form first",
    hard=True,
    excludes=_excludes,
)
