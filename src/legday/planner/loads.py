"""The load an item starts with: from the log by a stated estimate, on the low side, rounded to what can be put on."""

from dataclasses import dataclass
from fractions import Fraction

from legday.catalogue import Exercise
from legday.notation import BodyweightLoad, Load, MassLoad, NotToFailure, Reps, Rir, Rpe, Scheme, ToFailure
from legday.planner.plan import ItemLoad
from legday.planner.problem import Candidate, Request
from legday.planner.profile import Profile
from legday.planner.rules.pain import LOAD_SHARE, eased_joints
from legday.planner.weeks import DELOAD_LOAD, Week
from legday.progress import load_for
from legday.units import Mass

PUMP_RESERVE, USUAL_RESERVE = 8, 1
"""Reps in reserve taken for sets that are not to come near failure, and for sets that do not say."""

_DEFAULT_STEPS = {
    "kg": {"barbell": "2.5", "dumbbells": "2", "stack": "5", "plates": "5"},
    "lb": {"barbell": "5", "dumbbells": "5", "stack": "10", "plates": "10"},
}
_IMPLEMENT = {
    "barbell": "barbell",
    "dumbbell": "dumbbells",
    "dumbbells": "dumbbells",
    "kettlebell": "dumbbells",
    "stack": "stack",
    "plates": "plates",
}


@dataclass(frozen=True)
class StartingLoad:
    """A load for a scheme, the smallest step of its implement, and how an athlete is told."""

    load: Load | None
    step: Mass | None
    told: ItemLoad | None


def load_step(profile: Profile, implement: str) -> Mass:
    """The smallest change of load of an implement: the athlete's own, or the usual one."""
    own = getattr(profile.increments, implement)
    return own if own is not None else Mass(_DEFAULT_STEPS[profile.units][implement], profile.units)


def starting_load(request: Request, candidate: Candidate, week: Week) -> StartingLoad:
    """Find the load to start an item with in a week.

    Without a logged set of the exercise there is none, and the athlete is told how to find it.
    """
    exercise, scheme = candidate.exercise, candidate.scheme
    target = scheme.links[0]
    if candidate.slot.is_preparation or not isinstance(target, Reps):
        return StartingLoad(None, None, None)
    implement = _IMPLEMENT.get(exercise.load)
    if implement is None:
        told = ItemLoad("bodyweight", "This is done with your own weight.") if exercise.load == "bodyweight" else None
        return StartingLoad(BodyweightLoad() if exercise.load == "bodyweight" else None, None, told)
    step, reserve = load_step(request.profile, implement), reserve_of(scheme)
    strength = request.strengths.get(exercise.id)
    if strength is None:
        return StartingLoad(None, step, ItemLoad("find it", _how_to_find(scheme, reserve)))
    reps = target.count.high
    estimate, evidence = load_for(strength, reps, reserve, request.start)
    words = [f"{evidence.load} x {evidence.reps} on {evidence.date.isoformat()}"]
    if evidence.reps != reps or reserve:
        words.append(f"carried over to {reps} reps with {reserve} in reserve by Epley's relation")
    for factor, reason in (
        (
            Fraction(1, 2) if scheme.sides != "both" and exercise.sides == "both" else 1,
            "half of it for one leg",
        ),
        (LOAD_SHARE if eased_joints(request.profile, exercise) else 1, "less for a painful joint"),
        (week.load_share, f"{float(week.load_share):.0%} of it in week {week.number}"),
    ):
        if factor != 1:
            estimate *= Fraction(factor)
            words.append(reason)
    rounded = estimate.to(request.profile.units).floor_to(step)
    if rounded.value <= 0:
        return StartingLoad(None, step, ItemLoad("the lightest there is", "; ".join(words)))
    words.append(f"rounded down to steps of {step}")
    each = " each hand" if exercise.load == "dumbbells" else ""
    told = ItemLoad(f"{rounded}{each}", "; ".join(words) + ".", float(rounded.kg))
    return StartingLoad(MassLoad(rounded), step, told)


def load_share(profile: Profile, exercise: Exercise, *, easy: bool) -> Fraction:
    """Return what share of a load that was just found is lifted: less for a painful joint and in an easy week."""
    share = DELOAD_LOAD if easy else Fraction(1)
    return share * LOAD_SHARE if eased_joints(profile, exercise) else share


def reserve_of(scheme: Scheme) -> int:
    """Return how many reps the sets of a scheme are to leave in reserve."""
    match scheme.effort.goal if scheme.effort else None:
        case Rir(count=count):
            return count.high
        case Rpe(value=value):
            return round(10 - value)
        case NotToFailure():
            return PUMP_RESERVE
        case ToFailure():
            return 0
    return USUAL_RESERVE


def _how_to_find(scheme: Scheme, reserve: int) -> str:
    target = scheme.links[0]
    reps = f"{target.count.high} reps" if isinstance(target, Reps) else "the set"
    return (
        "Your log has no set of this exercise. Start with the lightest load and add a little each set "
        f"until {reps} leave about {max(reserve, 2)} in reserve; use that load."
    )
