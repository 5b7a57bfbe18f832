"""An exercise that stopped progressing gives its place to another, or is told with what else answers it."""

from legday.catalogue import Exercise, Variant
from legday.planner.costs import STALLED
from legday.planner.model import Model
from legday.planner.problem import Candidate, Problem, Request
from legday.planner.rule import Placed, Rule
from legday.progress import Answer


def is_stalled(answer: Answer, exercise: Exercise, variant: Variant) -> bool:
    """Whether it is what stopped progressing: the exercise as it was last done, the usual way if nothing is known."""
    return exercise.id in answer.exercises and variant.id == (answer.exercises[exercise.id] or exercise.variants[0].id)


def answers_to(request: Request, candidate: Candidate) -> list[Answer]:
    """The answers that are about a candidate's place in the method."""
    if candidate.slot.part is None:
        return []
    in_place = {reference.exercise.id for reference in candidate.slot.choose}
    return [answer for answer in request.answers if in_place & set(answer.exercises)]


def _post(model: Model) -> None:
    for candidate in model.problem.candidates:
        for answer in answers_to(model.problem.request, candidate):
            if answer.kind == "other-variant" and is_stalled(answer, candidate.exercise, candidate.variant):
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
    for answer in answers_to(problem.request, candidate):
        stalled = is_stalled(answer, candidate.exercise, candidate.variant)
        if answer.kind == "other-variant" and not stalled:
            return f"It takes the place of what stopped getting stronger. {answer.because}"
        if answer.kind == "other-variant" and "plateau-effort" in candidate.shaped_by:
            return f"Nothing else fits here, so it is lowered slowly. {answer.because}"
        if stalled and answer.kind in ("other-variant", "closer-to-failure"):
            return answer.sentence
    return None


RULE = Rule(
    id="plateau",
    sentence="What stopped getting stronger gives its place to other work, where the answer is another exercise.",
    source="M5; Kassiano et al. 2022, J Strength Cond Res 36:1753, doi:10.1519/JSC.0000000000004258",
    hard=False,
    post=_post,
    why=_why,
)
