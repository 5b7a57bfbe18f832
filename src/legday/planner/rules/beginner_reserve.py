"""A beginner stops well before failure."""

from legday.notation import Count, Effort, MaxReps, Reps, Rir, Scheme
from legday.planner.easing import in_reserve, leaves
from legday.planner.problem import Candidate, Problem, Request
from legday.planner.rule import Placed, Rule
from legday.programs import Level

LEAST_RESERVE = 2
_EFFORT = Effort(Rir(Count(LEAST_RESERVE, LEAST_RESERVE + 1)))


def _shape(request: Request, candidate: Candidate) -> Scheme:
    scheme = candidate.scheme
    if request.profile.level is not Level.BEGINNER or candidate.slot.is_preparation:
        return scheme
    if not all(isinstance(link, (Reps, MaxReps)) for link in scheme.links):
        return scheme
    return scheme if leaves(scheme, LEAST_RESERVE) else in_reserve(scheme, _EFFORT)


def _why(problem: Problem, placed: Placed) -> str | None:
    if problem.profile.level is not Level.BEGINNER or placed.candidate.slot.is_preparation:
        return None
    if not all(isinstance(link, (Reps, MaxReps)) for link in placed.candidate.scheme.links):
        return None
    return f"You are new to this: stop with at least {LEAST_RESERVE} reps in reserve."


RULE = Rule(
    id="beginner-reserve",
    sentence="A beginner keeps at least two reps in reserve and does no drops or forced reps.",
    source="C4: form first; Refalo et al. 2023, Sports Med 53:649, doi:10.1007/s40279-022-01784-y",
    hard=True,
    order=30,
    shape=_shape,
    why=_why,
)
