"""Pain at a joint takes away what loads it most, and makes the rest easier on it."""

from fractions import Fraction

from legday.anatomy import Joint
from legday.catalogue import Exercise
from legday.notation import Count, Effort, Rir, Scheme
from legday.planner.costs import PAINFUL_JOINT
from legday.planner.easing import straight
from legday.planner.model import Model
from legday.planner.problem import Candidate, Problem, Request
from legday.planner.profile import Profile
from legday.planner.rule import Placed, Rule

AVOID_FROM, REDUCE_FROM, SPARE_FROM = 3, 1, 8
"""Severity [0-10] from which advice to avoid counts and high stress is taken away, from which work is made easier,
and from which medium stress goes too. Set below the 5 of 10 that the pain-monitoring model still accepts
(Thomeé 1997, Phys Ther 77:1690; Silbernagel et al. 2007, Am J Sports Med 35:897, doi:10.1177/0363546506298279)."""

LOAD_SHARE = Fraction(7, 10)
"""The share of the usual load on exercises that stress a painful joint; our own convention."""

_EASY = Effort(Rir(Count(3, 4)))


def eased_joints(profile: Profile, exercise: Exercise) -> list[Joint]:
    """The painful joints that an exercise stresses, so that it is done with less load and effort."""
    return [
        joint for joint, stress in exercise.loads.items() if profile.pain_at(joint) >= REDUCE_FROM and stress != "low"
    ]


def _excludes(request: Request, candidate: Candidate) -> str | None:
    exercise, profile = candidate.exercise, request.profile
    for joint, stress in exercise.loads.items():
        severity = profile.pain_at(joint)
        if (stress == "high" and severity >= AVOID_FROM) or (stress == "medium" and severity >= SPARE_FROM):
            return f"it loads the {joint}, which hurts"
    for contraindication in exercise.contraindications:
        if contraindication.advice == "avoid" and profile.pain_at(contraindication.pain) >= AVOID_FROM:
            return f"it is not for a painful {contraindication.pain}"
    return None


def _shape(request: Request, candidate: Candidate) -> Scheme:
    scheme = candidate.scheme
    if candidate.slot.is_preparation or not eased_joints(request.profile, candidate.exercise):
        return scheme
    return straight(scheme, _EASY)


def _post(model: Model) -> None:
    profile = model.problem.profile
    for candidate in model.problem.candidates:
        others = model.problem.of_slot(candidate.day, candidate.slot)
        painless = any(not eased_joints(profile, other.exercise) for other in others)
        if painless and eased_joints(profile, candidate.exercise):
            model.penalise(RULE.id, "method", candidate.id, PAINFUL_JOINT * model.uses[candidate.id])


def _why(problem: Problem, placed: Placed) -> str | None:
    joints = eased_joints(problem.profile, placed.candidate.exercise)
    if joints and not placed.candidate.slot.is_preparation:
        return f"Your {' and '.join(joints)} hurts, so it is done with less load and well short of failure."
    painful = {joint for joint in Joint if problem.profile.pain_at(joint)}
    spared = painful - set(placed.candidate.exercise.loads)
    return f"It leaves your {' and '.join(sorted(spared))} alone." if spared else None


RULE = Rule(
    id="pain",
    sentence="Pain at a joint takes away what loads it most and lowers load and effort on the rest.",
    source="F2; Silbernagel et al. 2007, Am J Sports Med 35:897, doi:10.1177/0363546506298279",
    hard=True,
    order=40,
    excludes=_excludes,
    shape=_shape,
    post=_post,
    why=_why,
)
