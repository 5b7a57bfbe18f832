"""What the athlete does not want to do is not planned."""

from legday.planner.problem import Candidate, Request
from legday.planner.rule import Rule


def _excludes(request: Request, candidate: Candidate) -> str | None:
    return "you asked to leave it out" if candidate.exercise.id in request.profile.avoid else None


RULE = Rule(
    id="own-word",
    sentence="What the athlete asked to leave out is left out.",
    source="the athlete's word",
    hard=True,
    excludes=_excludes,
)
