"""Pain at a joint takes away what loads it most, and makes the rest easier on it: less moment, load and effort."""

from collections.abc import Iterator
from fractions import Fraction

from legday.anatomy import Joint
from legday.catalogue import Exercise, Variant
from legday.notation import Count, Effort, Rir, Scheme
from legday.physics import SETTLED_MOMENT, settled_moments, settled_shares
from legday.planner.costs import PAINFUL_JOINT, PAINFUL_MOMENT
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


def painful_joints(profile: Profile) -> list[Joint]:
    """The joints that hurt enough to make work easier on them."""
    return [joint for joint in Joint if profile.pain_at(joint) >= REDUCE_FROM]


def _moment(exercise: Exercise, variant: Variant, joints: list[Joint]) -> float | None:
    """What painful joints carry together at the most [N·m]; None where no poses tell."""
    moments = settled_moments(exercise.id, variant.id)
    return sum(moments[joint] for joint in joints) if moments else None


def _offers(request: Request, candidate: Candidate) -> Iterator[Variant]:
    """The way of doing an exercise that asks least of painful joints and still trains what the slot is there for."""
    joints, part, exercise = painful_joints(request.profile), candidate.slot.part, candidate.exercise
    if not joints or part is None:
        return
    asked = _moment(exercise, candidate.variant, joints)
    shares = settled_shares(exercise.id, candidate.variant.id)
    if asked is None or shares is None:
        return
    kinder = {}
    for variant in exercise.variants:
        moment, share = _moment(exercise, variant, joints), settled_shares(exercise.id, variant.id)
        alike = variant.sides == candidate.variant.sides
        if alike and moment is not None and share and share[part] >= shares[part] / 2:
            kinder[variant.id] = moment
    best = min(kinder, key=lambda each: (kinder[each], each), default=None)
    if best is not None and kinder[best] <= asked - SETTLED_MOMENT:
        yield exercise.variant(best)


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
    joints = painful_joints(profile)
    for candidate in model.problem.candidates if joints else ():
        others = model.problem.of_slot(candidate.day, candidate.slot)
        moments = [each for other in others if (each := _moment(other.exercise, other.variant, joints)) is not None]
        moment = _moment(candidate.exercise, candidate.variant, joints)
        if moment is None or candidate.slot.is_preparation:
            painless = any(not eased_joints(profile, other.exercise) for other in others)
            cost = PAINFUL_JOINT if painless and eased_joints(profile, candidate.exercise) else 0
        else:
            more = moment - min(moments)
            cost = round(PAINFUL_MOMENT * more) if more >= SETTLED_MOMENT else 0
        if cost:
            model.penalise(RULE.id, "method", candidate.id, cost * model.uses[candidate.id])


def _why(problem: Problem, placed: Placed) -> str | None:
    candidate = placed.candidate
    joints = eased_joints(problem.profile, candidate.exercise)
    if joints and not candidate.slot.is_preparation:
        easier = f"Your {' and '.join(joints)} hurts, so it is done with less load and well short of failure."
        return " ".join(filter(None, (easier, _said_moment(candidate, joints))))
    painful = {joint for joint in Joint if problem.profile.pain_at(joint)}
    spared = painful - set(placed.candidate.exercise.loads)
    return f"It leaves your {' and '.join(sorted(spared))} alone." if spared else None


def _said_moment(candidate: Candidate, joints: list[Joint]) -> str:
    """Say what a way of doing an exercise spares painful joints, against the way the method would have it done."""
    listed = [each.variant for each in candidate.slot.choose if each.exercise.id == candidate.exercise.id]
    if not listed or candidate.variant in listed:
        return ""
    usual = _moment(candidate.exercise, listed[0], joints)
    moment = _moment(candidate.exercise, candidate.variant, joints)
    if usual is None or moment is None or usual - moment < SETTLED_MOMENT:
        return ""
    return (
        f"Done as '{candidate.variant.name.lower()}' it asks {moment:.0f} N·m of the {' and '.join(joints)} at most, "
        f"not {usual:.0f}, by the model of joints and muscles."
    )


RULE = Rule(
    id="pain",
    sentence="Pain at a joint takes away what loads it most and lowers moment, load and effort of the rest.",
    source="F2; Silbernagel et al. 2007, Am J Sports Med 35:897, doi:10.1177/0363546506298279",
    hard=True,
    order=40,
    offers=_offers,
    excludes=_excludes,
    shape=_shape,
    post=_post,
    why=_why,
)
