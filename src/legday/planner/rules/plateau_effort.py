"""An exercise that stopped progressing is done nearer to failure, or more slowly where the method has no other."""

from msgspec.structs import replace

from legday.notation import Count, Effort, Reps, Rir, Scheme, Tempo
from legday.planner.problem import Candidate, Request
from legday.planner.rule import Rule
from legday.planner.rules.plateau import answers_to, is_stalled
from legday.programs import Slot
from legday.progress import Answer

NEAR_FAILURE = Rir(Count(1, 2))
"""How sets end that were too far from failure; our own convention."""

SLOW = Tempo(3, 1, 1, 0)
"""How an exercise is done that stopped progressing where the method has no other: lowered for 3 s, and a second's pause
at the bottom. Our own convention."""


def _shape(request: Request, candidate: Candidate) -> Scheme:
    scheme = candidate.scheme
    if not all(isinstance(link, Reps) for link in scheme.links):
        return scheme
    for answer in answers_to(request, candidate):
        if not is_stalled(answer, candidate.exercise, candidate.variant):
            continue
        if answer.kind == "closer-to-failure" and _is_easy(scheme):
            scheme = replace(scheme, effort=Effort(NEAR_FAILURE))
        if answer.kind == "other-variant" and not _has_other(answer, candidate.slot) and scheme.tempo is None:
            scheme = replace(scheme, tempo=SLOW)
    return scheme


def _is_easy(scheme: Scheme) -> bool:
    goal = scheme.effort.goal if scheme.effort else None
    return goal is None or (isinstance(goal, Rir) and goal.count.high > NEAR_FAILURE.count.high)


def _has_other(answer: Answer, slot: Slot) -> bool:
    return any(not is_stalled(answer, reference.exercise, reference.variant) for reference in slot.choose)


RULE = Rule(
    id="plateau-effort",
    sentence="What stopped getting stronger is done nearer to failure, or lowered slowly where nothing else fits.",
    source="M5; our own convention",
    hard=True,
    order=8,
    shape=_shape,
)
