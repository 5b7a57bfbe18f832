"""Exercises that can stand in for another one: for the same part, over the same joint, with what is at hand."""

from collections.abc import Collection

import msgspec

from legday.catalogue.catalogue import load_catalogue
from legday.catalogue.equipment import missing_equipment
from legday.catalogue.model import Equipment, Exercise

_BY_LOAD = ("stack", "plates", "barbell", "dumbbells", "dumbbell", "kettlebell", "band", "bodyweight", "none")


class Substitute(msgspec.Struct, frozen=True):
    """An exercise that can stand in, and what it shares with the one it replaces, 0 to 1."""

    exercise: Exercise
    likeness: float


def substitutes(exercise: Exercise, at_hand: Collection[Equipment], most: int = 8) -> tuple[Substitute, ...]:
    """Find exercises that keep the intent of one: they train its first part and move a joint it moves.

    Parameters
    ----------
    exercise
        The exercise to replace.
    at_hand
        The equipment there is; nothing that needs more is offered.
    most
        How many to return at most.

    Returns
    -------
    tuple of Substitute
        The likest first. Likeness is half the share of prime muscles in common, a quarter for the same pattern of
        movement, and a quarter for the same joints moved; our own convention.
    """
    found = [
        Substitute(other, _likeness(exercise, other))
        for other in load_catalogue().exercises.values()
        if other.id != exercise.id
        and other.kind == exercise.kind
        and other.parts[:1] == exercise.parts[:1]
        and set(other.moves) & set(exercise.moves)
        and not missing_equipment(other, at_hand)
    ]
    return tuple(sorted(found, key=_likest_first)[:most])


def _likest_first(substitute: Substitute) -> tuple[float, int, str]:
    """Between two that are as alike, the one that can be loaded more finely comes first."""
    return -substitute.likeness, _BY_LOAD.index(substitute.exercise.load), substitute.exercise.id


def _likeness(one: Exercise, other: Exercise) -> float:
    muscles = _overlap(set(one.muscles.prime), set(other.muscles.prime))
    joints = _overlap(set(one.moves), set(other.moves))
    return round(muscles / 2 + (one.pattern == other.pattern) / 4 + joints / 4, 3)


def _overlap(one: Collection[str], other: Collection[str]) -> float:
    union = set(one) | set(other)
    return len(set(one) & set(other)) / len(union) if union else 1.0
