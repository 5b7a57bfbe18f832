"""A set says one side or both as the exercise that fills the slot is done."""

from msgspec.structs import replace

from legday.notation import Count, Reps, Scheme
from legday.planner.problem import Candidate, Request
from legday.planner.rule import Rule


def _shape(_: Request, candidate: Candidate) -> Scheme:
    scheme = candidate.scheme
    sides = candidate.variant.sides or candidate.exercise.sides
    if candidate.slot.is_preparation:
        return scheme
    if sides == "both" and scheme.sides != "both":
        scheme = replace(scheme, sides="both")
    elif sides != "both" and scheme.sides == "both":
        scheme = replace(scheme, sides="each")
    steps = (link for link in scheme.links if isinstance(link, Reps) and link.unit == "steps")
    if any(steps) and candidate.exercise.pattern not in ("lunge", "walk"):
        links = tuple(Reps(Count(link.count.low, link.count.high)) for link in scheme.links if isinstance(link, Reps))
        scheme = replace(scheme, links=links)
    return scheme


RULE = Rule(
    id="sides",
    sentence="A set is written for one side or for both, as the chosen exercise is done.",
    source="C7",
    hard=True,
    order=5,
    shape=_shape,
)
