"""The energy ledger: what is known of each day posted to the accounts, and the body that the days make."""

import datetime as dt
import math
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from legday.energy.accounts import Ledger, LedgerDay, Posting, Stores, to_joules
from legday.energy.adults import DIET_SHARE, GLYCOGEN, LEAST_BMI, Adults, resting_rate
from legday.energy.dynamics import (
    ADAPTATION_DAYS,
    ADAPTATION_SHARE,
    CARBOHYDRATE_SHARE,
    FAT_BUILDS,
    FAT_ENERGY,
    FAT_RESTS,
    FORBES_FAT,
    GLYCOGEN_ENERGY,
    LEAN_BUILDS,
    LEAN_ENERGY,
    LEAN_RESTS,
    after_a_day,
)

LEAST_FAT = 0.03
"""The share of body mass below which nobody's fat falls; a log that says so lacks food. Essential fat is 3 % of mass in
men, more in women (Lohman, Exerc Sport Sci Rev 1986;14:325-357)."""


@dataclass(frozen=True, slots=True)
class DayFacts:
    """What is known of a day before it is posted.

    `eaten` are its foods and what stands in for food that was not logged, `active` its training, runs and steps.
    `carbohydrate` [kcal] is that of all of it, and `digestion` what digesting it costs [kcal]. `expenditure` is what
    the scale and the food log say is spent at that time of life [kcal/d], None where they say too little. `walked`
    says that steps were counted, so that the rest of the day is one of sitting.
    """

    date: dt.date
    eaten: tuple[Posting, ...] = ()
    active: tuple[Posting, ...] = ()
    carbohydrate: float = 0.0
    digestion: float = 0.0
    expenditure: float | None = None
    walked: bool = False


@dataclass(frozen=True, slots=True)
class Usual:
    """What the athlete ate and did before the first day: intake and carbohydrate [kcal/d] that held body mass."""

    intake: float
    carbohydrate: float

    @classmethod
    def of(cls, intake: float, carbohydrate_share: float = CARBOHYDRATE_SHARE) -> "Usual":
        """Make it from the intake [kcal/d] and the share of it that is carbohydrate."""
        return cls(intake, intake * carbohydrate_share)


@dataclass(frozen=True, slots=True)
class _Least:
    """The fat [J] and the body mass [kg] below which nobody comes by eating little: then the log lacks food."""

    fat: int
    mass: float


RECENT = 14
"""Days whose activity is taken as the usual one of a time of life [d]; our own convention."""


@dataclass(frozen=True, slots=True)
class _Body:
    stores: Stores
    fluid: float
    adaptation: float

    @property
    def mass(self) -> float:
        return self.stores.mass_with(self.fluid)


SEATED = 1.35
"""The activity level of a day of sitting, apart from the steps that were counted; our own convention. People in a
chamber without exercise come to 1.3 to 1.4 (Black et al. 1996, Eur J Clin Nutr 50:72-92)."""


def keep_ledger(person: Adults, usual: Usual, days: Iterable[DayFacts]) -> Ledger:
    """Post days one after the other, from the body that a person has on the first of them.

    Resting rate, movement, digestion, adaptation and the building of tissue follow the body-mass model; with the
    same food every day the body does as `simulate` says. What is left over goes to fat and lean tissue.

    Parameters
    ----------
    person
        One adult, as on the morning of the first day; the activity level is without training, runs and counted steps.
    usual
        What held body mass before.
    days
        In order, without a gap.

    References
    ----------
    Hall et al., Lancet 2011;378:826-837, doi:10.1016/S0140-6736(11)60812-X.
    """
    rest = float(resting_rate(person.male, person.age, person.height, person.mass)[0])
    fat, lean, fluid = float(person.fat[0]), float(person.lean[0]), float(person.fluid[0])
    stores = Stores(to_joules(fat * FAT_ENERGY), to_joules(lean * LEAN_ENERGY), to_joules(GLYCOGEN * GLYCOGEN_ENERGY))
    body = _Body(stores, fluid, 0.0)
    movement, seated = float(person.movement[0]), ((1 - DIET_SHARE) * SEATED - 1) * rest / float(person.mass[0])
    mass = float(person.mass[0])
    least = _Least(min(stores.fat, to_joules(LEAST_FAT * mass * FAT_ENERGY)), LEAST_BMI * float(person.height[0]) ** 2)
    recent: deque[int] = deque(maxlen=RECENT)
    posted = []
    for facts in days:
        tissue = FAT_RESTS * (body.stores.fat_kg - fat) + LEAN_RESTS * (body.stores.lean_kg - lean)
        rest_of_day = to_joules((seated if facts.walked else movement) * body.mass)
        spent = [
            Posting("resting", to_joules(rest + tissue), "Resting"),
            Posting("digestion", to_joules(facts.digestion), "Digesting"),
            *facts.active,
            Posting("rest-of-day", rest_of_day, "The rest of the day"),
        ]
        recent.append(rest_of_day + sum(posting.joules for posting in facts.active))
        adapted, adaptation = _adaptation(body.adaptation, sum(posting.joules for posting in facts.eaten), usual)
        spent.append(Posting("adaptation", adapted, f"Adaptation to eating {'more' if adapted > 0 else 'less'}"))
        if facts.expenditure is not None:
            known = (
                to_joules(rest + tissue + DIET_SHARE * facts.expenditure) + adapted + round(sum(recent) / len(recent))
            )
            found = to_joules(facts.expenditure) - known
            spent.append(Posting("found", found, "Found by your scale", "guessed", why=_FOUND))
        day = _post(facts, body, [posting for posting in spent if posting.joules], usual, fluid, least)
        body = _Body(day.closing, day.fluid, adaptation)
        posted.append(day)
    return Ledger(tuple(posted))


def _adaptation(before: float, food: int, usual: Usual) -> tuple[int, float]:
    """Return what adaptation to the food [J] of a day spends in it [J], and at its end [kcal/d]."""
    aim = ADAPTATION_SHARE * (food / to_joules(1) - usual.intake)
    settled = math.exp(-1 / ADAPTATION_DAYS)
    mean = aim + (before - aim) * (1 - settled) * ADAPTATION_DAYS
    return to_joules(mean), aim + (before - aim) * settled


def _post(
    facts: DayFacts, body: _Body, spent: list[Posting], usual: Usual, usual_fluid: float, least: _Least
) -> LedgerDay:
    """Make the day: what is left over goes to glycogen, then to fat and lean tissue, and building them costs of it."""
    before, eaten = body.stores, list(facts.eaten)
    glycogen_kg, fluid = after_a_day(
        before.glycogen_kg, body.fluid, facts.carbohydrate, usual.carbohydrate, usual_fluid
    )
    glycogen = to_joules(glycogen_kg * GLYCOGEN_ENERGY)
    left = (
        sum(posting.joules for posting in eaten) - sum(posting.joules for posting in spent) - glycogen + before.glycogen
    )
    lean_share = FORBES_FAT / (FORBES_FAT + before.fat_kg)
    building = FAT_BUILDS / FAT_ENERGY + lean_share * (LEAN_BUILDS / LEAN_ENERGY - FAT_BUILDS / FAT_ENERGY)
    built = round(left * building / (1 + building))
    to_lean = round((left - built) * lean_share)
    to_fat = left - built - to_lean
    if built:
        spent.append(Posting("building", built, "Building tissue" if built > 0 else "Saved by losing tissue"))
    if left < 0 and (before.fat + to_fat < least.fat or body.mass < least.mass):
        eaten.append(Posting("unlogged", -to_fat - to_lean, "Must have been eaten", "guessed", why=_MISSING))
        to_fat = to_lean = 0
    after = Stores(before.fat + to_fat, before.lean + to_lean, glycogen)
    return LedgerDay(facts.date, tuple(eaten), tuple(spent), before, after, fluid)


_FOUND = (
    "Your scale and your food log say that you spend this beside what formulas know; below zero, less than they say."
)
_MISSING = "By what was logged there would be no fat left, so food is missing in the log."
