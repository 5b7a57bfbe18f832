"""Exercises that can stand in for a block: first those the method itself offers, then those likest to it."""

from functools import lru_cache
from hashlib import sha256

from legday.catalogue import Equipment, Exercise, Variant, load_catalogue, substitutes
from legday.planner import Item, Plan, PlannedWeek, Session, StandIn, stand_in
from legday.session.history import History

MOST = 3
"""The most alternatives of a block."""

_LIKEST = 5  # so many of the likest exercises are tried


def candidates_of(plan: Plan, item: Item) -> tuple[tuple[Exercise, Variant], ...]:
    """List what could stand in for an item with the equipment at hand, the best first, rules not yet asked."""
    slot = next(slot for slot in plan.request.program.slots if slot.id == item.slot)
    chosen = tuple((reference.exercise.id, reference.variant.id) for reference in slot.choose)
    return _candidates(item.exercise, item.variant, chosen, plan.request.profile.at_hand)


def alternatives_of(
    plan: Plan, week: PlannedWeek, session: Session, item: Item, history: History
) -> tuple[StandIn, ...]:
    """Find what stands in for an item on its day under every rule of the plan, the best first.

    Nothing is offered that the session holds anyway, nor for a drill that needs no equipment.
    """
    if item.part is None and not load_catalogue().exercises[item.exercise].equipment:
        return ()
    planned = {other.exercise for other in session.items}
    found: list[StandIn] = []
    for exercise, variant in candidates_of(plan, item):
        if len(found) == MOST:
            break
        if exercise.id in planned:
            continue
        strength = history.strengths.get(exercise.id)
        fits = stand_in(plan.request, item.slot, session.date, week, item.count, exercise, variant, strength)
        if fits is not None:
            found.append(fits)
    return tuple(found)


def prefix_of(block: str, alternative: StandIn) -> str:
    """The beginning of the keys of an alternative's steps: short, and the same whatever else can stand in."""
    name = f"{alternative.exercise.id}/{alternative.variant.id}"
    return f"{block}.s{sha256(name.encode()).hexdigest()[:6]}"


def why(planned: Exercise, alternative: Exercise) -> str:
    """Say what an alternative has in common with what was planned."""
    parts = " and ".join(part for part in planned.parts if part in alternative.parts)
    joints = " and ".join(joint for joint in planned.moves if joint in alternative.moves)
    does = f"it works the {parts}" if parts else f"it moves the {joints}" if joints else "it has the same purpose"
    over = f" over the {joints}" if parts and joints else ""
    return f"As in {planned.name}, {does}{over}."


@lru_cache(maxsize=2048)
def _candidates(
    planned: str, variant: str, chosen: tuple[tuple[str, str], ...], at_hand: frozenset[Equipment]
) -> tuple[tuple[Exercise, Variant], ...]:
    exercises = load_catalogue().exercises
    emphasis = exercises[planned].variant(variant).emphasis
    found = {name: exercises[name].variant(way) for name, way in reversed(chosen) if name != planned}
    found = dict(reversed(found.items()))
    for substitute in substitutes(exercises[planned], at_hand, _LIKEST):
        ways = substitute.exercise.variants
        alike = (way for way in ways if emphasis is not None and way.emphasis is emphasis)
        found.setdefault(substitute.exercise.id, next(alike, ways[0]))
    return tuple((exercises[name], way) for name, way in found.items())
