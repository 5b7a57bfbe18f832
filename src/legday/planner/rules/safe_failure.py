"""Failure under a bar that could pin the lifter needs a spotter or a cage."""

from msgspec.structs import replace

from legday.notation import Count, Effort, Rir, Scheme, ToFailure
from legday.planner.problem import Candidate, Problem, Request
from legday.planner.rule import Placed, Rule
from legday.planner.rules.partner import circumstances

_IN_RESERVE = Rir(Count(1, 2))


def _shape(request: Request, candidate: Candidate) -> Scheme:
    scheme = candidate.scheme
    if candidate.exercise.fails_safely or circumstances(request, candidate):
        return scheme
    reaches_failure = scheme.effort is None or isinstance(scheme.effort.goal, ToFailure)
    if not reaches_failure and scheme.role != "work":
        return scheme
    return replace(scheme, effort=Effort(_IN_RESERVE), role="plain" if scheme.role == "work" else scheme.role)


def _why(problem: Problem, placed: Placed) -> str | None:
    candidate, effort = placed.candidate, placed.candidate.scheme.effort
    if placed.week.is_light or candidate.exercise.fails_safely or effort is None:
        return None
    at_hand = circumstances(problem.request, candidate)
    if not at_hand and effort.goal == _IN_RESERVE:
        return "No spotter and no cage: stop with 1-2 reps in reserve."
    if not isinstance(effort.goal, ToFailure):
        return None
    return f"Going to failure is allowed here because there is a {' and a '.join(sorted(at_hand))}."


RULE = Rule(
    id="safe-failure",
    sentence="Failure on a squat needs a spotter or a cage; otherwise 1-2 reps stay in reserve.",
    source="P7, P12",
    hard=True,
    order=20,
    shape=_shape,
    why=_why,
)
