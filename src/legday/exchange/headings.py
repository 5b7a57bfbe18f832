"""What a column heading says, in whatever language: the role of the column and the unit of its values."""

import re
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

import msgspec

from legday.exchange.words import Stems, has_stem, known_words, plain
from legday.units import MassUnit, unit_of


class Role(StrEnum):
    """What a column of a training log holds."""

    START = "start"
    END = "end"
    TIME_OF_DAY = "time of day"
    SESSION = "session"
    SESSION_ID = "session id"
    SESSION_NOTE = "session note"
    SESSION_TIME = "session time"
    EXERCISE = "exercise"
    CATEGORY = "category"
    ORDER = "order"
    SETS = "sets"
    KIND = "kind"
    WARM_UP = "warm-up"
    DONE = "done"
    WEIGHT = "weight"
    WEIGHT_UNIT = "weight unit"
    REPS = "reps"
    RPE = "rpe"
    RIR = "rir"
    DISTANCE = "distance"
    DISTANCE_UNIT = "distance unit"
    SECONDS = "seconds"
    NOTE = "note"
    IGNORED = "ignored"


class Heading(msgspec.Struct, frozen=True):
    """What a heading says: the role if it is known, and the units of mass, of length [m] and of time [s]."""

    role: Role | None
    mass_unit: MassUnit | None = None
    meters: Decimal | None = None
    seconds: int | None = None
    telling: str = ""  # its words in plain letters, without the units


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
_SECONDS = {
    **dict.fromkeys(("s", "sec", "secs", "seconds"), 1),
    **dict.fromkeys(("min", "mins", "minutes"), 60),
    **dict.fromkeys(("h", "hr", "hrs", "hours"), 3600),
}
_WORD = re.compile(r"[^\s()\[\]{}_,;:/.\-]+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_FORM = re.compile(r"\b[ymdhs]{1,4}([:/.\-][ymdhs]{1,4})+\b")  # such as yyyy/mm/dd and h:mm


@lru_cache(maxsize=4096)
def read_heading(text: str) -> Heading:
    """Tell what a heading says; its role is None if no word of it is known."""
    words = _WORD.findall(_FORM.sub(" ", plain(_HUMP.sub(" ", text))))
    mass_unit, meters, seconds = None, None, None
    telling = []
    for word in words:
        if mass_unit_of(word):
            mass_unit = mass_unit_of(word)
        elif meters_of(word) and (len(words) > 1 or word in ("km", "mi")):
            meters = meters_of(word)
        elif word in _SECONDS and len(words) > 1:
            seconds = _SECONDS[word]
        else:
            telling.append(word)
    role = Role.WEIGHT if mass_unit else Role.DISTANCE if meters else None
    if telling:
        role = _role(" ".join(telling), frozenset(telling))
    return Heading(role, mass_unit, meters, seconds, " ".join(telling))


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
