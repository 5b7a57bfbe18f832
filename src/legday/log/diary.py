"""The diary beside the training: what was eaten, recipes, runs, and what is said of a day as a whole."""

import datetime as dt
from decimal import Decimal
from enum import StrEnum
from typing import Literal

import msgspec

from legday.units import Energy

Meal = Literal["breakfast", "lunch", "dinner", "snack"]
RunKind = Literal["easy", "hard", "long", "race"]


class Nutrient(StrEnum):
    """A nutrient that a food can be known for, beside energy, protein, carbohydrate, fat, alcohol and fibre."""

    SATURATED_FAT = "saturated-fat"
    OMEGA_3 = "omega-3"
    SUGAR = "sugar"
    ADDED_SUGAR = "added-sugar"
    CHOLESTEROL = "cholesterol"
    SODIUM = "sodium"
    POTASSIUM = "potassium"
    CALCIUM = "calcium"
    IRON = "iron"
    MAGNESIUM = "magnesium"
    PHOSPHORUS = "phosphorus"
    ZINC = "zinc"
    COPPER = "copper"
    MANGANESE = "manganese"
    SELENIUM = "selenium"
    IODINE = "iodine"
    VITAMIN_A = "vitamin-a"
    THIAMIN = "thiamin"
    RIBOFLAVIN = "riboflavin"
    NIACIN = "niacin"
    VITAMIN_B6 = "vitamin-b6"
    FOLATE = "folate"
    VITAMIN_B12 = "vitamin-b12"
    VITAMIN_C = "vitamin-c"
    VITAMIN_D = "vitamin-d"
    VITAMIN_E = "vitamin-e"
    VITAMIN_K = "vitamin-k"
    CHOLINE = "choline"


_GRAMS = (Nutrient.SATURATED_FAT, Nutrient.OMEGA_3, Nutrient.SUGAR, Nutrient.ADDED_SUGAR)
_MICROGRAMS = (
    *(Nutrient.SELENIUM, Nutrient.IODINE, Nutrient.VITAMIN_A, Nutrient.FOLATE),
    *(Nutrient.VITAMIN_B12, Nutrient.VITAMIN_D, Nutrient.VITAMIN_K),
)
NUTRIENTS: dict[Nutrient, Literal["g", "mg", "µg"]] = {
    nutrient: "g" if nutrient in _GRAMS else "µg" if nutrient in _MICROGRAMS else "mg" for nutrient in Nutrient
}
"""The unit that the amount of a nutrient is in; vitamin A counts as retinol activity equivalents."""


class Food(msgspec.Struct, frozen=True):
    """Something eaten, or all that was eaten on a day (`whole_day`), with what is known of it.

    `protein`, `carbohydrate`, `fat`, `alcohol` and `fibre` are in grams [g], None where not known; `nutrients` are in
    the units of `NUTRIENTS`. `servings` says how much of a `recipe` it was. `free` marks the planned free meal
    (METHODS P11); `checked` says that the athlete was asked whether an unusual value is right, and said so.
    """

    id: str
    date: dt.date
    energy: Energy
    name: str = ""
    time: str | None = None
    meal: Meal | None = None
    protein: Decimal | None = None
    carbohydrate: Decimal | None = None
    fat: Decimal | None = None
    alcohol: Decimal | None = None
    fibre: Decimal | None = None
    nutrients: dict[Nutrient, Decimal] = {}
    servings: Decimal | None = None
    recipe: str | None = None
    whole_day: bool = False
    free: bool = False
    checked: bool = False
    note: str = ""


class Ingredient(msgspec.Struct, frozen=True):
    """A part of a recipe: as much of it as the whole recipe holds; amounts as in `Food`."""

    name: str
    energy: Energy
    protein: Decimal | None = None
    carbohydrate: Decimal | None = None
    fat: Decimal | None = None
    alcohol: Decimal | None = None
    fibre: Decimal | None = None
    nutrients: dict[Nutrient, Decimal] = {}


class Recipe(msgspec.Struct, frozen=True):
    """A recipe, or a meal that is eaten often: its ingredients in order, and how many servings they make."""

    id: str
    name: str
    servings: Decimal = Decimal(1)
    ingredients: tuple[Ingredient, ...] = ()
    note: str = ""


class LoggedRun(msgspec.Struct, frozen=True):
    """A run as it was done: when it began (local time), how far [m], how long [s], how much up [m].

    `heart_rate` is the mean [1/min].
    """

    id: str
    start: dt.datetime
    name: str = ""
    kind: RunKind | None = None
    meters: Decimal | None = None
    seconds: Decimal | None = None
    ascent: Decimal | None = None
    heart_rate: int | None = None
    note: str = ""


class LoggedDay(msgspec.Struct, frozen=True):
    """What is said of a day: whether all that was eaten is logged (None: not said), and the steps walked."""

    date: dt.date
    complete: bool | None = None
    steps: int | None = None
    note: str = ""
