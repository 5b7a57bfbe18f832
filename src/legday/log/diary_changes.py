"""What events can change of foods, recipes, runs and days."""

import datetime as dt
from typing import Annotated

import msgspec
from msgspec import UNSET, UnsetType

from legday.documents import FieldError
from legday.log.change import MOST, Amount, Change, Grams, Length, LocalTime, Name, Note, ThingId, bounded, keys_of
from legday.log.diary import Meal, Nutrient, RunKind
from legday.units import Energy

MOST_KCAL = 20_000
"""More than this nobody eats in a day: such a number is a slip of the pen or of the unit [kcal]."""
_MOST_GRAMS = 5_000

ClockTime = Annotated[str, msgspec.Meta(pattern="^([01][0-9]|2[0-3]):[0-5][0-9]$")]
Nutrients = Annotated[dict[Nutrient, Amount | None], keys_of(Nutrient)]
_GRAMS = ("protein", "carbohydrate", "fat", "alcohol", "fibre")


def _check_food(change: msgspec.Struct) -> None:
    bounded(change, *_GRAMS, most=_MOST_GRAMS)
    energy, nutrients = getattr(change, "energy", None), getattr(change, "nutrients", None)
    if isinstance(energy, Energy) and energy.kcal > MOST_KCAL:
        raise FieldError("energy", f"nobody eats {energy}; check the number and whether it is kcal or kJ")
    if isinstance(nutrients, dict):
        for nutrient, amount in nutrients.items():
            if amount is not None and (amount.is_nan() or not 0 <= amount <= MOST):
                raise FieldError(f"nutrients.{nutrient}", f"this must be between 0 and {MOST}, not {amount}")


class FoodChange(Change, frozen=True):
    """A change of something eaten. `nutrients` are merged one by one."""

    date: dt.date | UnsetType = UNSET
    energy: Energy | UnsetType = UNSET
    name: Annotated[str, msgspec.Meta(max_length=200)] | UnsetType | None = UNSET
    time: ClockTime | UnsetType | None = UNSET
    meal: Meal | UnsetType | None = UNSET
    protein: Grams | UnsetType | None = UNSET
    carbohydrate: Grams | UnsetType | None = UNSET
    fat: Grams | UnsetType | None = UNSET
    alcohol: Grams | UnsetType | None = UNSET
    fibre: Grams | UnsetType | None = UNSET
    nutrients: Nutrients | UnsetType | None = UNSET
    servings: Amount | UnsetType | None = UNSET
    recipe: ThingId | UnsetType | None = UNSET
    whole_day: bool | UnsetType | None = UNSET
    free: bool | UnsetType | None = UNSET
    checked: bool | UnsetType | None = UNSET
    note: Note | UnsetType | None = UNSET

    def __post_init__(self) -> None:
        _check_food(self)
        bounded(self, "servings")


class IngredientChange(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A change of an ingredient of a recipe."""

    name: Name | UnsetType = UNSET
    energy: Energy | UnsetType = UNSET
    protein: Grams | UnsetType | None = UNSET
    carbohydrate: Grams | UnsetType | None = UNSET
    fat: Grams | UnsetType | None = UNSET
    alcohol: Grams | UnsetType | None = UNSET
    fibre: Grams | UnsetType | None = UNSET
    nutrients: Nutrients | UnsetType | None = UNSET

    def __post_init__(self) -> None:
        _check_food(self)


class RecipeChange(Change, frozen=True):
    """A change of a recipe; its items are in the order of their keys."""

    name: Name | UnsetType = UNSET
    servings: Amount | UnsetType | None = UNSET
    items: dict[str, IngredientChange | None] | UnsetType | None = UNSET
    note: Note | UnsetType | None = UNSET

    def __post_init__(self) -> None:
        bounded(self, "servings")


class RunChange(Change, frozen=True):
    """A change of a run; `start` is local time, `meters` and `ascent` are in metres, `seconds` in motion."""

    start: LocalTime | UnsetType = UNSET
    name: Annotated[str, msgspec.Meta(max_length=200)] | UnsetType | None = UNSET
    kind: RunKind | UnsetType | None = UNSET
    meters: Length | UnsetType | None = UNSET
    seconds: Length | UnsetType | None = UNSET
    ascent: Amount | UnsetType | None = UNSET
    heart_rate: Annotated[int, msgspec.Meta(ge=20, le=250)] | UnsetType | None = UNSET
    note: Note | UnsetType | None = UNSET

    def __post_init__(self) -> None:
        bounded(self, "meters", "seconds", most=1_000_000)
        bounded(self, "ascent")


class DayChange(Change, frozen=True):
    """A change of what is said of a day; the day is in its id."""

    complete: bool | UnsetType | None = UNSET
    steps: Annotated[int, msgspec.Meta(ge=0, le=200_000)] | UnsetType | None = UNSET
    note: Note | UnsetType | None = UNSET
