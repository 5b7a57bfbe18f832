"""What was eaten on a day: which foods count where sources tell the same twice, and the sums of what is known."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

import msgspec

from legday.energy.adults import JOULES_PER_KCAL
from legday.log import Food, Nutrient

OWN = ""
"""The source of what the athlete wrote down."""


class Counted(msgspec.Struct, frozen=True):
    """The foods of a day that count, and those that don't because something else tells of them.

    `doubled` are the sources that each tell the day, one of them as a total: which is right is a question.
    """

    foods: tuple[Food, ...]
    set_aside: tuple[Food, ...]
    doubled: tuple[str, ...] = ()


class Total(msgspec.Struct, frozen=True):
    """A sum of what is known [g, or the nutrient's own unit], and the share of the energy it is known for, 0 to 1."""

    amount: float
    known: float


class Eaten(msgspec.Struct, frozen=True):
    """What some foods come to: energy [J], grams [g] and nutrients, None or left out where nothing is known."""

    joules: int
    protein: Total | None
    carbohydrate: Total | None
    fat: Total | None
    alcohol: Total | None
    fibre: Total | None
    nutrients: dict[Nutrient, Total]

    @property
    def kcal(self) -> float:
        """The energy [kcal]."""
        return self.joules / JOULES_PER_KCAL


def source_of(food: Food) -> str:
    """Return what file a food was imported from, such as `myfitnesspal`; `OWN` if it was written down in legday."""
    start, _, rest = food.id.partition(":")
    return rest.partition(":")[0] if start == "food" and rest else OWN


def counted_foods(foods: Iterable[Food]) -> Counted:
    """Tell which foods of one day count.

    The total of a day stands in place of what else the same source tells of it; of several totals that an athlete
    wrote down, the last one counts. Where one source tells a total and another one something as well, the source with
    the most energy counts, for people forget more than they count twice (our own convention), until the athlete has
    answered which is right. Totals that the athlete says are right all count.
    """
    by_source: dict[str, list[Food]] = defaultdict(list)
    for food in foods:
        by_source[source_of(food)].append(food)
    kept = {source: _in_place(source, of_source) for source, of_source in by_source.items()}
    everything = [food for of_source in by_source.values() for food in of_source]
    totals = [food for of_source in kept.values() for food in of_source if food.whole_day]
    doubled = tuple(sorted(kept)) if len(kept) > 1 and not all(food.checked for food in totals) else ()
    if doubled:
        most = max(sorted(kept), key=lambda source: sum(food.energy.joules for food in kept[source]))
        kept = {most: kept[most]}
    counted = {food.id for of_source in kept.values() for food in of_source}
    return Counted(
        tuple(food for food in everything if food.id in counted),
        tuple(food for food in everything if food.id not in counted),
        doubled,
    )


def _in_place(source: str, foods: list[Food]) -> list[Food]:
    totals = [food for food in foods if food.whole_day]
    return (totals[-1:] if source == OWN else totals) or foods


def eaten(foods: Sequence[Food]) -> Eaten:
    """Add up foods; a sum says for which share of their energy it is known."""
    joules = sum(food.energy.joules for food in foods)

    def total(amount: Callable[[Food], Decimal | None]) -> Total | None:
        known = [(value, food.energy.joules) for food in foods if (value := amount(food)) is not None]
        if not known:
            return None
        share = sum(each for _, each in known) / joules if joules else 1.0
        return Total(float(sum(value for value, _ in known)), share)

    names = sorted({nutrient for food in foods for nutrient in food.nutrients})
    nutrients = {name: total(lambda food, name=name: food.nutrients.get(name)) for name in names}  # type: ignore[misc]
    return Eaten(
        joules,
        protein=total(lambda food: food.protein),
        carbohydrate=total(lambda food: food.carbohydrate),
        fat=total(lambda food: food.fat),
        alcohol=total(lambda food: food.alcohol),
        fibre=total(lambda food: food.fibre),
        nutrients={name: each for name, each in nutrients.items() if each is not None},
    )


def foods_on(foods: Iterable[Food], date: dt.date) -> tuple[Food, ...]:
    """Return the foods of a day, in their order."""
    return tuple(food for food in foods if food.date == date)
