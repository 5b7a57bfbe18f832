"""The exercises there are, in short: for search, swaps and sessions without a plan, offline."""

from functools import cache
from typing import Literal

import msgspec
from litestar import get

from legday.anatomy import Joint, Part
from legday.catalogue import Exercise, load_catalogue


class VariantInShort(msgspec.Struct, frozen=True):
    """A way of doing an exercise."""

    id: str
    name: str
    how: str


class ExerciseInShort(msgspec.Struct, frozen=True):
    """An exercise: the part it trains first, its sides, what its load is on, and the joints it loads."""

    id: str
    name: str
    part: Part | None
    kind: Literal["strength", "plyometric", "hold", "cardio", "mobility"]
    sides: Literal["both", "each", "alternating"]
    load_on: str
    joints: tuple[Joint, ...]
    names: tuple[str, ...]
    variants: tuple[VariantInShort, ...]


@get("/catalogue", sync_to_thread=True)
def show_catalogue() -> list[ExerciseInShort]:
    """List all exercises, in the order of their names."""
    return _all()


@cache
def _all() -> list[ExerciseInShort]:
    return sorted(map(_in_short, load_catalogue().exercises.values()), key=lambda exercise: exercise.name)


def _in_short(exercise: Exercise) -> ExerciseInShort:
    return ExerciseInShort(
        id=exercise.id,
        name=exercise.name,
        part=next(iter(exercise.parts), None),
        kind=exercise.kind,
        sides=exercise.sides,
        load_on=exercise.load,
        joints=tuple(exercise.loads),
        names=exercise.names,
        variants=tuple(VariantInShort(variant.id, variant.name, variant.how) for variant in exercise.variants),
    )


HANDLERS = (show_catalogue,)
