"""What a column heading says, in whatever language: the role of the column and the unit of its values."""

import re
from decimal import Decimal
from enum import StrEnum
from functools import cache

import msgspec

from legday.exchange.words import Stems, has_stem, known_words, plain
from legday.units import MassUnit, unit_of


class Role(StrEnum):
    """What a column of a training log holds."""

    START = "start"
    END = "end"
    SESSION = "session"
    SESSION_NOTE = "session note"
    SESSION_TIME = "session time"
    EXERCISE = "exercise"
    ORDER = "order"
    KIND = "kind"
    WEIGHT = "weight"
    WEIGHT_UNIT = "weight unit"
    REPS = "reps"
    RPE = "rpe"
    DISTANCE = "distance"
    DISTANCE_UNIT = "distance unit"
    SECONDS = "seconds"
    NOTE = "note"
    IGNORED = "ignored"


class Heading(msgspec.Struct, frozen=True):
    """What a heading says: the role if it is known, the unit of mass, the metres in its unit of length."""

    role: Role | None
    mass_unit: MassUnit | None = None
    meters: Decimal | None = None


_NUMBER_SIGNS = frozenset(("#", "no", "nr", "id", "№", "n°"))
_METERS = {
    **dict.fromkeys(("m", "meter", "meters", "metre", "metres", "м", "米"), Decimal(1)),
    **dict.fromkeys(("km", "kilometer", "kilometers", "kilometre", "kilometres", "км", "公里"), Decimal(1000)),
    **dict.fromkeys(("mi", "mile", "miles", "meilen", "миль", "英里"), Decimal("1609.344")),
    **dict.fromkeys(("ft", "feet"), Decimal("0.3048")),
    **dict.fromkeys(("yd", "yards"), Decimal("0.9144")),
}
_MASS_WORDS: dict[str, MassUnit] = {
    **dict.fromkeys(("кг", "公斤", "千克"), "kg"),
    **dict.fromkeys(("фунт", "фунты", "фунтов", "磅"), "lb"),
}
_TIME_UNITS = frozenset(("sec", "secs", "s", "seconds", "min", "minutes", "hours"))


@cache
def read_heading(text: str) -> Heading:
    """Tell what a heading says; its role is None if no word of it is known."""
    words = re.findall(r"[^\s()\[\]{}_,;:/.\-]+", plain(text))
    mass_unit, meters = None, None
    telling = []
    for word in words:
        if mass_unit_of(word):
            mass_unit = mass_unit_of(word)
        elif meters_of(word) and (len(words) > 1 or word in ("km", "mi")):
            meters = meters_of(word)
        elif word not in _TIME_UNITS or len(words) == 1:
            telling.append(word)
    if telling:
        return Heading(_role(" ".join(telling), frozenset(telling)), mass_unit, meters)
    return Heading(Role.WEIGHT if mass_unit else Role.DISTANCE if meters else None, mass_unit, meters)


def mass_unit_of(word: str) -> MassUnit | None:
    """Find the unit of mass that a word such as `lbs.` or `кг` stands for."""
    word = word.strip().rstrip(".").lower()
    return None if word == "#" else unit_of(word) or _MASS_WORDS.get(word)


def meters_of(word: str) -> Decimal | None:
    """Find how many metres [m] are in the unit of length that a word such as `mi.` stands for."""
    return _METERS.get(word.strip().rstrip(".").lower())


def _role(text: str, words: frozenset[str]) -> Role | None:
    known = known_words().headings

    def says(stems: Stems) -> bool:
        return has_stem(text, stems)

    if "rpe" in words:
        return Role.RPE
    if says(known.unit):
        measured = (Role.WEIGHT_UNIT, known.weight), (Role.DISTANCE_UNIT, known.distance)
        return next((role for role, stems in measured if says(stems)), None)
    if says(known.note):
        return Role.SESSION_NOTE if says(known.session) and not says(known.exercise) else Role.NOTE
    if says(known.date):
        return Role.START
    if says(known.time):
        return Role.SESSION_TIME
    if says(known.session) and (says(known.order) or words & _NUMBER_SIGNS):
        return Role.IGNORED
    if says(known.exercise):
        return Role.EXERCISE
    if says(known.order) or text in known.set:
        return Role.ORDER
    others = (
        (Role.SESSION, known.session),
        (Role.WEIGHT, known.weight),
        (Role.REPS, known.reps),
        (Role.DISTANCE, known.distance),
        (Role.SECONDS, known.seconds),
    )
    return next((role for role, stems in others if says(stems)), None)
