"""An exercise is planned only where everything it needs is at hand."""

from legday.catalogue import missing_equipment
from legday.planner.problem import Candidate, Request
from legday.planner.rule import Rule


def _excludes(request: Request, candidate: Candidate) -> str | None:
    missing = missing_equipment(candidate.exercise, request.profile.at_hand)
    return f"no {' and no '.join(thing.replace('-', ' ') for thing in missing)} at hand" if missing else None


RULE = Rule(
    id="equipment",
    sentence="An exercise is planned only where everything it needs is at hand.",
    source="P12",
    hard=True,
    excludes=_excludes,
)
