"""The diary's part of the fold: foods, recipes, runs and days read from their merged changes."""

import datetime as dt
from decimal import Decimal
from functools import cache
from typing import Any

import msgspec

from legday.log.diary import Food, Ingredient, LoggedDay, LoggedRun, Meal, Nutrient, Recipe, RunKind
from legday.log.events import DATED
from legday.units import Energy


class IngredientRecord(msgspec.Struct, gc=False):
    """An ingredient as its changes make it."""

    name: str | None = None
    energy: str | None = None
    protein: Decimal | None = None
    carbohydrate: Decimal | None = None
    fat: Decimal | None = None
    alcohol: Decimal | None = None
    fibre: Decimal | None = None
    nutrients: dict[Nutrient, Decimal | None] | None = None


class FoodRecord(IngredientRecord, gc=False):
    """A food as its changes make it."""

    date: dt.date | None = None
    time: str | None = None
    meal: Meal | None = None
    servings: Decimal | None = None
    recipe: str | None = None
    whole_day: bool | None = None
    free: bool | None = None
    checked: bool | None = None
    note: str | None = None
    removed: bool | None = None


class RecipeRecord(msgspec.Struct, gc=False):
    """A recipe as its changes make it."""

    name: str | None = None
    servings: Decimal | None = None
    items: dict[str, IngredientRecord | None] | None = None
    note: str | None = None
    removed: bool | None = None


class RunRecord(msgspec.Struct, gc=False):
    """A run as its changes make it."""

    start: dt.datetime | None = None
    name: str | None = None
    kind: RunKind | None = None
    meters: Decimal | None = None
    seconds: Decimal | None = None
    ascent: Decimal | None = None
    heart_rate: int | None = None
    note: str | None = None
    removed: bool | None = None


class DayRecord(msgspec.Struct, gc=False):
    """What is said of a day as its changes make it."""

    complete: bool | None = None
    steps: int | None = None
    note: str | None = None
    removed: bool | None = None


def foods(records: dict[str, FoodRecord]) -> tuple[Food, ...]:
    """Return what is shown of foods: by date, time and id."""
    shown = [
        Food(
            id=of,
            date=record.date,
            **_facts(record),
            time=record.time,
            meal=record.meal,
            servings=record.servings,
            recipe=record.recipe,
            whole_day=bool(record.whole_day),
            free=bool(record.free),
            checked=bool(record.checked),
            note=record.note or "",
        )
        for of, record in records.items()
        if record.date and record.energy is not None and not record.removed
    ]
    return tuple(sorted(shown, key=lambda food: (food.date, food.time or "", food.id)))


def recipes(records: dict[str, RecipeRecord]) -> tuple[Recipe, ...]:
    """Return what is shown of recipes: by name and id."""
    shown = [
        Recipe(of, record.name, record.servings or Decimal(1), _ingredients(record.items), record.note or "")
        for of, record in records.items()
        if record.name and not record.removed
    ]
    return tuple(sorted(shown, key=lambda recipe: (recipe.name, recipe.id)))


def runs(records: dict[str, RunRecord]) -> tuple[LoggedRun, ...]:
    """Return what is shown of runs: by start and id."""
    shown = [
        LoggedRun(
            id=of,
            start=record.start,
            name=record.name or "",
            kind=record.kind,
            meters=record.meters,
            seconds=record.seconds,
            ascent=record.ascent,
            heart_rate=record.heart_rate,
            note=record.note or "",
        )
        for of, record in records.items()
        if record.start and not record.removed
    ]
    return tuple(sorted(shown, key=lambda run: (run.start, run.id)))


def days(records: dict[str, DayRecord]) -> tuple[LoggedDay, ...]:
    """Return what is shown of days: by date."""
    shown = [
        LoggedDay(
            date=dt.date.fromisoformat(of.removeprefix(DATED["day"])),
            complete=record.complete,
            steps=record.steps,
            note=record.note or "",
        )
        for of, record in records.items()
        if not record.removed
    ]
    return tuple(sorted(shown, key=lambda day: day.date))


def food_fields(food: Food | Ingredient) -> dict[str, Any]:
    """Return the fields of a food that a change can change, as JSON has them."""
    fields = msgspec.structs.asdict(food) | {"energy": str(food.energy)}
    return {name: value for name, value in fields.items() if value is not None and name != "id"}


def recipe_fields(recipe: Recipe) -> dict[str, Any]:
    """Return the fields of a recipe that a change can change, as JSON has them."""
    items = {f"{place:03}": food_fields(item) for place, item in enumerate(recipe.ingredients)}
    return {"name": recipe.name, "servings": recipe.servings, "items": items, "note": recipe.note}


def _ingredients(items: dict[str, IngredientRecord | None] | None) -> tuple[Ingredient, ...]:
    return tuple(
        Ingredient(**_facts(item))
        for _, item in sorted((items or {}).items())
        if item and item.name and item.energy is not None
    )


def _facts(record: IngredientRecord) -> dict[str, Any]:
    """Return what is known of something with an energy."""
    known = {name: amount for name, amount in sorted((record.nutrients or {}).items()) if amount is not None}
    return {
        "name": record.name or "",
        "energy": _read_energy(record.energy or ""),
        "protein": record.protein,
        "carbohydrate": record.carbohydrate,
        "fat": record.fat,
        "alcohol": record.alcohol,
        "fibre": record.fibre,
        "nutrients": known,
    }


_read_energy = cache(Energy.parse)
