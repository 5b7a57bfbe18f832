"""Who an athlete is to the energy ledger: the numbers of their profile, and what the log measured since."""

import datetime as dt
from decimal import Decimal

import msgspec

from legday.documents import FieldError
from legday.energy import Person, adults, athlete_books, own_intake, recent_training
from legday.log import Log
from legday.planner.profile import Profile
from legday.progress import body_mass_trend
from legday.units import Mass

USUAL_ACTIVITY = 1.5
"""The activity level of a usual day, training left out, where a profile says none: seated work with some walking
(FAO/WHO/UNU, Human Energy Requirements, 2004, table 5.1: a sedentary or light life is 1.40 to 1.69)."""
WEIGHED_DAYS, FAT_DAYS = 60, 180
"""How long a body mass and a body fat that were measured stand for today [days]; our own convention."""

_TREND_DAYS = 180  # of weigh-ins that the trend is taken from
_NEEDED = ("sex", "birth_year", "height", "body_mass")
_WORDS = {
    "sex": "female or male",
    "birth_year": "your birth year",
    "height": "your height",
    "body_mass": "your body mass",
}
_FIELD_OF = {"age": "birth_year", "mass": "body_mass", "fat": "body_mass"}


class Missing(msgspec.Struct, frozen=True):
    """What the ledger lacks: the fields of the profile to fill in or to mend, and a sentence that asks for them."""

    fields: tuple[str, ...]
    sentence: str


def person_of(profile: Profile | None, log: Log, today: dt.date) -> Person | Missing:
    """Say who an athlete is today, or what must be known first.

    The age is that which they reach this year. The body mass is the trend of the log if they were weighed in the last
    60 days, else the profile's; fat is as last measured, if that was in the last 180 days. Where the profile names no
    activity, `USUAL_ACTIVITY` stands in.
    """
    mass = mass_on(profile, log, today)
    known = {
        "sex": profile and profile.sex,
        "birth_year": profile and profile.birth_year,
        "height": profile and profile.height,
        "body_mass": mass,
    }
    lacking = tuple(name for name in _NEEDED if not known[name])
    if profile is None or mass is None or profile.birth_year is None or profile.height is None or lacking:
        said = [_WORDS[name] for name in lacking]
        listed = " and ".join(filter(None, (", ".join(said[:-1]), said[-1])))
        return Missing(lacking, f"say {listed} in your profile; the energy pages are worked out from that")
    person = Person(
        profile.sex == "male",
        today.year - profile.birth_year,
        profile.height.meters,
        mass,
        profile.activity or USUAL_ACTIVITY,
        fat_on(log, today),
    )
    try:
        fat = float("nan") if person.fat is None else person.fat / 100 * float(mass.kg)
        adults(person.male, person.age, person.height, float(mass.kg), person.activity, fat=fat)
    except FieldError as error:
        field = _FIELD_OF.get(error.field, error.field)
        return Missing((field,), f"your {error.field}: {error}")
    return person


def knowing_intake(person: Person, log: Log, today: dt.date) -> Person:
    """Return a person with their training of late, and what holds their mass where their own log tells it well."""
    books = athlete_books(person, log, today)
    trained = recent_training(log, person, today)
    return msgspec.structs.replace(person, intake=own_intake(books, person), usual_training=trained)


def mass_on(profile: Profile | None, log: Log, today: dt.date) -> Mass | None:
    """Return the body mass of a day: the trend if they were weighed in the 60 days before, else the profile's."""
    trend = body_mass_trend(log, today, today - dt.timedelta(_TREND_DAYS))
    if trend and (today - trend[-1].date).days <= WEIGHED_DAYS:
        unit = profile.units if profile else "kg"
        return _to_a_tenth(Mass(Decimal(trend[-1].mean), "kg").to(unit))
    return profile.body_mass if profile else None


def fat_on(log: Log, today: dt.date) -> float | None:
    """Return the body fat [%] of a day: as last measured in the 180 days before, None if it was not."""
    first = today - dt.timedelta(FAT_DAYS)
    measured = [each for each in log.measures if each.kind == "body-fat" and first <= each.date <= today]
    return float(measured[-1].value) if measured else None


def _to_a_tenth(mass: Mass) -> Mass:
    return Mass(mass.value.quantize(Decimal("0.1")), mass.unit)
