"""A set says one side or both as the exercise that fills the slot is done, and a weaker side is answered."""

from msgspec.structs import replace

from legday.notation import Count, Reps, Scheme
from legday.planner.problem import Candidate, Problem, Request
from legday.planner.rule import Placed, Rule
from legday.planner.weeks import Week


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


def weaker_side(request: Request, candidate: Candidate, week: Week) -> str:
    """Say what to do about a side that is behind in a one-sided exercise; nothing where there is none."""
    sides = request.uneven.get(candidate.exercise.id)
    if sides is None or candidate.scheme.sides == "both" or candidate.slot.is_preparation:
        return ""
    more = "" if week.is_light else f" and, if there is time, do one more set on the {sides.weaker} at the end"
    return f"Your {sides.weaker} side is {sides.share:.0%} behind: start with it{more}."


def _why(problem: Problem, placed: Placed) -> str | None:
    return weaker_side(problem.request, placed.candidate, placed.week) or None


RULE = Rule(
    id="sides",
    sentence="A set is written for one side or both, as the exercise is done; a weaker side goes first and does more.",
    source="C7",
    hard=True,
    order=5,
    shape=_shape,
    why=_why,
)
