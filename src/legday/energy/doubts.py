"""What in a diary can hardly be right, each as one question with answers that are changes of the log."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Any, Literal

import msgspec

from legday.energy.eaten import OWN, counted_foods, source_of
from legday.energy.goal import Person
from legday.log import Food, Log, LoggedDay, Measure, Subject, day_id
from legday.units import KG_PER_LB, Energy, Mass, unit_of

DoubtKind = Literal[
    "day-too-much",
    "day-too-little",
    "energy-and-grams",
    "food-too-much",
    "twice",
    "two-sources",
    "future",
    "mass-unit",
    "mass-jump",
]

MOST_OF_DAY = 6_000
"""More than this on a day is asked about [kcal]: the most that people keep up is about 2.5 times their resting rate
(Thurber et al. 2019, doi:10.1126/sciadv.aaw0341), which is 4,000 to 5,000 kcal."""
LEAST_OF_DAY = 500
"""Less than this on a day that is said to be complete is asked about [kcal]: the lower end of what epidemiology
takes for a day's diet (Willett, Nutritional Epidemiology, 3rd edition, 2013, chapter 13)."""
MOST_OF_FOOD = 3_000
"""More than this in one food or meal is asked about [kcal]; our own convention."""
NEAR_ENERGY, NEAR_KCAL = 0.25, 150.0
"""How far the energy of a food may be from that of its grams, as a share and in kcal, whichever is more: grams are
rounded, and fibre yields less than other carbohydrate; our own convention."""
UNIT_FIT = 0.08
"""How near to the factor between two units a ratio must be for the unit to be the likely slip; our own convention."""
JUMP, JUMP_DAYS = 0.08, 14
"""A body mass that differs by this share from those of so many days before is asked about; water and food make up to
about 3 % (our own convention)."""

_LB_PER_KG = float(1 / KG_PER_LB)
_SOURCES = {
    "apple-health": "Apple Health",
    "myfitnesspal": "MyFitnessPal",
    "macrofactor": "MacroFactor",
    "table": "your table",
}
_BEFORE = 5  # weigh-ins that a new one is held against


class Answer(msgspec.Struct, frozen=True):
    """A change of one thing: a JSON merge patch on its fields, as in an event."""

    about: Subject
    of: str
    change: dict[str, Any]


class Choice(msgspec.Struct, frozen=True):
    """A way to answer: what it says, and the changes that it makes."""

    label: str
    answers: tuple[Answer, ...]


class Doubt(msgspec.Struct, frozen=True):
    """A question about a thing in the log; `foods` are the ids of those whose energy is uncertain until then."""

    kind: DoubtKind
    about: Subject
    of: str
    date: dt.date
    question: str
    choices: tuple[Choice, ...]
    foods: tuple[str, ...] = ()


def find_doubts(log: Log, person: Person | None, today: dt.date) -> tuple[Doubt, ...]:
    """Find what in a log can hardly be right, the newest first; what the athlete has checked is not asked again.

    Parameters
    ----------
    log
        The log.
    person
        Who the athlete is, if that is known; a first weigh-in is held against their body mass.
    today
        The day; what is dated later can't have been yet.
    """
    by_day: dict[dt.date, list[Food]] = defaultdict(list)
    for food in log.foods:
        by_day[food.date].append(food)
    complete = {day.date: day for day in log.days if day.complete}
    found: list[Doubt] = [*_future(log, today), *_masses(log.measures, person, today)]
    doubled: dict[tuple[str, ...], dict[dt.date, list[Food]]] = defaultdict(dict)
    for date, foods in by_day.items():
        if date <= today:
            found += _of_day(date, foods, complete.get(date))
            if sources := counted_foods(foods).doubled:
                doubled[sources][date] = foods
    found += (_two_sources(sources, days) for sources, days in doubled.items())
    return tuple(sorted(found, key=lambda doubt: (-doubt.date.toordinal(), doubt.kind, doubt.of)))


def doubted_foods(doubts: Iterable[Doubt]) -> frozenset[str]:
    """Return the ids of the foods whose energy is uncertain as long as the doubts are open."""
    return frozenset(of for doubt in doubts for of in doubt.foods)


def _of_day(date: dt.date, foods: Sequence[Food], complete: LoggedDay | None) -> Iterator[Doubt]:
    counted = counted_foods(foods)
    single = {food.id for food in foods for _ in _of_food(food)}
    for food in foods:
        yield from _of_food(food)
    yield from _twice(foods)
    total = sum(food.energy.kcal for food in counted.foods)
    unchecked = [food for food in counted.foods if not food.checked]
    ids = tuple(food.id for food in counted.foods)
    right = Choice("It is right", tuple(Answer("food", food.id, {"checked": True}) for food in unchecked))
    if total > MOST_OF_DAY and unchecked and not single & set(ids):
        question = f"Did you eat {total:,.0f} kcal on {_said(date)}?"
        largest = max(counted.foods, key=lambda food: food.energy.joules)
        remove = Choice(f"Remove {_named(largest)}", (_removed(largest),))
        yield Doubt("day-too-much", "day", day_id(date), date, question, (right, remove), ids)
    told = complete is not None or any(food.whole_day for food in counted.foods)
    if total < LEAST_OF_DAY and told and unchecked and not single & set(ids):
        question = f"Only {total:,.0f} kcal on {_said(date)}: is that all you ate?"
        not_all = (
            Choice("Not all is logged", (Answer("day", day_id(date), {"complete": False}),))
            if complete is not None
            else Choice("Remove this total", tuple(_removed(food) for food in counted.foods))
        )
        yield Doubt("day-too-little", "day", day_id(date), date, question, (right, not_all), ids)


def _of_food(food: Food) -> Iterator[Doubt]:
    if food.checked:
        return
    kcal = food.energy.kcal
    most = MOST_OF_DAY if food.whole_day else MOST_OF_FOOD
    grams = _energy_of_grams(food)
    if grams is not None:
        low, high = grams
        slack = max(NEAR_ENERGY * high, NEAR_KCAL)
        if not low - slack <= kcal <= high + slack:
            yield _energy_and_grams(food, low, high)
            return
    if kcal > most:
        question = f"{_capital(_named(food))} on {_said(food.date)} has {food.energy}. Is that right?"
        yield Doubt(
            "food-too-much", "food", food.id, food.date, question, _choices(food, _other_unit(food)), (food.id,)
        )


def _energy_of_grams(food: Food) -> tuple[float, float] | None:
    """The least and the most energy that the grams of a food can have [kcal], by 4, 4, 9 and 7 kcal/g (Atwater).

    Some count fibre as carbohydrate, some beside it, and it yields about 2 kcal/g (FAO Food and Nutrition Paper 77).
    """
    if food.protein is None or food.carbohydrate is None or food.fat is None:
        return None
    fibre = float(food.fibre or 0)
    base = 4 * float(food.protein) + 9 * float(food.fat) + 7 * float(food.alcohol or 0)
    carbohydrate = float(food.carbohydrate)
    return base + 4 * max(carbohydrate - fibre, 0.0), base + 4 * carbohydrate + 2 * fibre


def _energy_and_grams(food: Food, low: float, high: float) -> Doubt:
    told, middle = food.energy.kcal, (low + high) / 2
    of_grams = Energy(round(middle), "kcal")
    question = (
        f"{_capital(_named(food))} on {_said(food.date)} has {food.energy}, but its grams come to about {of_grams}. "
        "Which is right?"
    )
    mended: list[tuple[str, Energy]] = []
    other = _other_unit(food)
    if abs(other.kcal - middle) <= max(NEAR_ENERGY * high, NEAR_KCAL) < abs(told - middle):
        mended.append((f"It is {other}", other))
    if of_grams.joules:
        mended.append((f"It is {of_grams}, as the grams say", of_grams))
    choices = _choices(food, None)
    changed = tuple(Choice(label, (Answer("food", food.id, {"energy": str(each)}),)) for label, each in mended)
    return Doubt("energy-and-grams", "food", food.id, food.date, question, (*changed, *choices), (food.id,))


def _other_unit(food: Food) -> Energy:
    """The same number in the other unit, where the athlete may have taken the one for the other."""
    return Energy(food.energy.value, "kJ" if food.energy.unit == "kcal" else "kcal")


def _choices(food: Food, other: Energy | None) -> tuple[Choice, ...]:
    mended = (
        (Choice(f"It is {other}", (Answer("food", food.id, {"energy": str(other)}),)),)
        if other and other.joules < food.energy.joules
        else ()
    )
    right = Choice(f"{food.energy} is right", (Answer("food", food.id, {"checked": True}),))
    return (*mended, right, Choice("Remove it", (_removed(food),)))


def _two_sources(sources: tuple[str, ...], days: dict[dt.date, list[Food]]) -> Doubt:
    """One question for all days that the same sources tell: an athlete who logs in two apps does so for months."""
    last = max(days)
    foods = [food for of_day in days.values() for food in of_day]
    kcal = {
        source: sum(
            food.energy.kcal
            for of_day in days.values()
            for food in counted_foods([each for each in of_day if source_of(each) == source]).foods
        )
        / len(days)
        for source in sources
    }
    told = " and ".join(f"{_source(source)} ({kcal[source]:,.0f} kcal)" for source in sources)
    when = f"on {_said(last)}" if len(days) == 1 else f"on {len(days)} days up to {_said(last)} (kcal a day)"
    choices = [
        Choice(f"Only {_source(source)}", tuple(_removed(food) for food in foods if source_of(food) != source))
        for source in sources
    ]
    totals = [food for food in foods if food.whole_day and not food.checked]
    both = Choice("Both: they are different food", tuple(Answer("food", food.id, {"checked": True}) for food in totals))
    question = f"{_capital(told)} both tell what you ate {when}. Which counts?"
    ids = tuple(food.id for food in foods)
    return Doubt("two-sources", "day", day_id(last), last, question, (*choices, both), ids)


def _twice(foods: Sequence[Food]) -> Iterator[Doubt]:
    timed = sorted((food for food in foods if food.time), key=lambda food: (food.time or "", food.name, food.id))
    for before, food in pairwise(timed):
        same = (food.time, food.name, food.energy) == (before.time, before.name, before.energy)
        if same and not (food.checked or before.checked):
            yield Doubt(
                "twice",
                "food",
                food.id,
                food.date,
                f"{_capital(_named(food))} stands twice at {food.time} on {_said(food.date)}. Did you have it twice?",
                (
                    Choice("Once", (_removed(food),)),
                    Choice("Twice", (Answer("food", food.id, {"checked": True}),)),
                ),
                (food.id,),
            )


def _future(log: Log, today: dt.date) -> Iterator[Doubt]:
    things: list[tuple[Subject, str, dt.date, str, str]] = [
        *(("food", food.id, food.date, _named(food), "date") for food in log.foods if not food.free),
        *(("measure", each.id, each.date, each.kind.replace("-", " "), "date") for each in log.measures),
        *(("run", run.id, run.start.date(), run.name or "a run", "start") for run in log.runs),
    ]
    starts = {run.id: run.start for run in log.runs}
    for about, of, date, name, field in things:
        if date <= today:
            continue
        question = f"{_capital(name)} is dated {_said(date)}, which is still to come. When was it?"
        choices = [
            Choice(label, (Answer(about, of, {field: _moved(starts.get(of), day)}),))
            for label, day in (("Today", today), (_said(_year_before(date)), _year_before(date)))
            if day <= today
        ]
        remove = Choice("Remove it", (Answer(about, of, {"removed": True}),))
        yield Doubt("future", about, of, date, question, (*choices, remove), (of,) if about == "food" else ())


def _moved(start: dt.datetime | None, day: dt.date) -> str:
    return day.isoformat() if start is None else dt.datetime.combine(day, start.time()).isoformat()


def _year_before(date: dt.date) -> dt.date:
    return date.replace(year=date.year - 1, day=min(date.day, 28) if date.month == 2 else date.day)


def _masses(measures: Iterable[Measure], person: Person | None, today: dt.date) -> Iterator[Doubt]:
    """Hold each weigh-in against those before it that are not doubted themselves, the first against the profile."""
    trusted: list[tuple[dt.date, float]] = []
    for measure in measures:
        unit = unit_of(measure.unit)
        if measure.kind != "body-mass" or measure.date > today or unit is None or measure.value <= 0:
            continue
        kg = float(Mass(measure.value, unit).kg)
        usual = median(each for _, each in trusted[-_BEFORE:]) if trusted else float(person.mass.kg) if person else None
        recent = bool(trusted) and (measure.date - trusted[-1][0]).days <= JUMP_DAYS
        doubt = None if measure.checked or usual is None else _mass_doubt(measure, unit, kg, usual, recent=recent)
        if doubt:
            yield doubt
        else:
            trusted.append((measure.date, kg))


def _mass_doubt(measure: Measure, unit: str, kg: float, usual: float, *, recent: bool) -> Doubt | None:
    other = "lb" if unit == "kg" else "kg"
    factor = _LB_PER_KG if unit == "kg" else 1 / _LB_PER_KG
    ratio = kg / usual
    said = f"{measure.value:f} {unit}"
    right = Choice(f"{said} is right", (Answer("measure", measure.id, {"checked": True}),))
    remove = Choice("Remove it", (Answer("measure", measure.id, {"removed": True}),))
    if abs(ratio / factor - 1) <= UNIT_FIT:
        question = f"You weighed {said} on {_said(measure.date)}. Is that {other}?"
        swap = Choice(f"It is {measure.value:f} {other}", (Answer("measure", measure.id, {"unit": other}),))
        return Doubt("mass-unit", "measure", measure.id, measure.date, question, (swap, right, remove))
    if recent and abs(ratio - 1) > JUMP:
        way = "more" if ratio > 1 else "less"
        question = f"{said} on {_said(measure.date)} is {abs(ratio - 1):.0%} {way} than the days before. Is it right?"
        return Doubt("mass-jump", "measure", measure.id, measure.date, question, (right, remove))
    return None


def _removed(food: Food) -> Answer:
    return Answer("food", food.id, {"removed": True})


def _named(food: Food) -> str:
    if food.whole_day:
        return "the total of the day"
    return food.name or food.meal or "the food"


def _source(source: str) -> str:
    if source == OWN:
        return "what you wrote"
    start, _, app = source.partition(".")
    return _SOURCES.get(start, start.capitalize()) + (f" from {app.replace('-', ' ')}" if app else "")


def _said(date: dt.date) -> str:
    return f"{date.day} {date:%B} {date.year}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
