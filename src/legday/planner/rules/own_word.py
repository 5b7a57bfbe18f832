"""What the athlete does not want to do is not planned."""

from legday.planner.problem import Candidate, Request
from legday.planner.rule import Rule


def _excludes(request: Request, candidate: Candidate) -> str | None:
    avoided = {reference.exercise.id for reference in request.profile.avoid}
    return "you asked to leave it out" if candidate.exercise.id in avoided else None


RULE = Rule(
    id="own-word",
    sentence="What you asked to leave out is left out.",
    source="your word",
    hard=True,
    excludes=_excludes,
)
