"""An exercise that stopped progressing is answered: with other work, more effort, or more or fewer sets."""

from msgspec.structs import replace

from legday.catalogue import Exercise, Variant
from legday.notation import Count, Effort, Reps, Rir, Scheme, Tempo
from legday.planner.costs import STALLED
from legday.planner.model import Model
from legday.planner.problem import Candidate, Problem, Request
from legday.planner.rule import Placed, Rule
from legday.programs import Slot
from legday.progress import Answer

NEAR_FAILURE = Rir(Count(1, 2))
"""How sets end that were too far from failure; our own convention."""

SLOW = Tempo(3, 1, 1, 0)
"""How an exercise is done that stopped progressing where the method has no other: lowered for 3 s, and a second's pause
at the bottom. Our own convention."""


def _is_stalled(answer: Answer, exercise: Exercise, variant: Variant) -> bool:
    """Whether it is what stopped progressing: the exercise as it was last done, the usual way if nothing is known."""
    return exercise.id in answer.exercises and variant.id == (answer.exercises[exercise.id] or exercise.variants[0].id)


def _answers(request: Request, candidate: Candidate) -> list[Answer]:
    """The answers that are about a candidate's place in the method."""
    if candidate.slot.part is None:
        return []
    in_place = {reference.exercise.id for reference in candidate.slot.choose}
    return [answer for answer in request.answers if in_place & set(answer.exercises)]


def _shape(request: Request, candidate: Candidate) -> Scheme:
    scheme = candidate.scheme
    if not all(isinstance(link, Reps) for link in scheme.links):
        return scheme
    for answer in _answers(request, candidate):
        if not _is_stalled(answer, candidate.exercise, candidate.variant):
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
    return any(not _is_stalled(answer, reference.exercise, reference.variant) for reference in slot.choose)


def _post(model: Model) -> None:
    for candidate in model.problem.candidates:
        for answer in _answers(model.problem.request, candidate):
            if answer.kind == "other-variant" and _is_stalled(answer, candidate.exercise, candidate.variant):
                model.penalise(RULE.id, "method", candidate.id, STALLED * model.uses[candidate.id])


def _why(problem: Problem, placed: Placed) -> str | None:
    candidate = placed.candidate
    for answer in problem.request.answers:
        if (
            answer.kind in ("more-sets", "fewer-sets")
            and answer.part is not None
            and answer.part is candidate.slot.part
        ):
            return answer.sentence
    for answer in _answers(problem.request, candidate):
        stalled = _is_stalled(answer, candidate.exercise, candidate.variant)
        if answer.kind == "other-variant" and not stalled:
            return f"It takes the place of what stopped getting stronger. {answer.because}"
        if answer.kind == "other-variant" and candidate.scheme.tempo == SLOW:
            return f"Nothing else fits here, so it is lowered slowly. {answer.because}"
        if stalled and answer.kind in ("other-variant", "closer-to-failure"):
            return answer.sentence
    return None


RULE = Rule(
    id="plateau",
    sentence="What stopped getting stronger is answered: with other work, more effort, or more or fewer sets.",
    source="M5; Kassiano et al. 2022, J Strength Cond Res 36:1753, doi:10.1519/JSC.0000000000004258",
    hard=False,
    order=8,
    shape=_shape,
    post=_post,
    why=_why,
)
