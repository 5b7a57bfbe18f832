"""A drop needs something to take off; without a load, rest-pause takes its place."""

from legday.notation import Scheme
from legday.planner.easing import without_drops
from legday.planner.problem import Candidate, Request
from legday.planner.rule import Rule


def _shape(_: Request, candidate: Candidate) -> Scheme:
    has_load = candidate.exercise.load not in ("bodyweight", "band", "none")
    return candidate.scheme if has_load or len(candidate.scheme.links) == 1 else without_drops(candidate.scheme)


RULE = Rule(
    id="drop-needs-load",
    sentence="A drop needs a load to take from; with the body alone, short rests take its place.",
    source="P5, P12",
    hard=True,
    order=15,
    shape=_shape,
)
