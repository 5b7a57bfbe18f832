"""How every variant of the catalogue is set up, put together from families, dimensions and single variants."""

from dataclasses import dataclass
from functools import cache

import msgspec
import numpy as np
from numpy.typing import NDArray

from legday.catalogue import Exercise, Variant, load_catalogue
from legday.documents import read
from legday.physics.machines import limb, sled
from legday.physics.model import COORDINATES, DATA, Array, body_data
from legday.physics.people import Draws
from legday.physics.setups import Recipe
from legday.physics.standing import stand
from legday.physics.statics import Posed, Problem
from legday.physics.supported import bridge, lever

_SETUPS = {"stand": stand, "sled": sled, "limb": limb, "bridge": bridge, "lever": lever}
_LEFT_OUT_KINDS = ("mobility", "cardio")
_TOLERANCE = 4.0  # what a drawn body may go past the range of a joint [deg]; convention

Numbers = dict[str, tuple[float, ...]]


class Change(msgspec.Struct, frozen=True):
    """What a dimension changes: numbers that are set, numbers that are added, words."""

    set: Numbers = {}
    add: Numbers = {}
    words: dict[str, str] = {}


class Override(msgspec.Struct, frozen=True):
    """What one exercise or variant changes, after its family and its dimensions."""

    numbers: Numbers = {}
    add: Numbers = {}
    words: dict[str, str] = {}
    effort: bool | None = None


class Family(msgspec.Struct, frozen=True):
    """Exercises that are set up alike."""

    setup: str
    exercises: tuple[str, ...]
    numbers: Numbers = {}
    words: dict[str, str] = {}
    dimensions: str = ""
    effort: bool = False


class Recipes(msgspec.Struct, frozen=True):
    """What `data/recipes.yaml` holds; see its head."""

    families: dict[str, Family]
    dimensions: dict[str, dict[str, dict[str, Change]]]
    variants: dict[str, Override]
    left_out: dict[str, str]


@dataclass(frozen=True)
class Prepared:
    """A variant with its recipe; `effort` says whether its load is chosen to be as hard as a working set."""

    exercise: Exercise
    variant: Variant
    recipe: Recipe
    effort: bool

    @property
    def key(self) -> str:
        """The exercise and the variant, as logs name them."""
        return f"{self.exercise.id}/{self.variant.id}"


@cache
def load_recipes() -> Recipes:
    """Read the recipes; raises InputError if the file is wrong."""
    file = DATA / "recipes.yaml"
    return read(Recipes, file.read_text(encoding="utf-8"), str(file))


@cache
def prepared_variants() -> dict[str, Prepared]:
    """Return every variant that loads the legs, by `exercise/variant`."""
    recipes = load_recipes()
    found: dict[str, Prepared] = {}
    exercises = load_catalogue().exercises
    for family in recipes.families.values():
        for identifier in family.exercises:
            exercise = exercises[identifier]
            for variant in exercise.variants:
                made = _prepare(recipes, family, exercise, variant)
                found[made.key] = made
    return dict(sorted(found.items()))


def loads_legs(exercise: Exercise) -> bool:
    """Whether poses are made for an exercise: strength work, holds and jumps, but what is left out by name."""
    return exercise.kind not in _LEFT_OUT_KINDS and exercise.id not in load_recipes().left_out


def _prepare(recipes: Recipes, family: Family, exercise: Exercise, variant: Variant) -> Prepared:
    numbers, words, effort = dict(family.numbers), dict(family.words), family.effort
    given: list[tuple[str, float]] = []
    for name, values in recipes.dimensions.get(family.dimensions, {}).items():
        value = getattr(variant, name)
        if value is None and name == "sides":
            value = exercise.sides
        change = values.get("any") if name == "toes_out" else values.get(str(value))
        if value is None or change is None:
            continue
        numbers.update(change.set)
        for key, amount in change.add.items():
            numbers[key] = added(numbers.get(key, (0.0,)), amount)
        if name == "toes_out":
            given += [(key, float(value)) for key in change.words]
        else:
            words.update(change.words)
    for key in (exercise.id, f"{exercise.id}/{variant.id}"):
        if override := recipes.variants.get(key):
            numbers.update(override.numbers)
            for name, amount in override.add.items():
                numbers[name] = added(numbers.get(name, (0.0,)), amount)
            words.update(override.words)
            effort = effort if override.effort is None else override.effort
    for key, value in given:
        numbers.setdefault(key, (value,))
    return Prepared(exercise, variant, Recipe(family.setup, numbers, words), effort)


def added(one: tuple[float, ...], other: tuple[float, ...]) -> tuple[float, ...]:
    """Return numbers of a range with others added, one at each end."""
    return (one[0] + other[0], one[-1] + other[-1])


class UnreachableError(ValueError):
    """A pose that a body can't take up: out of reach, out of balance, or past the range of a joint."""


def pose(recipe: Recipe, draws: Draws, part: Array, load: Array) -> tuple[Posed, NDArray[np.bool_]]:
    """Set up the poses of a recipe, one a row, and say where a body can be in them.

    Parameters
    ----------
    recipe
        How the variant is set up.
    draws
        The model of each row, N of them.
    part
        (N,) where in the range, 0 to 1.
    load
        (N,) the load, as a share of body mass or weight.
    """
    posed = _SETUPS[recipe.setup](recipe, draws, part, load)
    wrong = np.zeros(len(part), dtype=bool)
    for problem in (*posed.problems, *_past_range(posed)):
        wrong |= problem.where
    return posed, ~wrong


def check_pose(recipe: Recipe, draws: Draws, part: Array, load: Array) -> Posed:
    """Set up poses that all have to be possible.

    Raises
    ------
    UnreachableError
        If a foot is out of reach, the balance lost, or a joint past its range.
    """
    posed = _SETUPS[recipe.setup](recipe, draws, part, load)
    for problem in (*posed.problems, *_past_range(posed, 0.0)):
        if problem.where.any():
            raise UnreachableError(problem.why)
    return posed


def _past_range(posed: Posed, tolerance: float = _TOLERANCE) -> list[Problem]:
    degrees, limits = np.degrees(posed.leg.angles), body_data().range
    found = []
    for column, name in enumerate(COORDINATES):
        past = np.maximum(limits[name][0] - degrees[:, column], degrees[:, column] - limits[name][1])
        found.append(Problem(past > tolerance, f"{name.replace('_', ' ')} is {past.max():.0f}° past its range"))
    return found


def held_coordinates(recipe: Recipe) -> list[int]:
    """List the joint axes that a seat or a pad holds, so that muscles need not; by their place in `COORDINATES`."""
    words = recipe.word("held").split()
    return [
        row for row, name in enumerate(COORDINATES) if name.split("_")[0] in words or name.replace("_", "-") in words
    ]
